/* Words as the lexicon sees them: folded, without full stops and apostrophes, split at hyphens. */
#ifndef CASUS_ENTITY_TOKENS_H
#define CASUS_ENTITY_TOKENS_H

#include "base/arena.h"
#include "base/vec.h"

typedef VEC(casus_str) casus_tokens;

/* Appends the tokens of `text`: "Jama'at-ul-Ahrar" gives jamaat, ul, ahrar; "People's" gives
 * people, 's; "U.S." gives us.  They live in the arena. */
void casus_tokens_of(casus_arena *arena, casus_str text, casus_tokens *tokens);

/* The tokens joined with one space between them. */
casus_str casus_tokens_key(casus_arena *arena, casus_str text);

/* How many upper-case ASCII letters; all letters of `text` lower-case? */
uint32_t casus_capitals(casus_str text);

#endif
