/* Our own lists of places, the user's, and the words around them. */
#include "geo/builder.h"
#include "geo/names.h"

enum { COLUMNS = 9, SAME_PLACE_KM = 40 };

typedef struct entry {
    casus_str name, others, type, lat, lon, country, admin1, admin2;
    uint32_t nation, feature, unit1, unit2;
    bool listed; /* there for completeness: no likelier than what it is joined with */
    casus_geo_row row;
} entry;

/* As casus_geo_degrees, and tells whether a value that is there is a good one. */
static int32_t degrees(const casus_str text, const double most, bool *const good)
{
    const int32_t value = casus_geo_degrees(text, most);
    if (text.size && value == CASUS_GEO_UNKNOWN) *good = false;
    return value;
}

static const char *feature_code(const casus_geo_builder *const builder, const uint32_t place)
{
    const uint32_t index = place - builder->first_place;
    if (index >= builder->places.count) return "";
    return builder->features.at[builder->places.at[index].feature].code;
}

/* A unit of the given level and country by name, or CASUS_NONE. */
static uint32_t find_unit(const casus_geo_builder *const builder, const casus_str name,
                          const uint32_t country, const char *const level)
{
    if (!name.size) return CASUS_NONE;
    for (uint32_t i = casus_geo_builder_links(builder, name); i != CASUS_NONE;
         i = builder->links.at[i].next) {
        const casus_geo_posting posting = builder->links.at[i].posting;
        const uint32_t index = posting.value - builder->first_place;
        if (posting.kind <= NAME_STRIPPED && index < builder->places.count &&
            builder->places.at[index].country == country &&
            strcmp(feature_code(builder, posting.value), level) == 0)
            return posting.value;
    }
    return CASUS_NONE;
}

static bool far_apart(const casus_geo_row *const a, const casus_geo_row *const b)
{
    if (a->lat == CASUS_GEO_UNKNOWN || b->lat == CASUS_GEO_UNKNOWN) return false;
    return casus_geo_distance(a->lat * 1e-5, a->lon * 1e-5, b->lat * 1e-5, b->lon * 1e-5) >
           SAME_PLACE_KM;
}

static bool is_unit(const char *const code)
{
    return strncmp(code, "ADM", 3) == 0;
}

/* A place that is in the tables already under one of the entry's names. */
static uint32_t find_same(const casus_geo_builder *const builder, const entry *const new,
                          const casus_str name)
{
    const char *const code = builder->features.at[new->feature].code;
    for (uint32_t i = casus_geo_builder_links(builder, name); i != CASUS_NONE;
         i = builder->links.at[i].next) {
        const casus_geo_posting posting = builder->links.at[i].posting;
        const uint32_t index = posting.value - builder->first_place;
        if (posting.kind > NAME_STRIPPED || index >= builder->places.count) continue;
        const casus_geo_row *const old = &builder->places.at[index];
        const char *const old_code = feature_code(builder, posting.value);
        if (old->country != new->row.country) continue;
        if (is_unit(code) && old->admin1 != CASUS_NONE && new->row.admin1 != CASUS_NONE &&
            old->admin1 != new->row.admin1)
            continue;
        if (is_unit(code) ? strcmp(code, old_code) == 0
                          : strncmp(code, old_code, 3) == 0 && !far_apart(old, &new->row))
            return posting.value;
    }
    return CASUS_NONE;
}

static casus_str slug(const casus_geo_builder *const builder, const entry *const new)
{
    const casus_str key = casus_geo_key(builder->arena, new->name);
    char *const bytes = ARENA_ARRAY(builder->arena, char, key.size + 1);
    for (size_t i = 0; i < key.size; i++) bytes[i] = key.at[i] == ' ' ? '-' : key.at[i];
    return casus_arena_format(builder->arena, "casus:%.*s%s%s-%s", (int)new->country.size,
                              new->country.at ? new->country.at : "", new->country.size ? "-" : "",
                              bytes, builder->features.at[new->feature].code);
}

