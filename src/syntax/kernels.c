/* Compiled once per instruction set, with KERNELS_NAME and KERNELS_LABEL defined by the build. */
#include "syntax/kernels.h"

#include <math.h>
#include <string.h>

#include "syntax/activation.h"

#if defined __AVX2__
#include <immintrin.h>
#endif

extern const casus_kernels KERNELS_NAME;

typedef float vec __attribute__((vector_size(64), aligned(4), may_alias));

#if defined __AVX512VNNI__

/* Bytes of `a` are made unsigned by adding 128, which is taken off again as 128 * (sum of column).
 */
static inline __attribute__((always_inline)) void block(const int rows, const int panels,
                                                        const int8_t *const a, const uint32_t stride,
                                                        const int8_t *const packed,
                                                        const uint32_t depth, int32_t *const sums,
                                                        const uint32_t width)
{
    const __m512i flip = _mm512_set1_epi8((char)0x80);
    __m512i sum[8][4], offset[4];
    for (int p = 0; p < panels; p++) {
        offset[p] = _mm512_setzero_si512();
        for (int r = 0; r < rows; r++) sum[r][p] = _mm512_setzero_si512();
    }
    for (uint32_t k = 0; k < depth; k += CASUS_GROUP) {
        __m512i right[4];
        for (int p = 0; p < panels; p++) {
            right[p] = _mm512_loadu_si512(packed + ((size_t)p * depth + k) * CASUS_PANEL);
            offset[p] = _mm512_dpbusd_epi32(offset[p], flip, right[p]);
        }
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, a + (size_t)r * stride + k, sizeof four);
            const __m512i left = _mm512_xor_si512(_mm512_set1_epi32(four), flip);
            for (int p = 0; p < panels; p++)
                sum[r][p] = _mm512_dpbusd_epi32(sum[r][p], left, right[p]);
        }
    }
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < panels; p++)
            _mm512_storeu_si512(sums + (size_t)r * width + (size_t)p * CASUS_PANEL,
                                _mm512_sub_epi32(sum[r][p], offset[p]));
}
enum { BLOCK_ROWS = 6, BLOCK_PANELS = 4 };

#elif defined __AVX2__

/* Products of 16-bit numbers, summed in pairs; the pairs are joined at the end. */
static inline __attribute__((always_inline)) void block(const int rows, const int panels,
                                                        const int8_t *const a, const uint32_t stride,
                                                        const int8_t *const packed,
                                                        const uint32_t depth, int32_t *const sums,
                                                        const uint32_t width)
{
    (void)panels;
    __m256i sum[3][4];
    for (int r = 0; r < rows; r++)
        for (int q = 0; q < 4; q++) sum[r][q] = _mm256_setzero_si256();
    for (uint32_t k = 0; k < depth; k += CASUS_GROUP) {
        __m256i left[3];
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, a + (size_t)r * stride + k, sizeof four);
            left[r] = _mm256_broadcastq_epi64(_mm_cvtepi8_epi16(_mm_cvtsi32_si128(four)));
        }
        for (int q = 0; q < 4; q++) {
            const __m256i right = _mm256_cvtepi8_epi16(
                _mm_loadu_si128((const __m128i_u *)(packed + (size_t)k * CASUS_PANEL + q * 16)));
            for (int r = 0; r < rows; r++)
                sum[r][q] = _mm256_add_epi32(sum[r][q], _mm256_madd_epi16(left[r], right));
        }
    }
    for (int r = 0; r < rows; r++)
        for (int half = 0; half < 2; half++) {
            const __m256i pairs = _mm256_hadd_epi32(sum[r][2 * half], sum[r][2 * half + 1]);
            _mm256_storeu_si256((__m256i_u *)(sums + (size_t)r * width + half * 8),
                                _mm256_permute4x64_epi64(pairs, 0xd8));
        }
}
enum { BLOCK_ROWS = 3, BLOCK_PANELS = 1 };

#else

static inline void block(const int rows, const int panels, const int8_t *const a,
                         const uint32_t stride, const int8_t *const packed, const uint32_t depth,
                         int32_t *const sums, const uint32_t width)
{
    (void)panels;
    for (int r = 0; r < rows; r++) {
        int32_t sum[CASUS_PANEL] = {0};
        const int8_t *const left = a + (size_t)r * stride;
        for (uint32_t k = 0; k < depth; k++) {
            const int8_t *const right =
                packed + (size_t)(k / CASUS_GROUP) * CASUS_GROUP * CASUS_PANEL + k % CASUS_GROUP;
            for (int c = 0; c < CASUS_PANEL; c++)
                sum[c] += (int16_t)(left[k] * right[c * CASUS_GROUP]);
        }
        memcpy(sums + (size_t)r * width, sum, sizeof sum);
    }
}
enum { BLOCK_ROWS = 1, BLOCK_PANELS = 1 };

