/* A hash table from strings to 32-bit numbers, in an arena.  Iteration order is insertion order. */
#ifndef CASUS_BASE_MAP_H
#define CASUS_BASE_MAP_H

#include "base/vec.h"

#define CASUS_NONE UINT32_MAX

typedef struct casus_map_entry {
    casus_str key;
    uint32_t value, hash;
} casus_map_entry;

typedef struct casus_map {
    VEC(casus_map_entry) entries;
    uint32_t *slots; /* entry number + 1; 0 is free */
    uint32_t room;   /* slots, a power of two */
} casus_map;

/* The value of `key`, or CASUS_NONE. Zeroed maps are empty maps. */
uint32_t casus_map_get(const casus_map *map, casus_str key);

/* Sets the value; the key's bytes are not copied and have to live as long as the map. */
void casus_map_put(casus_map *map, casus_arena *arena, casus_str key, uint32_t value);

#endif
