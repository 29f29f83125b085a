/* One document, one arena: memory that is taken in small pieces and given back all at once. */
#ifndef CASUS_BASE_ARENA_H
#define CASUS_BASE_ARENA_H

#include "base/str.h"

typedef struct casus_arena casus_arena;

/* NULL when there is no memory.  Not shared between threads. */
casus_arena *casus_arena_create(void);
void casus_arena_destroy(casus_arena *arena); /* NULL is allowed */

/* Forgets all that was taken but keeps the memory for the next document. */
void casus_arena_clean(casus_arena *arena);

/* Zeroed memory for `count` things of `size` bytes, aligned for any type, valid until clean or
 * destroy. Never NULL: running out of memory (or an overflow of count * size) ends the program with
 * a clear line, since no document within its limits (see casus_limits) needs more than the machine
 * has. */
void *casus_arena_take(casus_arena *arena, size_t count, size_t size);

#define ARENA_NEW(arena, type) ((type *)casus_arena_take((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)casus_arena_take((arena), (count), sizeof(type)))

/* A copy of the string in the arena, with a NUL behind it that is not counted. */
casus_str casus_arena_copy(casus_arena *arena, casus_str text);

/* printf into the arena. */
casus_str casus_arena_format(casus_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes taken since the last clean. */
size_t casus_arena_used(const casus_arena *arena);

#endif
