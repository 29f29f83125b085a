/* Compiled once per instruction set, with KERNELS_NAME and KERNELS_LABEL defined by the build. */
#include "syntax/kernels.h"

#include <math.h>
#include <string.h>

#include "syntax/activation.h"

#if defined __AVX2__ || defined KERNELS_SSE2
#include <immintrin.h>
#endif

extern const casus_kernels KERNELS_NAME;

typedef float vec __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t whole __attribute__((vector_size(64), aligned(4), may_alias));

/* What a block of sums becomes. */
typedef struct target {
    const casus_weights *weights;
    const float *row_scale; /* of the block's first row, or NULL */
    float *out;             /* of the block's first element */
    uint32_t column;
} target;

/* 16 sums of a row become numbers. */
static inline __attribute__((always_inline)) void finish(const target *const t, const int row,
                                                         const int panel, const whole sums)
{
    const casus_weights *const w = t->weights;
    const uint32_t column = t->column + (uint32_t)panel * CASUS_PANEL;
    float *const out = t->out + (size_t)row * w->width + (size_t)panel * CASUS_PANEL;
    const float *const base = w->bias ? w->bias + column : out;
    const float scale = t->row_scale ? t->row_scale[row] : 1.0f;
    *(vec *)out = *(const vec *)base +
                  __builtin_convertvector(sums, vec) * (scale * *(const vec *)(w->scale + column));
}

#if defined __AVX512VNNI__

/* sum += left . right; written out because GCC 12 moves sums about around its built-in. */
static inline __attribute__((always_inline)) void dot(__m512i *const sum, const __m512i left,
                                                      const __m512i right)
{
    __asm__("vpdpbusd %2, %1, %0" : "+v"(*sum) : "v"(left), "v"(right));
}

/* Bytes of `a` are made unsigned by adding 128; `offset` takes that off again. */
static inline __attribute__((always_inline)) void block(const int rows, const int panels,
                                                        const int8_t *const a,
                                                        const uint32_t stride,
                                                        const target *const t)
{
    const uint32_t depth = t->weights->depth;
    const int8_t *const packed = t->weights->packed + (size_t)t->column * depth;
    const __m512i flip = _mm512_set1_epi8((char)0x80);
    __m512i sum[6][4];
#pragma GCC unroll 4
    for (int p = 0; p < panels; p++) {
        sum[0][p] = _mm512_loadu_si512(t->weights->offset + t->column + p * CASUS_PANEL);
#pragma GCC unroll 6
        for (int r = 1; r < rows; r++) sum[r][p] = sum[0][p];
    }
    for (uint32_t k = 0; k < depth; k += CASUS_GROUP) {
        __m512i right[4];
#pragma GCC unroll 4
        for (int p = 0; p < panels; p++)
            right[p] = _mm512_loadu_si512(packed + ((size_t)p * depth + k) * CASUS_PANEL);
#pragma GCC unroll 6
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, a + (size_t)r * stride + k, sizeof four);
            const __m512i left = _mm512_xor_si512(_mm512_set1_epi32(four), flip);
#pragma GCC unroll 4
            for (int p = 0; p < panels; p++) dot(&sum[r][p], left, right[p]);
        }
    }
#pragma GCC unroll 6
    for (int r = 0; r < rows; r++)
#pragma GCC unroll 4
        for (int p = 0; p < panels; p++) finish(t, r, p, (whole)sum[r][p]);
}
enum { BLOCK_ROWS = 6, BLOCK_PANELS = 4 };

#elif defined __AVX2__

/* Products of 16-bit numbers, summed in pairs; the pairs are joined at the end. */
static inline __attribute__((always_inline)) void block(const int rows, const int panels,
                                                        const int8_t *const a,
                                                        const uint32_t stride,
                                                        const target *const t)
{
    const uint32_t depth = t->weights->depth;
    const int8_t *const packed = t->weights->packed + (size_t)t->column * depth;
    (void)panels;
    __m256i sum[3][4];
#pragma GCC unroll 3
    for (int r = 0; r < rows; r++)
#pragma GCC unroll 4
        for (int q = 0; q < 4; q++) sum[r][q] = _mm256_setzero_si256();
    for (uint32_t k = 0; k < depth; k += CASUS_GROUP) {
        __m256i right[4];
#pragma GCC unroll 4
        for (int q = 0; q < 4; q++)
            right[q] = _mm256_cvtepi8_epi16(
                _mm_loadu_si128((const __m128i_u *)(packed + (size_t)k * CASUS_PANEL + q * 16)));
#pragma GCC unroll 3
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, a + (size_t)r * stride + k, sizeof four);
            const __m256i left = _mm256_cvtepi8_epi16(_mm_set1_epi32(four));
#pragma GCC unroll 4
            for (int q = 0; q < 4; q++)
                sum[r][q] = _mm256_add_epi32(sum[r][q], _mm256_madd_epi16(left, right[q]));
        }
    }
