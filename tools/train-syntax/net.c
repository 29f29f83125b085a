#include "net.h"

#include <math.h>
#include <stdlib.h>

#include "random.h"

columns columns_of(const dims *const d)
{
    columns c = {0};
    c.arc_head = d->arc;
    c.label_child = c.arc_head + d->arc;
    c.label_head = c.label_child + d->label;
    c.upos = c.label_head + d->label;
    c.feats = c.upos + UPOS_WIDTH;
    c.ner = c.feats + FEATS_WIDTH;
    c.all = c.ner + NER_WIDTH;
    return c;
}

static matrix take(net *const n, const int rows, const int width)
{
    const matrix m = {n->dense_size, rows, width};
    n->dense_size += (size_t)rows * width;
    return m;
}

static void lay_out(net *const n)
{
    const dims *const d = &n->d;
    const columns c = columns_of(d);
    n->project = take(n, VECTOR, d->input);
    for (int l = 0; l < d->layers; l++)
        for (int way = 0; way < 2; way++) {
            n->layer[l][way].input = take(n, input_width(d, l), 4 * d->hidden);
            n->layer[l][way].recurrent = take(n, d->hidden, 4 * d->hidden);
            n->layer[l][way].bias = take(n, 1, 4 * d->hidden);
        }
    n->out = take(n, 2 * d->hidden, c.all);
    n->out_bias = take(n, 1, c.all);
    n->arc = take(n, d->arc, d->arc);
    n->arc_bias = take(n, 1, d->arc);
    n->root_arc = take(n, 1, d->arc);
    n->root_label = take(n, 1, d->label);
    n->label = take(n, d->label, LABEL_WIDTH);
    n->label_bias = take(n, 1, LABEL_WIDTH);
}

static void fill(net *const n, const matrix m, const float range, uint64_t *const state)
{
    for (size_t i = 0; i < (size_t)m.rows * m.columns; i++)
        n->dense[m.at + i] = range * (2.0f * random_unit(state) - 1.0f);
}

static void glorot(net *const n, const matrix m, const int outputs, uint64_t *const state)
{
    fill(n, m, sqrtf(6.0f / (float)(m.rows + outputs)), state);
}

void net_create(net *const n, const dims d, const uint32_t rows, const uint64_t seed)
{
    uint64_t state = seed * 2 + 1;
    *n = (net){.d = d, .row_count = rows};
    lay_out(n);
    n->dense = aligned_alloc(64, (n->dense_size * sizeof(float) + 63) / 64 * 64);
    memset(n->dense, 0, n->dense_size * sizeof(float));
    n->rows = calloc((size_t)rows * d.input, sizeof(float));
    glorot(n, n->project, d.input, &state);
    for (int l = 0; l < d.layers; l++)
        for (int way = 0; way < 2; way++) {
            const lstm *const layer = &n->layer[l][way];
            glorot(n, layer->input, d.hidden, &state);
            glorot(n, layer->recurrent, d.hidden, &state);
            for (int i = d.hidden; i < 2 * d.hidden; i++) n->dense[layer->bias.at + i] = 1.0f;
        }
    glorot(n, n->out, d.arc, &state);
    glorot(n, n->arc, d.arc, &state);
    fill(n, n->root_arc, 0.1f, &state);
    fill(n, n->root_label, 0.1f, &state);
    glorot(n, n->label, LABEL_WIDTH, &state);
}
