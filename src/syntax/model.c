#include "syntax/model.h"

#include <stdio.h>
#include <stdlib.h>

/* What is being opened; `sound` falls where a section is missing or of a wrong size. */
typedef struct opening {
    casus_syntax_model *model;
    bool sound;
} opening;

casus_columns casus_columns_of(const uint32_t arc, const uint32_t label)
{
    casus_columns c = {0};
    c.arc_head = arc;
    c.label_child = c.arc_head + arc;
    c.label_head = c.label_child + label;
    c.upos = c.label_head + label;
    c.feats = c.upos + CASUS_UPOS_WIDTH;
    c.ner = c.feats + CASUS_FEATS_WIDTH;
    c.all = c.ner + CASUS_NER_WIDTH;
    return c;
}

static const void *section(opening *const o, const char *const name, const size_t element,
                           const uint32_t count)
{
    uint32_t found;
    const void *const at = casus_image_array(&o->model->image, name, element, &found);
    if (!at || found != count) o->sound = false;
    return at;
}

static casus_table table(opening *const o, const char *const name)
{
    uint32_t count;
    const casus_slot *const slots =
        casus_image_array(&o->model->image, name, sizeof *slots, &count);
    if (!slots || !count || (count & (count - 1))) o->sound = false;
    return (casus_table){slots, count};
}

static casus_weights weights(opening *const o, const char *const name, const uint32_t depth,
                             const uint32_t width, const bool with_bias)
{
    char part[2 * CASUS_IMAGE_NAME];
    casus_weights w = {.depth = depth, .width = width};
    snprintf(part, sizeof part, "%s.w", name);
    w.packed = section(o, part, sizeof *w.packed, depth * width);
    snprintf(part, sizeof part, "%s.s", name);
    w.scale = section(o, part, sizeof *w.scale, width);
    snprintf(part, sizeof part, "%s.o", name);
    w.offset = section(o, part, sizeof *w.offset, width);
    snprintf(part, sizeof part, "%s.b", name);
    if (with_bias) w.bias = section(o, part, sizeof *w.bias, width);
    return w;
}

static bool is_width(const uint32_t width)
{
    return width && width <= CASUS_WIDTH_MOST && width % CASUS_PANEL == 0;
}

static bool header_sound(const casus_model_header *const h)
{
    return h->version == CASUS_MODEL_VERSION && is_width(h->input) && is_width(h->hidden) &&
           is_width(h->arc) && is_width(h->label) && h->layers && h->layers <= CASUS_LAYERS_MOST &&
           h->upos == UPOS_COUNT && h->deprels == DEP_COUNT && h->rows &&
           h->rows < UINT32_MAX / CASUS_WIDTH_MOST;
}

static void open_layers(opening *const o)
{
    casus_syntax_model *const m = o->model;
    const uint32_t hidden = m->size.hidden;
    for (uint32_t layer = 0; layer < m->size.layers; layer++)
        for (uint32_t way = 0; way < 2; way++) {
            char name[CASUS_IMAGE_NAME];
            snprintf(name, sizeof name, "l%u%c.in", layer & 7, way ? 'b' : 'f');
            m->input[layer][way] =
                weights(o, name, layer ? 2 * hidden : m->size.input, 4 * hidden, true);
            snprintf(name, sizeof name, "l%u%c.re", layer & 7, way ? 'b' : 'f');
            m->recurrent[layer][way] = weights(o, name, hidden, 4 * hidden, false);
        }
}

static void open_parts(opening *const o)
{
    casus_syntax_model *const m = o->model;
    const uint32_t arc = m->size.arc, label = m->size.label;
    m->columns = casus_columns_of(arc, label);
    m->units = table(o, "units");
    m->lemmas = table(o, "lemmas");
    m->rows = section(o, "rows", 1, m->size.rows * m->size.input);
    m->row_scale = section(o, "row.scale", sizeof(float), m->size.rows);
    open_layers(o);
    m->out = weights(o, "out", 2 * m->size.hidden, m->columns.all, true);
    m->arc = section(o, "arc", sizeof(float), arc * arc);
    m->arc_bias = section(o, "arc.bias", sizeof(float), arc);
    m->root_arc = section(o, "root.arc", sizeof(float), arc);
    m->root_label = section(o, "root.label", sizeof(float), label);
    m->label = section(o, "label", sizeof(float), label * CASUS_LABEL_WIDTH);
    m->label_bias = section(o, "label.bias", sizeof(float), CASUS_LABEL_WIDTH);
    m->feats = casus_image_array(&m->image, "feats", sizeof *m->feats, &m->feats_count);
    m->scripts = casus_image_array(&m->image, "scripts", sizeof *m->scripts, &m->script_count);
    if (!m->feats_count || m->feats_count > CASUS_FEATS_WIDTH || !m->script_count) o->sound = false;
}

casus_code casus_syntax_open(const char *const path, casus_syntax_model **const model,
                             casus_error *const error)
{
    *model = NULL;
    casus_image image;
    const casus_code code = casus_image_open(path, &image, error);
    if (code != CASUS_OK) return code;
    casus_syntax_model *const m = calloc(1, sizeof *m);
    if (!m) {
        casus_image_close(&image);
        return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "no memory");
    }
    m->image = image;
    opening o = {m, true};
    const casus_model_header *const header = section(&o, "header", sizeof *header, 1);
    if (o.sound && header_sound(header)) {
        m->size = *header;
        open_parts(&o);
    } else {
        o.sound = false;
    }
    if (!o.sound) {
        casus_syntax_close(m);
        return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "no syntax model of version %d",
                          CASUS_MODEL_VERSION);
    }
    m->kernels = casus_kernels_choose();
    *model = m;
    return CASUS_OK;
}

void casus_syntax_close(casus_syntax_model *const model)
{
    if (!model) return;
    casus_image_close(&model->image);
    free(model);
}
