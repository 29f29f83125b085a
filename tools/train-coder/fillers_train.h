/* Learning which phrases fill which roles, from reports whose gold lists the fillers of each role
 * (MUC-4).  Apart from the other judges: proposals are a hundred times as many, and rivals for one
 * entity compete. */
#ifndef CASUS_TRAIN_CODER_FILLERS_TRAIN_H
#define CASUS_TRAIN_CODER_FILLERS_TRAIN_H

#include <jansson.h>
#include <stdio.h>

#include "coding/fillers.h"
#include "coding/judge.h"

typedef struct filler_set filler_set;

filler_set *fillers_begin(void);
void fillers_end(filler_set *set);

/* Takes a proposal of the report that is being coded. */
void fillers_see(filler_set *set, const filler *one, const judge_features *features);

/* Labels the report's proposals: right where the gold lists their words under their role.
 * `number` counts reports. */
void fillers_label(filler_set *set, const json_t *roles, uint32_t number);

bool fillers_any(const filler_set *set);

/* Cross-validates, prints the figures, and writes weights learned from all reports. */
void fillers_learn(filler_set *set, double penalty, FILE *out);

#endif
