#include "syntax/ud.h"

static const char *const upos_names[UPOS_COUNT] = {
#define NAME(id, text) [UPOS_##id] = text,
    CASUS_UPOS_TABLE(NAME)
#undef NAME
};

static const char *const deprel_names[DEP_COUNT] = {
#define NAME(id, text) [DEP_##id] = text,
    CASUS_DEPREL_TABLE(NAME)
#undef NAME
};

/* Features with a bit, in the order of the FEATS column; some bits stand for two values. */
static const struct {
    const char *text;
    uint32_t bit;
} feature_names[] = {
    {"Case=Acc", FEAT_ACCUSATIVE},     {"Case=Nom", FEAT_NOMINATIVE},
    {"Definite=Def", FEAT_DEFINITE},   {"Gender=Fem", FEAT_FEMININE},
    {"Gender=Masc", FEAT_MASCULINE},   {"Gender=Neut", FEAT_NEUTER},
    {"Mood=Imp", FEAT_IMPERATIVE},     {"NumType=Ord", FEAT_ORDINAL},
    {"Number=Plur", FEAT_PLURAL},      {"Number=Sing", FEAT_SINGULAR},
    {"Person=1", FEAT_FIRST},          {"Person=2", FEAT_SECOND},
    {"Person=3", FEAT_THIRD},          {"Polarity=Neg", FEAT_NEGATIVE},
    {"Poss=Yes", FEAT_POSSESSIVE},     {"PronType=Int", FEAT_INTERROGATIVE},
    {"PronType=Rel", FEAT_RELATIVE},   {"Reflex=Yes", FEAT_REFLEXIVE},
    {"Tense=Past", FEAT_PAST},         {"Tense=Pres", FEAT_PRESENT},
    {"VerbForm=Fin", FEAT_FINITE},     {"VerbForm=Ger", FEAT_GERUND},
    {"VerbForm=Inf", FEAT_INFINITIVE}, {"VerbForm=Part", FEAT_PARTICIPLE},
    {"Voice=Pass", FEAT_PASSIVE},
};
enum { FEATURE_NAMES = sizeof feature_names / sizeof *feature_names };

const char *casus_upos_name(const casus_upos upos)
{
    return (unsigned)upos < UPOS_COUNT ? upos_names[upos] : "_";
}

const char *casus_deprel_name(const casus_deprel deprel)
{
    return (unsigned)deprel < DEP_COUNT ? deprel_names[deprel] : "_";
}

casus_upos casus_upos_from(const casus_str name)
{
    for (int i = 1; i < UPOS_COUNT; i++)
        if (casus_str_equal(name, casus_str_from(upos_names[i]))) return (casus_upos)i;
    return UPOS_NONE;
}

static casus_deprel deprel_exactly(const casus_str name)
{
    for (int i = 1; i < DEP_COUNT; i++)
        if (casus_str_equal(name, casus_str_from(deprel_names[i]))) return (casus_deprel)i;
    return DEP_NONE;
}

casus_deprel casus_deprel_from(const casus_str name)
{
    const casus_deprel exact = deprel_exactly(name);
    if (exact != DEP_NONE) return exact;
    casus_str rest = name, main_type = {"", 0};
    casus_str_cut(&rest, ':', &main_type);
    const casus_deprel type = deprel_exactly(main_type);
    return type != DEP_NONE ? type : DEP_DEP;
}

casus_deprel casus_deprel_main(const casus_deprel deprel)
{
    switch (deprel) {
    case DEP_ACL_RELCL:
        return DEP_ACL;
    case DEP_ADVCL_RELCL:
        return DEP_ADVCL;
    case DEP_AUX_PASS:
        return DEP_AUX;
    case DEP_CC_PRECONJ:
        return DEP_CC;
    case DEP_COMPOUND_PRT:
        return DEP_COMPOUND;
    case DEP_CSUBJ_OUTER:
    case DEP_CSUBJ_PASS:
        return DEP_CSUBJ;
    case DEP_DET_PREDET:
        return DEP_DET;
    case DEP_NMOD_DESC:
    case DEP_NMOD_POSS:
    case DEP_NMOD_UNMARKED:
        return DEP_NMOD;
    case DEP_NSUBJ_OUTER:
    case DEP_NSUBJ_PASS:
        return DEP_NSUBJ;
    case DEP_OBL_AGENT:
    case DEP_OBL_UNMARKED:
        return DEP_OBL;
    default:
        return (unsigned)deprel < DEP_COUNT ? deprel : DEP_DEP;
    }
}

static uint32_t feature_from(const casus_str text)
{
    if (casus_str_equal(text, STR("PronType=Neg"))) return FEAT_NEGATIVE;
    for (int i = 0; i < FEATURE_NAMES; i++)
        if (casus_str_equal(text, casus_str_from(feature_names[i].text)))
            return feature_names[i].bit;
    return 0;
}

uint32_t casus_features_from(const casus_str feats)
{
    uint32_t bits = 0;
    casus_str rest = feats, field;
    while (casus_str_cut(&rest, '|', &field)) bits |= feature_from(field);
    return bits;
}

void casus_features_write(const uint32_t features, char *const buffer, const size_t size)
{
    size_t at = 0;
    for (int i = 0; i < FEATURE_NAMES; i++) {
        if (!(features & feature_names[i].bit)) continue;
        const size_t length = strlen(feature_names[i].text);
        if (at + length + 2 > size) break;
        if (at) buffer[at++] = '|';
        memcpy(buffer + at, feature_names[i].text, length);
        at += length;
    }
    if (!at && size > 1) buffer[at++] = '_';
    if (size) buffer[at] = '\0';
}
