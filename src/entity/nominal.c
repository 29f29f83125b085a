/* Definite descriptions: the group, the ministry, the attackers, the army; and bare plurals that
 * come again. */
#include "entity/link.h"

enum { DRAFTS_BACK = 500, SENTENCES_BACK = 12 };

/* What a text speaks of most is what `the country` and `the group` mean. */
static const double PER_MENTION = 15;

/* `the group` is rather an armed one than a firm or a court. */
/* `the government` is that of a country that the text is about, at least half as much as about any.
 */
static const double HALF = 0.5;

static const double ARMED_GROUP = 1.5;

static bool agrees_or_open(const casus_str a, const casus_str b)
{
    return !a.size || !b.size || casus_str_equal(a, b);
}

static bool is_bare_institution(const casus_linker *const linker, const casus_draft *const draft)
{
    return !draft->indefinite && !draft->quantified &&
           (draft->kind == KIND_ORGANIZATION || word_is(linker, draft->head, CUE_COLLECTIVE));
}

/* The body a draft belongs to: of the lexicon or of the text. */
static bool same_body(casus_linker *const linker, const casus_draft *const a,
                      const casus_draft *const b)
{
    if (lex_is(a->affiliation) && lex_is(b->affiliation))
        return lex_same(a->affiliation, b->affiliation);
    if (a->affiliation_draft != CASUS_NONE && b->affiliation_draft != CASUS_NONE)
        return root_of(linker, a->affiliation_draft) == root_of(linker, b->affiliation_draft);
    return true;
}

static bool same_role(const casus_draft *const a, const casus_draft *const b)
{
    if (lex_is(a->role) && lex_is(b->role)) return lex_same(a->role, b->role);
    return casus_str_equal(a->key, b->key);
}

/* The workers after garment workers, the ministry after the ministry of interior: the head of the
 * longer description. */
static bool is_head_of(const casus_draft *const shorter, const casus_draft *const longer)
{
    const size_t size = shorter->key.size;
    if (!shorter->definite || longer->key.size <= size) return false;
    if (casus_str_equal(casus_str_slice(longer->key, 0, size), shorter->key))
        return casus_str_equal(casus_str_slice(longer->key, size, 4), STR(" of "));
    return casus_str_ends(longer->key, shorter->key) &&
           longer->key.at[longer->key.size - size - 1] == ' ';
}

/* `the army` is no Liberation Army. */
static bool is_foe(const casus_draft *const draft, const casus_draft *const root)
{
    return casus_str_equal(draft->sector, STR("MIL")) && casus_str_equal(root->sector, STR("REB"));
}

/* The army after Ruritania's military. */
static bool are_armies(const casus_linker *const linker, const casus_draft *const a,
                       const casus_draft *const b)
{
    return a->definite && a->kind == KIND_ORGANIZATION && b->kind == KIND_ORGANIZATION &&
           word_is(linker, a->head, CUE_ARMY) && word_is(linker, b->head, CUE_ARMY);
}

/* The army after Pakistan Army, the ministry after Ministry of Defence: the noun is in the name. */
static bool is_in_name(const casus_str noun, const casus_str key)
{
    if (!noun.size) return false;
    const size_t at = casus_str_find(key, noun);
    if (at == SIZE_MAX) return false;
    return (at == 0 || key.at[at - 1] == ' ') &&
           (at + noun.size == key.size || key.at[at + noun.size] == ' ');
}

static bool plain(const casus_draft *const draft)
{
    return !draft->country.size && !lex_is(draft->affiliation) &&
           draft->affiliation_draft == CASUS_NONE;
}

/* The rebels after M23: they are the group. */
static bool is_band_of(const casus_linker *const linker, const casus_draft *const draft,
                       const casus_draft *const root)
{
    return draft->definite && draft->plural && root->kind == KIND_ORGANIZATION &&
           root->source != DRAFT_NOMINAL && word_is(linker, draft->head, CUE_REBELS) &&
           casus_str_equal(root->sector, STR("REB"));
}

