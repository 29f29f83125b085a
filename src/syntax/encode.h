/* From words to the output layer's numbers, for some sentences at a time. */
#ifndef CASUS_SYNTAX_ENCODE_H
#define CASUS_SYNTAX_ENCODE_H

#include "syntax/model.h"

enum {
    CASUS_CHUNK = 416, /* words that are read at a time; no less than the longest sentence */
    CASUS_CACHE = 1024 /* words whose vectors are kept at hand; a power of two */
};

/* A sentence, or as much of a long one as is read at once. */
typedef struct casus_piece {
    uint32_t first, count; /* words of the document */
} casus_piece;

/* Rows are packed by position: all first words, then all second words, …, longest sentence first,
 * so that the sentences still running at a position are a prefix of all. */
typedef struct casus_chunk {
    casus_piece *pieces; /* by falling length */
    uint32_t piece_count, rows, steps;
    uint32_t *start, *active; /* per position: first row, rows */
} casus_chunk;

/* Memory for the largest chunk of a document. */
typedef struct casus_workspace {
    casus_arena *scratch, *tree; /* gone with the parse; the second with each sentence */
    const casus_syntax_model *model;
    casus_document *document;
    casus_chunk chunk;
    uint64_t *cache_key; /* [CASUS_CACHE], 0 is free */
    float *cache_scale;
    int8_t *cache_row, *x;
    float *x_scale, *sum;
    int8_t *hidden[2];
    float *inputs, *cell, *out;
    float *product;                           /* [row][arc] */
    float *children, *heads, *scores, *label; /* of one sentence */
    uint32_t *head;
} casus_workspace;

static inline uint32_t casus_row_of(const casus_chunk *const chunk, const uint32_t piece,
                                    const uint32_t position)
{
    return chunk->start[position] + piece;
}

/* Fills `out` for the chunk: [row][columns.all], arc columns rectified, and `product`: child' A. */
void casus_encode(casus_workspace *w);

#endif
