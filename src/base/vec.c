#include "base/vec.h"

#include <stdio.h>
#include <stdlib.h>

void casus_vec_grow(void **const at, const uint32_t count, uint32_t *const room, const size_t size,
                    casus_arena *const arena)
{
    if (count < *room) return;
    if (*room > UINT32_MAX / 2) {
        fputs("casus: an array outgrew 32 bits\n", stderr);
        exit(70);
    }
    const uint32_t wanted = *room ? *room * 2 : 8;
    void *const bigger = casus_arena_take(arena, wanted, size);
    if (count) memcpy(bigger, *at, count * size);
    *at = bigger;
    *room = wanted;
}
