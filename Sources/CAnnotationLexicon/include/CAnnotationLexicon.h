/// The word tables of the annotators, embedded in the program.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The tables of the tagger and lemmatizer, as Tests/Tools/make-lexicon.py writes them.
const uint8_t *annotation_lexicon_bytes(void);
size_t annotation_lexicon_count(void);

/// The people, places and organisations that the annotators know, one a line.
const uint8_t *annotation_gazetteer_bytes(void);
size_t annotation_gazetteer_count(void);

/// The words that tell the field of life a text is from, a field a line.
const uint8_t *annotation_subjects_bytes(void);
size_t annotation_subjects_count(void);
