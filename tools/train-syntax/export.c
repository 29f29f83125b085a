#include "export.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/image.h"
#include "lemmas.h"
#include "syntax/model.h"

_Static_assert((int)UPOS_WIDTH == (int)CASUS_UPOS_WIDTH &&
                   (int)FEATS_WIDTH == (int)CASUS_FEATS_WIDTH &&
                   (int)NER_WIDTH == (int)CASUS_NER_WIDTH &&
                   (int)LABEL_WIDTH == (int)CASUS_LABEL_WIDTH,
               "trainer and reader agree");

typedef struct writer {
    casus_arena *arena;
    casus_image_part parts[CASUS_IMAGE_SECTIONS];
    uint32_t count;
} writer;

static void add_part(writer *const w, const char *const name, const void *const bytes,
                     const size_t size)
{
    const casus_str kept = casus_arena_copy(w->arena, casus_str_from(name));
    w->parts[w->count++] = (casus_image_part){kept.at, bytes, size};
}

static float largest(const float *const at, const int count, const int stride)
{
    float most = 1e-9f;
    for (int i = 0; i < count; i++) most = fmaxf(most, fabsf(at[(size_t)i * stride]));
    return most;
}

/* Bytes in the order that kernels.h describes; scales times `unit`. */
static void add_weights(writer *const w, const char *const name, const net *const n, const matrix m,
                        const float unit, const matrix *const bias)
{
    char part[2 * CASUS_IMAGE_NAME];
    const float *const from = n->dense + m.at;
    const size_t size = (size_t)m.rows * m.columns;
    int8_t *const packed = ARENA_ARRAY(w->arena, int8_t, size);
    float *const scale = ARENA_ARRAY(w->arena, float, m.columns);
    int32_t *const offset = ARENA_ARRAY(w->arena, int32_t, m.columns);
    for (int c = 0; c < m.columns; c++) {
        const float step = largest(from + c, m.rows, m.columns) / 127.0f;
        scale[c] = step * unit;
        for (int r = 0; r < m.rows; r++) {
            const size_t at = (size_t)(c / CASUS_PANEL) * m.rows * CASUS_PANEL +
                              (size_t)(r / CASUS_GROUP) * CASUS_GROUP * CASUS_PANEL +
                              (size_t)(c % CASUS_PANEL) * CASUS_GROUP + r % CASUS_GROUP;
            packed[at] = (int8_t)lrintf(from[(size_t)r * m.columns + c] / step);
            offset[c] -= 128 * packed[at];
        }
    }
    snprintf(part, sizeof part, "%s.w", name);
    add_part(w, part, packed, size);
    snprintf(part, sizeof part, "%s.s", name);
    add_part(w, part, scale, (size_t)m.columns * sizeof *scale);
    snprintf(part, sizeof part, "%s.o", name);
    add_part(w, part, offset, (size_t)m.columns * sizeof *offset);
    if (!bias) return;
    snprintf(part, sizeof part, "%s.b", name);
    add_part(w, part, n->dense + bias->at, (size_t)m.columns * sizeof(float));
}

static void add_dense(writer *const w, const char *const name, const net *const n, const matrix m)
{
    add_part(w, name, n->dense + m.at, (size_t)m.rows * m.columns * sizeof(float));
}

static void add_network(writer *const w, const net *const n)
{
    const float byte = 1.0f / 127.0f; /* what a hidden value of 1 is written as */
    for (int l = 0; l < n->d.layers; l++)
        for (int way = 0; way < 2; way++) {
            char name[CASUS_IMAGE_NAME];
            const lstm *const layer = &n->layer[l][way];
            snprintf(name, sizeof name, "l%d%c.in", l & 7, way ? 'b' : 'f');
            add_weights(w, name, n, layer->input, l ? byte : 1.0f, &layer->bias);
            snprintf(name, sizeof name, "l%d%c.re", l & 7, way ? 'b' : 'f');
            add_weights(w, name, n, layer->recurrent, byte, NULL);
        }
    add_weights(w, "out", n, n->out, byte, &n->out_bias);
    add_dense(w, "arc", n, n->arc);
    add_dense(w, "arc.bias", n, n->arc_bias);
    add_dense(w, "root.arc", n, n->root_arc);
    add_dense(w, "root.label", n, n->root_label);
    add_dense(w, "label", n, n->label);
    add_dense(w, "label.bias", n, n->label_bias);
}

static casus_slot *table_create(casus_arena *const arena, const uint32_t count,
                                uint32_t *const room)
{
    *room = 16;
    while (*room < count + count / 2) *room *= 2;
    return ARENA_ARRAY(arena, casus_slot, *room);
}

static void table_put(casus_slot *const slots, const uint32_t room, const uint64_t key,
                      const uint32_t value)
{
    uint32_t at = (uint32_t)key & (room - 1);
    while (slots[at].value) at = (at + 1) & (room - 1);
    slots[at] = (casus_slot){(uint32_t)(key >> 32), value};
}

/* The pretrained vector as the network sees it, added to the row. */
static void add_vector(const net *const n, const lexicon *const lex, const uint32_t vector,
                       float *const row)
{
    const float *const from = lex->vectors + (size_t)vector * VECTOR;
    for (int k = 0; k < VECTOR; k++)
        for (int i = 0; i < n->d.input; i++)
            row[i] += from[k] * n->dense[n->project.at + (size_t)k * n->d.input + i];
}

