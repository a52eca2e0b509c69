// lexicon.txt holds words with frequencies counted in the English Web Treebank of Universal
// Dependencies (CC BY-SA 4.0, https://universaldependencies.org); gazetteer.txt and
// subjects.txt are our own.
#include "CAnnotationLexicon.h"

static const uint8_t lexicon[] = {
#embed "lexicon.txt"
};

static const uint8_t gazetteer[] = {
#embed "gazetteer.txt"
};

static const uint8_t subjects[] = {
#embed "subjects.txt"
};

const uint8_t *annotation_lexicon_bytes(void) { return lexicon; }
size_t annotation_lexicon_count(void) { return sizeof lexicon; }
const uint8_t *annotation_gazetteer_bytes(void) { return gazetteer; }
size_t annotation_gazetteer_count(void) { return sizeof gazetteer; }
const uint8_t *annotation_subjects_bytes(void) { return subjects; }
size_t annotation_subjects_count(void) { return sizeof subjects; }
