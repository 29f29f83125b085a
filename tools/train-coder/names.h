/* Whether an actor or place of a record goes by a name: "A|B|C" are alternatives, articles and
 * possessives do not count, and a common noun need only head the longer phrase.  Used to measure
 * and to test, never to code. */
#ifndef CASUS_TRAIN_CODER_NAMES_H
#define CASUS_TRAIN_CODER_NAMES_H

#include "record/document.h"

/* Lower case, without articles, possessives and punctuation; in the arena. */
casus_str names_normal(casus_arena *arena, casus_str text);

bool names_is_actor(casus_arena *arena, casus_str wanted, const casus_document *document,
                    uint32_t actor);
/* Whether the gold's name is that of the phrase. */
bool names_is_phrase(casus_arena *arena, casus_str gold, const casus_document *document,
                     casus_span span);
bool names_is_place(casus_arena *arena, casus_str wanted, const casus_document *document,
                    uint32_t place);

#endif