typedef struct row_writer {
    const net *n;
    int8_t *rows;
    float *scale;
    casus_slot *slots;
    uint32_t room, count;
} row_writer;

static void write_row(row_writer *const w, const uint64_t key, const float *const row)
{
    const int D = w->n->d.input;
    const float step = largest(row, D, 1) / 127.0f;
    if (step < 1e-8f) return;
    for (int i = 0; i < D; i++) w->rows[(size_t)w->count * D + i] = (int8_t)lrintf(row[i] / step);
    w->scale[w->count] = step;
    table_put(w->slots, w->room, key, w->count++);
}

static uint32_t add_rows(writer *const w, const net *const n, const lexicon *const lex)
{
    const uint32_t most = lex->keys.count + lex->vector_keys.count;
    const size_t D = (size_t)n->d.input;
    row_writer rows = {
        n, ARENA_ARRAY(w->arena, int8_t, most * D), ARENA_ARRAY(w->arena, float, most), NULL, 0, 1};
    rows.slots = table_create(w->arena, most, &rows.room);
    float *const row = ARENA_ARRAY(w->arena, float, D);
    for (uint32_t i = 1; i < lex->keys.count; i++) {
        const uint64_t key = lex->keys.at[i];
        const uint32_t vector =
            casus_map_get(&lex->vector_of, (casus_str){(const char *)&key, sizeof key});
        memcpy(row, n->rows + i * D, D * sizeof(float));
        if (vector != CASUS_NONE) add_vector(n, lex, vector, row);
        write_row(&rows, key, row);
    }
    for (uint32_t i = 0; i < lex->vector_keys.count; i++) {
        const uint64_t key = lex->vector_keys.at[i];
        const casus_str bytes = {(const char *)&key, sizeof key};
        if (casus_map_get(&lex->vector_of, bytes) != i) continue;
        if (casus_map_get(&lex->rows, bytes) != CASUS_NONE) continue;
        memset(row, 0, D * sizeof(float));
        add_vector(n, lex, i, row);
        write_row(&rows, key, row);
    }
    add_part(w, "rows", rows.rows, rows.count * D);
    add_part(w, "row.scale", rows.scale, rows.count * sizeof(float));
    add_part(w, "units", rows.slots, rows.room * sizeof *rows.slots);
    return rows.count;
}

static void add_lemmas(writer *const w, lexicon *const lex, const corpus *const train)
{
    lemma_rules *const learned = ARENA_NEW(w->arena, lemma_rules);
    uint32_t room;
    lemmas_learn(lex, train, learned);
    casus_slot *const slots = table_create(w->arena, learned->rules.count, &room);
    for (uint32_t i = 0; i < learned->rules.count; i++)
        table_put(slots, room, learned->rules.at[i].key, learned->rules.at[i].script);
    add_part(w, "lemmas", slots, room * sizeof *slots);
    add_part(w, "scripts", learned->scripts.at, learned->scripts.count * sizeof(casus_script));
    printf("%u lemma rules, %u scripts\n", learned->rules.count, learned->scripts.count);
}

bool export_model(const net *const n, lexicon *const lex, const corpus *const train,
                  const char *const path)
{
    writer w = {.arena = casus_arena_create()};
    casus_model_header header = {.version = CASUS_MODEL_VERSION,
                                 .input = (uint32_t)n->d.input,
                                 .hidden = (uint32_t)n->d.hidden,
                                 .layers = (uint32_t)n->d.layers,
                                 .arc = (uint32_t)n->d.arc,
                                 .label = (uint32_t)n->d.label,
                                 .upos = UPOS_COUNT,
                                 .deprels = DEP_COUNT};
    add_part(&w, "header", &header, sizeof header);
    header.rows = add_rows(&w, n, lex);
    add_network(&w, n);
    add_part(&w, "feats", lex->feats.at, lex->feats.count * sizeof(uint32_t));
    add_lemmas(&w, lex, train);
    casus_error error = {0};
    const bool fine = casus_image_write(path, w.parts, w.count, &error) == CASUS_OK;
    if (!fine) fprintf(stderr, "%s: %s\n", path, error.detail);
    casus_arena_destroy(w.arena);
    return fine;
}

bool checkpoint_write(const net *const n, const char *const path)
{
    FILE *const file = fopen(path, "wb");
    if (!file) return false;
    const size_t rows = (size_t)n->row_count * n->d.input;
    const bool fine = fwrite(n->dense, sizeof(float), n->dense_size, file) == n->dense_size &&
                      fwrite(n->rows, sizeof(float), rows, file) == rows;
    return fclose(file) == 0 && fine;
}

bool checkpoint_read(net *const n, const char *const path)
{
    FILE *const file = fopen(path, "rb");
    if (!file) return false;
    const size_t rows = (size_t)n->row_count * n->d.input;
    const bool fine = fread(n->dense, sizeof(float), n->dense_size, file) == n->dense_size &&
                      fread(n->rows, sizeof(float), rows, file) == rows;
    fclose(file);
    return fine;
}
