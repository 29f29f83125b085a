#include "record/record.h"

static const char *const kinds[] = {"organization", "person", "people"};
static const char *const uses[] = {"literal", "associative"};
static const char *const place_precisions[] = {"site",     "city",    "district",
                                               "province", "country", "region"};
static const char *const timex_types[] = {"DATE", "TIME", "DURATION", "SET"};
static const char *const date_precisions[] = {"day",  "week",   "month",  "season",
                                              "year", "decade", "unknown"};
static const char *const stances[] = {"states", "alleges",  "denies", "admits",
                                      "claims", "condemns", "warns"};
static const char *const effects[] = {"killed",    "injured", "detained",   "abducted",
                                      "displaced", "missing", "surrendered"};
static const char *const event_types[] = {
    "AGREE",  "CONSULT", "SUPPORT",  "COOPERATE", "AID",      "CONCEDE",  "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST",   "MOBILIZE", "SANCTION", "COERCE",  "ASSAULT"};
static const char *const factualities[] = {"actual", "negated",     "possible",
                                           "future", "conditional", "foiled"};
static const char *const relation_types[] = {
    "SUPPORTS",  "SHELTERS", "ALLIED_WITH", "OPPOSES",    "PART_OF",
    "MEMBER_OF", "LEADS",    "OPERATES_IN", "SPLIT_FROM", "SUCCEEDS"};

#define COUNT(array) (sizeof(array) / sizeof *(array))
_Static_assert(COUNT(kinds) == KIND_COUNT, "a name for each kind");
_Static_assert(COUNT(place_precisions) == PLACE_PRECISIONS, "a name for each precision");
_Static_assert(COUNT(timex_types) == TIMEX_TYPES, "a name for each type");
_Static_assert(COUNT(date_precisions) == DATE_PRECISIONS, "a name for each precision");
_Static_assert(COUNT(stances) == STANCE_COUNT, "a name for each stance");
_Static_assert(COUNT(effects) == EFFECT_COUNT, "a name for each effect");
_Static_assert(COUNT(event_types) == EVENT_TYPES, "a name for each type");
_Static_assert(COUNT(factualities) == FACT_COUNT, "a name for each factuality");
_Static_assert(COUNT(relation_types) == RELATION_TYPES, "a name for each type");

const char *casus_kind_name(const casus_kind kind)
{
    return kinds[kind];
}

const char *casus_place_use_name(const casus_place_use use)
{
    return uses[use];
}

const char *casus_place_precision_name(const casus_place_precision precision)
{
    return place_precisions[precision];
}

const char *casus_timex_type_name(const casus_timex_type type)
{
    return timex_types[type];
}

const char *casus_date_precision_name(const casus_date_precision precision)
{
    return date_precisions[precision];
}

const char *casus_stance_name(const casus_stance stance)
{
    return stances[stance];
}

const char *casus_effect_name(const casus_effect effect)
{
    return effects[effect];
}

const char *casus_event_type_name(const casus_event_type type)
{
    return event_types[type];
}

const char *casus_factuality_name(const casus_factuality factuality)
{
    return factualities[factuality];
}

const char *casus_relation_type_name(const casus_relation_type type)
{
    return relation_types[type];
}

static int find(const char *const *const names, const size_t count, const casus_str name)
{
    for (size_t i = 0; i < count; i++)
        if (casus_str_equal(casus_str_from(names[i]), name)) return (int)i;
    return -1;
}

int casus_stance_from(const casus_str name)
{
    return find(stances, COUNT(stances), name);
}

int casus_effect_from(const casus_str name)
{
    return find(effects, COUNT(effects), name);
}

int casus_event_type_from(const casus_str name)
{
    return find(event_types, COUNT(event_types), name);
}

int casus_factuality_from(const casus_str name)
{
    return find(factualities, COUNT(factualities), name);
}

int casus_relation_type_from(const casus_str name)
{
    return find(relation_types, COUNT(relation_types), name);
}
