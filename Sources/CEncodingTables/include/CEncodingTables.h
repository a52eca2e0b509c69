/// The characters of encodings that are no Unicode, embedded in the program.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The tables, as Tests/Tools/make-encodings.py writes and describes them.
const uint8_t *encoding_tables_bytes(void);
size_t encoding_tables_count(void);
