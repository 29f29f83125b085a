#include "geo/compile.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "geo/builder.h"
#include "geo/names.h"

static casus_code add_features(casus_geo_builder *const builder, casus_str text,
                               casus_error *const error)
{
    casus_str c[3];
    uint32_t line = 1, count;
    while (casus_table_row(&text, &line, c, 3, &count)) {
        casus_geo_feature feature = {.precision = PLACE_PRECISIONS};
        for (uint32_t i = 0; i < PLACE_PRECISIONS; i++)
            if (casus_str_equal(c[1], casus_str_from(casus_place_precision_name(i))))
                feature.precision = i;
        const int32_t prior = casus_geo_degrees(c[2], 180);
        if (c[0].size == 0 || c[0].size >= sizeof feature.code ||
            feature.precision == PLACE_PRECISIONS || prior == CASUS_GEO_UNKNOWN)
            return casus_fail(error, CASUS_ERROR_SYNTAX, line - 1, UINT64_MAX,
                              "expected code, precision, prior");
        memcpy(feature.code, c[0].at, c[0].size);
        feature.prior = (float)(prior * 1e-5);
        VEC_PUSH(&builder->features, builder->arena, feature);
    }
    return builder->features.count < UINT8_MAX
               ? CASUS_OK
               : casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "too many features");
}

static casus_code add_variants(casus_geo_builder *const builder, casus_str text,
                               casus_error *const error)
{
    casus_str c[2];
    uint32_t line = 1, count;
    (void)error;
    while (casus_table_row(&text, &line, c, 2, &count)) {
        const casus_str to =
            c[1].size ? casus_arena_format(builder->arena, "%.*s ", (int)c[1].size, c[1].at)
                      : (casus_str){NULL, 0};
        VEC_PUSH(&builder->variants, builder->arena,
                 (casus_geo_variant){
                     casus_arena_format(builder->arena, "%.*s ", (int)c[0].size, c[0].at), to});
    }
    return CASUS_OK;
}

/* iso3, iso2, feature, name, other names (;), latitude, longitude */
static casus_code add_countries(casus_geo_builder *const builder, casus_str text,
                                casus_error *const error)
{
    casus_str c[7], name;
    uint32_t line = 1, count;
    while (casus_table_row(&text, &line, c, 7, &count)) {
        const uint32_t feature = casus_geo_builder_feature(builder, c[2]);
        if (c[0].size != 3 || c[1].size != 2 || feature == CASUS_NONE ||
            builder->countries.count >= UINT16_MAX)
            return casus_fail(error, CASUS_ERROR_SYNTAX, line - 1, UINT64_MAX, "bad country");
        const uint32_t number = builder->countries.count;
        const casus_geo_row row = {
            .lat = casus_geo_degrees(c[5], 90),
            .lon = casus_geo_degrees(c[6], 180),
            .name = casus_geo_builder_text(builder, c[3]),
            .ident = casus_geo_builder_text(
                builder, casus_arena_format(builder->arena, "iso:%.3s", c[0].at)),
            .admin1 = CASUS_NONE,
            .admin2 = CASUS_NONE,
            .country = (uint16_t)number,
            .feature = (uint8_t)feature,
        };
        casus_geo_country country = {.place = casus_geo_builder_place(builder, &row)};
        memcpy(country.iso3, c[0].at, 3);
        memcpy(country.iso2, c[1].at, 2);
        VEC_PUSH(&builder->countries, builder->arena, country);
        casus_map_put(&builder->codes, builder->arena, c[0], number);
        casus_map_put(&builder->codes, builder->arena, c[1], number);
        casus_geo_builder_name(builder, c[3], country.place, NAME_MAIN);
        while (casus_str_cut(&c[4], ';', &name))
            casus_geo_builder_name(builder, casus_str_trim(name), country.place, NAME_MAIN);
    }
    return CASUS_OK;
}

