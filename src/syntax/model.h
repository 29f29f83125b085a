/* The trained model as it lies in its file (base/image.h), mapped and used in place. */
#ifndef CASUS_SYNTAX_MODEL_H
#define CASUS_SYNTAX_MODEL_H

#include "base/image.h"
#include "syntax/kernels.h"
#include "syntax/lemma.h"
#include "syntax/syntax.h"

enum {
    CASUS_MODEL_VERSION = 2,
    CASUS_LAYERS_MOST = 3,
    CASUS_WIDTH_MOST = 512, /* of input, hidden, arc and label */
    CASUS_UPOS_WIDTH = 32,  /* columns of the output layer, padded to whole vectors */
    CASUS_FEATS_WIDTH = 128,
    CASUS_NER_WIDTH = 16,
    CASUS_NER_TAGS = 9,
    CASUS_LABEL_WIDTH = 64
};

/* Section "header". */
typedef struct casus_model_header {
    uint32_t version, input, hidden, layers, arc, label, rows, upos, deprels, reserved;
} casus_model_header;

/* First columns of the parts of the output layer. */
typedef struct casus_columns {
    uint32_t arc_child, arc_head, label_child, label_head, upos, feats, ner, all;
} casus_columns;

struct casus_syntax_model {
    casus_image image;
    casus_model_header size;
    casus_columns columns;
    casus_table units, lemmas;
    const int8_t *rows; /* [row][input]; row 0 is nothing */
    const float *row_scale;
    casus_weights input[CASUS_LAYERS_MOST][2], recurrent[CASUS_LAYERS_MOST][2];
    casus_weights out;
    const float *arc, *arc_bias, *root_arc, *root_label, *label, *label_bias;
    const uint32_t *feats;
    uint32_t feats_count;
    const casus_script *scripts;
    uint32_t script_count;
    const casus_kernels *kernels;
};

casus_columns casus_columns_of(uint32_t arc, uint32_t label);

#endif
