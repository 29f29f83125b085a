/* The arithmetic of the network.  The same source is compiled for several instruction sets, and
 * the best one that the machine has is chosen at run time; all give the same bits: whole-number
 * sums are exact, and floating-point sums are taken in the same order, without fused steps. */
#ifndef CASUS_SYNTAX_KERNELS_H
#define CASUS_SYNTAX_KERNELS_H

#include <stdint.h>

enum { CASUS_PANEL = 16, CASUS_GROUP = 4 };

/* A matrix of weights [depth x width], in panels of 16 columns: packed[panel][depth /
 * 4][column][4], from -127 to 127.  A value is packed * scale[column]. */
typedef struct casus_weights {
    const int8_t *packed;
    const float *scale, *bias; /* [width] */
    const int32_t *offset;     /* [width]: -128 times the sum of the column */
    uint32_t depth, width;     /* multiples of 16 */
} casus_weights;

typedef struct casus_kernels {
    const char *name;

    /* out[rows x width] = base + (a[rows x depth] packed) * row_scale[row] * scale[column], where
     * base is the bias, or what `out` holds where the weights have none.  Rows of `a` are `stride`
     * bytes apart; row_scale may be NULL. */
    void (*multiply)(uint32_t rows, const int8_t *a, uint32_t stride, const casus_weights *weights,
                     const float *row_scale, float *out);

    /* One step of an LSTM for one sentence.  `gates` (in | forget | new | out, `hidden` each) are
     * their sums.  Updates `cell`; writes hidden * 127. */
    void (*gates)(uint32_t hidden, const float *gates, float *cell, int8_t *out);

    /* c[m x n] = a[m x k] b[k x n] + bias[n] (none where NULL); n is a multiple of 16. */
    void (*matmul)(uint32_t m, uint32_t n, uint32_t k, const float *a, uint32_t lda, const float *b,
                   uint32_t ldb, const float *bias, float *c, uint32_t ldc);

    /* to[i] = the greater of 0 and a[i] + b[i]; b may be NULL, `to` may be a. */
    void (*rectify)(uint32_t count, const float *a, const float *b, float *to);

    /* to[i] += row[i] * scale */
    void (*add_row)(uint32_t count, const int8_t *row, float scale, float *to);

    /* out = x / scale, rounded, where scale makes the largest 127; gives the scale. */
    float (*quantise)(uint32_t count, const float *x, int8_t *out);

    /* exp(scores[i] - scores[best]), summed; `count` of them, padded to 16 with what may be read.
     */
    float (*partition)(uint32_t count, const float *scores, float best);
} casus_kernels;

/* The best for this machine; never NULL. */
const casus_kernels *casus_kernels_choose(void);

/* The others, for tests: NULL where this machine lacks the instructions or from the end on.
 * 0 is the portable one. */
const casus_kernels *casus_kernels_at(uint32_t index);
enum { CASUS_KERNELS_MOST = 4 };

#endif