static casus_str unit_code(const casus_geo_builder *const builder, const casus_str country,
                           const casus_str admin1, const casus_str admin2)
{
    return casus_arena_format(builder->arena, "%.*s.%.*s%s%.*s", (int)country.size, country.at,
                              (int)admin1.size, admin1.at, admin2.size ? "." : "", (int)admin2.size,
                              admin2.size ? admin2.at : "");
}

static void add_people(casus_geo_builder *const builder, const uint32_t unit, const uint32_t people)
{
    if (unit == CASUS_NONE) return;
    uint32_t *const sum = &builder->places.at[unit - builder->first_place].population;
    *sum = people > UINT32_MAX - *sum ? UINT32_MAX : *sum + people;
}

/* id, name, others (|), lat, lon, feature, country, admin1, admin2, population */
static void add_geonames_row(casus_geo_builder *const builder, casus_str *const c)
{
    const uint32_t country = casus_geo_builder_country(builder, c[6]);
    const uint32_t feature = casus_geo_builder_feature(builder, c[5]);
    if (country == CASUS_NONE || feature == CASUS_NONE) return;
    const casus_str code1 = unit_code(builder, c[6], c[7], (casus_str){NULL, 0});
    const casus_str code2 = unit_code(builder, c[6], c[7], c[8]);
    const bool is1 = casus_str_equal(c[5], STR("ADM1")), is2 = casus_str_equal(c[5], STR("ADM2"));
    uint64_t population = 0;
    casus_str_to_u64(c[9], &population);
    const casus_geo_row row = {
        .lat = casus_geo_degrees(c[3], 90),
        .lon = casus_geo_degrees(c[4], 180),
        .name = casus_geo_builder_text(builder, c[1]),
        .ident = casus_geo_builder_text(
            builder, casus_arena_format(builder->arena, "geonames:%.*s", (int)c[0].size, c[0].at)),
        .admin1 = is1 ? CASUS_NONE : casus_map_get(&builder->codes, code1),
        .admin2 = is1 || is2 || !c[8].size ? CASUS_NONE : casus_map_get(&builder->codes, code2),
        .population = population > UINT32_MAX ? UINT32_MAX : (uint32_t)population,
        .country = (uint16_t)country,
        .feature = (uint8_t)feature,
    };
    const uint32_t place = casus_geo_builder_place(builder, &row);
    if (is1) casus_map_put(&builder->codes, builder->arena, code1, place);
    if (is2) casus_map_put(&builder->codes, builder->arena, code2, place);
    if (!is1 && !is2 && !casus_str_equal(c[5], STR("PPLX"))) {
        add_people(builder, row.admin1, row.population); /* a unit has its towns' people */
        add_people(builder, row.admin2, row.population);
        add_people(builder, builder->countries.at[country].place, row.population);
    }
    casus_geo_builder_name(builder, c[1], place, NAME_MAIN);
    casus_str name;
    while (casus_str_cut(&c[2], '|', &name))
        casus_geo_builder_name(builder, name, place, NAME_OTHER);
}

/* A town of the unit's name in the unit's province, or CASUS_NONE. */
static uint32_t seat_of(const casus_geo_builder *const builder, const casus_geo_row *const unit,
                        const casus_str key)
{
    for (uint32_t i = casus_geo_builder_links(builder, key); i != CASUS_NONE;
         i = builder->links.at[i].next) {
        const uint32_t place = builder->links.at[i].posting.value - builder->first_place;
        if (builder->links.at[i].posting.kind > NAME_STRIPPED || place >= builder->places.count)
            continue;
        const casus_geo_row *const town = &builder->places.at[place];
        if (town->country == unit->country && town->admin1 == unit->admin1 &&
            town->lat != CASUS_GEO_UNKNOWN && town->population > 0)
            return place;
    }
    return CASUS_NONE;
}

