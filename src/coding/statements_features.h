/* What the judge is told of a proposed statement: what the files that describe it share. */
#ifndef CASUS_CODING_STATEMENTS_FEATURES_H
#define CASUS_CODING_STATEMENTS_FEATURES_H

#include "coding/features.h"
#include "coding/statements.h"

/* What the features of one proposal are made from. */
typedef struct said_view {
    coder_state *coding;
    const event_draft *draft;
    const statement_draft *one;
    const attribution *said;
    const char *stance; /* that of the word of saying */
    const char *type, *tie;
    judge_features features;
} said_view;

/* Describes the proposal: who says it, how, of what, and how what is said is tied to the event. */
judge_features statements_describe(coder_state *coding, const event_draft *draft,
                                   const statement_draft *one);

/* Describes the stance of a proposal, given that the party is on record about the event
 * (statements_stance.c). */
judge_features statements_describe_stance(coder_state *coding, const event_draft *draft,
                                          const statement_draft *one);

/* What the describers share: the view of a proposal with no features yet. */
said_view said_begin(coder_state *coding, const event_draft *draft, const statement_draft *one);

/* A fact by itself, with the stance, and with the stance and how the statement is tied. */
void said_fact(said_view *at, const char *name, bool holds);
void said_number(said_view *at, const char *name, int64_t value, int64_t most);
/* Names joined by a full stop; `c` may be NULL. */
void said_pair(said_view *at, const char *a, const char *b, const char *c);

/* Of an event told elsewhere: what the utterance has for it, and how far away it is
 * (statements_reference.c). */
void said_reference(said_view *at);

/* What sets an event apart from others that the utterance may mean: shared words, the way there,
 * who spoke of it just before (statements_choice.c). */
void said_choice(said_view *at);

/* Of an utterance that gives a toll: whether it is that of the event (statements_reference.c). */
void said_tolls(said_view *at);

#endif
