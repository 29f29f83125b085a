#include "geo/builder.h"

#include <math.h>
#include <stdlib.h>

#include "geo/names.h"

casus_geo_builder *casus_geo_builder_new(casus_arena *const arena,
                                         const casus_geo_layer *const base)
{
    casus_geo_builder *const builder = ARENA_NEW(arena, casus_geo_builder);
    builder->arena = arena;
    builder->base = base;
    if (!base) return builder;
    builder->first_place = base->place_count;
    for (uint32_t i = 0; i < base->feature_count; i++)
        VEC_PUSH(&builder->features, arena, base->features[i]);
    for (uint32_t i = 0; i < base->country_count; i++) {
        const casus_geo_country *const country = &base->countries[i];
        VEC_PUSH(&builder->countries, arena, *country);
        casus_map_put(&builder->codes, arena, (casus_str){country->iso3, 3}, i);
        casus_map_put(&builder->codes, arena, (casus_str){country->iso2, 2}, i);
    }
    return builder;
}

int32_t casus_geo_degrees(const casus_str text, const double most)
{
    char buffer[32], *end;
    if (text.size == 0 || text.size >= sizeof buffer) return CASUS_GEO_UNKNOWN;
    memcpy(buffer, text.at, text.size);
    buffer[text.size] = '\0';
    const double value = strtod(buffer, &end);
    if (*end || !(value >= -most && value <= most)) return CASUS_GEO_UNKNOWN;
    return (int32_t)lround(value * 1e5);
}

uint32_t casus_geo_builder_country(const casus_geo_builder *const builder, const casus_str code)
{
    return casus_map_get(&builder->codes, code);
}

uint32_t casus_geo_builder_feature(const casus_geo_builder *const builder, const casus_str code)
{
    for (uint32_t i = 0; i < builder->features.count; i++)
        if (casus_str_equal(casus_str_from(builder->features.at[i].code), code)) return i;
    return CASUS_NONE;
}

casus_geo_text casus_geo_builder_text(casus_geo_builder *const builder, const casus_str text)
{
    const uint32_t size = (uint32_t)text.size;
    const uint32_t known = casus_map_get(&builder->texts, text);
    if (known != CASUS_NONE) return (casus_geo_text){known, size};
    const uint32_t begin = builder->strings.count;
    for (uint32_t i = 0; i < size; i++) VEC_PUSH(&builder->strings, builder->arena, text.at[i]);
    if (size) casus_map_put(&builder->texts, builder->arena, text, begin);
    return (casus_geo_text){begin, size};
}

static void add_key(casus_geo_builder *const builder, const casus_str key, const uint32_t value,
                    const casus_geo_kind kind)
{
    uint32_t number = casus_map_get(&builder->key_map, key);
    if (number == CASUS_NONE) {
        number = builder->keys.count;
        VEC_PUSH(&builder->keys, builder->arena,
                 (casus_geo_key_row){key, CASUS_NONE, CASUS_NONE, 0});
        casus_map_put(&builder->key_map, builder->arena, key, number);
    }
    casus_geo_key_row *const row = &builder->keys.at[number];
    for (uint32_t i = row->head; i != CASUS_NONE; i = builder->links.at[i].next) {
        casus_geo_posting *const old = &builder->links.at[i].posting;
        const bool same = old->value == value &&
                          (old->kind < NAME_ADJECTIVE) == ((uint32_t)kind < NAME_ADJECTIVE);
        if (!same || (kind >= NAME_ADJECTIVE && old->kind != (uint32_t)kind)) continue;
        if ((uint32_t)kind < old->kind) old->kind = kind;
        return;
    }
    VEC_PUSH(&builder->links, builder->arena, (casus_geo_link){{value, kind}, CASUS_NONE});
    const uint32_t link = builder->links.count - 1;
    if (row->tail == CASUS_NONE)
        row->head = link;
    else
        builder->links.at[row->tail].next = link;
    row->tail = link;
    row->count++;
}

/* The rest of a key without a generic word at one end; empty when there is none. */
static casus_str strip(const casus_str key, const casus_geo_generic *const generic)
{
    const size_t cut = generic->word.size + 1;
    if (key.size < cut + 2) return (casus_str){NULL, 0};
    const casus_str rest = generic->before ? casus_str_slice(key, cut, SIZE_MAX)
                                           : casus_str_slice(key, 0, key.size - cut);
    const char space = generic->before ? key.at[cut - 1] : key.at[key.size - cut];
    const bool fits =
        generic->before ? casus_str_starts(key, generic->word) : casus_str_ends(key, generic->word);
    return fits && space == ' ' ? rest : (casus_str){NULL, 0};
}