/* Units without coordinates take them from a town of their name. */
static void take_seats(casus_geo_builder *const builder)
{
    for (uint32_t i = 0; i < builder->keys.count; i++) {
        const casus_geo_key_row *const key = &builder->keys.at[i];
        for (uint32_t link = key->head; link != CASUS_NONE; link = builder->links.at[link].next) {
            const casus_geo_posting *const posting = &builder->links.at[link].posting;
            const uint32_t place = posting->value - builder->first_place;
            if (posting->kind > NAME_STRIPPED || place >= builder->places.count) continue;
            casus_geo_row *const unit = &builder->places.at[place];
            if (unit->lat != CASUS_GEO_UNKNOWN) continue;
            const uint32_t seat = seat_of(builder, unit, key->key);
            if (seat == CASUS_NONE) continue;
            unit->lat = builder->places.at[seat].lat;
            unit->lon = builder->places.at[seat].lon;
        }
    }
}

static casus_code add_geonames(casus_geo_builder *const builder, casus_str text,
                               casus_error *const error)
{
    casus_str c[10];
    uint32_t line = 1, count;
    (void)error;
    while (casus_table_row(&text, &line, c, 10, &count)) add_geonames_row(builder, c);
    take_seats(builder);
    return CASUS_OK;
}

casus_code casus_geo_builder_add(casus_geo_builder *const builder, const char *const file_name,
                                 const casus_str text, casus_error *const error)
{
    static const struct {
        const char *name;
        casus_code (*add)(casus_geo_builder *, casus_str, casus_error *);
    } readers[] = {
        {"features.tsv", add_features},
        {"cues.txt", casus_geo_add_cues},
        {"ambiguous.txt", casus_geo_add_cues},
        {"variants.tsv", add_variants},
        {"countries.tsv", add_countries},
        {"geonames.tsv", add_geonames},
        {"adjectives.tsv", casus_geo_add_adjectives},
        {"states.txt", casus_geo_add_states},
        {"titles.tsv", casus_geo_add_titles},
    };
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (strcmp(readers[i].name, file_name) == 0) return readers[i].add(builder, text, error);
    return casus_geo_add_places(builder, text, error);
}

static int by_name(const void *const a, const void *const b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static casus_code add_file(casus_geo_builder *const builder, const char *const folder,
                           const char *const name, casus_error *const error)
{
    const casus_str path = casus_arena_format(builder->arena, "%s/%s", folder, name);
    char *bytes;
    size_t size;
    casus_code code = casus_file_read(path.at, CASUS_LIMIT_INPUT, &bytes, &size, error);
    if (code == CASUS_ERROR_EMPTY) return CASUS_OK;
    if (code != CASUS_OK) return code;
    const casus_str text = casus_arena_copy(builder->arena, (casus_str){bytes, size});
    free(bytes);
    return casus_geo_add_places(builder, text, error);
}

casus_code casus_geo_compile_user(const char *const folder, const casus_geo_layer *const ours,
                                  casus_arena *const arena, casus_geo_layer *const layer,
                                  casus_error *const error)
{
    DIR *const directory = opendir(folder);
    if (!directory)
        return casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s: %s", folder,
                          strerror(errno));
    VEC(char *) names = {0};
    for (const struct dirent *entry; (entry = readdir(directory));) {
        const casus_str name = casus_str_from(entry->d_name);
        if (!casus_str_starts(name, STR("places")) || !casus_str_ends(name, STR(".tsv"))) continue;
        char *const copy = ARENA_ARRAY(arena, char, name.size + 1);
        memcpy(copy, name.at, name.size);
        VEC_PUSH(&names, arena, copy);
    }
    closedir(directory);
    if (names.count) qsort(names.at, names.count, sizeof *names.at, by_name);
    casus_geo_builder *const builder = casus_geo_builder_new(arena, ours);
    for (uint32_t i = 0; i < names.count; i++) {
        const casus_code code = add_file(builder, folder, names.at[i], error);
        if (code != CASUS_OK) return code;
    }
    casus_geo_builder_finish(builder, layer);
    return CASUS_OK;
}
