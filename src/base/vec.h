/* Growable arrays in an arena.  Declare with VEC(type) name; zero is a valid empty one. */
#ifndef CASUS_BASE_VEC_H
#define CASUS_BASE_VEC_H

#include "base/arena.h"

#define VEC(type)                                                                                  \
    struct {                                                                                       \
        type *at;                                                                                  \
        uint32_t count, room;                                                                      \
    }

/* Appends a copy of `...` and gives its address. */
#define VEC_PUSH(vec, arena, ...)                                                                  \
    (casus_vec_grow((void **)&(vec)->at, (vec)->count, &(vec)->room, sizeof *(vec)->at, (arena)),  \
     (vec)->at[(vec)->count] = (__VA_ARGS__), &(vec)->at[(vec)->count++])

/* Makes room for one more element (internal to VEC_PUSH). */
void casus_vec_grow(void **at, uint32_t count, uint32_t *room, size_t size, casus_arena *arena);

#endif
