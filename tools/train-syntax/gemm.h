/* Single-precision matrix products for training. */
#ifndef CASUS_TRAIN_GEMM_H
#define CASUS_TRAIN_GEMM_H

#include <stdbool.h>

/* C[m x n] = A[m x k] B[k x n], added to C where `add`.  A is read at a[i * rows + p * columns], so
 * that a transpose costs nothing; B and C are row-major; n is a multiple of 16.  Each element is
 * summed in order of k, so the result does not depend on the vector width. */
void gemm(int m, int n, int k, const float *a, int rows, int columns, const float *b, int ldb,
          float *c, int ldc, bool add);

/* to[n x m] = transpose of from[m x n]. */
void transpose(int m, int n, const float *from, float *to);

#endif
