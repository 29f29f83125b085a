/* Pronouns: drafts of them, and their antecedents by agreement and salience.
 * S. Lappin and H. Leass, An Algorithm for Pronominal Anaphora Resolution, Computational
 * Linguistics 20(4), 1994; the weights are theirs where not named here, halved with each sentence
 * between. */
#include "entity/link.h"

enum { SENTENCES_BACK = 3, DRAFTS_BACK = 120 };

/* They are people rather than a body, where both stand ready. */
static const double ORGANIZATION_AS_THEY = 0.7, BODY_AS_THEY = 0.25;

/* What sentences before the last that names somebody add to his salience. */
static const double EARLIER = 0.3;

/* The noun right before the comma before `their` outweighs all. */
static const double BESIDE = 1e9;

/* Four of them: of those who were counted. */
static const double COUNTED = 1.3;

/* Who, which: they stand in a clause of their own. */
static const double RELATIVE = 120;

/* X said that he: he is X rather than anybody else. */
static const double SPEAKER = 2;

static bool is_possessive(const casus_linker *const linker, const uint32_t word)
{
    return word_of(linker, word)->deprel == DEP_NMOD_POSS;
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
    double share = 1;
    uint32_t here = 0;
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[number];
        const uint32_t distance = sentence - word_of(linker, other->head)->sentence;
        if (distance > SENTENCES_BACK) break;
        if (other->dropped || root_of(linker, number) != root) continue;
        const bool relative = other->source == DRAFT_PRONOUN && other->embedded;
        const double weight =
            (100 + (relative ? RELATIVE : role_weight(linker, other->carrier))) * halved(distance);
        if (distance != here) {
            sum += share * most;
            if (most > 0) share = EARLIER;
            most = 0;
            here = distance;
        }
        if (weight > most) most = weight;
    }
    return sum + share * most;
}

static bool is_reflexive(const casus_linker *const linker, const uint32_t word)
{
    return word_is(linker, word, CUE_REFLEXIVE);
}

/* four of them, among them */
static bool is_part(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t head = word_of(linker, word)->head, preposition = case_of(linker, word);
    if (preposition != CASUS_NONE &&
        casus_str_equal_nocase(word_of(linker, preposition)->form, STR("among")))
        return true;
    return relation_of(linker, word) == DEP_NMOD &&
           (word_is(linker, head, CUE_CONTAINER) || word_of(linker, head)->upos == UPOS_NUM);
}

/* What a pronoun is an argument of; in `killed some of them`, the verb. */
static uint32_t governor_of(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t head = word_of(linker, word)->head;
    const bool part = is_part(linker, word) && relation_of(linker, head) == DEP_OBJ;
    return part ? word_of(linker, head)->head : head;
}

/* The verb whose subject is understood with `clause`: that of `met` in `met him and told him`. */
static uint32_t subject_clause(const casus_linker *const linker, uint32_t clause)
{
    for (uint32_t depth = 0; depth < 4 && !has_child(linker, clause, DEP_NSUBJ); depth++) {
        const casus_deprel relation = relation_of(linker, clause);
        if (relation != DEP_CONJ && relation != DEP_XCOMP) break;
        clause = word_of(linker, clause)->head;
    }
    return clause;
}

/* A pronoun is no co-argument of its antecedent: in `X attacked it`, it is not X. */
static bool is_bound(casus_linker *const linker, const casus_draft *const pronoun,
                     const uint32_t root, const uint32_t position)
{
    if (is_possessive(linker, pronoun->head)) return false;
    const uint32_t clause = governor_of(linker, pronoun->head);
    const uint32_t upper = subject_clause(linker, clause);
    for (uint32_t back = 1; back <= DRAFTS_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[number];
        if (word_of(linker, other->head)->sentence != word_of(linker, pronoun->head)->sentence)
            break;
        if (root_of(linker, number) != root) continue;
        const uint32_t first = first_conjunct(linker, other->carrier);
        if (word_of(linker, first)->head == clause && first != clause) return true;
        if (upper != clause && word_of(linker, first)->head == upper &&
            relation_of(linker, first) == DEP_NSUBJ)
            return true;
    }
    return false;
}

