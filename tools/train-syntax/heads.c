/* What is read off the top layer: arcs, labels, tags; their losses and gradients. */
#include "shard.h"

#include <math.h>
#include <string.h>

#include "gemm.h"
#include "syntax/activation.h"

static const float upos_weight = 0.5f, feats_weight = 0.3f, ner_weight = 0.3f;

static int best_of(const float *const scores, const int count)
{
    int best = 0;
    for (int i = 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

/* Softmax in place over `count`; gives the loss at `gold`, and the gradient in place. */
static double softmax_loss(float *const scores, const int count, const int gold, const float weight)
{
    float most = scores[0], sum = 0;
    for (int i = 1; i < count; i++) most = scores[i] > most ? scores[i] : most;
    for (int i = 0; i < count; i++) {
        scores[i] = casus_exp(scores[i] - most);
        sum += scores[i];
    }
    const float scale = weight / sum;
    const double loss = -log((double)scores[gold] / (double)sum + 1e-30) * (double)weight;
    for (int i = 0; i < count; i++) scores[i] *= scale;
    scores[gold] -= weight;
    return loss;
}

/* Softmax over columns of the output layer; the gradient goes to the same columns of d_out. */
static bool classify(shard *const s, const size_t at, const int count, const int gold,
                     const float weight)
{
    const bool hit = best_of(s->out + at, count) == gold;
    if (s->training) {
        memcpy(s->d_out + at, s->out + at, (size_t)count * sizeof(float));
        s->result.loss += softmax_loss(s->d_out + at, count, gold, weight);
    }
    return hit;
}

static void tags(shard *const s, const columns *const c)
{
    for (int r = 0; r < s->rows; r++) {
        const item *const it = &s->items[s->row_item[r]];
        const token *const t = &it->from->at[s->row_position[r]];
        const size_t at = (size_t)r * c->all;
        s->result.words++;
        s->result.upos += classify(s, at + c->upos, UPOS_COUNT, t->upos, upos_weight);
        s->result.feats += classify(s, at + c->feats, FEATS_WIDTH, t->feats, feats_weight);
        if (!it->from->has_ner) continue;
        const int guess = best_of(s->out + at + c->ner, NER_TAGS);
        s->result.names += t->ner != 0;
        s->result.name_guesses += guess != 0;
        s->result.name_hits += guess != 0 && guess == t->ner;
        classify(s, at + c->ner, NER_TAGS, t->ner, ner_weight);
    }
}

/* Rectifies and masks the arc and label columns, in place; the mask keeps what passed. */
static void rectify(shard *const s, const columns *const c)
{
    if (s->training) fill_mask(s, s->out_mask, (size_t)s->rows * c->upos, s->drop.output);
    for (int r = 0; r < s->rows; r++) {
        float *const out = s->out + (size_t)r * c->all;
        float *const mask = s->out_mask + (size_t)r * c->upos;
        for (int i = 0; i < c->label_child; i++) {
            const float keep = s->training ? mask[i] : 1.0f;
            mask[i] = out[i] > 0.0f ? keep : 0.0f;
            out[i] = out[i] * mask[i];
        }
    }
}

/* The sentence's rows of `from` side by side. */
static void gather(const shard *const s, const int b, const float *const from, const int stride,
                   const int width, float *const to)
{
    for (int i = 0; i < s->items[b].count; i++)
        memcpy(to + (size_t)i * width, from + (size_t)row_of(s, b, i) * stride,
               (size_t)width * sizeof(float));
}

static int gold_head(const shard *const s, const int b, const int i)
{
    return s->items[b].from->at[i].head;
}

static void arcs_backward(shard *const s, const net *const n, const int b, const columns *const c,
                          const int line)
{
    const int A = n->d.arc, count = s->items[b].count;
    gemm(count, A, count + 1, s->scores, line, 1, s->heads, A, s->d_product, A, false);
    gemm(count + 1, A, count, s->scores, 1, line, s->product, A, s->d_heads, A, false);
    for (int i = 0; i < A; i++) s->gradient[n->root_arc.at + i] += s->d_heads[i];
    for (int i = 0; i < count; i++) {
        const size_t row = (size_t)row_of(s, b, i);
        memcpy(s->d_arc_product + row * A, s->d_product + (size_t)i * A, (size_t)A * sizeof(float));
        memcpy(s->d_out + row * c->all + c->arc_head, s->d_heads + (size_t)(i + 1) * A,
               (size_t)A * sizeof(float));
    }
}

static void arcs(shard *const s, const net *const n, const int b, const columns *const c,
                 int *const guess)
{
    const int A = n->d.arc, count = s->items[b].count, line = (count + 16) / 16 * 16;
    memcpy(s->heads, n->dense + n->root_arc.at, (size_t)A * sizeof(float));
    gather(s, b, s->out + c->arc_head, c->all, A, s->heads + A);
    memset(s->heads_t, 0, (size_t)line * A * sizeof(float));
    for (int j = 0; j <= count; j++)
        for (int i = 0; i < A; i++) s->heads_t[(size_t)i * line + j] = s->heads[(size_t)j * A + i];
    gather(s, b, s->arc_product, A, A, s->product);
    gemm(count, line, A, s->product, A, 1, s->heads_t, line, s->scores, line, false);
    for (int i = 0; i < count; i++) {
        float *const scores = s->scores + (size_t)i * line;
        scores[i + 1] = -1e9f;
        guess[i] = best_of(scores, count + 1);
        if (s->training) s->result.loss += softmax_loss(scores, count + 1, gold_head(s, b, i), 1);
    }
    if (s->training) arcs_backward(s, n, b, c, line);
}

/* The head's label columns in `base`, or NULL for the root. */
static float *label_head(shard *const s, const int b, const columns *const c, const int head,
                         float *const base)
{
    if (!head) return NULL;
    return base + (size_t)row_of(s, b, head - 1) * c->all + c->label_head;
}

static void label_backward(shard *const s, const net *const n, const int b, const columns *const c,
                           float *const mask)
{
    const int L = n->d.label, count = s->items[b].count;
    float *const hidden = s->label_in, *const d_hidden = s->heads; /* free by now */
    gemm(L, LABEL_WIDTH, count, hidden, 1, L, s->label_out, LABEL_WIDTH, s->gradient + n->label.at,
         LABEL_WIDTH, true);
    transpose(L, LABEL_WIDTH, n->dense + n->label.at, s->transposed);
    gemm(count, L, LABEL_WIDTH, s->label_out, LABEL_WIDTH, 1, s->transposed, L, d_hidden, L, false);
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < DEP_COUNT; k++)
            s->gradient[n->label_bias.at + k] += s->label_out[(size_t)i * LABEL_WIDTH + k];
        float *const child = s->d_out + (size_t)row_of(s, b, i) * c->all + c->label_child;
        float *head = label_head(s, b, c, gold_head(s, b, i), s->d_out);
        if (!head) head = s->gradient + n->root_label.at;
        for (int k = 0; k < L; k++) {
            const float d = d_hidden[(size_t)i * L + k] * mask[(size_t)i * L + k];
            child[k] += d;
            head[k] += d;
        }
    }
}

