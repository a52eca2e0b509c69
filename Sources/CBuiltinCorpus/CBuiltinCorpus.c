// builtin.quoth-corpus is made of examples/corpus by `make builtin`.
#include "CBuiltinCorpus.h"

_Alignas(64) static const unsigned char image[] = {
#embed "builtin.quoth-corpus"
};

const unsigned char *quoth_builtin_bytes(void) { return image; }
size_t quoth_builtin_count(void) { return sizeof image; }
