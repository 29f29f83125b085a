/* Pronouns: drafts of them, and their antecedents by agreement and salience.
 * S. Lappin and H. Leass, An Algorithm for Pronominal Anaphora Resolution, Computational
 * Linguistics 20(4), 1994; the weights are theirs, halved with each sentence between. */
#include "entity/link.h"

enum { SENTENCES_BACK = 3, DRAFTS_BACK = 120 };

/* They are people rather than a body, where both stand ready. */
static const double ORGANIZATION_AS_THEY = 0.7;

/* It is likely that; it is to be hoped. */
static bool is_pleonastic(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t head = word_of(linker, word)->head;
    if (!word_is(linker, word, CUE_IT) || relation_of(linker, word) != DEP_NSUBJ) return false;
    if (has_child(linker, head, DEP_CSUBJ)) return true;
    return word_of(linker, head)->upos == UPOS_ADJ && has_child(linker, head, DEP_CCOMP);
}

static bool is_pronoun(const casus_linker *const linker, const uint32_t word)
{
    const uint64_t persons = CUE_BIT(CUE_HE) | CUE_BIT(CUE_SHE) | CUE_BIT(CUE_IT) |
                             CUE_BIT(CUE_THEY) | CUE_BIT(CUE_WE) | CUE_BIT(CUE_I);
    const casus_word *const at = word_of(linker, word);
    if (at->upos != UPOS_PRON && at->upos != UPOS_DET) return false;
    if ((linker->words[word].cues & persons) == 0) return false;
    if (at->deprel == DEP_EXPL && !lemma_is(linker, at->head, CUE_SPEECH)) return false;
    if (is_pleonastic(linker, word)) return false;
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

double role_weight(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, first_conjunct(linker, word));
    double weight = 0;
    switch (casus_deprel_main((casus_deprel)at->deprel)) {
    case DEP_NSUBJ:
        weight = 80 + 80 + 50;
        break;
    case DEP_OBJ:
        weight = 50 + 80 + 50;
        break;
    case DEP_IOBJ:
        weight = 40 + 80 + 50;
        break;
    case DEP_OBL:
        weight = at->deprel == DEP_OBL_AGENT ? 40 + 80 : 40 + 40;
        break;
    case DEP_NMOD:
        weight = at->deprel == DEP_NMOD_POSS ? 60 : 40;
        break;
    case DEP_ROOT:
        weight = 80 + 50;
        break;
    case DEP_APPOS:
        weight = 60;
        break;
    case DEP_COMPOUND:
    case DEP_AMOD:
        weight = 10;
        break;
    default:
        weight = 50;
        break;
    }
    return weight;
}

static double halved(const uint32_t sentences)
{
    return sentences >= 60 ? 0 : 1.0 / (double)(UINT64_C(1) << sentences);
}

double salience_of(casus_linker *const linker, const uint32_t root, const uint32_t position)
{
    const casus_draft *const at = &linker->drafts.at[linker->order.at[position]];
    const uint32_t sentence = word_of(linker, at->head)->sentence;
    double sum = 0, most = 0; /* of the sentence at hand: each counts once for its best mention */
    uint32_t here = 0;
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[number];
        const uint32_t distance = sentence - word_of(linker, other->head)->sentence;
        if (distance > SENTENCES_BACK) break;
        if (other->dropped || root_of(linker, number) != root) continue;
        const double weight = (100 + role_weight(linker, other->carrier)) * halved(distance);
        if (distance != here) {
            sum += most;
            most = 0;
            here = distance;
        }
        if (weight > most) most = weight;
    }
    return sum + most;
}

static bool is_reflexive(const casus_linker *const linker, const uint32_t word)
{
    return word_is(linker, word, CUE_REFLEXIVE);
}

static bool is_possessive(const casus_linker *const linker, const uint32_t word)
{
    return word_of(linker, word)->deprel == DEP_NMOD_POSS;
}

/* A pronoun is no co-argument of its antecedent: in `X attacked it`, it is not X. */
static bool is_bound(casus_linker *const linker, const casus_draft *const pronoun,
                     const uint32_t root, const uint32_t position)
{
    if (is_possessive(linker, pronoun->head)) return false;
    const uint32_t clause = word_of(linker, pronoun->head)->head;
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[number];
        if (word_of(linker, other->head)->sentence != word_of(linker, pronoun->head)->sentence)
            break;
        if (root_of(linker, number) != root) continue;
        const uint32_t first = first_conjunct(linker, other->carrier);
        if (word_of(linker, first)->head == clause && first != clause) return true;
    }
    return false;
}

static bool agrees(const casus_linker *const linker, const casus_draft *const pronoun,
                   const casus_draft *const root)
{
    const uint32_t word = pronoun->head;
    if (root->source == DRAFT_PRONOUN) return false;
    if (word_is(linker, word, CUE_HE))
        return root->kind == KIND_PERSON && root->gender != GENDER_FEMALE;
    if (word_is(linker, word, CUE_SHE))
        return root->kind == KIND_PERSON && root->gender != GENDER_MALE;
    if (word_is(linker, word, CUE_IT))
        return root->kind == KIND_ORGANIZATION && !(root->plural && !lex_is(root->actor));
    if (word_is(linker, word, CUE_THEY))
        return root->kind == KIND_PEOPLE || (root->kind == KIND_ORGANIZATION &&
                                             (root->plural || root->armed || !lex_is(root->actor)));
    return false;
}

