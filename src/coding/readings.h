/* What else a word may mean: "called on the elders" is a visit or a demand (readings.c). */
#ifndef CASUS_CODING_READINGS_H
#define CASUS_CODING_READINGS_H

#include "coding/drafts.h"

/* Adds to a fresh draft, for the rule that `best` gave, the readings as events of other types. */
void readings_propose(coder_state *coding, event_draft *draft, const match *best);

/* Adds another draft of the same word as a reading, with the readings of that draft. */
void readings_add(const coder_state *coding, event_draft *draft, const event_draft *other);

/* Does the same to the draft and to each of its readings. */
void readings_each(coder_state *coding, event_draft *draft,
                   void (*act)(coder_state *, event_draft *));

/* Makes the likeliest reading the draft's event, sets its confidence, and shows the judge all. */
void readings_decide(coder_state *coding, event_draft *draft);

#endif
