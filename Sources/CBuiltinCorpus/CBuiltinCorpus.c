#include "CBuiltinCorpus.h"
