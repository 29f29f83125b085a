#include "syntax/encode.h"

#include <math.h>

#include "syntax/units.h"

static void add_unit(const casus_workspace *const w, const uint64_t key, const float scale)
{
    const casus_syntax_model *const m = w->model;
    const uint32_t row = casus_table_get(&m->units, key);
    if (!row || row >= m->size.rows) return;
    m->kernels->add_row(m->size.input, m->rows + (size_t)row * m->size.input,
                        m->row_scale[row] * scale, w->sum);
}

static uint32_t known_parts(const casus_workspace *const w, casus_units *const units)
{
    uint32_t known = 0;
    for (uint32_t i = 0; i < units->count; i++)
        if (casus_table_get(&w->model->units, units->parts[i]))
            units->parts[known++] = units->parts[i];
    return known;
}

static float embed(const casus_workspace *const w, const casus_str form, const bool first,
                   int8_t *const to)
{
    casus_units units;
    casus_units_of(form, first, &units);
    memset(w->sum, 0, w->model->size.input * sizeof(float));
    const uint32_t known = known_parts(w, &units);
    const float scale = known ? 1.0f / sqrtf((float)known) : 0.0f;
    for (uint32_t i = 0; i < known; i++) add_unit(w, units.parts[i], scale);
    add_unit(w, units.word, 1.0f);
    return w->model->kernels->quantise(w->model->size.input, w->sum, to);
}

/* A word's vector depends on its form and whether it comes first, so frequent ones are kept. */
static void embed_word(casus_workspace *const w, const uint32_t word, const bool first,
                       const uint32_t row)
{
    const uint32_t width = w->model->size.input;
    const casus_str form = w->document->words.at[word].form;
    const uint64_t key = casus_str_hash(form, first ? 0xf1 : 0xf0) | 1;
    const uint32_t slot = (uint32_t)(key >> 20) & (CASUS_CACHE - 1);
    int8_t *const kept = w->cache_row + (size_t)slot * width;
    if (w->cache_key[slot] != key) {
        w->cache_key[slot] = key;
        w->cache_scale[slot] = embed(w, form, first, kept);
    }
    memcpy(w->x + (size_t)row * width, kept, width);
    w->x_scale[row] = w->cache_scale[slot];
}

/* One position of one direction: the gates' sums of the layer below are in `inputs`. */
static void step(casus_workspace *const w, const uint32_t layer, const uint32_t way,
                 const uint32_t position, int8_t *const hidden)
{
    const casus_syntax_model *const m = w->model;
    const casus_chunk *const c = &w->chunk;
    const uint32_t H = m->size.hidden, active = c->active[position];
    const uint32_t other = way ? position + 1 : position - 1;
    float *const inputs = w->inputs + (size_t)c->start[position] * 4 * H;
    uint32_t carried = 0;
    if (other < c->steps) {
        carried = active < c->active[other] ? active : c->active[other];
        m->kernels->multiply(carried, hidden + (size_t)c->start[other] * 2 * H + way * H, 2 * H,
                             &m->recurrent[layer][way], NULL, inputs);
    }
    for (uint32_t b = 0; b < active; b++) {
        float *const cell = w->cell + (size_t)b * H;
        if (b >= carried) memset(cell, 0, H * sizeof(float));
        m->kernels->gates(H, inputs + (size_t)b * 4 * H, cell,
                          hidden + (size_t)(c->start[position] + b) * 2 * H + way * H);
    }
}

static void run_layer(casus_workspace *const w, const uint32_t layer, const int8_t *const from,
                      const uint32_t width, int8_t *const to)
{
    const casus_syntax_model *const m = w->model;
    for (uint32_t way = 0; way < 2; way++) {
        m->kernels->multiply(w->chunk.rows, from, width, &m->input[layer][way],
                             layer ? NULL : w->x_scale, w->inputs);
        for (uint32_t t = 0; t < w->chunk.steps; t++)
            step(w, layer, way, way ? w->chunk.steps - 1 - t : t, to);
    }
}

void casus_encode(casus_workspace *const w)
{
    const casus_syntax_model *const m = w->model;
    const casus_chunk *const c = &w->chunk;
    for (uint32_t t = 0; t < c->steps; t++)
        for (uint32_t b = 0; b < c->active[t]; b++)
            embed_word(w, c->pieces[b].first + t, t == 0, c->start[t] + b);
    const int8_t *from = w->x;
    uint32_t width = m->size.input;
    for (uint32_t layer = 0; layer < m->size.layers; layer++) {
        run_layer(w, layer, from, width, w->hidden[layer & 1]);
        from = w->hidden[layer & 1];
        width = 2 * m->size.hidden;
    }
    m->kernels->multiply(c->rows, from, width, &m->out, NULL, w->out);
    for (uint32_t r = 0; r < c->rows; r++) {
        float *const arcs = w->out + (size_t)r * m->columns.all;
        m->kernels->rectify(m->columns.label_child, arcs, NULL, arcs);
    }
    m->kernels->matmul(c->rows, m->size.arc, m->size.arc, w->out + m->columns.arc_child,
                       m->columns.all, m->arc, m->size.arc, m->arc_bias, w->product, m->size.arc);
}
