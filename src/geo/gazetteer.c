#include "geo/gazetteer.h"

#include <math.h>
#include <stdlib.h>

#include "geo/compile.h"

static const casus_geo_feature no_feature = {"", 0, PLACE_CITY};

casus_code casus_geo_layer_from(const casus_image *const image, casus_geo_layer *const layer,
                                casus_error *const error)
{
    memset(layer, 0, sizeof *layer);
#define ARRAY(field, name, counter)                                                                \
    layer->field = casus_image_array(image, name, sizeof *layer->field, &layer->counter);
    ARRAY(places, "places", place_count)
    ARRAY(keys, "keys", key_count)
    ARRAY(slots, "slots", slot_count)
    ARRAY(postings, "postings", posting_count)
    ARRAY(countries, "countries", country_count)
    ARRAY(features, "features", feature_count)
    ARRAY(strings, "strings", string_size)
#undef ARRAY
    if (!layer->slot_count || (layer->slot_count & (layer->slot_count - 1)) ||
        layer->slot_count <= layer->key_count)
        return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "gazetteer: damaged name table");
    if (layer->place_count > UINT32_MAX / 4)
        return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "gazetteer: too many places");
    return CASUS_OK;
}

casus_code casus_gazetteer_open(const char *const image, const char *const user_folder,
                                casus_gazetteer **const gazetteer, casus_error *const error)
{
    casus_gazetteer *const new = calloc(1, sizeof *new);
    if (!new) return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "no memory");
    *gazetteer = NULL;
    casus_code code = casus_image_open(image, &new->image, error);
    if (code == CASUS_OK) code = casus_geo_layer_from(&new->image, &new->ours, error);
    if (code == CASUS_OK && user_folder) {
        new->arena = casus_arena_create();
        code = new->arena
                   ? casus_geo_compile_user(user_folder, &new->ours, new->arena, &new->user, error)
                   : casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "no memory");
    }
    if (code != CASUS_OK) {
        casus_gazetteer_close(new);
        return code;
    }
    *gazetteer = new;
    return CASUS_OK;
}

void casus_gazetteer_close(casus_gazetteer *const gazetteer)
{
    if (!gazetteer) return;
    casus_image_close(&gazetteer->image);
    casus_arena_destroy(gazetteer->arena);
    free(gazetteer);
}

static casus_str text_of(const casus_geo_layer *const layer, const casus_geo_text text)
{
    if (!text.size || text.begin > layer->string_size ||
        text.size > layer->string_size - text.begin)
        return (casus_str){NULL, 0};
    return (casus_str){layer->strings + text.begin, text.size};
}

static casus_geo_hits find_in(const casus_geo_layer *const layer, const casus_str key,
                              const uint64_t hash)
{
    const casus_geo_hits none = {NULL, 0};
    if (!layer->slot_count) return none;
    uint32_t slot = (uint32_t)hash & (layer->slot_count - 1);
    for (uint32_t step = 0; step < layer->slot_count; step++) {
        const uint32_t number = layer->slots[slot];
        if (number == 0 || number > layer->key_count) return none;
        const casus_geo_name *const name = &layer->keys[number - 1];
        if (casus_str_equal(text_of(layer, name->key), key)) {
            if (!name->count || name->first > layer->posting_count ||
                name->count > layer->posting_count - name->first)
                return none;
            return (casus_geo_hits){layer->postings + name->first, name->count};
        }
        slot = (slot + 1) & (layer->slot_count - 1);
    }
    return none;
}

casus_geo_hits casus_geo_find(const casus_gazetteer *const gazetteer, const casus_str key)
{
    const uint64_t hash = casus_str_hash(key, CASUS_GEO_SEED);
    const casus_geo_hits hits = find_in(&gazetteer->user, key, hash);
    return hits.count ? hits : find_in(&gazetteer->ours, key, hash);
}

/* A unit that a row names: those of the user's places may be ours (below `count`). */
static uint32_t unit_of(const uint32_t unit, const uint32_t count)
{
    return unit < count ? unit : CASUS_NONE;
}

bool casus_geo_look(const casus_gazetteer *const gazetteer, const uint32_t place,
                    casus_geo_view *const view)
{
    const casus_geo_layer *const ours = &gazetteer->ours, *const user = &gazetteer->user;
    const bool first = place < ours->place_count;
    const casus_geo_layer *const layer = first ? ours : user;
    const uint32_t index = first ? place : place - ours->place_count;
    if (index >= layer->place_count) return false;
    const casus_geo_row *const row = &layer->places[index];
    const uint32_t all = ours->place_count + user->place_count;
    const bool known = row->lat >= -9000000 && row->lat <= 9000000 && row->lon >= -18000000 &&
                       row->lon <= 18000000;
    *view = (casus_geo_view){
        .name = text_of(layer, row->name),
        .ident = text_of(layer, row->ident),
        .admin1_name = text_of(layer, row->admin1_name),
        .admin1 = unit_of(row->admin1, all),
        .admin2 = unit_of(row->admin2, all),
        .population = row->population,
        .country = row->country < ours->country_count ? row->country : CASUS_NONE,
        .lat = known ? row->lat * 1e-5 : NAN,
        .lon = known ? row->lon * 1e-5 : NAN,
        .feature = row->feature < ours->feature_count ? &ours->features[row->feature] : &no_feature,
        .ours = row->ours,
    };
    return true;
}

casus_str casus_geo_country_code(const casus_gazetteer *const gazetteer, const uint32_t country)
{
    if (country >= gazetteer->ours.country_count) return (casus_str){NULL, 0};
    return (casus_str){gazetteer->ours.countries[country].iso3, 3};
}

uint32_t casus_geo_country_place(const casus_gazetteer *const gazetteer, const uint32_t country)
{
    if (country >= gazetteer->ours.country_count) return CASUS_NONE;
    return gazetteer->ours.countries[country].place;
}