#pragma GCC unroll 3
    for (int r = 0; r < rows; r++) {
        int32_t sums[CASUS_PANEL];
#pragma GCC unroll 2
        for (int half = 0; half < 2; half++) {
            const __m256i pairs = _mm256_hadd_epi32(sum[r][2 * half], sum[r][2 * half + 1]);
            _mm256_storeu_si256((__m256i_u *)(sums + half * 8),
                                _mm256_permute4x64_epi64(pairs, 0xd8));
        }
        finish(t, r, 0, *(const whole *)sums);
    }
}
enum { BLOCK_ROWS = 3, BLOCK_PANELS = 1 };

#elif defined KERNELS_SSE2

/* As with AVX2, for four columns at a time. */
static inline __attribute__((always_inline)) void block(const int rows, const int panels,
                                                        const int8_t *const a,
                                                        const uint32_t stride,
                                                        const target *const t)
{
    const uint32_t depth = t->weights->depth;
    const __m128i zero = _mm_setzero_si128();
    int32_t sums[2][CASUS_PANEL];
    (void)panels;
    for (int q = 0; q < 4; q++) {
        const int8_t *packed = t->weights->packed + (size_t)t->column * depth + q * 16;
        __m128i sum[2][2] = {{zero, zero}, {zero, zero}};
        for (uint32_t k = 0; k < depth; k += CASUS_GROUP, packed += CASUS_GROUP * CASUS_PANEL) {
            const __m128i bytes = _mm_loadu_si128((const __m128i_u *)packed);
            const __m128i sign = _mm_cmpgt_epi8(zero, bytes);
            const __m128i low = _mm_unpacklo_epi8(bytes, sign);
            const __m128i high = _mm_unpackhi_epi8(bytes, sign);
#pragma GCC unroll 2
            for (int r = 0; r < rows; r++) {
                int32_t four;
                memcpy(&four, a + (size_t)r * stride + k, sizeof four);
                const __m128i same = _mm_set1_epi32(four);
                const __m128i left = _mm_unpacklo_epi8(same, _mm_cmpgt_epi8(zero, same));
                sum[r][0] = _mm_add_epi32(sum[r][0], _mm_madd_epi16(left, low));
                sum[r][1] = _mm_add_epi32(sum[r][1], _mm_madd_epi16(left, high));
            }
        }
#pragma GCC unroll 2
        for (int r = 0; r < rows; r++) {
            const __m128 x = _mm_castsi128_ps(sum[r][0]), y = _mm_castsi128_ps(sum[r][1]);
            const __m128i even = _mm_castps_si128(_mm_shuffle_ps(x, y, 0x88));
            const __m128i odd = _mm_castps_si128(_mm_shuffle_ps(x, y, 0xdd));
            _mm_storeu_si128((__m128i_u *)(sums[r] + q * 4), _mm_add_epi32(even, odd));
        }
    }
    for (int r = 0; r < rows; r++) finish(t, r, 0, *(const whole *)sums[r]);
}
enum { BLOCK_ROWS = 2, BLOCK_PANELS = 1 };

#else

static inline void block(const int rows, const int panels, const int8_t *const a,
                         const uint32_t stride, const target *const t)
{
    const uint32_t depth = t->weights->depth;
    const int8_t *const packed = t->weights->packed + (size_t)t->column * depth;
    (void)panels;
    for (int r = 0; r < rows; r++) {
        int32_t sums[CASUS_PANEL] = {0};
        const int8_t *const left = a + (size_t)r * stride;
        for (uint32_t k = 0; k < depth; k += CASUS_GROUP) {
            const int8_t *const right = packed + (size_t)k * CASUS_PANEL;
            const int l0 = left[k], l1 = left[k + 1], l2 = left[k + 2], l3 = left[k + 3];
            for (int c = 0; c < CASUS_PANEL; c++) {
                const int8_t *const four = right + c * CASUS_GROUP;
                sums[c] += l0 * four[0] + l1 * four[1] + l2 * four[2] + l3 * four[3];
            }
        }
        finish(t, r, 0, *(const whole *)sums);
    }
}
enum { BLOCK_ROWS = 1, BLOCK_PANELS = 1 };

