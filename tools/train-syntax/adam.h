/* Adam (Kingma and Ba 2015); rows of embeddings are updated only where they were used. */
#ifndef CASUS_TRAIN_ADAM_H
#define CASUS_TRAIN_ADAM_H

#include "shard.h"

typedef struct adam {
    float *mean, *square;         /* dense */
    float *row_mean, *row_square; /* [row][input] */
    float *row_gradient;
    uint32_t *touched, touched_count;
    bool *is_touched;
    int step;
} adam;

void adam_create(adam *a, const net *n);

/* One update from the shards' gradients, divided by `words`, clipped to norm `clip`. */
void adam_update(adam *a, net *n, const lexicon *lex, shard *shards, int count, int words,
                 float rate, float clip);

#endif