static void labels(shard *const s, const net *const n, const int b, const columns *const c,
                   const int *const guess)
{
    const int L = n->d.label, count = s->items[b].count;
    const float *const bias = n->dense + n->label_bias.at;
    float *const mask = s->heads_t; /* free by now */
    if (s->training) fill_mask(s, mask, (size_t)count * L, s->drop.output);
    for (int i = 0; i < count; i++) {
        const float *const child = s->out + (size_t)row_of(s, b, i) * c->all + c->label_child;
        const float *head = label_head(s, b, c, gold_head(s, b, i), s->out);
        if (!head) head = n->dense + n->root_label.at;
        for (int k = 0; k < L; k++) {
            const float sum = child[k] + head[k];
            float *const m = &mask[(size_t)i * L + k];
            *m = sum > 0.0f ? (s->training ? *m : 1.0f) : 0.0f;
            s->label_in[(size_t)i * L + k] = sum * *m;
        }
        memcpy(s->label_out + (size_t)i * LABEL_WIDTH, bias, LABEL_WIDTH * sizeof(float));
    }
    gemm(count, LABEL_WIDTH, L, s->label_in, L, 1, n->dense + n->label.at, LABEL_WIDTH,
         s->label_out, LABEL_WIDTH, true);
    for (int i = 0; i < count; i++) {
        float *const scores = s->label_out + (size_t)i * LABEL_WIDTH;
        const token *const t = &s->items[b].from->at[i];
        const casus_deprel best = (casus_deprel)best_of(scores, DEP_COUNT);
        const bool same = casus_deprel_main(best) == casus_deprel_main((casus_deprel)t->deprel);
        s->result.heads += guess[i] == t->head;
        s->result.labelled += guess[i] == t->head && same;
        if (!s->training) continue;
        s->result.loss += softmax_loss(scores, DEP_COUNT, t->deprel, 1);
        for (int k = DEP_COUNT; k < LABEL_WIDTH; k++) scores[k] = 0.0f;
    }
    if (s->training) label_backward(s, n, b, c, mask);
}

