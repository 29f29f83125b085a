/* Proposals of one document, and the labels that its gold gives them. */
#ifndef CASUS_TRAIN_CODER_LABELS_H
#define CASUS_TRAIN_CODER_LABELS_H

#include <jansson.h>

#include "coding/tolls.h"
#include "fillers_train.h"
#include "learn.h"
#include "slots.h"

typedef struct proposal {
    judge_kind kind;
    const void *record[2];
    slot_candidate filling;
    toll_proposal toll;
    VEC(uint32_t) features;
    int label;                           /* 1 right, 0 wrong, -1 optional or unknown */
    uint32_t group, choice, thing, slot; /* see train_example */
    bool untold;                         /* likewise */
    const json_t *gold;                  /* what it was paired with, or NULL */
} proposal;

typedef struct train_state {
    data_set sets[JUDGE_KINDS];
    casus_arena *arena; /* of one document */
    bool aside;         /* of a lone sentence: not counted in the figures */
    VEC(proposal) proposals;
    filler_set *fillers;
    bool alike; /* there are reports whose gold lists fillers */
} train_state;

bool labels_is_role(judge_kind kind);
bool labels_is_statement(judge_kind kind);
bool labels_is_stance(judge_kind kind);

/* An observer's `see`, with a train_state as context: takes one proposal with its features. */
void labels_see(void *context, judge_kind kind, const casus_document *document, const void *record,
                const judge_features *features);

/* Labels what was seen in a document, and adds it to the sets; `lone` texts are learned from and
 * count in no figure. */
void labels_take(train_state *training, const json_t *gold, const casus_document *document,
                 bool lone, uint32_t number);

/* Labels what was proposed to be said of the events and relations that were paired with the gold
 * (labels_said.c). */
void labels_statements(train_state *training, const casus_document *document);

#endif
