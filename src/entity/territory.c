/* Places that stand for those who rule there: Islamabad said, but a blast in Islamabad. */
#include "entity/link.h"

static bool is_city(const casus_linker *const linker, const casus_draft *const draft)
{
    for (uint32_t word = draft->first; word <= draft->last; word++)
        if (lex_is(linker->words[word].land)) return false;
    return true;
}

/* "Malta evacuated the camp": what could befall a place, done to something else. */
static bool does_it(const casus_linker *const linker, const uint32_t verb)
{
    return lemma_is(linker, verb, CUE_PLACE_OBJECT) && has_child(linker, verb, DEP_OBJ);
}

static bool subject_acts(const casus_linker *const linker, const uint32_t word, const bool city)
{
    const casus_word *const at = word_of(linker, word);
    const uint32_t verb = at->head;
    const bool verbal = word_of(linker, verb)->upos == UPOS_VERB;
    if (at->deprel == DEP_NSUBJ_PASS) {
        if (lemma_is(linker, verb, CUE_HUMAN_OBJECT)) return true;
        return !city && !lemma_is(linker, verb, CUE_PLACE_OBJECT) &&
               !lemma_is(linker, verb, CUE_PLACE_SUBJECT);
    }
    if (!city)
        return !verbal || !lemma_is(linker, verb, CUE_PLACE_SUBJECT) ||
               lemma_is(linker, verb, CUE_SPEECH) || does_it(linker, verb);
    if (!verbal) return word_is(linker, verb, CUE_ATTITUDE); /* Seoul was cool to it */
    if (lemma_is(linker, verb, CUE_PLACE_SUBJECT)) return does_it(linker, verb);
    return lemma_is(linker, verb, CUE_SPEECH) || has_child(linker, verb, DEP_OBJ) ||
           has_child(linker, verb, DEP_CCOMP) || has_child(linker, verb, DEP_XCOMP);
}

static bool object_acts(const casus_linker *const linker, const uint32_t word, const bool city)
{
    const uint32_t verb = word_of(linker, word)->head;
    if (lemma_is(linker, verb, CUE_HUMAN_OBJECT)) return true;
    if (city) return false;
    return !lemma_is(linker, verb, CUE_PLACE_OBJECT) || lemma_is(linker, verb, CUE_SPEECH);
}

static bool oblique_acts(const casus_linker *const linker, const uint32_t word, const bool city)
{
    const uint32_t preposition = case_of(linker, word), head = word_of(linker, word)->head;
    if (preposition == CASUS_NONE) return !city && relation_of(linker, word) != DEP_NMOD;
    if (word_is(linker, preposition, CUE_LOCATIVE)) return false;
    if (word_is(linker, preposition, CUE_AGENTIVE))
        return !city || !casus_str_equal_nocase(word_of(linker, preposition)->form, STR("for")) ||
               lemma_is(linker, head, CUE_HUMAN_OBJECT);
    if (city)
        return lemma_is(linker, head, CUE_HUMAN_OBJECT) && word_of(linker, head)->upos == UPOS_VERB;
    return !word_is(linker, head, CUE_NO_ACTOR);
}

static bool possessor_acts(const casus_linker *const linker, const uint32_t word, const bool city)
{
    const uint32_t head = word_of(linker, word)->head;
    if (word_is(linker, head, CUE_NO_ACTOR)) return false;
    if (!city) return true;
    return linker->words[head].role == CASUS_NONE;
}

static bool acts(const casus_linker *const linker, const uint32_t word, const bool city,
                 uint32_t depth)
{
    const casus_word *const at = word_of(linker, word);
    switch (relation_of(linker, word)) {
    case DEP_NSUBJ:
        return subject_acts(linker, word, city);
    case DEP_OBJ:
    case DEP_IOBJ:
        return object_acts(linker, word, city);
    case DEP_NMOD:
        if (at->deprel == DEP_NMOD_POSS) return possessor_acts(linker, word, city);
        return oblique_acts(linker, word, city);
    case DEP_OBL:
        return at->deprel == DEP_OBL_AGENT || oblique_acts(linker, word, city);
    case DEP_CONJ:
    case DEP_APPOS:
        if (case_of(linker, word) != CASUS_NONE) return oblique_acts(linker, word, city);
        return depth < 16 && acts(linker, at->head, city, depth + 1);
    case DEP_ROOT:
    case DEP_PARATAXIS:
    case DEP_VOCATIVE:
    case DEP_DISLOCATED:
        return !city && case_of(linker, word) == CASUS_NONE;
    case DEP_XCOMP:
        return !city;
    default:
        return false;
    }
}

static bool is_dateline(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    return linker->document->sentences.at[at->sentence].kind == SENTENCE_DATELINE;
}

/* Drafts of places that do not act are dropped; what is left of a modifier names the state. */
static void settle(casus_linker *const linker, casus_draft *const draft)
{
    const bool city = is_city(linker, draft);
    const casus_deprel relation = relation_of(linker, draft->head);
    const uint32_t head = word_of(linker, draft->head)->head;
    if (relation == DEP_COMPOUND || relation == DEP_AMOD || relation == DEP_FLAT) {
        draft->dropped = city || word_is(linker, head, CUE_NO_ACTOR) || relation == DEP_FLAT;
        draft->source = DRAFT_ADJECTIVE;
        draft->embedded = true;
    } else
        draft->dropped = is_dateline(linker, draft->head) || !acts(linker, draft->head, city, 0);
    /* The words stay covered: a place is no unknown name. */
    if (draft->dropped) linker->words[draft->head].draft = CASUS_NONE;
}

static void add_adjective(casus_linker *const linker, const uint32_t word)
{
    const lex_ref land = linker->words[word].land;
    const lex_actor *const actor = lex_actor_of(linker, land);
    if (!actor || !(actor->flags & ACTOR_TERRITORY)) return;
    const uint32_t head = word_of(linker, word)->head;
    if (head == word || linker->words[head].role != CASUS_NONE ||
        linker->words[head].name != CASUS_NONE || word_is(linker, head, CUE_NO_ACTOR))
        return;
    const casus_deprel relation = relation_of(linker, word);
    if (relation != DEP_AMOD && relation != DEP_COMPOUND && relation != DEP_OBL &&
        relation != DEP_NMOD && relation != DEP_ADVMOD && relation != DEP_OBJ)
        return;
    casus_draft fresh = new_draft(linker, word, word, DRAFT_ADJECTIVE);
    take_actor(linker, &fresh, land);
    fresh.key = key_of(linker, word, word);
    fresh.embedded = true;
    add_draft(linker, fresh);
}

void find_territories(casus_linker *const linker)
{
    for (uint32_t i = 0; i < linker->drafts.count; i++)
        if (linker->drafts.at[i].source == DRAFT_TERRITORY && !linker->drafts.at[i].dropped)
            settle(linker, &linker->drafts.at[i]);
    for (uint32_t word = 0; word < linker->document->words.count; word++)
        if (linker->words[word].adjective && linker->words[word].draft == CASUS_NONE &&
            linker->words[word].name == CASUS_NONE)
            add_adjective(linker, word);
}
