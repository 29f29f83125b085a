/* What of all that was proposed goes into the record. */
#ifndef CASUS_CODING_DECIDE_H
#define CASUS_CODING_DECIDE_H

#include "coding/drafts.h"
#include "coding/judge.h"

/* Writes the events that are kept to the record, with their confidence. */
void decide_events(coder_state *coding);

/* Fills the statements of the events or relations kept with those proposed that are likely enough
 * (decide_statements.c). */
void decide_statements(coder_state *coding, drafts *all);

/* Fills through whom the statements came; the press that only passes words on is no party of its
 * own (via.c). */
void via_fill(coder_state *coding, casus_statements *statements);

/* Drops relations and warnings that are more likely wrong than right, and sets the confidence of
 * the others. */
void decide_relations(coder_state *coding);
void decide_warnings(coder_state *coding);

/* Whether `b` tells the same happening as the earlier `a`: a score above 0; higher is likelier (for
 * join.c). */
float decide_join(coder_state *coding, const event_draft *a, const event_draft *b, int fit);

/* What tells for and against it besides (join_features.c). */
void join_add_features(const coder_state *coding, judge_features *features, const event_draft *a,
                       const event_draft *b);

#endif