static bool agrees(const casus_linker *const linker, const casus_draft *const pronoun,
                   const casus_draft *const root)
{
    const uint32_t word = pronoun->head;
    if (root->source == DRAFT_PRONOUN || root->anybody) return false;
    if (word_is(linker, word, CUE_HE))
        return root->kind == KIND_PERSON && root->gender != GENDER_FEMALE;
    if (word_is(linker, word, CUE_SHE))
        return root->kind == KIND_PERSON && root->gender != GENDER_MALE;
    if (word_is(linker, word, CUE_IT))
        return root->kind == KIND_ORGANIZATION && !(root->plural && !lex_is(root->actor));
    if (word_is(linker, word, CUE_THEY)) return root->kind != KIND_PERSON;
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

/* The subject of the verb of speech that the pronoun's clause is said by (`X said that he`), or
 * CASUS_NONE. */
static uint32_t speaker_above(casus_linker *const linker, const casus_draft *const pronoun)
{
    uint32_t word = pronoun->head;
    if (relation_of(linker, word) != DEP_NSUBJ) return CASUS_NONE;
    for (uint32_t depth = 0; depth < CASUS_LIMIT_SENTENCE; depth++) {
        const casus_word *const at = word_of(linker, word);
        if (at->head == word) return CASUS_NONE;
        if (at->deprel == DEP_CCOMP && lemma_is(linker, at->head, CUE_SPEECH))
            for (EACH_CHILD(linker->document, at->head, child))
                if (relation_of(linker, child) == DEP_NSUBJ &&
                    linker->words[child].draft != CASUS_NONE && child != pronoun->head)
                    return root_of(linker, linker->words[child].draft);
        word = at->head;
    }
    return CASUS_NONE;
}

/* Who speaks in the sentence of a quoted word: the subject of a verb of speech outside the
 * quotation; found as its antecedent where it is a pronoun that stands further on. */
static uint32_t quoting_speaker(casus_linker *const linker, const uint32_t position)
{
    const casus_draft *const pronoun = &linker->drafts.at[linker->order.at[position]];
    const uint32_t sentence = word_of(linker, pronoun->head)->sentence;
    if (!(word_of(linker, pronoun->head)->flags & WORD_QUOTED)) return CASUS_NONE;
    for (uint32_t next = position ? position - 1 : 0; next < linker->order.count; next++) {
        const uint32_t number = linker->order.at[next];
        const casus_draft *const at = &linker->drafts.at[number];
        const casus_word *const word = word_of(linker, at->carrier);
        if (next > position && word->sentence > sentence) break;
        if (word->sentence != sentence || (word->flags & WORD_QUOTED) ||
            casus_deprel_main((casus_deprel)word->deprel) != DEP_NSUBJ ||
            !lemma_is(linker, word->head, CUE_SPEECH))
            continue;
        if (at->source != DRAFT_PRONOUN || root_of(linker, number) != number)
            return root_of(linker, number);
        return next > position ? antecedent_of_pronoun(linker, next, NULL) : CASUS_NONE;
    }
    return CASUS_NONE;
}

/* `settlers, their faces wrapped` and `passengers, women among them`: the noun before the comma, or
 * CASUS_NONE. */
static uint32_t before_comma(casus_linker *const linker, const uint32_t position)
{
    const uint32_t word = linker->drafts.at[linker->order.at[position]].head;
    const uint32_t first = linker->document->sentences.at[word_of(linker, word)->sentence].first;
    const casus_str before = word > first + 1 ? word_of(linker, word - 1)->form : STR("");
    const bool among =
        casus_str_equal_nocase(before, STR("among")) ||
        (casus_str_equal_nocase(before, STR("of")) &&
         (word_is(linker, word - 2, CUE_CONTAINER) || word_of(linker, word - 2)->upos == UPOS_NUM));
    if (!word_is(linker, word, CUE_THEY) || (!among && !is_possessive(linker, word)))
        return CASUS_NONE;
    uint32_t comma = word;
    for (uint32_t back = 1; back <= (among ? 6U : 1U) && word > first + back; back++)
        if (casus_str_equal(word_of(linker, word - back)->form, STR(","))) {
            comma = word - back;
            break;
        }
    if (comma == word) return CASUS_NONE;
    for (uint32_t back = 1; back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const at = &linker->drafts.at[number];
        if (at->head < first || comma - at->last > (among ? 8U : 1U)) break;
        if (at->last >= comma || at->dropped || !at->plural) continue;
        const uint32_t above = word_of(linker, at->head)->head, whole = linker->words[above].draft;
        const bool part = relation_of(linker, at->head) == DEP_NMOD && whole != CASUS_NONE &&
                          linker->drafts.at[whole].plural && above < at->head;
        const uint32_t root = root_of(linker, part ? whole : number);
        if (linker->drafts.at[root].kind == KIND_PEOPLE) return root;
    }
    return CASUS_NONE;
}

/* `the army and its allies`, `a colonel, his wife`: who stands right before, or CASUS_NONE. */
static uint32_t before_possessive(casus_linker *const linker, const uint32_t position)
{
    enum { NEAR = 4 };
    const casus_draft *const pronoun = &linker->drafts.at[linker->order.at[position]];
    const uint32_t word = pronoun->head;
    if (!is_possessive(linker, word) || word < 2) return CASUS_NONE;
    const bool comma = casus_str_equal(word_of(linker, word - 1)->form, STR(","));
    if (!comma && word_of(linker, word - 1)->upos != UPOS_CCONJ) return CASUS_NONE;
    for (uint32_t back = 1; back <= NEAR && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const at = &linker->drafts.at[number];
        if (at->dropped || at->last != word - 2 || at->source == DRAFT_PRONOUN ||
            at->source == DRAFT_ADJECTIVE ||
            word_of(linker, at->head)->sentence != word_of(linker, word)->sentence)
            continue;
        const uint32_t root = root_of(linker, number);
        const casus_draft *const whole = &linker->drafts.at[root];
        const bool alike = whole->kind != KIND_ORGANIZATION || !word_is(linker, word, CUE_THEY);
        if (alike && agrees(linker, pronoun, whole)) return root;
    }
    return CASUS_NONE;
}

/* How well a cluster fits a pronoun beside what its salience says. */
static double fitness_of(const casus_linker *const linker, const casus_draft *const pronoun,
                         const casus_draft *const root)
{
    if (!word_is(linker, pronoun->head, CUE_THEY) || root->kind != KIND_ORGANIZATION) return 1;
    const bool many = root->plural || root->armed || !lex_is(root->actor);
    return many ? ORGANIZATION_AS_THEY : BODY_AS_THEY;
}

uint32_t antecedent_of_pronoun(casus_linker *const linker, const uint32_t position,
                               double *const weight)
{
    const casus_draft *const pronoun = &linker->drafts.at[linker->order.at[position]];
    const uint32_t sentence = word_of(linker, pronoun->head)->sentence;
    if (is_reflexive(linker, pronoun->head)) {
        const uint32_t subject = reflexive_antecedent(linker, pronoun);
        if (subject != CASUS_NONE) return subject;
    }
    if (word_is(linker, pronoun->head, CUE_WE) || word_is(linker, pronoun->head, CUE_I))
        return speaker_antecedent(linker, pronoun);
    uint32_t beside = before_comma(linker, position);
    if (beside == CASUS_NONE) beside = before_possessive(linker, position);
    if (beside != CASUS_NONE) {
        if (weight) *weight = BESIDE;
        return beside;
    }
    const uint32_t speaker = speaker_above(linker, pronoun);
    const uint32_t quoter = quoting_speaker(linker, position);
    const bool part = is_part(linker, pronoun->head);
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
        if (is_of_other_number(linker, pronoun, root, position)) continue;
        if (linker->issuer != CASUS_NONE && root == root_of(linker, linker->issuer)) continue;
        if (root == quoter) continue;
        double salience = salience_of(linker, root, position) *
                          fitness_of(linker, pronoun, &linker->drafts.at[root]) *
                          charge_fitness(linker, pronoun, root);
        if (root == speaker) salience *= SPEAKER;
        if (part && other->quantified) salience *= COUNTED;
        if (salience <= most) continue;
        most = salience;
        best = root;
    }
    if (weight) *weight = most;
    return best;
}
