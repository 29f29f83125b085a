/* Names and descriptions that stand beside each other for one actor: appositions, epithets, titles,
 * predicates. */
#include "entity/link.h"

static bool kinds_agree(const casus_draft *const a, const casus_draft *const b)
{
    if (a->kind == b->kind) return true;
    return (a->source == DRAFT_UNKNOWN && !a->sure) || (b->source == DRAFT_UNKNOWN && !b->sure);
}

/* X, the group's spokesman; spokesman X; Minister X. */
static void join_apposition(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const at = &linker->drafts.at[number];
    const casus_word *const head = word_of(linker, at->head);
    const casus_deprel relation = relation_of(linker, at->head);
    if (relation != DEP_APPOS && relation != DEP_FLAT && relation != DEP_COMPOUND &&
        head->deprel != DEP_NMOD_DESC)
        return;
    const uint32_t other = linker->words[head->head].draft;
    if (other == CASUS_NONE || other == number || at->bracketed) return;
    casus_draft *const a = &linker->drafts.at[root_of(linker, number)];
    casus_draft *const b = &linker->drafts.at[root_of(linker, other)];
    if (relation != DEP_APPOS && (a->kind != KIND_PERSON || b->kind != KIND_PERSON)) return;
    if (!kinds_agree(a, b)) return;
    if (a->source == DRAFT_ADJECTIVE || b->source == DRAFT_ADJECTIVE) return;
    if (a->kind == KIND_PEOPLE && a->source == DRAFT_NOMINAL && b->source == DRAFT_NOMINAL &&
        relation != DEP_APPOS)
        return;
    join_drafts(linker, number, other);
}

/* The subject beside the subject: `X, the group's leader, said` whose tree has no apposition. */
static void join_neighbour(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const at = &linker->drafts.at[number];
    if (at->source != DRAFT_NOMINAL || at->kind == KIND_PEOPLE) return;
    const uint32_t clause = word_of(linker, at->head)->head;
    if (clause == at->head) return;
    for (EACH_CHILD(linker->document, clause, child)) {
        const uint32_t other = linker->words[child].draft;
        if (child == at->head || other == CASUS_NONE || relation_of(linker, child) == DEP_CONJ ||
            relation_of(linker, child) != relation_of(linker, at->head))
            continue;
        const casus_draft *const name = &linker->drafts.at[other];
        if (!draft_is_name(name) || name->kind != at->kind) continue;
        const bool behind = name->last < at->first;
        const uint32_t comma = behind ? name->last + 1 : at->last + 1;
        const uint32_t next = behind ? at->first : name->first;
        if (comma >= next || next - comma > 4 || !form_is(linker, comma, ",")) continue;
        if (at->indefinite && !behind) continue;
        join_drafts(linker, other, number);
        return;
    }
}

/* The word behind a description: its `of X`, then what follows. */
static uint32_t behind(const casus_linker *const linker, const casus_draft *const draft)
{
    uint32_t last = draft->last;
    for (uint32_t word = last + 1; word < linker->document->words.count; word++) {
        const casus_word *const at = word_of(linker, word);
        if (at->sentence != word_of(linker, last)->sentence || at->upos == UPOS_PUNCT ||
            at->upos == UPOS_VERB || at->upos == UPOS_AUX || word > draft->last + 12)
            return word;
    }
    return last + 1;
}

