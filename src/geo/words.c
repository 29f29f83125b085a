/* The words around toponyms: cues, titles, adjectives and the people of states. */
#include "geo/builder.h"
#include "geo/names.h"

static const char *const cue_names[CUE_COUNT] = {
    "locative", "near", "direction", "unit",     "title", "speech",   "organisation",
    "site",     "way",  "ambiguous", "capitals", "given", "particle", "people",
    "stop",     "edge", "party",     "inside",   "event", "echo",     "front",
};

static void add_generics(casus_geo_builder *const builder, casus_str value, const bool before)
{
    casus_str item, qualifier;
    while (casus_stanza_item(&value, &item, &qualifier))
        VEC_PUSH(&builder->generics, builder->arena,
                 (casus_geo_generic){casus_geo_key(builder->arena, item), before});
}

static casus_code add_items(casus_geo_builder *const builder, const casus_str id,
                            const casus_stanza_line *const line, casus_error *const error)
{
    casus_str rest = line->value, item, qualifier;
    if (casus_str_equal(id, STR("generic"))) {
        add_generics(builder, rest, casus_str_equal(line->key, STR("before")));
        return CASUS_OK;
    }
    if (casus_str_equal(id, STR("type"))) {
        const uint32_t feature = casus_geo_builder_feature(builder, line->key);
        if (feature == CASUS_NONE)
            return casus_fail(error, CASUS_ERROR_SYNTAX, line->line, UINT64_MAX,
                              "no such feature: %.*s", (int)line->key.size, line->key.at);
        while (casus_stanza_item(&rest, &item, &qualifier))
            casus_geo_builder_name(builder, item, feature, NAME_TYPE);
        return CASUS_OK;
    }
    for (uint32_t cue = 0; cue < CUE_COUNT; cue++) {
        if (!casus_str_equal(id, casus_str_from(cue_names[cue]))) continue;
        while (casus_stanza_item(&rest, &item, &qualifier))
            casus_geo_builder_key(builder, casus_geo_key(builder->arena, item), cue, NAME_CUE);
        return CASUS_OK;
    }
    return casus_fail(error, CASUS_ERROR_SYNTAX, line->line, UINT64_MAX, "no such class: %.*s",
                      (int)id.size, id.at);
}

casus_code casus_geo_add_cues(casus_geo_builder *const builder, casus_str text,
                              casus_error *const error)
{
    casus_stanza stanza;
    uint32_t line = 1;
    bool found;
    for (;;) {
        casus_code code = casus_stanza_next(&text, &line, builder->arena, &stanza, &found, error);
        if (code != CASUS_OK || !found) return code;
        for (uint32_t i = 0; code == CASUS_OK && i < stanza.lines.count; i++)
            code = add_items(builder, stanza.id, &stanza.lines.at[i], error);
        if (code != CASUS_OK) return code;
    }
}

casus_code casus_geo_add_titles(casus_geo_builder *const builder, casus_str text,
                                casus_error *const error)
{
    casus_str c[1];
    uint32_t line = 1, count;
    (void)error;
    while (casus_table_row(&text, &line, c, 1, &count))
        casus_geo_builder_key(builder, casus_geo_key(builder->arena, c[0]), CUE_TITLE, NAME_CUE);
    return CASUS_OK;
}

static void add_values(casus_geo_builder *const builder, const casus_stanza *const stanza,
                       const char *const key, const uint32_t place, const casus_geo_kind kind)
{
    for (uint32_t i = 0; i < stanza->lines.count; i++) {
        if (!casus_str_equal(stanza->lines.at[i].key, casus_str_from(key))) continue;
        casus_str rest = stanza->lines.at[i].value, item, qualifier;
        while (casus_stanza_item(&rest, &item, &qualifier))
            casus_geo_builder_name(builder, item, place, kind);
    }
}

/* Names, adjectives and peoples of the states whose stanza is named by their ISO code. */
casus_code casus_geo_add_states(casus_geo_builder *const builder, casus_str text,
                                casus_error *const error)
{
    casus_stanza stanza;
    uint32_t line = 1;
    bool found;
    for (;;) {
        const casus_code code =
            casus_stanza_next(&text, &line, builder->arena, &stanza, &found, error);
        if (code != CASUS_OK || !found) return code;
        const casus_str country = casus_stanza_get(&stanza, "country");
        if (stanza.id.size != 3 || !casus_str_equal_nocase(stanza.id, country)) continue;
        const uint32_t number = casus_geo_builder_country(builder, country);
        if (number == CASUS_NONE) continue;
        const uint32_t place = builder->countries.at[number].place;
        add_values(builder, &stanza, "adjective", place, NAME_ADJECTIVE);
        add_values(builder, &stanza, "people", place, NAME_PEOPLE);
    }
}

/* adjective, name of the place, its country, people */
casus_code casus_geo_add_adjectives(casus_geo_builder *const builder, casus_str text,
                                    casus_error *const error)
{
    casus_str c[4], item;
    uint32_t line = 1, count;
    while (casus_table_row(&text, &line, c, 4, &count)) {
        const uint32_t country = c[2].size ? casus_geo_builder_country(builder, c[2]) : CASUS_NONE;
        uint32_t place = CASUS_NONE;
        for (uint32_t i = casus_geo_builder_links(builder, c[1]);
             i != CASUS_NONE && place == CASUS_NONE; i = builder->links.at[i].next) {
            const casus_geo_posting posting = builder->links.at[i].posting;
            const uint32_t index = posting.value - builder->first_place;
            if (posting.kind <= NAME_STRIPPED && index < builder->places.count &&
                builder->places.at[index].country == (country == CASUS_NONE ? UINT16_MAX : country))
                place = posting.value;
        }
        if (place == CASUS_NONE)
            return casus_fail(error, CASUS_ERROR_SYNTAX, line - 1, UINT64_MAX,
                              "adjective of an unknown place: %.*s", (int)c[1].size, c[1].at);
        while (casus_str_cut(&c[0], ';', &item))
            casus_geo_builder_name(builder, casus_str_trim(item), place, NAME_ADJECTIVE);
        while (casus_str_cut(&c[3], ';', &item))
            casus_geo_builder_name(builder, casus_str_trim(item), place, NAME_PEOPLE);
    }
    return CASUS_OK;
}
