/* Words that stand for several actors: named before (both sides, the two countries, they) or right
 * behind (two brothers, A and B). */
#include "entity/link.h"

enum { DRAFTS_BACK = 60, SENTENCES_BACK = 4, TOPICS_BACK = 400, THEY_BACK = 2 };

/* Two that face each other as subject and object are `they` less readily than two that `and` joins.
 */
static const double FACING = 0.7;

/* both sides, the two sides; but `two men` may be anybody. */
static bool is_two(const casus_linker *const linker, const uint32_t word)
{
    bool two = false, number = false, definite = false;
    for (EACH_CHILD(linker->document, word, child)) {
        two |= word_is(linker, child, CUE_BOTH);
        number |= word_is(linker, child, CUE_BOTH) && word_of(linker, child)->deprel == DEP_NUMMOD;
        definite |= word_is(linker, child, CUE_DEFINITE);
    }
    return two && (!number || definite);
}

/* the pair, the trio: as many as were just named together. */
static bool is_set(const casus_linker *const linker, const uint32_t word)
{
    if (!word_is(linker, word, CUE_SET)) return false;
    for (EACH_CHILD(linker->document, word, child))
        if (word_of(linker, child)->deprel == DEP_DET) return word_is(linker, child, CUE_DEFINITE);
    return false;
}

/* Both sides, the two countries, the warring parties. */
static bool is_group_word(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    const casus_deprel relation = relation_of(linker, word);
    if (word_is(linker, word, CUE_BOTH) && at->upos != UPOS_NOUN &&
        (relation == DEP_NSUBJ || relation == DEP_OBJ || relation == DEP_IOBJ))
        return true;
    if (at->upos != UPOS_NOUN || !word_is(linker, word, CUE_SIDES)) return false;
    if (is_two(linker, word)) return true;
    if (is_set(linker, word)) return true;
    if (!(at->features & FEAT_PLURAL)) return false;
    for (EACH_CHILD(linker->document, word, child))
        if (word_is(linker, child, CUE_DEFINITE) && word_of(linker, child)->deprel == DEP_DET)
            return word_is(linker, word, CUE_PARTIES);
    return false;
}

/* Do these words tell nothing of whom they stand for? */
static bool is_open(const casus_linker *const linker, const uint32_t word)
{
    return word_is(linker, word, CUE_THEY) || word_is(linker, word, CUE_SET) ||
           (word_is(linker, word, CUE_BOTH) && word_of(linker, word)->upos != UPOS_NOUN);
}

/* A state named as a place alone: one of `the two countries` all the same. */
static bool is_mere_state(const casus_linker *const linker, const casus_draft *const draft,
                          const uint32_t word)
{
    return draft->source == DRAFT_TERRITORY && word_is(linker, word, CUE_STATE) &&
           lex_is(linker->words[draft->head].land);
}

static bool may_be_member(const casus_linker *const linker, const casus_draft *const root,
                          const uint32_t word)
{
    if (root->source == DRAFT_PRONOUN) return false;
    const lex_actor *const actor = lex_actor_of(linker, root->actor);
    const bool land = actor && (actor->flags & ACTOR_TERRITORY);
    if (root->dropped) return land && is_mere_state(linker, root, word);
    if (word_is(linker, word, CUE_STATE)) return land;
    if (word_is(linker, word, CUE_GOVERNMENT)) return land;
    if (word_is(linker, word, CUE_PERSONS)) return root->kind == KIND_PERSON;
    return root->kind != KIND_PERSON;
}

static void add_member(pending_group *const group, const uint32_t root)
{
    for (uint32_t i = 0; i < group->count; i++)
        if (group->roots[i] == root) return;
    if (group->count < GROUP_MEMBERS) group->roots[group->count++] = root;
}

/* A and B, coordinated: the members are all conjuncts. */
static void add_coordinated(casus_linker *const linker, const uint32_t head, const uint32_t word,
                            pending_group *const group)
{
    const uint32_t first = first_conjunct(linker, head);
    const uint32_t own = linker->words[first].draft;
    const bool open = is_open(linker, word);
    group->count = 0;
    if (own == CASUS_NONE) return;
    const casus_draft *const one = &linker->drafts.at[root_of(linker, own)];
    if (open ? one->source == DRAFT_PRONOUN || one->dropped : !may_be_member(linker, one, word))
        return;
    add_member(group, root_of(linker, own));
    for (EACH_CHILD(linker->document, first, child)) {
        const uint32_t draft = linker->words[child].draft;
        if (word_of(linker, child)->deprel != DEP_CONJ || draft == CASUS_NONE) continue;
        const uint32_t root = root_of(linker, draft);
        const casus_draft *const other = &linker->drafts.at[root];
        const bool alike = other->kind == one->kind;
        if (open ? alike && other->source != DRAFT_PRONOUN && !other->dropped
                 : may_be_member(linker, other, word))
            add_member(group, root);
    }
}

