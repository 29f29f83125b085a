/* Which words are pronouns that stand for somebody, and the nouns that relative pronouns take up.
 */
#include "entity/link.h"

/* It is likely that; it is to be hoped. */
static bool is_pleonastic(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t head = word_of(linker, word)->head;
    if (!word_is(linker, word, CUE_IT) || relation_of(linker, word) != DEP_NSUBJ) return false;
    if (has_child(linker, head, DEP_CSUBJ)) return true;
    return word_of(linker, head)->upos == UPOS_ADJ && has_child(linker, head, DEP_CCOMP);
}

/* denied it, had no hand in it, knows nothing of it: what happened is meant. */
static bool is_happening(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t head = word_of(linker, word)->head;
    const casus_deprel relation = relation_of(linker, word);
    if (!casus_str_equal_nocase(word_of(linker, word)->form, STR("it"))) return false;
    if (relation == DEP_OBJ || relation == DEP_OBL) return lemma_is(linker, head, CUE_STATING);
    return relation == DEP_NMOD && word_is(linker, head, CUE_SHARE);
}

/* It was on Friday; it's the eighth raid: a time or a happening is told of it. */
static bool is_told_of(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t head = word_of(linker, word)->head;
    if (!word_is(linker, word, CUE_IT) || relation_of(linker, word) != DEP_NSUBJ ||
        !has_child(linker, head, DEP_COP))
        return false;
    return linker->document->time_at[head] != CASUS_NONE ||
           (word_of(linker, head)->upos == UPOS_NOUN && word_is(linker, head, CUE_HAPPENING));
}

static bool is_possessive(const casus_linker *const linker, const uint32_t word)
{
    return word_of(linker, word)->deprel == DEP_NMOD_POSS;
}

static bool is_pronoun(const casus_linker *const linker, const uint32_t word)
{
    const uint64_t persons = CUE_BIT(CUE_HE) | CUE_BIT(CUE_SHE) | CUE_BIT(CUE_IT) |
                             CUE_BIT(CUE_THEY) | CUE_BIT(CUE_WE) | CUE_BIT(CUE_I);
    const casus_word *const at = word_of(linker, word);
    if (at->upos != UPOS_PRON && at->upos != UPOS_DET) return false;
    if ((linker->words[word].cues & persons) == 0) return false;
    if (at->deprel == DEP_EXPL && !lemma_is(linker, at->head, CUE_SPEECH)) return false;
    if (is_possessive(linker, word) && word_is(linker, at->head, CUE_MAJESTY) &&
        linker->words[at->head].upper)
        return false; /* His Majesty */
    if (is_pleonastic(linker, word) || is_happening(linker, word) || is_told_of(linker, word))
        return false;
    /* US in capitals is a country */
    return casus_capitals(at->form) < 2;
}

/* The noun that a relative pronoun takes up: the head of its clause's acl:relcl. */
static uint32_t relative_of(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    if (!word_is(linker, word, CUE_RELATIVE) || at->upos != UPOS_PRON) return CASUS_NONE;
    uint32_t clause = at->head;
    for (uint32_t depth = 0; depth < 8; depth++) {
        const casus_word *const verb = word_of(linker, clause);
        if (verb->deprel == DEP_ACL_RELCL) return verb->head;
        if (verb->head == clause || verb->deprel == DEP_ADVCL) break;
        clause = verb->head;
    }
    return CASUS_NONE;
}

static void add_relative(casus_linker *const linker, const uint32_t word, const uint32_t noun)
{
    const uint32_t antecedent = linker->words[noun].draft;
    if (antecedent == CASUS_NONE || noun == word) return;
    casus_draft fresh = new_draft(linker, word, word, DRAFT_PRONOUN);
    fresh.kind = linker->drafts.at[antecedent].kind;
    fresh.plural = linker->drafts.at[antecedent].plural;
    fresh.embedded = true;
    join_drafts(linker, antecedent, add_draft(linker, fresh));
}

void find_pronouns(casus_linker *const linker)
{
    for (uint32_t word = 0; word < linker->document->words.count; word++) {
        if (linker->words[word].draft != CASUS_NONE) continue;
        if (is_pronoun(linker, word)) {
            casus_draft fresh = new_draft(linker, word, word, DRAFT_PRONOUN);
            fresh.plural = word_is(linker, word, CUE_THEY) || word_is(linker, word, CUE_WE);
            if (word_is(linker, word, CUE_HE)) fresh.gender = GENDER_MALE;
            if (word_is(linker, word, CUE_SHE)) fresh.gender = GENDER_FEMALE;
            fresh.kind = fresh.plural                    ? KIND_PEOPLE
                         : word_is(linker, word, CUE_IT) ? KIND_ORGANIZATION
                                                         : KIND_PERSON;
            add_draft(linker, fresh);
            continue;
        }
        const uint32_t noun = relative_of(linker, word);
        if (noun != CASUS_NONE) add_relative(linker, word, noun);
    }
}
