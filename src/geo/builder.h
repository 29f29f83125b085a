/* Inside the compiler of the gazetteer: tables while they grow. */
#ifndef CASUS_GEO_BUILDER_H
#define CASUS_GEO_BUILDER_H

#include "geo/compile.h"

typedef struct casus_geo_link { /* a posting while building, chained by key */
    casus_geo_posting posting;
    uint32_t next;
} casus_geo_link;

typedef struct casus_geo_key_row {
    casus_str key;
    uint32_t head, tail, count;
} casus_geo_key_row;

typedef struct casus_geo_generic { /* an administrative generic word at an end of a name */
    casus_str word;
    bool before;
} casus_geo_generic;

typedef struct casus_geo_variant {
    casus_str from, to; /* `from` at the start of a key may also be written `to` */
} casus_geo_variant;

struct casus_geo_builder {
    casus_arena *arena;
    const casus_geo_layer *base;
    uint32_t first_place; /* number of the first place of this layer */
    VEC(casus_geo_row) places;
    VEC(casus_geo_key_row) keys;
    VEC(casus_geo_link) links;
    VEC(casus_geo_country) countries;
    VEC(casus_geo_feature) features;
    VEC(casus_geo_generic) generics;
    VEC(casus_geo_variant) variants;
    VEC(char) strings;
    casus_map key_map; /* key -> number of keys */
    casus_map codes;   /* "PK.02.123" -> place; "PK" and "PAK" -> country */
    casus_map texts;   /* interned strings -> offset */
};

uint32_t casus_geo_builder_country(const casus_geo_builder *builder, casus_str code);
uint32_t casus_geo_builder_feature(const casus_geo_builder *builder, casus_str code);
casus_geo_text casus_geo_builder_text(casus_geo_builder *builder, casus_str text);
void casus_geo_builder_name(casus_geo_builder *builder, casus_str name, uint32_t value,
                            casus_geo_kind kind);
void casus_geo_builder_key(casus_geo_builder *builder, casus_str key, uint32_t value,
                           casus_geo_kind kind);
uint32_t casus_geo_builder_place(casus_geo_builder *builder, const casus_geo_row *row);

/* Degrees as text, in 1e-5 degrees; CASUS_GEO_UNKNOWN when empty, no number, or beyond `most`. */
int32_t casus_geo_degrees(casus_str text, double most);

/* First link of the key of `name`, or CASUS_NONE. */
uint32_t casus_geo_builder_links(const casus_geo_builder *builder, casus_str name);

/* Reads the cue words (cues.txt), titles.tsv and states.txt. */
casus_code casus_geo_add_cues(casus_geo_builder *builder, casus_str text, casus_error *error);
casus_code casus_geo_add_titles(casus_geo_builder *builder, casus_str text, casus_error *error);
casus_code casus_geo_add_states(casus_geo_builder *builder, casus_str text, casus_error *error);
casus_code casus_geo_add_adjectives(casus_geo_builder *builder, casus_str text, casus_error *error);

/* Reads a supplement's or user's list of places. */
casus_code casus_geo_add_places(casus_geo_builder *builder, casus_str text, casus_error *error);

#endif