/* The actors that the text has spoken of most, for words that say that there are two. */
static void add_topics(casus_linker *const linker, const uint32_t position, const uint32_t word,
                       pending_group *const group)
{
    while (group->count < 2) {
        uint32_t best = CASUS_NONE, most = 0;
        for (uint32_t back = 1; back <= TOPICS_BACK && back <= position; back++) {
            const uint32_t number = linker->order.at[position - back];
            const uint32_t root = root_of(linker, number);
            const casus_draft *const at = &linker->drafts.at[root];
            if (at->source == DRAFT_NOMINAL || at->mentions + at->dropped <= most ||
                !may_be_member(linker, at, word) || (group->count && group->roots[0] == root))
                continue;
            most = at->mentions + at->dropped;
            best = root;
        }
        if (best == CASUS_NONE) return;
        add_member(group, best);
    }
}

/* The nearest coordination, else the two most salient that fit. */
static void find_members(casus_linker *const linker, const uint32_t position, const uint32_t word,
                         pending_group *const group)
{
    const uint32_t sentence = word_of(linker, word)->sentence;
    uint32_t best[2] = {CASUS_NONE, CASUS_NONE};
    double most[2] = {0, 0};
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const at = &linker->drafts.at[number];
        if (sentence - word_of(linker, at->head)->sentence > SENTENCES_BACK) break;
        if (at->source == DRAFT_PRONOUN || (at->dropped && !is_mere_state(linker, at, word)))
            continue;
        if (!at->dropped) add_coordinated(linker, at->carrier, word, group);
        if (!at->dropped && group->count > 1) return;
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
    if (word_is(linker, word, CUE_SET)) return;
    if (best[1] != CASUS_NONE) add_member(group, best[1]);
    if (best[0] != CASUS_NONE) add_member(group, best[0]);
    if (group->count < 2 && !is_open(linker, word)) add_topics(linker, position, word, group);
}

static void keep(casus_linker *const linker, const pending_group *const group)
{
    VEC_PUSH(&linker->groups, linker->arena, *group);
}

/* The word behind a name and the brackets that belong to it. */
static uint32_t behind_name(const casus_linker *const linker, const casus_draft *const name,
                            const uint32_t end)
{
    uint32_t word = name->last + 1;
    if (word + 2 < end && form_is(linker, word, "("))
        for (uint32_t close = word; close < end && close < word + 6; close++)
            if (form_is(linker, close, ")")) return close + 1;
    return word;
}

/* The names of a list that begins at `word`; false where it is no list of such actors. */
static bool read_list(casus_linker *const linker, const casus_draft *const draft, uint32_t word,
                      const uint32_t end, pending_group *const group)
{
    bool closed = false;
    group->count = 0;
    while (word < end) {
        while (word < end &&
               (linker->words[word].title != CASUS_NONE || form_is(linker, word, "the")))
            word++;
        if (word >= end || linker->words[word].name == CASUS_NONE) return false;
        const uint32_t number = linker->words[word].name;
        const casus_draft *const name = &linker->drafts.at[number];
        if (name->first != word || name->dropped) return false;
        const casus_draft *const root = &linker->drafts.at[root_of(linker, number)];
        if ((root->kind == KIND_PERSON) != (draft->kind == KIND_PEOPLE)) return false;
        if (root->kind == KIND_PEOPLE) return false;
        add_member(group, root_of(linker, number));
        if (closed) return group->count > 1;
        word = behind_name(linker, name, end);
        if (word < end && form_is(linker, word, ",")) word++;
        if (word < end && form_is(linker, word, "and")) {
            closed = true;
            word++;
        } else if (word == name->last + 1)
            return false;
    }
    return false;
}

/* Two brothers, A and B: those whom the description announces stand behind it. */
static bool find_listed(casus_linker *const linker, const casus_draft *const draft,
                        pending_group *const group)
{
    enum { NEAR = 14 };
    const casus_sentence *const sentence =
        &linker->document->sentences.at[word_of(linker, draft->head)->sentence];
    const uint32_t end = sentence->first + sentence->count;
    if (!draft->plural || draft->collective || (!draft->definite && !draft->quantified))
        return false;
    for (uint32_t word = draft->last + 1; word + 2 < end && word < draft->last + NEAR; word++) {
        const casus_word *const at = word_of(linker, word);
        const bool mark =
            form_is(linker, word, ",") || form_is(linker, word, ":") || form_is(linker, word, "-");
        if (mark && at->span.begin > word_of(linker, word - 1)->span.end - 1 &&
            read_list(linker, draft, word + 1, end, group))
            return true;
        if (form_is(linker, word, "(") || form_is(linker, word, ")")) continue;
        if (at->upos == UPOS_PUNCT || at->upos == UPOS_AUX || at->upos == UPOS_SCONJ ||
            at->upos == UPOS_CCONJ)
            return false;
        if (at->upos == UPOS_VERB && at->deprel != DEP_ACL) return false;
    }
    return false;
}