#endif

static inline __attribute__((always_inline)) void column_block(
    const int panels, uint32_t rows, const int8_t *a, const uint32_t stride,
    const int8_t *const packed, const uint32_t depth, int32_t *sums, const uint32_t width)
{
    for (; rows >= BLOCK_ROWS; rows -= BLOCK_ROWS) {
        block(BLOCK_ROWS, panels, a, stride, packed, depth, sums, width);
        a += (size_t)BLOCK_ROWS * stride;
        sums += (size_t)BLOCK_ROWS * width;
    }
    switch (rows) {
#if defined __AVX512VNNI__
    case 5: block(5, panels, a, stride, packed, depth, sums, width); break;
    case 4: block(4, panels, a, stride, packed, depth, sums, width); break;
    case 3: block(3, panels, a, stride, packed, depth, sums, width); break;
#endif
#if defined __AVX2__
    case 2: block(2, panels, a, stride, packed, depth, sums, width); break;
    case 1: block(1, panels, a, stride, packed, depth, sums, width); break;
#endif
    default: break;
    }
}

static void multiply(const uint32_t rows, const int8_t *const a, const uint32_t stride,
                     const casus_weights *const w, int32_t *const sums)
{
    uint32_t column = 0;
    for (; w->width - column >= BLOCK_PANELS * CASUS_PANEL; column += BLOCK_PANELS * CASUS_PANEL)
        column_block(BLOCK_PANELS, rows, a, stride, w->packed + (size_t)column * w->depth,
                     w->depth, sums + column, w->width);
    for (; column < w->width; column += CASUS_PANEL)
        column_block(1, rows, a, stride, w->packed + (size_t)column * w->depth, w->depth,
                     sums + column, w->width);
}

static void rescale(const uint32_t rows, const int32_t *const sums, const float *const row_scale,
                    const casus_weights *const w, float *const out)
{
    for (uint32_t r = 0; r < rows; r++) {
        const int32_t *const from = sums + (size_t)r * w->width;
        float *const to = out + (size_t)r * w->width;
        const float scale = row_scale[r];
        for (uint32_t c = 0; c < w->width; c++)
            to[c] = (float)from[c] * (scale * w->scale[c]) + w->bias[c];
    }
}

static inline float clamp(const float x, const float limit)
{
    const float low = x < -limit ? -limit : x;
    return low > limit ? limit : low;
}

/* sigmoid(a) tanh(b) with one division. */
static inline float gated(const float a, const float b)
{
    const float ea = casus_exp(-clamp(a, 30.0f)), eb = casus_exp(-2.0f * clamp(b, 15.0f));
    return (1.0f - eb) / ((1.0f + ea) * (1.0f + eb));
}

static inline int8_t to_byte(const float x)
{
    const float shift = 12582912.0f; /* rounds to the nearest whole number, see activation.h */
    return (int8_t)(int32_t)((x + shift) - shift);
}

static void gates(const uint32_t hidden, const float *const inputs, const int32_t *const sums,
                  const float *const recurrent, float *const cell, int8_t *const out)
{
    float gate[4][512];
    const uint32_t H = hidden;
    for (uint32_t g = 0; g < 4; g++) {
        if (sums)
            for (uint32_t i = 0; i < H; i++)
                gate[g][i] = inputs[g * H + i] + (float)sums[g * H + i] * recurrent[g * H + i];
        else
            memcpy(gate[g], inputs + (size_t)g * H, H * sizeof(float));
    }
    for (uint32_t i = 0; i < H; i++) {
        const float forget = 1.0f / (1.0f + casus_exp(-clamp(gate[1][i], 30.0f)));
        const float c = forget * cell[i] + gated(gate[0][i], gate[2][i]);
        cell[i] = c;
        gate[0][i] = 127.0f * gated(gate[3][i], c);
    }
    for (uint32_t i = 0; i < H; i++) out[i] = to_byte(gate[0][i]);
}

static inline __attribute__((always_inline)) void micro(const int mr, const int nv,
                                                        const uint32_t k, const float *const a,
                                                        const uint32_t lda, const float *const b,
                                                        const uint32_t ldb,
                                                        const float *const bias, float *const c,
                                                        const uint32_t ldc)
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

static inline __attribute__((always_inline)) void float_panel(
    const int nv, uint32_t m, const uint32_t k, const float *a, const uint32_t lda,
    const float *const b, const uint32_t ldb, const float *const bias, float *c, const uint32_t ldc)
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
    for (uint32_t i = 0; i < count; i++) out[i] = to_byte(x[i] * scale);
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

const casus_kernels KERNELS_NAME = {KERNELS_LABEL, multiply, rescale,  gates,
                                    matmul,        add_row,  quantise, partition};
