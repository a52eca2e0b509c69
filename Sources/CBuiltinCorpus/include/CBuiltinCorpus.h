/// The image of the built-in corpus, embedded in the program.
#pragma once

#include <stddef.h>

/// The image, aligned to 64 bytes.
const unsigned char *quoth_builtin_bytes(void);
size_t quoth_builtin_count(void);
