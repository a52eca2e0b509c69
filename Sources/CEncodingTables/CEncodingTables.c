// encodings.tables holds mappings of the Unicode Consortium; Tests/Tools/make-encodings.py writes it.
#include "CEncodingTables.h"

static const uint8_t tables[] = {
#embed "encodings.tables"
};

const uint8_t *encoding_tables_bytes(void) { return tables; }
size_t encoding_tables_count(void) { return sizeof tables; }
