#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024, ALIGNMENT = alignof(max_align_t) };

typedef struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) char bytes[];
} block;

struct casus_arena {
    block *first, *current;
    size_t total;
};

_Noreturn static void out_of_memory(const size_t size)
{
    fprintf(stderr, "casus: out of memory (%zu bytes wanted)\n", size);
    exit(70);
}

static block *new_block(const size_t size)
{
    if (size > SIZE_MAX - sizeof(block)) return NULL;
    block *const fresh = malloc(sizeof(block) + size);
    if (fresh) *fresh = (block){.size = size};
    return fresh;
}

casus_arena *casus_arena_create(void)
{
    casus_arena *const arena = calloc(1, sizeof *arena);
    if (!arena) return NULL;
    arena->first = arena->current = new_block(FIRST_BLOCK);
    if (arena->first) return arena;
    free(arena);
    return NULL;
}

void casus_arena_destroy(casus_arena *const arena)
{
    if (!arena) return;
    for (block *at = arena->first, *next; at; at = next) {
        next = at->next;
        free(at);
    }
    free(arena);
}

void casus_arena_clean(casus_arena *const arena)
{
    for (block *at = arena->first; at; at = at->next) at->used = 0;
    arena->current = arena->first;
    arena->total = 0;
}

/* Moves on to the next block that holds `size` bytes, making one where none does. */
static void next_block(casus_arena *const arena, const size_t size)
{
    while (arena->current->next) {
        arena->current = arena->current->next;
        if (arena->current->size >= size) return;
    }
    size_t wanted = arena->current->size * 2;
    if (wanted < size) wanted = size;
    block *const fresh = new_block(wanted);
    if (!fresh) out_of_memory(wanted);
    arena->current = arena->current->next = fresh;
}

void *casus_arena_take(casus_arena *const arena, const size_t count, const size_t size)
{
    if (size && count > (SIZE_MAX - ALIGNMENT) / size) out_of_memory(SIZE_MAX);
    const size_t wanted = (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (arena->current->size - arena->current->used < wanted) next_block(arena, wanted);
    void *const found = arena->current->bytes + arena->current->used;
    arena->current->used += wanted;
    arena->total += wanted;
    return memset(found, 0, wanted);
}

casus_str casus_arena_copy(casus_arena *const arena, const casus_str text)
{
    char *const copy = casus_arena_take(arena, text.size + 1, 1);
    if (text.size) memcpy(copy, text.at, text.size);
    return (casus_str){copy, text.size};
}

casus_str casus_arena_format(casus_arena *const arena, const char *const format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    casus_str text = {"", 0};
    if (size > 0) {
        char *const bytes = casus_arena_take(arena, (size_t)size + 1, 1);
        vsnprintf(bytes, (size_t)size + 1, format, again);
        text = (casus_str){bytes, (size_t)size};
    }
    va_end(again);
    return text;
}

size_t casus_arena_used(const casus_arena *const arena)
{
    return arena->total;
}
