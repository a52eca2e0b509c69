/// The trained model of the annotators, embedded in the program.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The container that `quoth-train` writes, aligned to 64 bytes.
const uint8_t *annotation_model_bytes(void);
size_t annotation_model_count(void);
