/* The record of one document: the one definition that every room shares (see docs/record.md).
 *
 * References between records are indices into the vectors of casus_record; CASUS_NONE is null.
 * Spans are byte offsets into the document's text here, and become code points when the record is
 * written.  Everything lives in the document's arena. */
#ifndef CASUS_RECORD_RECORD_H
#define CASUS_RECORD_RECORD_H

#include "base/map.h"
#include "base/vec.h"

/* Half-open byte offsets into the article's text; begin == end is "no span". */
typedef struct casus_span {
    uint32_t begin, end;
} casus_span;

typedef VEC(uint32_t) casus_refs;

typedef enum casus_kind { KIND_ORGANIZATION, KIND_PERSON, KIND_PEOPLE, KIND_COUNT } casus_kind;

typedef enum casus_form { FORM_NAME, FORM_NOMINAL, FORM_PRONOUN } casus_form;

/* One mention of an actor: the words [first, last] of the document, headed by `head`. */
typedef struct casus_mention {
    casus_span span;
    uint32_t first, last, head; /* indices of words */
    uint32_t actor;
    casus_form form;
} casus_mention;

typedef struct casus_actor {
    casus_str id;   /* lexicon id; empty when unknown */
    casus_str name; /* canonical name, else the fullest mention */
    casus_kind kind;
    casus_str sector, country, cameo; /* empty when unknown */
    uint32_t affiliation;             /* actor, or CASUS_NONE */
    casus_str role;         /* lemma of the role noun for described actors (soldier), else empty */
    bool armed;             /* fights: soldiers, rebels, gunmen */
    bool generic;           /* pronoun-like or too vague to stand alone (people, sources, others) */
    VEC(uint32_t) mentions; /* indices into casus_record.mentions, in text order */
} casus_actor;

typedef enum casus_place_use { USE_LITERAL, USE_ASSOCIATIVE } casus_place_use;

typedef enum casus_place_precision {
    PLACE_SITE,
    PLACE_CITY,
    PLACE_DISTRICT,
    PLACE_PROVINCE,
    PLACE_COUNTRY,
    PLACE_REGION,
    PLACE_PRECISIONS
} casus_place_precision;

typedef struct casus_place_mention {
    casus_span span;
    uint32_t first, last, head;
    uint32_t place;
    casus_place_use use;
    casus_str relation; /* "near", "20 km south of"; empty for in and at */
} casus_place_mention;

typedef struct casus_place {
    casus_str id, name, admin1, admin2, country; /* country: ISO 3166-1 alpha-3 */
    casus_str state;                             /* the country's name; not part of the record */
    double lat, lon;                             /* degrees, WGS 84; NAN when unknown */
    casus_place_precision precision;
    casus_str feature; /* GeoNames feature code (PPL, ADM1 …) */
    VEC(uint32_t) mentions;
} casus_place;

typedef enum casus_timex_type {
    TIMEX_DATE,
    TIMEX_TIME,
    TIMEX_DURATION,
    TIMEX_SET,
    TIMEX_TYPES
} casus_timex_type;

typedef enum casus_date_precision {
    DATE_DAY,
    DATE_WEEK,
    DATE_MONTH,
    DATE_SEASON,
    DATE_YEAR,
    DATE_DECADE,
    DATE_UNKNOWN,
    DATE_PRECISIONS
} casus_date_precision;

/* ISO 8601 days (YYYY-MM-DD) cut to their precision; empty where open or unknown. */
typedef struct casus_date {
    casus_str start, end, text;
    casus_date_precision precision;
    casus_span span;
} casus_date;

typedef struct casus_timex {
    casus_span span;
    uint32_t first, last, head; /* words */
    casus_timex_type type;
    casus_str value; /* TIMEX3 value */
    casus_date date; /* the calendar interval it denotes; empty for durations and sets */
    bool
        modifies_noun; /* dates the noun it stands before (the 2021 Kabul attack), not the clause */
} casus_timex;

typedef enum casus_stance {
    STANCE_STATES,
    STANCE_ALLEGES,
    STANCE_DENIES,
    STANCE_ADMITS,
    STANCE_CLAIMS,
    STANCE_CONDEMNS,
    STANCE_WARNS,
    STANCE_COUNT
} casus_stance;

/* How a statement is tied to what it is about: its clause holds it, its sentence does, or it refers
 * back to it. */
typedef enum casus_tie { TIE_CLAUSE, TIE_SENTENCE, TIE_REFERENCE } casus_tie;

typedef struct casus_statement {
    uint32_t by; /* actor */
    casus_stance stance;
    casus_refs via; /* actors, nearest first */
    casus_tie tie;
    uint32_t cue_word;
    casus_str cue;
    casus_span span;
} casus_statement;

typedef VEC(casus_statement) casus_statements;

typedef enum casus_effect {
    EFFECT_KILLED,
    EFFECT_INJURED,
    EFFECT_DETAINED,
    EFFECT_ABDUCTED,
    EFFECT_DISPLACED,
    EFFECT_MISSING,
    EFFECT_SURRENDERED,
    EFFECT_COUNT
} casus_effect;