bool resolve_group(casus_linker *const linker, const uint32_t position, const uint32_t word)
{
    const casus_draft *const draft = &linker->drafts.at[linker->order.at[position]];
    pending_group group = {.word = word};
    if (draft->source != DRAFT_NOMINAL || !find_listed(linker, draft, &group)) {
        group.count = 0;
        if (!is_group_word(linker, word)) return false;
        find_members(linker, position, word, &group);
    }
    if (group.count < 2) return false;
    for (uint32_t i = 0; i < group.count; i++)
        linker->drafts.at[group.roots[i]].dropped = false; /* a mere place acts here */
    keep(linker, &group);
    return true;
}

static double weight_at(const casus_linker *const linker, const uint32_t word,
                        const uint32_t sentence)
{
    const uint32_t distance = sentence - word_of(linker, word)->sentence;
    return (100 + role_weight(linker, word)) / (double)(1U << (distance < 16 ? distance : 16));
}

/* The last word that stood for several before `word`. */
static const pending_group *last_group(const casus_linker *const linker, const uint32_t word)
{
    for (uint32_t i = linker->groups.count; i-- > 0;)
        if (linker->groups.at[i].word < word) return &linker->groups.at[i];
    return NULL;
}

/* X met Y: subject and object of one verb, two persons or two bodies. */
static void add_facing(casus_linker *const linker, const uint32_t subject,
                       pending_group *const group)
{
    const uint32_t verb = word_of(linker, subject)->head, own = linker->words[subject].draft;
    group->count = 0;
    if (relation_of(linker, subject) != DEP_NSUBJ || own == CASUS_NONE) return;
    const casus_draft *const one = &linker->drafts.at[root_of(linker, own)];
    if (one->source == DRAFT_PRONOUN || one->kind == KIND_PEOPLE || one->plural) return;
    for (EACH_CHILD(linker->document, verb, child)) {
        const uint32_t draft = linker->words[child].draft;
        const casus_deprel relation = relation_of(linker, child);
        if (child == subject || draft == CASUS_NONE || (relation != DEP_OBJ && relation != DEP_OBL))
            continue;
        const uint32_t preposition = relation == DEP_OBL ? case_of(linker, child) : CASUS_NONE;
        if (relation == DEP_OBL &&
            (preposition == CASUS_NONE || !form_is(linker, preposition, "with")))
            continue;
        const uint32_t root = root_of(linker, draft);
        const casus_draft *const other = &linker->drafts.at[root];
        if (other->source == DRAFT_PRONOUN || other->kind != one->kind || other->plural) continue;
        add_member(group, root_of(linker, own));
        add_member(group, root);
        return;
    }
}

bool resolve_they(casus_linker *const linker, const uint32_t position, const double salience)
{
    const casus_draft *const pronoun = &linker->drafts.at[linker->order.at[position]];
    const uint32_t word = pronoun->head;
    const uint32_t sentence = word_of(linker, word)->sentence;
    if (!word_is(linker, word, CUE_THEY)) return false;
    pending_group best = {.word = word}, group;
    double most = salience;
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const at = &linker->drafts.at[number];
        if (sentence - word_of(linker, at->head)->sentence > THEY_BACK) break;
        if (at->dropped || at->source == DRAFT_PRONOUN || at->source == DRAFT_ADJECTIVE) continue;
        if (charge_fitness(linker, pronoun, root_of(linker, number)) <= 0) continue;
        group = (pending_group){.word = word};
        const uint32_t first = first_conjunct(linker, at->carrier);
        double weight = weight_at(linker, first, sentence);
        add_coordinated(linker, at->carrier, word, &group);
        if (group.count < 2) {
            add_facing(linker, at->carrier, &group);
            weight *= FACING;
        }
        if (group.count < 2 || word_of(linker, word)->head == word_of(linker, first)->head)
            continue;
        if (weight < most) continue;
        most = weight;
        best = group;
    }
    const pending_group *const before = last_group(linker, word);
    if (before && sentence - word_of(linker, before->word)->sentence <= THEY_BACK &&
        weight_at(linker, before->word, sentence) >= most) {
        best = *before;
        best.word = word;
    }
    if (best.count < 2) return false;
    keep(linker, &best);
    return true;
}
