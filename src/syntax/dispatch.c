#include <stddef.h>

#include "syntax/kernels.h"

extern const casus_kernels casus_kernels_portable;
#if defined __x86_64__
extern const casus_kernels casus_kernels_sse2, casus_kernels_avx2, casus_kernels_avx512;
#endif

const casus_kernels *casus_kernels_at(const uint32_t index)
{
    if (index == 0) return &casus_kernels_portable;
#if defined __x86_64__
    __builtin_cpu_init();
    if (index == 1) return &casus_kernels_sse2; /* all of this family have it */
    if (index == 2 && __builtin_cpu_supports("avx2")) return &casus_kernels_avx2;
    if (index == 3 && __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        return &casus_kernels_avx512;
#endif
    return NULL;
}

const casus_kernels *casus_kernels_choose(void)
{
    const casus_kernels *best = casus_kernels_at(0);
    for (uint32_t i = 1; i < CASUS_KERNELS_MOST; i++)
        if (casus_kernels_at(i)) best = casus_kernels_at(i);
    return best;
}
