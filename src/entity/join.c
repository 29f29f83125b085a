/* Clusters of drafts that are one actor: union-find, with what is known gathered in the root. */
#include "entity/link.h"

uint32_t root_of(casus_linker *const linker, uint32_t number)
{
    casus_draft *const all = linker->drafts.at;
    while (all[number].parent != number) {
        all[number].parent = all[all[number].parent].parent;
        number = all[number].parent;
    }
    return number;
}

static bool is_known(const casus_draft *const draft)
{
    return lex_is(draft->actor) || lex_is(draft->person);
}

/* Its neighbours are not Pakistan, although both are organisations. */
static bool is_several(const casus_draft *const draft)
{
    return draft->source == DRAFT_NOMINAL && draft->plural && draft->kind == KIND_ORGANIZATION &&
           !lex_is(draft->actor) && !draft->collective;
}

static bool is_single(const casus_draft *const draft)
{
    return draft->source != DRAFT_NOMINAL && draft->source != DRAFT_PRONOUN && !draft->plural &&
           draft->kind == KIND_ORGANIZATION;
}

/* A person whom the text or the lexicon names. */
static bool is_own_name(const casus_draft *const draft)
{
    return draft->kind == KIND_PERSON && !draft->nickname &&
           (draft->source == DRAFT_UNKNOWN || draft->source == DRAFT_PERSON);
}

/* Have the names a word in common, or words that begin alike (Mohammed, Muhammad)? */
static bool share_word(const casus_str a, const casus_str b)
{
    casus_str left = a, word, other;
    while (casus_str_cut(&left, ' ', &word)) {
        casus_str right = b;
        while (casus_str_cut(&right, ' ', &other))
            if (word.size > 1 && other.size > 1 && word.at[0] == other.at[0] &&
                word.at[word.size - 1] == other.at[other.size - 1])
                return true;
    }
    return false;
}

static bool same_person(const casus_draft *const a, const casus_draft *const b)
{
    return lex_is(a->person) && lex_same(a->person, b->person);
}

bool may_be_one(const casus_draft *const a, const casus_draft *const b)
{
    if (lex_is(a->actor) && lex_is(b->actor) && !lex_same(a->actor, b->actor)) return false;
    if (lex_is(a->actor) && lex_is(b->person)) return false;
    if (lex_is(a->person) && lex_is(b->actor)) return false;
    if (a->gender && b->gender && a->gender != b->gender) return false;
    if (is_own_name(a) && is_own_name(b) && !share_word(a->key, b->key) && !same_person(a, b))
        return false;
    if (is_several(a) && is_single(b)) return false;
    if (is_several(b) && is_single(a)) return false;
    return true;
}

/* Names say more than descriptions, the lexicon more than the text, more words more than fewer. */
static int weight_of(const casus_draft *const draft)
{
    switch (draft->source) {
    case DRAFT_NAME:
    case DRAFT_PERSON:
        return 6;
    case DRAFT_TERRITORY:
    case DRAFT_ADJECTIVE:
        return 5;
    case DRAFT_UNKNOWN:
        return 4;
    case DRAFT_NOMINAL:
        return lex_is(draft->actor) ? 5 : 2;
    default:
        return 0;
    }
}

static void fill(casus_str *const into, const casus_str from)
{
    if (!into->size) *into = from;
}

static void gather(casus_draft *const root, const casus_draft *const other)
{
    fill(&root->sector, other->sector);
    fill(&root->country, other->country);
    fill(&root->office, other->office);
    if (!root->gender) root->gender = other->gender;
    if (!lex_is(root->actor)) root->actor = other->actor;
    if (!lex_is(root->person)) root->person = other->person;
    if (!lex_is(root->role)) root->role = other->role;
    if (!lex_is(root->affiliation)) root->affiliation = other->affiliation;
    if (root->affiliation_draft == CASUS_NONE) root->affiliation_draft = other->affiliation_draft;
    root->armed |= other->armed;
    root->mentions += other->mentions;
    root->generic &= other->generic;
    if (is_known(other) || weight_of(other) <= weight_of(root)) return;
    root->kind = other->kind;
}

bool join_drafts(casus_linker *const linker, uint32_t a, uint32_t b)
{
    a = root_of(linker, a);
    b = root_of(linker, b);
    if (a == b) return true;
    casus_draft *const all = linker->drafts.at;
    if (!may_be_one(&all[a], &all[b])) return false;
    const int left = weight_of(&all[a]), right = weight_of(&all[b]);
    const bool longer = all[b].name.size > all[a].name.size;
    if (right > left || (right == left && longer && !is_known(&all[a]))) {
        const uint32_t swap = a;
        a = b;
        b = swap;
    }
    gather(&all[a], &all[b]);
    all[b].parent = a;
    return true;
}