typedef struct casus_count {
    casus_effect effect;
    uint64_t min, max; /* CASUS_UNBOUNDED where open */
    uint32_t victims;  /* actor, or CASUS_NONE */
    uint32_t by;       /* actor whose figure it is, or CASUS_NONE: the publication's */
    bool part;         /* a part of a stated total (12, including three children) */
    casus_str text;
    casus_span span;
} casus_count;

#define CASUS_UNBOUNDED UINT64_MAX

typedef struct casus_thing { /* an object or a weapon */
    casus_str text, klass;
    casus_span span;
} casus_thing;

typedef enum casus_event_type {
    EVENT_AGREE,
    EVENT_CONSULT,
    EVENT_SUPPORT,
    EVENT_COOPERATE,
    EVENT_AID,
    EVENT_CONCEDE,
    EVENT_RETREAT,
    EVENT_REQUEST,
    EVENT_ACCUSE,
    EVENT_REJECT,
    EVENT_THREATEN,
    EVENT_PROTEST,
    EVENT_MOBILIZE,
    EVENT_SANCTION,
    EVENT_COERCE,
    EVENT_ASSAULT,
    EVENT_TYPES
} casus_event_type;

typedef enum casus_factuality {
    FACT_ACTUAL,
    FACT_NEGATED,
    FACT_POSSIBLE,
    FACT_FUTURE,
    FACT_CONDITIONAL,
    FACT_FOILED,
    FACT_COUNT
} casus_factuality;

typedef struct casus_event {
    casus_event_type type;
    casus_str mode, cameo, acled; /* empty when none */
    VEC(casus_str) contexts;
    casus_refs source, target;
    casus_date date;
    uint32_t place;
    VEC(casus_count) counts;
    VEC(casus_thing) objects, weapons;
    casus_factuality factuality;
    casus_statements statements;
    uint32_t caused_by, part_of; /* events, or CASUS_NONE */
    casus_span span;             /* the evidence */
    casus_str trigger;
    uint32_t trigger_word;
    casus_str rule;
    float confidence; /* 0 to 1 */
} casus_event;

typedef enum casus_relation_type {
    RELATION_SUPPORTS,
    RELATION_SHELTERS,
    RELATION_ALLIED_WITH,
    RELATION_OPPOSES,
    RELATION_PART_OF,
    RELATION_MEMBER_OF,
    RELATION_LEADS,
    RELATION_OPERATES_IN,
    RELATION_SPLIT_FROM,
    RELATION_SUCCEEDS,
    RELATION_TYPES
} casus_relation_type;

typedef struct casus_relation {
    casus_relation_type type;
    uint32_t from, to; /* actors; `to` is a place where the type is OPERATES_IN */
    casus_str since, until;
    casus_factuality factuality;
    casus_statements statements;
    casus_span span;
    casus_str trigger, rule;
    uint32_t trigger_word;
    uint32_t tellings; /* words of the text that tell it */
    uint32_t draft;    /* of what is said of it (coding/relations_said.c) */
    float confidence;
} casus_relation;

typedef struct casus_warning {
    casus_str condition_text, outcome_text;
    casus_span condition, outcome, span;
    uint32_t condition_actor; /* or CASUS_NONE */
    bool condition_negated;
    int outcome_type; /* casus_event_type, or -1 */
    casus_refs source, target;
    casus_str modality;
    casus_statements statements;
    casus_str rule;
    uint32_t outcome_word, condition_word; /* heads; the latter or CASUS_NONE */
    float confidence;
} casus_warning;

typedef struct casus_record {
    VEC(casus_mention) mentions; /* of actors, in text order */
    VEC(casus_actor) actors;
    VEC(casus_place_mention) place_mentions; /* in text order */
    VEC(casus_place) places;
    VEC(casus_timex) times; /* in text order */
    VEC(casus_event) events;
    VEC(casus_relation) relations;
    VEC(casus_warning) warnings;
} casus_record;

/* The names of the enumerators as the record writes them ("ASSAULT", "states", "killed", "city" …).
 */
const char *casus_kind_name(casus_kind kind);
const char *casus_place_use_name(casus_place_use use);
const char *casus_place_precision_name(casus_place_precision precision);
const char *casus_timex_type_name(casus_timex_type type);
const char *casus_date_precision_name(casus_date_precision precision);
const char *casus_stance_name(casus_stance stance);
const char *casus_effect_name(casus_effect effect);
const char *casus_event_type_name(casus_event_type type);
const char *casus_factuality_name(casus_factuality factuality);
const char *casus_relation_type_name(casus_relation_type type);

/* The enumerator of a name, or -1. */
int casus_stance_from(casus_str name);
int casus_effect_from(casus_str name);
int casus_event_type_from(casus_str name);
int casus_factuality_from(casus_str name);
int casus_relation_type_from(casus_str name);

#endif
