/* The compiled gazetteer: places, and all their names in one hash table; also the cue words that
 * tell places from other things, since they are looked up by the same words.
 *
 * Sections of the image: places, keys, slots, postings, countries, features, strings. */
#ifndef CASUS_GEO_GAZETTEER_H
#define CASUS_GEO_GAZETTEER_H

#include "base/image.h"
#include "geo/geo.h"

enum { CASUS_GEO_SEED = 0x6e0, CASUS_GEO_UNKNOWN = INT32_MIN };

/* What a key stands for. */
typedef enum casus_geo_kind {
    NAME_MAIN,      /* the place's name */
    NAME_OTHER,     /* another spelling or name */
    NAME_STRIPPED,  /* an administrative unit's name without its generic word (Kech District) */
    NAME_ADJECTIVE, /* Turkish, Kurdish */
    NAME_PEOPLE,    /* Turks */
    NAME_CUE,       /* `value` is a casus_geo_cue */
    NAME_TYPE,      /* a type noun (province, town); `value` is a feature */
    NAME_KINDS
} casus_geo_kind;

/* Classes of words around toponyms; data/places/cues.txt names them. */
typedef enum casus_geo_cue {
    CUE_LOCATIVE,     /* in, at, from: what follows is likely a place */
    CUE_NEAR,         /* near, outside: as above, and a relation */
    CUE_DIRECTION,    /* north, southern, central, greater */
    CUE_UNIT,         /* km, miles, kilometres */
    CUE_TITLE,        /* President, Gen.: a person follows */
    CUE_SPEECH,       /* said, announced */
    CUE_ORGANISATION, /* Court, University, Police */
    CUE_SITE,         /* Airport, Hospital: a place with the words before it */
    CUE_WAY,          /* Street, Bridge: as above, and the words before it alone are none */
    CUE_AMBIGUOUS,    /* also a common word or a person's name: needs strong context */
    CUE_CAPITALS,     /* an abbreviation that is a word in lower case (US) */
    CUE_GIVEN,        /* given names */
    CUE_PARTICLE,     /* bin, de, al: inside names */
    CUE_PEOPLE,       /* police, forces, troops, officials: what a place before them stands for */
    CUE_STOP,         /* capitalised words that are no part of a name (The, Monday, But) */
    CUE_EDGE,         /* outskirts, suburb, edge: "on the outskirts of" */
    CUE_PARTY,        /* with, against, by: a country behind it acts or is dealt with */
    CUE_INSIDE,       /* in, near: a name nobody knows behind it may be a place */
    CUE_EVENT,        /* attack, war, elections: a place before them is where they were */
    CUE_ECHO,         /* there: the place named last */
    CUE_FRONT,        /* Rue, Wadi: a place with the words behind it */
    CUE_COUNT
} casus_geo_cue;

typedef struct casus_geo_text { /* a part of the section strings */
    uint32_t begin, size;
} casus_geo_text;

typedef struct casus_geo_row {
    int32_t lat, lon; /* 1e-5 degrees, or CASUS_GEO_UNKNOWN */
    casus_geo_text name, ident, admin1_name;
    uint32_t admin1, admin2; /* places, or CASUS_NONE */
    uint32_t population;
    uint16_t country; /* index of countries, or UINT16_MAX */
    uint8_t feature, ours;
} casus_geo_row;

typedef struct casus_geo_name {
    casus_geo_text key;
    uint32_t first, count; /* postings */
} casus_geo_name;

typedef struct casus_geo_posting {
    uint32_t value; /* a place, a cue or a feature */
    uint32_t kind;
} casus_geo_posting;

typedef struct casus_geo_country {
    char iso3[4], iso2[4];
    uint32_t place;
} casus_geo_country;

typedef struct casus_geo_feature {
    char code[8];
    float prior; /* how likely the bare name means it, natural logarithm */
    uint32_t precision;
} casus_geo_feature;

typedef struct casus_geo_layer {
    const casus_geo_row *places;
    const casus_geo_name *keys;
    const uint32_t *slots;
    const casus_geo_posting *postings;
    const casus_geo_country *countries;
    const casus_geo_feature *features;
    const char *strings;
    uint32_t place_count, key_count, slot_count, posting_count, country_count, feature_count,
        string_size;
} casus_geo_layer;

struct casus_gazetteer {
    casus_image image;
    casus_geo_layer ours, user; /* places of `user` are numbered behind those of `ours` */
    casus_arena *arena;         /* holds `user` */
};

/* The postings of a key: the user's where there are any, else ours. */
typedef struct casus_geo_hits {
    const casus_geo_posting *at;
    uint32_t count;
} casus_geo_hits;

casus_geo_hits casus_geo_find(const casus_gazetteer *gazetteer, casus_str key);

/* A place as the tagger sees it: every index checked. */
typedef struct casus_geo_view {
    casus_str name, ident, admin1_name;
    uint32_t admin1, admin2, population;
    uint32_t country;                 /* index, or CASUS_NONE */
    double lat, lon;                  /* NAN when unknown */
    const casus_geo_feature *feature; /* never NULL */
    bool ours;
} casus_geo_view;

bool casus_geo_look(const casus_gazetteer *gazetteer, uint32_t place, casus_geo_view *view);
casus_str casus_geo_country_code(const casus_gazetteer *gazetteer, uint32_t country);
uint32_t casus_geo_country_place(const casus_gazetteer *gazetteer, uint32_t country);

/* Checks that the sections of an image fit each other; contents are checked when they are used. */
casus_code casus_geo_layer_from(const casus_image *image, casus_geo_layer *layer,
                                casus_error *error);

#endif