/* How far an `it` may rather mean a thing: the nearest noun that is no actor and outranks it. */
static double thing_salience(const casus_linker *const linker, const casus_draft *const pronoun)
{
    const uint32_t sentence = word_of(linker, pronoun->head)->sentence;
    double best = 0;
    for (uint32_t word = pronoun->head; word-- > 0;) {
        const casus_word *const at = word_of(linker, word);
        if (sentence - at->sentence > 1) break;
        if (at->upos != UPOS_NOUN || linker->words[word].draft != CASUS_NONE ||
            linker->words[word].name != CASUS_NONE || (at->features & FEAT_PLURAL) ||
            linker->document->time_at[word] != CASUS_NONE)
            continue;
        const casus_deprel relation = casus_deprel_main((casus_deprel)at->deprel);
        if (relation != DEP_NSUBJ && relation != DEP_OBJ) continue;
        if (word_of(linker, pronoun->head)->head == at->head) continue;
        const double salience = (100 + role_weight(linker, word)) * halved(sentence - at->sentence);
        if (salience > best) best = salience;
    }
    return best;
}

/* `It said`: only somebody says. */
static bool speaks(const casus_linker *const linker, const casus_draft *const pronoun)
{
    const casus_word *const at = word_of(linker, pronoun->head);
    const casus_deprel relation = casus_deprel_main((casus_deprel)at->deprel);
    return (relation == DEP_NSUBJ || relation == DEP_EXPL) &&
           lemma_is(linker, at->head, CUE_SPEECH);
}

static uint32_t reflexive_antecedent(casus_linker *const linker, const casus_draft *const pronoun)
{
    const uint32_t clause = clause_of(linker, pronoun->head);
    for (EACH_CHILD(linker->document, clause, child))
        if (relation_of(linker, child) == DEP_NSUBJ && linker->words[child].draft != CASUS_NONE)
            return root_of(linker, linker->words[child].draft);
    return CASUS_NONE;
}

/* I and we inside quotation marks are who speaks: the subject of the verb of speech around them. */
static uint32_t speaker_antecedent(casus_linker *const linker, const casus_draft *const pronoun)
{
    if (!(word_of(linker, pronoun->head)->flags & WORD_QUOTED))
        return word_is(linker, pronoun->head, CUE_WE) && linker->issuer != CASUS_NONE
                   ? root_of(linker, linker->issuer)
                   : CASUS_NONE;
    const uint32_t sentence = word_of(linker, pronoun->head)->sentence;
    const casus_sentence *const here = &linker->document->sentences.at[sentence];
    uint32_t best = CASUS_NONE;
    for (uint32_t word = here->first; word < here->first + here->count; word++) {
        const casus_word *const at = word_of(linker, word);
        if ((at->flags & WORD_QUOTED) || casus_deprel_main((casus_deprel)at->deprel) != DEP_NSUBJ ||
            linker->words[word].draft == CASUS_NONE || !lemma_is(linker, at->head, CUE_SPEECH))
            continue;
        const casus_draft *const subject =
            &linker->drafts.at[root_of(linker, linker->words[word].draft)];
        if (word_is(linker, pronoun->head, CUE_I) && subject->kind != KIND_PERSON) continue;
        if (subject->source == DRAFT_PRONOUN) continue;
        best = root_of(linker, linker->words[word].draft);
    }
    return best;
}

uint32_t antecedent_of_pronoun(casus_linker *const linker, const uint32_t position)
{
    const casus_draft *const pronoun = &linker->drafts.at[linker->order.at[position]];
    const uint32_t sentence = word_of(linker, pronoun->head)->sentence;
    if (is_reflexive(linker, pronoun->head)) {
        const uint32_t subject = reflexive_antecedent(linker, pronoun);
        if (subject != CASUS_NONE) return subject;
    }
    if (word_is(linker, pronoun->head, CUE_WE) || word_is(linker, pronoun->head, CUE_I))
        return speaker_antecedent(linker, pronoun);
    uint32_t best = CASUS_NONE, seen[DRAFTS_BACK], count = 0;
    double most = word_is(linker, pronoun->head, CUE_IT) && !speaks(linker, pronoun)
                      ? thing_salience(linker, pronoun)
                      : 0;
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[number];
        if (sentence - word_of(linker, other->head)->sentence > SENTENCES_BACK) break;
        const uint32_t root = root_of(linker, number);
        bool known = other->dropped || (other->source == DRAFT_ADJECTIVE);
        for (uint32_t i = 0; i < count && !known; i++) known = seen[i] == root;
        if (known) continue;
        seen[count++] = root;
        if (!agrees(linker, pronoun, &linker->drafts.at[root])) continue;
        if (is_bound(linker, pronoun, root, position)) continue;
        if (linker->issuer != CASUS_NONE && root == root_of(linker, linker->issuer)) continue;
        double salience = salience_of(linker, root, position);
        if (word_is(linker, pronoun->head, CUE_THEY) &&
            linker->drafts.at[root].kind == KIND_ORGANIZATION)
            salience *= ORGANIZATION_AS_THEY;
        if (salience <= most) continue;
        most = salience;
        best = root;
    }
    return best;
}