#endif

static inline __attribute__((always_inline)) void
column_block(const int panels, uint32_t rows, const int8_t *a, const uint32_t stride, target t)
{
    for (; rows >= BLOCK_ROWS; rows -= BLOCK_ROWS) {
        block(BLOCK_ROWS, panels, a, stride, &t);
        a += (size_t)BLOCK_ROWS * stride;
        t.out += (size_t)BLOCK_ROWS * t.weights->width;
        if (t.row_scale) t.row_scale += BLOCK_ROWS;
    }
    switch (rows) {
#if defined __AVX512VNNI__
    case 5:
        block(5, panels, a, stride, &t);
        break;
    case 4:
        block(4, panels, a, stride, &t);
        break;
    case 3:
        block(3, panels, a, stride, &t);
        break;
#endif
#if defined __AVX2__ || defined KERNELS_SSE2
    case 2:
        block(2, panels, a, stride, &t);
        break;
    case 1:
        block(1, panels, a, stride, &t);
        break;
#endif
    default:
        break;
    }
}

static void multiply(const uint32_t rows, const int8_t *const a, const uint32_t stride,
                     const casus_weights *const w, const float *const row_scale, float *const out)
{
    uint32_t column = 0;
    for (; w->width - column >= BLOCK_PANELS * CASUS_PANEL; column += BLOCK_PANELS * CASUS_PANEL)
        column_block(BLOCK_PANELS, rows, a, stride, (target){w, row_scale, out + column, column});
    for (; column < w->width; column += CASUS_PANEL)
        column_block(1, rows, a, stride, (target){w, row_scale, out + column, column});
}

static inline float clamp(const float x, const float limit)
{
    const float low = x > -limit ? x : -limit; /* so put, what is no number becomes -limit */
    return low < limit ? low : limit;
}

/* 2^x for -64 <= x <= 64: as casus_exp, with a shorter polynomial (error below 5e-5), which is more
 * than enough where bytes come out. */
static inline float power_of_two(const float x)
{
    const float shift = 12582912.0f, moved = x + shift, f = x - (moved - shift);
    union {
        float number;
        int32_t bits;
    } exponent = {.number = moved}, power;
    power.number =
        (((9.61813e-3f * f + 5.550411e-2f) * f + 2.402265e-1f) * f + 6.931472e-1f) * f + 1.0f;
    power.bits = (int32_t)((uint32_t)power.bits + ((uint32_t)exponent.bits << 23));
    return power.number;
}

/* sigmoid(a) tanh(b) with one division; log2(e) = 1.442695. */
static inline float gated(const float a, const float b)
{
    const float ea = power_of_two(clamp(a * -1.442695f, 40.0f));
    const float eb = power_of_two(clamp(b * -2.885390f, 40.0f));
    return (1.0f - eb) / ((1.0f + ea) * (1.0f + eb));
}

static inline int8_t to_byte(const float x)
{
    const float shift = 12582912.0f; /* rounds to the nearest whole number, see activation.h */
    return (int8_t)(int32_t)((x + shift) - shift);
}

static void gates(const uint32_t hidden, const float *const restrict gate,
                  float *const restrict cell, int8_t *const restrict out)
{
    enum { MOST = 512 };
    float value[MOST];
    const uint32_t H = hidden < MOST ? hidden : MOST;
    for (uint32_t i = 0; i < H; i++) {
        const float forget = 1.0f / (1.0f + power_of_two(clamp(gate[H + i] * -1.442695f, 40.0f)));
        cell[i] = forget * cell[i] + gated(gate[i], gate[2 * H + i]);
    }
    for (uint32_t i = 0; i < H; i++) value[i] = 127.0f * gated(gate[3 * H + i], cell[i]);
    for (uint32_t i = 0; i < H; i++) out[i] = to_byte(value[i]);
}