/* `X, leader of the group,` is X however the tree hangs it, if the commas enclose it. */
static void join_enclosed(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const at = &linker->drafts.at[number];
    if (at->source != DRAFT_NOMINAL || at->kind == KIND_PEOPLE || at->plural || lex_is(at->actor))
        return;
    uint32_t comma = at->first;
    for (uint32_t back = 0; back < 5 && comma > 1; back++) {
        comma--;
        if (form_is(linker, comma, ",")) break;
        if (linker->words[comma].name != CASUS_NONE && back > 3) return;
    }
    if (!form_is(linker, comma, ",")) return;
    if (word_of(linker, comma + 1)->upos == UPOS_CCONJ) return;        /* X, and her driver, */
    const bool bracket = comma > 2 && form_is(linker, comma - 1, ")"); /* NAME (XYZ), */
    const uint32_t before = comma - (bracket ? 2 : 1);
    const uint32_t other = linker->words[before].name, end = behind(linker, at);
    if (other == CASUS_NONE || end >= linker->document->words.count) return;
    const uint32_t next = at->last + 1 +
                          (word_of(linker, end)->upos != UPOS_PUNCT &&
                           word_of(linker, at->last + 1)->upos == UPOS_ADP);
    const bool relative = word_is(linker, next, CUE_RELATIVE); /* the alliance into which */
    if (!form_is(linker, end, ",") && !form_is(linker, end, ".") && !relative) return;
    const casus_draft *const name = &linker->drafts.at[other];
    const casus_deprel mine = relation_of(linker, at->head), its = relation_of(linker, name->head);
    if (name->last != before || !draft_is_name(name) || name->kind != at->kind) return;
    if (at->kind == KIND_ORGANIZATION && mine != DEP_APPOS && mine != its) return;
    const casus_sentence *const sentence =
        &linker->document->sentences.at[word_of(linker, name->head)->sentence];
    const bool opens = name->first == sentence->first; /* no object or place stands there */
    if (mine == DEP_NSUBJ && its != DEP_NSUBJ && its != DEP_FLAT && !opens) return;
    if (mine == DEP_CONJ && at->kind == KIND_ORGANIZATION) return;
    if (word_of(linker, comma)->sentence != word_of(linker, at->head)->sentence) return;
    join_drafts(linker, other, number);
}

/* A role noun right before a person's name is his title, however the tree hangs them. */
static void join_title(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const name = &linker->drafts.at[number];
    if (name->kind != KIND_PERSON || !draft_is_name(name) || name->first == 0) return;
    const uint32_t role = linker->words[name->first - 1].role;
    if (role == CASUS_NONE) return;
    const word_match *const match = &linker->roles.at[role];
    const uint32_t other = linker->words[head_of_span(linker, match->first, match->last)].draft;
    if (other == CASUS_NONE || linker->drafts.at[other].kind != KIND_PERSON ||
        linker->drafts.at[other].source != DRAFT_NOMINAL || match->last + 1 != name->first)
        return;
    if (word_of(linker, match->last)->sentence != word_of(linker, name->first)->sentence) return;
    join_drafts(linker, number, other);
}

static bool is_copular(const casus_linker *const linker, const uint32_t word)
{
    return has_child(linker, word, DEP_COP);
}

/* X is the group's leader. */
static void join_predicate(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const at = &linker->drafts.at[number];
    if (at->source != DRAFT_NOMINAL || !at->definite || !is_copular(linker, at->head)) return;
    for (EACH_CHILD(linker->document, at->head, child)) {
        if (word_of(linker, child)->deprel != DEP_NSUBJ) continue;
        const uint32_t subject = linker->words[child].draft;
        if (subject == CASUS_NONE) continue;
        if (kinds_agree(&linker->drafts.at[root_of(linker, subject)], at))
            join_drafts(linker, subject, number);
    }
}

enum { EPITHET_WORDS = 14 };

/* The preposition or article right before a name. */
static uint32_t case_before(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t number = linker->words[word].name;
    const uint32_t first = linker->drafts.at[number].first;
    if (first == 0) return CASUS_NONE;
    const uint8_t upos = word_of(linker, first - 1)->upos;
    return upos == UPOS_ADP || upos == UPOS_DET ? first - 1 : CASUS_NONE;
}

/* Does the description whose head is `word` carry on up to `end` with nothing but its own phrases
 * (`the leader of the front's political wing`)? */