static uint32_t merge(casus_geo_builder *const builder, const entry *const new,
                      const uint32_t place)
{
    casus_geo_row *const old = &builder->places.at[place - builder->first_place];
    const bool better = is_unit(feature_code(builder, place)) && !new->listed;
    if (new->row.lat != CASUS_GEO_UNKNOWN && (old->lat == CASUS_GEO_UNKNOWN || better)) {
        old->lat = new->row.lat;
        old->lon = new->row.lon;
    }
    if (old->admin1 == CASUS_NONE) old->admin1 = new->row.admin1;
    if (old->admin2 == CASUS_NONE) old->admin2 = new->row.admin2;
    if (new->listed) {
        old->ours |= new->row.ours;
        return place;
    }
    if (builder->features.at[new->feature].prior > builder->features.at[old->feature].prior)
        old->feature = (uint8_t) new->feature;
    old->name = new->row.name; /* as English-language reporting spells it */
    old->ours = 1;
    return place;
}

static void add_entry(casus_geo_builder *const builder, entry *const new)
{
    uint32_t place = new->nation == CASUS_NONE ? CASUS_NONE : find_same(builder, new, new->name);
    casus_str name, rest = new->others;
    while (place == CASUS_NONE && new->listed && casus_str_cut(&rest, ';', &name))
        place = find_same(builder, new, casus_str_trim(name));
    if (place != CASUS_NONE) {
        merge(builder, new, place);
    } else {
        new->row.ident = casus_geo_builder_text(builder, slug(builder, new));
        place = casus_geo_builder_place(builder, &new->row);
    }
    casus_geo_builder_name(builder, new->name, place, NAME_MAIN);
    rest = new->others;
    while (casus_str_cut(&rest, ';', &name)) {
        name = casus_str_trim(name);
        if (name.size)
            casus_geo_builder_name(builder, name, place, new->listed ? NAME_OTHER : NAME_MAIN);
    }
}

/* Names of several words are hardly ever anything else. */
static bool is_compound(const casus_str name)
{
    return memchr(name.at, ' ', name.size) || memchr(name.at, '-', name.size);
}

/* name, other names (;), type, latitude, longitude, country, admin1, admin2, source; a source that
 * begins with "list:" marks rows that are there for completeness. */
casus_code casus_geo_add_places(casus_geo_builder *const builder, casus_str text,
                                casus_error *const error)
{
    casus_str c[COLUMNS];
    uint32_t line = 1, count;
    while (casus_table_row(&text, &line, c, COLUMNS, &count)) {
        if (casus_str_equal(c[0], STR("name"))) continue;
        bool good = c[0].size > 0;
        entry new = {.name = c[0], .others = c[1], .country = c[5]};
        new.listed = casus_str_starts(c[8], STR("list:"));
        new.nation = c[5].size ? casus_geo_builder_country(builder, c[5]) : CASUS_NONE;
        new.feature = casus_geo_builder_feature(builder, c[2]);
        new.row = (casus_geo_row){
            .lat = degrees(c[3], 90, &good),
            .lon = degrees(c[4], 180, &good),
            .admin1 = find_unit(builder, c[6], new.nation, "ADM1"),
            .admin2 = find_unit(builder, c[7], new.nation, "ADM2"),
            .country = new.nation == CASUS_NONE ? UINT16_MAX : (uint16_t) new.nation,
            .feature = (uint8_t) new.feature,
            .ours = !new.listed || is_compound(c[0]),
        };
        if (!good || new.feature == CASUS_NONE || (c[5].size && new.nation == CASUS_NONE))
            return casus_fail(error, CASUS_ERROR_SYNTAX, line - 1, UINT64_MAX,
                              "place `%.*s`: bad type, coordinates or country", (int)c[0].size,
                              c[0].at ? c[0].at : "");
        new.row.name = casus_geo_builder_text(builder, c[0]);
        if (new.row.admin1 == CASUS_NONE)
            new.row.admin1_name = casus_geo_builder_text(builder, c[6]);
        add_entry(builder, &new);
    }
    return CASUS_OK;
}
