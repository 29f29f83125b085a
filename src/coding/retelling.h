/* Words that mean the episode told just before: "the operation", "after the raid". */
#ifndef CASUS_CODING_RETELLING_H
#define CASUS_CODING_RETELLING_H

#include "coding/drafts.h"
#include "coding/judge.h"

/* Finds the definite word for an episode in the draft's clause, once before it is compared with
 * those told before it. */
void retelling_find(const coder_state *coding, event_draft *draft);

/* Whether `b` surely is a mention or a part of the episode that the earlier `a` began: it is a bare
 * name for it ("the raid"), or is told as its course or outcome ("during the operation, seven were
 * killed"). */
bool retelling_is_sure(coder_state *coding, const event_draft *a, const event_draft *b);

/* What the words around `b` say of its being told as part of `a`, for the judge of joins. */
void retelling_add(coder_state *coding, judge_features *features, const event_draft *a,
                   const event_draft *b);

#endif
