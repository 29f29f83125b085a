#include "shard.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gemm.h"
#include "random.h"

static float *floats(const size_t count)
{
    float *const memory = aligned_alloc(64, (count * sizeof(float) + 127) / 64 * 64);
    if (!memory) abort();
    memset(memory, 0, count * sizeof(float));
    return memory;
}

static void create_layers(shard *const s, const dims *const d, const size_t room)
{
    const size_t H = (size_t)d->hidden, B = BATCH_SENTENCES;
    for (int l = 0; l < d->layers; l++) {
        const size_t width = (size_t)input_width(d, l);
        s->in[l] = floats(room * width);
        s->layer_mask[l] = floats(B * width);
        s->hidden[l] = floats(room * 2 * H);
        s->d_hidden[l] = floats(room * 2 * H);
        for (int way = 0; way < 2; way++)
            s->state[l][way] = (lstm_state){floats(room * 4 * H), floats(room * H),
                                            floats(room * H), floats(room * H), floats(B * H)};
    }
    s->carry = floats(B * H);
    s->step = floats(B * H);
}

void shard_create(shard *const s, const net *const n, const int room_rows)
{
    memset(s, 0, sizeof *s);
    const dims *const d = &n->d;
    const columns c = columns_of(d);
    const size_t room = (size_t)room_rows, D = (size_t)d->input, H = (size_t)d->hidden;
    const size_t widest = 2 * H > D ? 2 * H : D, line = STEPS_MOST + 16;
    s->room = room_rows;
    s->row_item = calloc(room, sizeof(int));
    s->row_position = calloc(room, sizeof(int));
    s->vectors = floats(room * VECTOR);
    s->x = floats(room * D);
    s->dx = floats(room * D);
    s->word_row = calloc(room, sizeof(uint32_t));
    s->part_scale = floats(room);
    s->input_mask = floats(BATCH_SENTENCES * D);
    create_layers(s, d, room);
    s->d_in = floats(room * widest);
    s->top = floats(room * 2 * H);
    s->top_mask = floats(BATCH_SENTENCES * 2 * H);
    s->out = floats(room * c.all);
    s->d_out = floats(room * c.all);
    s->out_mask = floats(room * c.upos);
    s->arc_product = floats(room * d->arc);
    s->d_arc_product = floats(room * d->arc);
    s->scores = floats(line * line);
    s->heads_t = floats(line * d->arc);
    s->heads = floats(line * d->arc);
    s->d_heads = floats(line * d->arc);
    s->product = floats(line * d->arc);
    s->d_product = floats(line * d->arc);
    s->label_in = floats(line * d->label);
    s->label_out = floats(line * LABEL_WIDTH);
    s->transposed = floats(4 * H * widest + 2 * H * (size_t)c.all);
    s->gradient = floats(n->dense_size);
}

static int longer_first(const void *const a, const void *const b)
{
    const item *const x = a, *const y = b;
    if (x->count != y->count) return y->count - x->count;
    return x->from < y->from ? -1 : x->from > y->from;
}

void shard_pack(shard *const s)
{
    qsort(s->items, (size_t)s->item_count, sizeof *s->items, longer_first);
    s->steps = s->item_count ? s->items[0].count : 0;
    s->rows = 0;
    int active = s->item_count;
    for (int t = 0; t < s->steps; t++) {
        while (active && s->items[active - 1].count <= t) active--;
        s->start[t] = s->rows;
        s->active[t] = active;
        for (int b = 0; b < active; b++) {
            s->row_item[s->rows] = b;
            s->row_position[s->rows++] = t;
        }
    }
    s->start[s->steps] = s->rows;
    s->active[s->steps] = 0;
}

void fill_mask(shard *const s, float *const mask, const size_t size, const float rate)
{
    const float keep = 1.0f / (1.0f - rate);
    const uint64_t limit = (uint64_t)(rate * 65536.0f);
    for (size_t i = 0; i < size; i += 4) {
        uint64_t bits = random_next(&s->random);
        for (size_t j = i; j < i + 4 && j < size; j++, bits >>= 16)
            mask[j] = (bits & 0xffff) < limit ? 0.0f : keep;
    }
}

static void apply_mask(const shard *const s, const int width, const float *const mask,
                       const float *const from, float *const to)
{
    for (int r = 0; r < s->rows; r++) {
        const float *const m = mask + (size_t)s->row_item[r] * width;
        for (int i = 0; i < width; i++)
            to[(size_t)r * width + i] = from[(size_t)r * width + i] * m[i];
    }
}