/* Lower is nearer; 0 is no fit. */
typedef enum nominal_fit { FIT_NONE, FIT_SAME, FIT_NAME, FIT_CLASS } nominal_fit;

/* A modifier that any group may have: a country (the Iran-backed movement), what it is (rebel). */
static bool says_little(const casus_linker *const linker, const uint32_t word)
{
    return lex_is(linker->words[word].land) || word_is(linker, word, CUE_BACKED) ||
           word_is(linker, word, CUE_EMPTY) || word_of(linker, word)->upos == UPOS_PUNCT;
}

/* What is said of an armed group fits such a one better than a firm or a club. */
static double likeness(const casus_linker *const linker, const casus_draft *const draft,
                       const casus_draft *const root)
{
    const bool government = word_is(linker, draft->head, CUE_GOVERNMENT);
    if (government || word_is(linker, draft->head, CUE_STATE)) {
        const double topical = topicality_of(linker, root->country);
        return government && topical < HALF ? 0 : topical + (government ? 0 : HALF);
    }
    if (!word_is(linker, draft->head, CUE_GROUP)) return 1;
    if (casus_str_equal(draft->sector, STR("BUS"))) /* the company */
        return casus_str_equal(root->sector, STR("BUS")) ? ARMED_GROUP * ARMED_GROUP : 1;
    return casus_str_equal(root->sector, STR("REB")) ? ARMED_GROUP : 1;
}

static nominal_fit fit_of_class(const casus_linker *const linker, const casus_draft *const draft,
                                const casus_draft *const root)
{
    const uint32_t head = draft->head;
    const lex_actor *const actor = lex_actor_of(linker, root->actor);
    const bool state = actor && (actor->flags & ACTOR_TERRITORY);
    for (EACH_CHILD(linker->document, head, child))
        if (word_of(linker, child)->deprel == DEP_NMOD_POSS)
            return FIT_NONE;                        /* my neighbour, the colonel's men */
    for (EACH_CHILD(linker->document, head, child)) /* the government at X */
        if (child > head && relation_of(linker, child) == DEP_NMOD &&
            (word_is(linker, head, CUE_GOVERNMENT) || word_is(linker, head, CUE_STATE)))
            return FIT_NONE;
    for (uint32_t word = draft->first; word <= draft->last; word++)
        if (word != head && !says_little(linker, word)) return FIT_NONE;
    if (draft->kind == KIND_ORGANIZATION && !draft->plural && word_is(linker, head, CUE_STATE))
        return state ? FIT_CLASS : FIT_NONE;
    if (word_is(linker, head, CUE_GOVERNMENT)) return state ? FIT_CLASS : FIT_NONE;
    if (!draft->plural && word_is(linker, head, CUE_GROUP)) {
        const bool official = casus_str_equal(root->sector, STR("GOV")) ||
                              casus_str_equal(root->sector, STR("MIL")) ||
                              casus_str_equal(root->sector, STR("COP"));
        return root->kind == KIND_ORGANIZATION && !state && !official &&
                       root->source != DRAFT_NOMINAL
                   ? FIT_CLASS
                   : FIT_NONE;
    }
    if (is_band_of(linker, draft, root)) return FIT_CLASS;
    if (word_is(linker, head, CUE_FIGHTERS) && root->armed) {
        const bool rebels = !casus_str_equal(root->sector, STR("MIL")) &&
                            !casus_str_equal(root->sector, STR("COP"));
        if (!rebels || root->kind == KIND_ORGANIZATION) return FIT_NONE;
        return (draft->kind == KIND_PERSON) == (root->kind == KIND_PERSON) ? FIT_CLASS : FIT_NONE;
    }
    return FIT_NONE;
}

/* his president */
static bool has_pronoun(const casus_linker *const linker, const casus_draft *const draft)
{
    for (EACH_CHILD(linker->document, draft->head, child))
        if (word_is(linker, child, CUE_POSSESSIVE)) return true;
    return false;
}

