#pragma once
#include <stddef.h>

/// The number of files of the built-in corpus.
size_t quoth_builtin_count(void);

/// The name of a file, with its ending; an empty text behind the last.
const char *quoth_builtin_name(size_t index);

/// The bytes of a file. They live as long as the program.
const unsigned char *quoth_builtin_bytes(size_t index);

/// The number of bytes of a file; zero behind the last.
size_t quoth_builtin_size(size_t index);