static const type *type_at(const shard *const s, const lexicon *const lex, const int row)
{
    const item *const it = &s->items[s->row_item[row]];
    return &lex->type_list.at[it->from->at[s->row_position[row]].type[it->kind]];
}

static bool chance(shard *const s, const float rate)
{
    return s->training && random_unit(&s->random) < rate;
}

static void embed_row(shard *const s, const net *const n, const lexicon *const lex, const int row)
{
    const int D = n->d.input;
    const type *const t = type_at(s, lex, row);
    float *const vector = s->vectors + (size_t)row * VECTOR, *const x = s->x + (size_t)row * D;
    const bool no_vector = !t->vector || chance(s, s->drop.vector);
    if (no_vector)
        memset(vector, 0, VECTOR * sizeof(float));
    else
        memcpy(vector, lex->vectors + (size_t)(t->vector - 1) * VECTOR, VECTOR * sizeof(float));
    s->word_row[row] = chance(s, s->drop.word) ? 0 : t->word;
    s->part_scale[row] =
        t->count && !chance(s, s->drop.part) ? 1.0f / sqrtf((float)t->count) : 0.0f;
    for (int i = 0; i < D; i++) x[i] = 0.0f;
    for (uint32_t p = 0; p < t->count && s->part_scale[row] > 0.0f; p++) {
        const float *const part = n->rows + (size_t)t->parts[p] * D;
        for (int i = 0; i < D; i++) x[i] += part[i];
    }
    const float *const word = n->rows + (size_t)s->word_row[row] * D;
    for (int i = 0; i < D; i++) x[i] = x[i] * s->part_scale[row] + word[i];
}

static void embed(shard *const s, const net *const n, const lexicon *const lex)
{
    const int D = n->d.input;
    for (int r = 0; r < s->rows; r++) embed_row(s, n, lex, r);
    gemm(s->rows, D, VECTOR, s->vectors, VECTOR, 1, n->dense + n->project.at, D, s->x, D, true);
    if (s->training) {
        fill_mask(s, s->input_mask, (size_t)s->item_count * D, s->drop.input);
        apply_mask(s, D, s->input_mask, s->x, s->in[0]);
    } else {
        memcpy(s->in[0], s->x, (size_t)s->rows * D * sizeof(float));
    }
}

static void layers_forward(shard *const s, const net *const n)
{
    const int H = n->d.hidden;
    for (int l = 0; l < n->d.layers; l++) {
        for (int way = 0; way < 2 && s->training; way++)
            fill_mask(s, s->state[l][way].mask, (size_t)s->item_count * H, s->drop.recurrent);
        lstm_forward(s, n, l);
        const bool last = l + 1 == n->d.layers;
        float *const to = last ? s->top : s->in[l + 1];
        float *const mask = last ? s->top_mask : s->layer_mask[l + 1];
        if (s->training) {
            fill_mask(s, mask, (size_t)s->item_count * 2 * H, s->drop.layer);
            apply_mask(s, 2 * H, mask, s->hidden[l], to);
        } else {
            memcpy(to, s->hidden[l], (size_t)s->rows * 2 * H * sizeof(float));
        }
    }
}

/* d_in holds the gradient of `top` when this begins. */
static void layers_backward(shard *const s, const net *const n)
{
    const int H = n->d.hidden;
    for (int l = n->d.layers - 1; l >= 0; l--) {
        const bool last = l + 1 == n->d.layers;
        apply_mask(s, 2 * H, last ? s->top_mask : s->layer_mask[l + 1], s->d_in, s->d_hidden[l]);
        lstm_backward(s, n, l);
    }
    apply_mask(s, n->d.input, s->input_mask, s->d_in, s->dx);
    gemm(VECTOR, n->d.input, s->rows, s->vectors, 1, VECTOR, s->dx, n->d.input,
         s->gradient + n->project.at, n->d.input, true);
}

void shard_run(shard *const s, const net *const n, const lexicon *const lex)
{
    memset(&s->result, 0, sizeof s->result);
    if (s->training) memset(s->gradient, 0, n->dense_size * sizeof(float));
    if (!s->rows) return;
    embed(s, n, lex);
    layers_forward(s, n);
    heads_forward_backward(s, n);
    if (s->training) layers_backward(s, n);
}