static inline __attribute__((always_inline)) void micro(const int mr, const int nv,
                                                        const uint32_t k, const float *const a,
                                                        const uint32_t lda, const float *const b,
                                                        const uint32_t ldb, const float *const bias,
                                                        float *const c, const uint32_t ldc)
{
    vec sum[4][4];
    for (int i = 0; i < mr; i++)
        for (int j = 0; j < nv; j++)
            sum[i][j] = bias ? *(const vec *)(bias + j * CASUS_PANEL) : (vec){0};
    for (uint32_t p = 0; p < k; p++)
        for (int j = 0; j < nv; j++) {
            const vec right = *(const vec *)(b + (size_t)p * ldb + (size_t)j * CASUS_PANEL);
            for (int i = 0; i < mr; i++) sum[i][j] += a[(size_t)i * lda + p] * right;
        }
    for (int i = 0; i < mr; i++)
        for (int j = 0; j < nv; j++)
            *(vec *)(c + (size_t)i * ldc + (size_t)j * CASUS_PANEL) = sum[i][j];
}

static inline __attribute__((always_inline)) void
float_panel(const int nv, uint32_t m, const uint32_t k, const float *a, const uint32_t lda,
            const float *const b, const uint32_t ldb, const float *const bias, float *c,
            const uint32_t ldc)
{
    for (; m >= 4; m -= 4, a += (size_t)4 * lda, c += (size_t)4 * ldc)
        micro(4, nv, k, a, lda, b, ldb, bias, c, ldc);
    for (; m; m--, a += lda, c += ldc) micro(1, nv, k, a, lda, b, ldb, bias, c, ldc);
}

static void matmul(const uint32_t m, const uint32_t n, const uint32_t k, const float *const a,
                   const uint32_t lda, const float *const b, const uint32_t ldb,
                   const float *const bias, float *const c, const uint32_t ldc)
{
#if defined __AVX512F__
    enum { WIDE = 4 };
#else
    enum { WIDE = 1 };
#endif
    uint32_t j = 0;
    for (; n - j >= WIDE * CASUS_PANEL; j += WIDE * CASUS_PANEL)
        float_panel(WIDE, m, k, a, lda, b + j, ldb, bias ? bias + j : NULL, c + j, ldc);
    for (; j < n; j += CASUS_PANEL)
        float_panel(1, m, k, a, lda, b + j, ldb, bias ? bias + j : NULL, c + j, ldc);
}

static void rectify(const uint32_t count, const float *const a, const float *const b,
                    float *const to)
{
    for (uint32_t i = 0; i < count; i += CASUS_PANEL) {
        vec sum = *(const vec *)(a + i);
        if (b) sum += *(const vec *)(b + i);
        const whole keep = sum > (vec){0};
        *(vec *)(to + i) = (vec)((whole)sum & keep);
    }
}

static void add_row(const uint32_t count, const int8_t *const row, const float scale,
                    float *const to)
{
    for (uint32_t i = 0; i < count; i++) to[i] += (float)row[i] * scale;
}

static float quantise(const uint32_t count, const float *const x, int8_t *const out)
{
    float lane[CASUS_PANEL] = {0}, most = 1e-9f;
    for (uint32_t i = 0; i < count; i += CASUS_PANEL)
        for (int j = 0; j < CASUS_PANEL; j++) {
            const float size = fabsf(x[i + j]);
            lane[j] = size > lane[j] ? size : lane[j];
        }
    for (int j = 0; j < CASUS_PANEL; j++) most = lane[j] > most ? lane[j] : most;
    const float scale = 127.0f / most;
    for (uint32_t i = 0; i < count; i++) out[i] = to_byte(clamp(x[i] * scale, 127.0f));
    return most / 127.0f;
}

static float partition(const uint32_t count, const float *const scores, const float best)
{
    float lane[CASUS_PANEL] = {0}, sum = 0;
    uint32_t i = 0;
    for (; i + CASUS_PANEL <= count; i += CASUS_PANEL)
        for (int j = 0; j < CASUS_PANEL; j++) lane[j] += casus_exp(scores[i + j] - best);
    for (int j = 0; i < count; i++, j++) lane[j] += casus_exp(scores[i] - best);
    for (int j = 0; j < CASUS_PANEL; j++) sum += lane[j];
    return sum;
}

const casus_kernels KERNELS_NAME = {KERNELS_LABEL, multiply, gates,    matmul,
                                    rectify,       add_row,  quantise, partition};