static bool runs_up_to(const casus_linker *const linker, const casus_draft *const draft,
                       const uint32_t end)
{
    if (end <= draft->last || end - draft->last > EPITHET_WORDS) return false;
    for (uint32_t word = draft->last + 1; word < end; word++) {
        const casus_word *const at = word_of(linker, word);
        if (form_is(linker, word, "(") || form_is(linker, word, ")") || form_is(linker, word, "-"))
            continue;
        if (at->upos == UPOS_PUNCT || at->upos == UPOS_AUX || at->upos == UPOS_SCONJ) return false;
        const uint32_t name = linker->words[word].name; /* President X and his guest */
        if (name != CASUS_NONE && linker->drafts.at[name].kind == KIND_PERSON &&
            linker->drafts.at[name].source != DRAFT_TERRITORY &&
            case_before(linker, word) == CASUS_NONE)
            return false;
        const bool own =
            at->deprel == DEP_ACL || (at->deprel == DEP_ACL_RELCL && at->head == draft->head);
        if (at->upos == UPOS_VERB && !own && !linker->words[word].upper) return false;
    }
    return true;
}

/* The description that a name follows, up to the word `end`: of several (a spokesman for the
 * president) the first, but the nearest of those that `of` links. */
static uint32_t description_before(const casus_linker *const linker, const casus_draft *const name,
                                   const uint32_t end)
{
    const uint32_t sentence = word_of(linker, name->head)->sentence;
    uint32_t found = CASUS_NONE, below = end;
    for (uint32_t word = end; word-- > 0 && end - word <= EPITHET_WORDS;) {
        if (word_of(linker, word)->sentence != sentence) break;
        const uint32_t number = linker->words[word].draft;
        if (number == CASUS_NONE) continue;
        const casus_draft *const at = &linker->drafts.at[number];
        if (at->source != DRAFT_NOMINAL || at->dropped || at->head != word) continue;
        if (at->kind != name->kind || at->plural || at->embedded || lex_is(at->actor)) continue;
        if (!runs_up_to(linker, at, end)) break;
        if (found != CASUS_NONE) {
            const uint32_t link = case_of(linker, below);
            if (link == CASUS_NONE ||
                casus_str_equal_nocase(word_of(linker, link)->form, STR("of")))
                break;
        }
        found = number;
        below = word;
    }
    return found;
}

/* Is the name one of a list (the president, Ann Abe, and Bob Coe)? */
static bool lists_on(const casus_linker *const linker, const uint32_t after)
{
    if (!form_is(linker, after, ",")) return form_is(linker, after, "and");
    if (after + 1 >= linker->document->words.count) return false;
    return linker->words[after + 1].name != CASUS_NONE &&
           linker->drafts.at[linker->words[after + 1].name].kind == KIND_PERSON;
}

/* `Tigray's president, NAME, said` and `the rights group NAME`, however the tree hangs them. */
static void join_epithet(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const name = &linker->drafts.at[number];
    if (name->source != DRAFT_UNKNOWN && name->source != DRAFT_PERSON && name->source != DRAFT_NAME)
        return;
    uint32_t first = name->first;
    while (first > 0 && linker->words[first - 1].title != CASUS_NONE) first--;
    if (first < 2 || name->last + 1 >= linker->document->words.count) return;
    const uint32_t after = name->last + 1;
    const bool comma = form_is(linker, first - 1, ",");
    if (comma && (word_of(linker, after)->upos != UPOS_PUNCT || lists_on(linker, after))) return;
    if (!comma && name->kind == KIND_PERSON) return;
    const uint32_t other = description_before(linker, name, comma ? first - 1 : first);
    if (other == CASUS_NONE) return;
    const casus_draft *const whose = &linker->drafts.at[root_of(linker, other)];
    if (!comma && (whose->last + 1 != first || !word_is(linker, whose->head, CUE_GROUP))) return;
    if (whose->source != DRAFT_NOMINAL) return;
    if (name->kind == KIND_PERSON) linker->drafts.at[number].sure = true;
    join_drafts(linker, number, other);
}

static void name_after(casus_linker *const linker, const uint32_t other, const uint32_t name)
{
    if (other == CASUS_NONE || other == name) return;
    const casus_draft *const whose = &linker->drafts.at[root_of(linker, other)];
    if (whose->source != DRAFT_NOMINAL || !kinds_agree(whose, &linker->drafts.at[name])) return;
    join_drafts(linker, other, name);
}

