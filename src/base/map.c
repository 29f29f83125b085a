#include "base/map.h"

enum { SEED = 0x5eed };

static uint32_t find_slot(const casus_map *const map, const casus_str key, const uint32_t hash)
{
    uint32_t slot = hash & (map->room - 1);
    while (map->slots[slot]) {
        const casus_map_entry *const entry = &map->entries.at[map->slots[slot] - 1];
        if (entry->hash == hash && casus_str_equal(entry->key, key)) break;
        slot = (slot + 1) & (map->room - 1);
    }
    return slot;
}

uint32_t casus_map_get(const casus_map *const map, const casus_str key)
{
    if (!map->room) return CASUS_NONE;
    const uint32_t slot = find_slot(map, key, (uint32_t)casus_str_hash(key, SEED));
    return map->slots[slot] ? map->entries.at[map->slots[slot] - 1].value : CASUS_NONE;
}

static void grow(casus_map *const map, casus_arena *const arena)
{
    map->room = map->room ? map->room * 2 : 16;
    map->slots = ARENA_ARRAY(arena, uint32_t, map->room);
    for (uint32_t i = 0; i < map->entries.count; i++) {
        const casus_map_entry *const entry = &map->entries.at[i];
        map->slots[find_slot(map, entry->key, entry->hash)] = i + 1;
    }
}

void casus_map_put(casus_map *const map, casus_arena *const arena, const casus_str key,
                   const uint32_t value)
{
    if (map->entries.count + 1 > map->room / 2) grow(map, arena);
    const uint32_t hash = (uint32_t)casus_str_hash(key, SEED);
    const uint32_t slot = find_slot(map, key, hash);
    if (map->slots[slot]) {
        map->entries.at[map->slots[slot] - 1].value = value;
        return;
    }
    VEC_PUSH(&map->entries, arena, (casus_map_entry){key, value, hash});
    map->slots[slot] = map->entries.count;
}
