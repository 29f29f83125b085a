/* Words that stand for several actors named before: both sides, the two countries, they. */
#include "entity/link.h"

enum { DRAFTS_BACK = 60, SENTENCES_BACK = 4 };

static bool is_two(const casus_linker *const linker, const uint32_t word)
{
    for (EACH_CHILD(linker->document, word, child))
        if (word_is(linker, child, CUE_BOTH)) return true;
    return false;
}

/* Both sides, the two countries, the warring parties. */
static bool is_group_word(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    if (word_is(linker, word, CUE_BOTH) && relation_of(linker, word) == DEP_NSUBJ) return true;
    if (at->upos != UPOS_NOUN || !word_is(linker, word, CUE_SIDES)) return false;
    if (is_two(linker, word)) return true;
    if (!(at->features & FEAT_PLURAL)) return false;
    for (EACH_CHILD(linker->document, word, child))
        if (word_is(linker, child, CUE_DEFINITE) && word_of(linker, child)->deprel == DEP_DET)
            return word_is(linker, word, CUE_PARTIES);
    return false;
}

static bool may_be_member(const casus_linker *const linker, const casus_draft *const root,
                          const uint32_t word)
{
    if (root->source == DRAFT_PRONOUN || root->dropped) return false;
    const lex_actor *const actor = lex_actor_of(linker, root->actor);
    const bool land = actor && (actor->flags & ACTOR_TERRITORY);
    if (word_is(linker, word, CUE_STATE)) return land;
    if (word_is(linker, word, CUE_GOVERNMENT)) return land;
    if (word_is(linker, word, CUE_PERSONS)) return root->kind == KIND_PERSON;
    return root->kind != KIND_PERSON;
}

static void add_member(casus_linker *const linker, pending_group *const group, const uint32_t root)
{
    for (uint32_t i = 0; i < group->count; i++)
        if (group->roots[i] == root) return;
    if (group->count < GROUP_MEMBERS) group->roots[group->count++] = root;
    (void)linker;
}

/* A and B, coordinated: the members are all conjuncts. */
static void add_coordinated(casus_linker *const linker, const uint32_t head, const uint32_t word,
                            pending_group *const group)
{
    const uint32_t first = first_conjunct(linker, head);
    const uint32_t own = linker->words[first].draft;
    group->count = 0;
    if (own == CASUS_NONE || !may_be_member(linker, &linker->drafts.at[root_of(linker, own)], word))
        return;
    add_member(linker, group, root_of(linker, own));
    for (EACH_CHILD(linker->document, first, child)) {
        const uint32_t draft = linker->words[child].draft;
        if (word_of(linker, child)->deprel != DEP_CONJ || draft == CASUS_NONE) continue;
        const uint32_t root = root_of(linker, draft);
        if (may_be_member(linker, &linker->drafts.at[root], word)) add_member(linker, group, root);
    }
}

/* The nearest coordination, else the two most salient that fit. */
static void find_members(casus_linker *const linker, const uint32_t position, const uint32_t word,
                         const bool pairs_only, pending_group *const group)
{
    const uint32_t sentence = word_of(linker, word)->sentence;
    uint32_t best[2] = {CASUS_NONE, CASUS_NONE};
    double most[2] = {0, 0};
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const at = &linker->drafts.at[number];
        if (sentence - word_of(linker, at->head)->sentence > SENTENCES_BACK) break;
        if (at->dropped || at->source == DRAFT_PRONOUN) continue;
        add_coordinated(linker, at->carrier, word, group);
        if (group->count > 1) return;
        const uint32_t root = root_of(linker, number);
        if (root == best[0] || root == best[1] || at->source == DRAFT_ADJECTIVE ||
            !may_be_member(linker, &linker->drafts.at[root], word))
            continue;
        const double salience = salience_of(linker, root, position);
        if (salience > most[0]) {
            most[1] = most[0];
            best[1] = best[0];
            most[0] = salience;
            best[0] = root;
        } else if (salience > most[1]) {
            most[1] = salience;
            best[1] = root;
        }
    }
    group->count = 0;
    if (pairs_only || best[1] == CASUS_NONE) return;
    add_member(linker, group, best[1]);
    add_member(linker, group, best[0]);
}

bool resolve_group(casus_linker *const linker, const uint32_t position, const uint32_t word)
{
    const bool they = word_is(linker, word, CUE_THEY);
    if (!they && !is_group_word(linker, word)) return false;
    pending_group group = {.word = word};
    find_members(linker, position, word, they, &group);
    if (group.count < 2) return false;
    VEC_PUSH(&linker->groups, linker->arena, group);
    return true;
}