/* Through the output layer: gradients of its weights, and of `top` into d_in. */
static void output_backward(shard *const s, const net *const n, const columns *const c)
{
    const int A = n->d.arc, width = 2 * n->d.hidden;
    gemm(A, A, s->rows, s->out + c->arc_child, 1, c->all, s->d_arc_product, A,
         s->gradient + n->arc.at, A, true);
    transpose(A, A, n->dense + n->arc.at, s->transposed);
    gemm(s->rows, A, A, s->d_arc_product, A, 1, s->transposed, A, s->d_out + c->arc_child, c->all,
         false);
    for (int r = 0; r < s->rows; r++) {
        float *const d = s->d_out + (size_t)r * c->all;
        const float *const mask = s->out_mask + (size_t)r * c->upos;
        for (int i = 0; i < c->label_child; i++) d[i] *= mask[i];
        for (int i = 0; i < c->all; i++) s->gradient[n->out_bias.at + i] += d[i];
        for (int i = 0; i < A; i++)
            s->gradient[n->arc_bias.at + i] += s->d_arc_product[(size_t)r * A + i];
    }
    gemm(width, c->all, s->rows, s->top, 1, width, s->d_out, c->all, s->gradient + n->out.at,
         c->all, true);
    transpose(width, c->all, n->dense + n->out.at, s->transposed);
    gemm(s->rows, width, c->all, s->d_out, c->all, 1, s->transposed, width, s->d_in, width, false);
}

void heads_forward_backward(shard *const s, const net *const n)
{
    const columns c = columns_of(&n->d);
    const int A = n->d.arc, width = 2 * n->d.hidden;
    int guess[STEPS_MOST];
    for (int r = 0; r < s->rows; r++) {
        memcpy(s->out + (size_t)r * c.all, n->dense + n->out_bias.at,
               (size_t)c.all * sizeof(float));
        memcpy(s->arc_product + (size_t)r * A, n->dense + n->arc_bias.at,
               (size_t)A * sizeof(float));
    }
    gemm(s->rows, c.all, width, s->top, width, 1, n->dense + n->out.at, c.all, s->out, c.all, true);
    rectify(s, &c);
    gemm(s->rows, A, A, s->out + c.arc_child, c.all, 1, n->dense + n->arc.at, A, s->arc_product, A,
         true);
    if (s->training) memset(s->d_out, 0, (size_t)s->rows * c.all * sizeof(float));
    tags(s, &c);
    for (int b = 0; b < s->item_count; b++) {
        arcs(s, n, b, &c, guess);
        labels(s, n, b, &c, guess);
    }
    if (s->training) output_backward(s, n, &c);
}
