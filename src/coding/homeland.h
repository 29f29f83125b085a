/* Countries of actors that their names do not tell: "the rebels" of a text on Angola. */
#ifndef CASUS_CODING_HOMELAND_H
#define CASUS_CODING_HOMELAND_H

#include "coding/drafts.h"

enum { BRIEF_TEXT = 2 }; /* sentences: all that such a text is about stands in it */

/* Gives a country to actors without one: that of whom they belong to, that their own phrase names
 * ("the rebels in Darfur"), that of those they stand beside, of the place of what they did, or the
 * only one that their text is about.  Those who act for an international body become its (sector
 * IGO).  Actors that the lexicon knows by name, and people who are foreign by nature (diplomats,
 * observers), keep what they have.  Runs after the events are decided. */
void homelands_find(coder_state *coding);

/* In a text of a sentence or two, gives events that have a source and no target the state that they
 * are about: another country that the clause names ("cut ties with Chad" whatever the verb), else,
 * for what is done at home (a protest, a curfew), the source's own where the text names it. */
void homelands_face(coder_state *coding);

#endif
