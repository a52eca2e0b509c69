// english.model is written by quoth-train; MODEL.md says from what.
#include "CAnnotationModel.h"

_Alignas(64) static const uint8_t model[] = {
#embed "english.model"
};

const uint8_t *annotation_model_bytes(void) { return model; }
size_t annotation_model_count(void) { return sizeof model; }
