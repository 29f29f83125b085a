/* What the network sees of a word: the word itself, its beginnings and endings, the character
 * sequences in it, and its shape, each known by a 64-bit key. */
#ifndef CASUS_SYNTAX_UNITS_H
#define CASUS_SYNTAX_UNITS_H

#include "base/str.h"

enum { CASUS_UNITS = 64, CASUS_UNIT_BYTES = 48 };

typedef struct casus_units {
    uint64_t word; /* key of the lower-cased word */
    uint64_t parts[CASUS_UNITS];
    uint32_t count; /* parts */
} casus_units;

/* Lower-cases ASCII and Latin letters and writes typographic marks as ASCII; gives the size.
 * Words longer than CASUS_UNIT_BYTES keep their first and last halves. */
uint32_t casus_unit_normal(casus_str form, char normal[CASUS_UNIT_BYTES]);

/* The key under which a whole word (in its normal form) is known. */
uint64_t casus_unit_word_key(const char *normal, uint32_t size);

/* All units of a word; `first` where it begins its sentence. */
void casus_units_of(casus_str form, bool first, casus_units *units);

#endif
