/* The network: embeddings, bidirectional LSTM layers, and what is read off them.  See
 * src/syntax/README.md for the drawing. */
#ifndef CASUS_TRAIN_NET_H
#define CASUS_TRAIN_NET_H

#include "data.h"

#include "syntax/ud.h"

enum {
    LAYERS_MOST = 3,
    UPOS_WIDTH = 32, /* columns, padded to whole vectors */
    FEATS_WIDTH = 128,
    NER_WIDTH = 16,
    LABEL_WIDTH = 64,
    BATCH_SENTENCES = 512
};

typedef struct dims {
    int input, hidden, layers, arc, label;
} dims;

typedef struct dropout {
    float word, vector, part, input, layer, recurrent, output;
} dropout;

/* A matrix within the flat array of dense parameters. */
typedef struct matrix {
    size_t at;
    int rows, columns;
} matrix;

typedef struct lstm {
    matrix input, recurrent, bias; /* gates side by side: in, forget, new, out */
} lstm;

typedef struct net {
    dims d;
    matrix project; /* of the pretrained vectors */
    lstm layer[LAYERS_MOST][2];
    matrix out, out_bias; /* see columns_of */
    matrix arc, arc_bias, root_arc, root_label;
    matrix label, label_bias;
    size_t dense_size;
    float *dense;
    float *rows; /* [row][input] */
    uint32_t row_count;
} net;

/* First columns of the parts of the output layer. */
typedef struct columns {
    int arc_child, arc_head, label_child, label_head, upos, feats, ner, all;
} columns;

columns columns_of(const dims *d);
void net_create(net *n, dims d, uint32_t rows, uint64_t seed);

static inline int input_width(const dims *const d, const int layer)
{
    return layer ? 2 * d->hidden : d->input;
}

#endif