static nominal_fit fit_of(casus_linker *const linker, const casus_draft *const draft,
                          const uint32_t number, const uint32_t root)
{
    const casus_draft *const other = &linker->drafts.at[number];
    const casus_draft *const known = &linker->drafts.at[root];
    if (!agrees_or_open(draft->country, known->country) || !same_body(linker, draft, known))
        return FIT_NONE;
    if (other->source == DRAFT_NOMINAL && draft->plural == other->plural && !other->other &&
        (same_role(draft, other) || is_head_of(draft, other) || are_armies(linker, draft, other)))
        return plain(draft) || !plain(known) ? FIT_SAME : FIT_NONE;
    if (is_band_of(linker, draft, known)) return fit_of_class(linker, draft, known);
    if (draft->plural != known->plural && draft->kind != KIND_ORGANIZATION) return FIT_NONE;
    if (draft->kind != known->kind) return FIT_NONE;
    if (other->source != DRAFT_NOMINAL && other->source != DRAFT_PRONOUN) {
        if (are_armies(linker, draft, other)) return FIT_NAME;
        if (draft->kind == KIND_ORGANIZATION && !is_foe(draft, known) &&
            (is_in_name(draft->key, other->key) || is_in_name(draft->key, known->key)))
            return FIT_NAME;
        if (draft->kind == KIND_PERSON && !has_pronoun(linker, draft) &&
            is_in_name(draft->key, known->office))
            return FIT_NAME;
    }
    return fit_of_class(linker, draft, known);
}

uint32_t antecedent_of_nominal(casus_linker *const linker, const uint32_t position)
{
    const casus_draft *const draft = &linker->drafts.at[linker->order.at[position]];
    const uint32_t sentence = word_of(linker, draft->head)->sentence;
    const bool bare = !draft->definite;
    if (draft->indefinite || draft->other || lex_is(draft->actor)) return CASUS_NONE;
    if (draft->quantified && !draft->definite) return CASUS_NONE;
    if (bare && !draft->plural && !is_bare_institution(linker, draft)) return CASUS_NONE;
    uint32_t classed = CASUS_NONE;
    double most = 0;
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[number];
        if (other->dropped || other->source == DRAFT_PRONOUN) continue;
        const uint32_t root = root_of(linker, number);
        const nominal_fit fit = fit_of(linker, draft, number, root);
        if (fit == FIT_SAME || (fit == FIT_NAME && !bare)) return root;
        const uint32_t distance = sentence - word_of(linker, other->head)->sentence;
        if (fit != FIT_CLASS || bare || distance > SENTENCES_BACK) continue;
        const double salience = likeness(linker, draft, &linker->drafts.at[root]) *
                                (salience_of(linker, root, position) + 1.0 / (1 + back) +
                                 PER_MENTION * linker->drafts.at[root].mentions);
        if (salience <= most) continue;
        most = salience;
        classed = root;
    }
    return classed;
}

uint32_t antecedent_of_named(casus_linker *const linker, const uint32_t position)
{
    const uint32_t number = linker->order.at[position];
    const casus_draft *const draft = &linker->drafts.at[number];
    const uint32_t named = root_of(linker, number);
    const casus_draft *const whole = &linker->drafts.at[named];
    if (!draft->definite || draft->plural || draft->kind != KIND_PERSON || whole->mentions ||
        lex_is(whole->person) || draft->other)
        return CASUS_NONE;
    for (EACH_CHILD(linker->document, draft->head, child))
        if (word_of(linker, child)->deprel == DEP_NMOD_POSS) return CASUS_NONE;
    const uint32_t sentence = word_of(linker, draft->head)->sentence;
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t before = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[before];
        if (sentence - word_of(linker, other->head)->sentence > SENTENCES_BACK) break;
        if (other->dropped || other->source != DRAFT_NOMINAL || other->plural) continue;
        const casus_draft *const root = &linker->drafts.at[root_of(linker, before)];
        if (root->source != DRAFT_NOMINAL || !same_role(draft, other)) continue;
        if (!agrees_or_open(whole->country, root->country) || !same_body(linker, whole, root))
            continue;
        return root_of(linker, before);
    }
    return CASUS_NONE;
}