void casus_geo_builder_key(casus_geo_builder *const builder, const casus_str key,
                           const uint32_t value, const casus_geo_kind kind)
{
    if (key.size < 2) return;
    add_key(builder, key, value, kind);
    if (kind > NAME_STRIPPED) return;
    for (uint32_t i = 0; i < builder->variants.count; i++) {
        const casus_geo_variant *const variant = &builder->variants.at[i];
        if (!casus_str_starts(key, variant->from) || key.size < variant->from.size + 4) continue;
        const casus_str rest = casus_str_slice(key, variant->from.size, SIZE_MAX);
        add_key(builder,
                casus_arena_format(builder->arena, "%.*s%.*s", (int)variant->to.size,
                                   variant->to.at ? variant->to.at : "", (int)rest.size, rest.at),
                value, variant->to.size ? kind : NAME_OTHER);
    }
}

static bool is_administrative(const casus_geo_builder *const builder, const uint32_t value)
{
    const uint32_t index = value - builder->first_place;
    if (index >= builder->places.count) return false;
    const uint32_t feature = builder->places.at[index].feature;
    return feature < builder->features.count &&
           casus_str_starts(casus_str_from(builder->features.at[feature].code), STR("ADM"));
}

void casus_geo_builder_name(casus_geo_builder *const builder, const casus_str name,
                            const uint32_t value, const casus_geo_kind kind)
{
    const casus_str key = casus_geo_key(builder->arena, name);
    casus_geo_builder_key(builder, key, value, kind);
    if (kind > NAME_STRIPPED || !is_administrative(builder, value)) return;
    for (uint32_t i = 0; i < builder->generics.count; i++) {
        const casus_str rest = strip(key, &builder->generics.at[i]);
        if (rest.size > 2) casus_geo_builder_key(builder, rest, value, NAME_STRIPPED);
    }
}

uint32_t casus_geo_builder_place(casus_geo_builder *const builder, const casus_geo_row *const row)
{
    VEC_PUSH(&builder->places, builder->arena, *row);
    return builder->first_place + builder->places.count - 1;
}

uint32_t casus_geo_builder_links(const casus_geo_builder *const builder, const casus_str name)
{
    const casus_str key = casus_geo_key(builder->arena, name);
    const uint32_t number = casus_map_get(&builder->key_map, key);
    return number == CASUS_NONE ? CASUS_NONE : builder->keys.at[number].head;
}

static uint32_t table_size(const uint32_t keys)
{
    uint32_t size = 16;
    while (size / 2 < keys) size *= 2;
    return size;
}

void casus_geo_builder_finish(casus_geo_builder *const builder, casus_geo_layer *const layer)
{
    casus_arena *const arena = builder->arena;
    const uint32_t slots = table_size(builder->keys.count);
    casus_geo_name *const keys = ARENA_ARRAY(arena, casus_geo_name, builder->keys.count + 1);
    uint32_t *const table = ARENA_ARRAY(arena, uint32_t, slots);
    casus_geo_posting *const postings =
        ARENA_ARRAY(arena, casus_geo_posting, builder->links.count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < builder->keys.count; i++) {
        const casus_geo_key_row *const row = &builder->keys.at[i];
        keys[i] = (casus_geo_name){casus_geo_builder_text(builder, row->key), count, row->count};
        for (uint32_t link = row->head; link != CASUS_NONE; link = builder->links.at[link].next)
            postings[count++] = builder->links.at[link].posting;
        uint32_t slot = (uint32_t)casus_str_hash(row->key, CASUS_GEO_SEED) & (slots - 1);
        while (table[slot]) slot = (slot + 1) & (slots - 1);
        table[slot] = i + 1;
    }
    *layer = (casus_geo_layer){
        .places = builder->places.at,
        .place_count = builder->places.count,
        .keys = keys,
        .key_count = builder->keys.count,
        .slots = table,
        .slot_count = slots,
        .postings = postings,
        .posting_count = count,
        .countries = builder->countries.at,
        .country_count = builder->countries.count,
        .features = builder->features.at,
        .feature_count = builder->features.count,
        .strings = builder->strings.at,
        .string_size = builder->strings.count,
    };
}

casus_code casus_geo_write(const char *const path, const casus_geo_layer *const layer,
                           casus_error *const error)
{
#define PART(field, counter)                                                                       \
    {                                                                                              \
#field, layer->field, layer->counter * sizeof *layer->field                                \
    }
    const casus_image_part parts[] = {
        PART(places, place_count),      PART(keys, key_count),
        PART(slots, slot_count),        PART(postings, posting_count),
        PART(countries, country_count), PART(features, feature_count),
        PART(strings, string_size),
    };
#undef PART
    return casus_image_write(path, parts, sizeof parts / sizeof *parts, error);
}
