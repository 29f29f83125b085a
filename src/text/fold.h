/* Case folding and the normal form under which names are looked up. */
#ifndef CASUS_TEXT_FOLD_H
#define CASUS_TEXT_FOLD_H

#include "base/arena.h"

/* Writes the lookup form of `text` to the arena: lower case, diacritics stripped (NFKD, marks
 * dropped), typographic quotes and dashes as ASCII, `'s` kept, runs of white space and hyphens as
 * one space, full stops dropped (U.S. -> us). */
casus_str casus_fold(casus_arena *arena, casus_str text);

/* Lower case only (Unicode simple mapping). */
casus_str casus_lower(casus_arena *arena, casus_str text);

/* First code point upper case? All letters upper case (and at least two)? */
bool casus_is_capitalised(casus_str text);
bool casus_is_all_capitals(casus_str text);

#endif
