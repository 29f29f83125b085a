#include "adam.h"

#include <math.h>
#include <stdlib.h>

static const float decay_mean = 0.9f, decay_square = 0.98f, least = 1e-8f;

void adam_create(adam *const a, const net *const n)
{
    const size_t rows = (size_t)n->row_count * n->d.input;
    *a = (adam){.mean = calloc(n->dense_size, sizeof(float)),
                .square = calloc(n->dense_size, sizeof(float)),
                .row_mean = calloc(rows, sizeof(float)),
                .row_square = calloc(rows, sizeof(float)),
                .row_gradient = calloc(rows, sizeof(float)),
                .touched = calloc(n->row_count, sizeof(uint32_t)),
                .is_touched = calloc(n->row_count, sizeof(bool))};
}

static void add_row(adam *const a, const int D, const uint32_t row, const float scale,
                    const float *const dx)
{
    if (!row) return;
    if (!a->is_touched[row]) {
        a->is_touched[row] = true;
        a->touched[a->touched_count++] = row;
    }
    float *const to = a->row_gradient + (size_t)row * D;
    for (int i = 0; i < D; i++) to[i] += scale * dx[i];
}

static void collect_rows(adam *const a, const net *const n, const lexicon *const lex,
                         const shard *const s)
{
    const int D = n->d.input;
    for (int r = 0; r < s->rows; r++) {
        const item *const it = &s->items[s->row_item[r]];
        const type *const t = &lex->type_list.at[it->from->at[s->row_position[r]].type[it->kind]];
        const float *const dx = s->dx + (size_t)r * D;
        add_row(a, D, s->word_row[r], 1.0f, dx);
        for (uint32_t p = 0; p < t->count && s->part_scale[r] > 0.0f; p++)
            add_row(a, D, t->parts[p], s->part_scale[r], dx);
    }
}

static void update(float *const at, float *const mean, float *const square,
                   const float *const gradient, const size_t count, const float scale,
                   const float rate)
{
    for (size_t i = 0; i < count; i++) {
        const float g = gradient[i] * scale;
        mean[i] = decay_mean * mean[i] + (1.0f - decay_mean) * g;
        square[i] = decay_square * square[i] + (1.0f - decay_square) * g * g;
        at[i] -= rate * mean[i] / (sqrtf(square[i]) + least);
    }
}

static double norm_of(const float *const gradient, const size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) sum += (double)gradient[i] * (double)gradient[i];
    return sum;
}

void adam_update(adam *const a, net *const n, const lexicon *const lex, shard *const shards,
                 const int count, const int words, const float rate, const float clip)
{
    const size_t D = (size_t)n->d.input;
    float *const gradient = shards[0].gradient;
    for (int s = 1; s < count; s++)
        for (size_t i = 0; i < n->dense_size; i++) gradient[i] += shards[s].gradient[i];
    for (int s = 0; s < count; s++) collect_rows(a, n, lex, &shards[s]);
    const double norm = sqrt(norm_of(gradient, n->dense_size)) / words;
    const float scale = (float)((norm > (double)clip ? (double)clip / norm : 1.0) / words);
    a->step++;
    const double bias_mean = 1.0 - pow((double)decay_mean, a->step);
    const double bias_square = 1.0 - pow((double)decay_square, a->step);
    const float step = (float)((double)rate * sqrt(bias_square) / bias_mean);
    update(n->dense, a->mean, a->square, gradient, n->dense_size, scale, step);
    for (uint32_t i = 0; i < a->touched_count; i++) {
        const size_t at = a->touched[i] * D;
        update(n->rows + at, a->row_mean + at, a->row_square + at, a->row_gradient + at, D, scale,
               step);
        memset(a->row_gradient + at, 0, D * sizeof(float));
        a->is_touched[a->touched[i]] = false;
    }
    a->touched_count = 0;
}
