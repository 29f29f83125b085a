/* What a mention brings to the event that it is joined to. */
#ifndef CASUS_CODING_JOIN_TAKE_H
#define CASUS_CODING_JOIN_TAKE_H

#include "coding/drafts.h"

/* Joins the draft `from` into the draft `into`: parties where it has none, figures and things that
 * it lacks, the more precise place, the day that is told, all words and hints. */
void join_take(coder_state *coding, uint32_t into, uint32_t from);

/* Takes over parties where there are none. */
void join_take_parties(coder_state *coding, casus_refs *into, const casus_refs *from);

bool join_same_count(const casus_count *a, const casus_count *b);
bool join_is_headline(const coder_state *coding, const event_draft *draft);

#endif