/* The word that gives the name: `called X`, `known as X`, `calls itself the X`, `by the name of X`;
 * CASUS_NONE for none. */
static uint32_t naming_word(const casus_linker *const linker, const casus_draft *const name)
{
    uint32_t verb = name->first - 1;
    while (verb > 1 &&
           (linker->words[verb].title != CASUS_NONE || word_of(linker, verb)->upos == UPOS_PUNCT ||
            word_of(linker, verb)->upos == UPOS_DET))
        verb--;
    if (form_is(linker, verb, "as") || form_is(linker, verb, "of")) verb--;
    if (verb == 0) return CASUS_NONE;
    if (word_is(linker, verb, CUE_NAMING)) return verb;
    if (word_is(linker, verb, CUE_REFLEXIVE) && lemma_is(linker, verb - 1, CUE_SELF_NAMING))
        return verb - 1;
    /* who goes by the name of X, gives his name as X */
    if (!form_is(linker, verb, "name")) return CASUS_NONE;
    for (uint32_t back = verb; back > 0 && verb - back < 4; back--)
        if (lemma_is(linker, back - 1, CUE_SELF_NAMED)) return back - 1;
    return CASUS_NONE;
}

/* The actor whose name follows such a word: the noun that the participle or the relative clause
 * belongs to, or the subject that this noun tells of (their leader is a man called X). */
static void join_naming(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const name = &linker->drafts.at[number];
    if (!draft_is_name(name) || name->first < 2) return;
    const uint32_t verb = naming_word(linker, name);
    if (verb == CASUS_NONE || verb == 0) return;
    const casus_word *const at = word_of(linker, verb);
    if (at->sentence != word_of(linker, name->head)->sentence) return;
    const bool clause = casus_deprel_main((casus_deprel)at->deprel) == DEP_ACL;
    const uint32_t host = clause ? at->head : verb - 1;
    const uint32_t full = linker->words[verb - 1].name; /* Jo Salinas alias Bado */
    if (full != CASUS_NONE && full != number && name->kind == KIND_PERSON &&
        linker->drafts.at[full].kind == KIND_PERSON && !clause) {
        linker->drafts.at[number].nickname = true;
        join_drafts(linker, full, number);
    }
    name_after(linker, linker->words[host].draft, number);
    for (EACH_CHILD(linker->document, host, child))
        if (word_of(linker, child)->deprel == DEP_NSUBJ)
            name_after(linker, linker->words[child].draft, number);
}

/* `Name: X. Designation: commander of Y.`, in lists: the label's role is that of the last name. */
static void join_labelled(casus_linker *const linker, const uint32_t number)
{
    enum { REACH = 60 };
    const casus_draft *const at = &linker->drafts.at[number];
    if (at->source != DRAFT_NOMINAL || at->kind != KIND_PERSON || at->plural || at->first < 4)
        return;
    if (!form_is(linker, at->first - 1, ":") || !word_is(linker, at->first - 2, CUE_LABEL)) return;
    for (uint32_t word = at->first - 2; word > 2 && at->first - word < REACH; word--) {
        const uint32_t name = linker->words[word].name;
        if (name == CASUS_NONE || linker->drafts.at[name].first != word) continue;
        if (!form_is(linker, word - 1, ":") ||
            !casus_str_equal_nocase(word_of(linker, word - 2)->form, STR("name")))
            continue;
        if (linker->drafts.at[name].kind == KIND_PERSON) join_drafts(linker, name, number);
        return;
    }
}

void join_appositions(casus_linker *const linker)
{
    const uint32_t count = linker->drafts.count;
    for (uint32_t i = 0; i < count; i++) {
        if (linker->drafts.at[i].dropped) continue;
        join_epithet(linker, i);
        join_labelled(linker, i);
        join_naming(linker, i);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (linker->drafts.at[i].dropped) continue;
        join_apposition(linker, i);
        join_neighbour(linker, i);
        join_enclosed(linker, i);
        join_title(linker, i);
        join_predicate(linker, i);
    }
}
