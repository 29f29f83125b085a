/* One thread's share of a batch: its sentences, its activations, its gradients. */
#ifndef CASUS_TRAIN_SHARD_H
#define CASUS_TRAIN_SHARD_H

#include "net.h"

enum { STEPS_MOST = 512 };

/* A sentence as it goes into a batch. */
typedef struct item {
    const sentence *from;
    int count; /* words; one less where the final full stop is left out */
    int kind;  /* of letter case */
} item;

typedef struct score {
    double loss;
    int words, heads, labelled, upos, feats, named, names, name_hits, name_guesses;
} score;

typedef struct lstm_state {
    float *gates, *cell, *cell_tanh, *previous, *mask;
} lstm_state;

/* Rows are packed by position: all first words, then all second words, …, sentences sorted by
 * falling length, so that the sentences still running at a position are a prefix. */
typedef struct shard {
    item items[BATCH_SENTENCES];
    int item_count, rows, steps, room;
    int start[STEPS_MOST + 1], active[STEPS_MOST + 1];
    int *row_item, *row_position;
    uint64_t random;
    bool training;
    dropout drop;
    float *vectors, *x, *dx; /* rows x VECTOR, rows x input */
    uint32_t *word_row;      /* per row, 0 where dropped */
    float *part_scale;       /* per row, 0 where dropped */
    float *input_mask;
    float *in[LAYERS_MOST], *layer_mask[LAYERS_MOST];
    float *hidden[LAYERS_MOST]; /* rows x 2 hidden */
    float *d_hidden[LAYERS_MOST + 1], *d_in;
    lstm_state state[LAYERS_MOST][2];
    float *carry, *step;
    float *top, *top_mask, *out, *d_out, *out_mask;
    float *arc_product, *d_arc_product;
    float *scores, *heads_t, *heads, *d_heads, *product, *d_product, *label_in, *label_out;
    float *transposed;
    float *gradient; /* of the dense parameters, summed over words */
    score result;
} shard;

void shard_create(shard *s, const net *n, int room);
/* Sorts the items and lays out the rows. */
void shard_pack(shard *s);

/* Fills activations (and counts hits), then, in training, gradients. */
void shard_run(shard *s, const net *n, const lexicon *lex);

/* Parts, for shard_run. */
void lstm_forward(shard *s, const net *n, int layer);
void lstm_backward(shard *s, const net *n, int layer);
void heads_forward_backward(shard *s, const net *n);

static inline int row_of(const shard *const s, const int item_index, const int position)
{
    return s->start[position] + item_index;
}

/* A dropout mask: 0, or 1 / (1 - rate). */
void fill_mask(shard *s, float *mask, size_t size, float rate);

#endif
