#include "gemm.h"

#include <string.h>

enum { LANES = 16, BLOCK = 8 };
typedef float vec __attribute__((vector_size(64), aligned(4), may_alias));

/* A block of `mr` rows by `nv` vectors; both are constants where it is inlined. */
static inline __attribute__((always_inline)) void micro(const int mr, const int nv, const int k,
                                                        const float *const a, const int rows,
                                                        const int columns, const float *const b,
                                                        const int ldb, float *const c,
                                                        const int ldc, const bool add)
{
    vec sum[BLOCK][3];
    for (int i = 0; i < mr; i++)
        for (int j = 0; j < nv; j++)
            sum[i][j] = add ? *(const vec *)(c + (long)i * ldc + j * LANES) : (vec){0};
    for (int p = 0; p < k; p++) {
        const float *const row = b + (long)p * ldb;
        const float *const column = a + (long)p * columns;
        vec right[3];
        for (int j = 0; j < nv; j++) right[j] = *(const vec *)(row + j * LANES);
        for (int i = 0; i < mr; i++) {
            const float left = column[(long)i * rows];
            for (int j = 0; j < nv; j++) sum[i][j] += left * right[j];
        }
    }
    for (int i = 0; i < mr; i++)
        for (int j = 0; j < nv; j++) *(vec *)(c + (long)i * ldc + j * LANES) = sum[i][j];
}

#define CASE(mr, nv)                                                                               \
    case mr:                                                                                       \
        micro(mr, nv, k, a, rows, columns, b, ldb, c, ldc, add);                                   \
        break

#define PANEL(nv)                                                                                  \
    static void panel_##nv(const int m, const int k, const float *a, const int rows,               \
                           const int columns, const float *const b, const int ldb, float *c,       \
                           const int ldc, const bool add)                                          \
    {                                                                                              \
        for (int i = 0; i < m; i += BLOCK) {                                                       \
            switch (m - i < BLOCK ? m - i : BLOCK) {                                               \
                CASE(1, nv);                                                                       \
                CASE(2, nv);                                                                       \
                CASE(3, nv);                                                                       \
                CASE(4, nv);                                                                       \
                CASE(5, nv);                                                                       \
                CASE(6, nv);                                                                       \
                CASE(7, nv);                                                                       \
                CASE(8, nv);                                                                       \
            default:                                                                               \
                break;                                                                             \
            }                                                                                      \
            a += (long)BLOCK * rows;                                                               \
            c += (long)BLOCK * ldc;                                                                \
        }                                                                                          \
    }
PANEL(1)
PANEL(2)
PANEL(3)

void gemm(const int m, const int n, const int k, const float *const a, const int rows,
          const int columns, const float *const b, const int ldb, float *const c, const int ldc,
          const bool add)
{
    int j = 0;
    for (; n - j >= 3 * LANES && n - j != 4 * LANES; j += 3 * LANES)
        panel_3(m, k, a, rows, columns, b + j, ldb, c + j, ldc, add);
    for (; n - j >= 2 * LANES; j += 2 * LANES)
        panel_2(m, k, a, rows, columns, b + j, ldb, c + j, ldc, add);
    if (j < n) panel_1(m, k, a, rows, columns, b + j, ldb, c + j, ldc, add);
}

void transpose(const int m, const int n, const float *const from, float *const to)
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) to[(long)j * m + i] = from[(long)i * n + j];
}
