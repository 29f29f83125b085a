/* Whether what a predicate tells happened: modality, negation and what governs it. */
#include "coding/drafts.h"
#include "coding/tree.h"

enum { CLIMB_LIMIT = 12 };

/* The factuality that an adverb, auxiliary, determiner or marker brings, by the lexicon; -1 for
 * none. */
static int of_modifier(const coder_state *const coding, const uint32_t word,
                       const entry_class klass)
{
    const casus_ontology *const ontology = coding->ontology;
    uint32_t at = casus_map_get(&ontology->index, tree_word(coding->document, word)->lemma);
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        if (entry->klass == klass && !entry->rest.count &&
            ontology->rules.at[entry->rule].factuality >= 0)
            return ontology->rules.at[entry->rule].factuality;
    }
    return -1;
}

static casus_factuality own(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    casus_factuality found = FACT_ACTUAL;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        int here = -1;
        if (deprel == DEP_ADVMOD || deprel == DEP_AUX || deprel == DEP_MARK || deprel == DEP_DET ||
            deprel == DEP_CC)
            here = of_modifier(coding, child, ENTRY_ADVERB);
        if (deprel == DEP_AMOD) here = of_modifier(coding, child, ENTRY_ADJ);
        if (deprel == DEP_NSUBJ || deprel == DEP_OBJ) {
            const uint32_t determiner = tree_child(document, child, DEP_DET);
            here = of_modifier(coding, determiner == CASUS_NONE ? child : determiner, ENTRY_ADVERB);
            if (here != FACT_NEGATED) here = -1;
        }
        if (here == FACT_NEGATED) return FACT_NEGATED;
        if (here > 0) found = (casus_factuality)here;
    }
    return found;
}

static bool governs(const coder_state *const coding, const lex_rule *const rule,
                    const uint32_t head, const uint32_t child)
{
    const casus_document *const document = coding->document;
    const casus_deprel deprel = tree_main_deprel(document, child);
    const coder_frame *const frame = coding->frames[head];
    for (uint32_t i = 0; i < 4 && rule->governs[i]; i++) {
        if (rule->governs[i] == ARG_HEAD) continue;
        if (rule->governs[i] == ARG_XCOMP &&
            (deprel == DEP_XCOMP || deprel == DEP_ACL ||
             (deprel == DEP_ADVCL && (tree_word(document, child)->features & FEAT_INFINITIVE))))
            return true;
        if (!frame) continue;
        for (uint32_t j = 0; j < frame->count; j++)
            if (frame->arguments[j].word == child && frame->arguments[j].key == rule->governs[i])
                return true;
    }
    return false;
}

/* What is ordered or planned stands in no past tense: "told the press that rebels killed two",
 * "that troops had raided a camp". */
static bool is_told_as_past(const coder_state *const coding, const uint32_t clause)
{
    const casus_document *const document = coding->document;
    const uint32_t features = tree_word(document, clause)->features;
    if (tree_main_deprel(document, clause) != DEP_CCOMP || !(features & FEAT_PAST)) return false;
    bool finite = (features & FEAT_FINITE) != 0;
    for (EACH_CHILD(document, clause, child)) {
        if (tree_main_deprel(document, child) != DEP_AUX) continue;
        if (of_modifier(coding, child, ENTRY_ADVERB) > 0) return false;
        finite |= (tree_word(document, child)->features & FEAT_FINITE) != 0;
    }
    return finite;
}

/* The factuality that the head gives to the child, or -1. */
static int from_governor(coder_state *const coding, const uint32_t head, const uint32_t child)
{
    frame_of(coding, head);
    if (match_is_event_noun(coding, child) &&
        tree_main_deprel(coding->document, child) != DEP_NSUBJ) {
        const match light = match_word(coding, head, WANT_LIGHT);
        if (light.rule && light.rule->factuality >= 0) return light.rule->factuality;
    }
    const match found = match_word(coding, head, WANT_FACTUALITY);
    if (found.rule && found.rule->factuality == FACT_FUTURE && is_told_as_past(coding, child))
        return -1;
    if (found.rule && governs(coding, found.rule, head, child)) return found.rule->factuality;
    return -1;
}

casus_factuality factuality_of(coder_state *const coding, const uint32_t word, bool *const governed)
{
    const casus_document *const document = coding->document;
    casus_factuality found = own(coding, word);
    uint32_t at = word;
    *governed = false;
    for (int i = 0; i < CLIMB_LIMIT && found != FACT_NEGATED && !casus_word_is_root(document, at);
         i++) {
        const uint32_t head = tree_word(document, at)->head;
        const casus_deprel exact = tree_deprel(document, at), deprel = casus_deprel_main(exact);
        const bool clausal =
            deprel == DEP_XCOMP || deprel == DEP_CCOMP || deprel == DEP_ACL || deprel == DEP_ADVCL;
        if (exact == DEP_ACL_RELCL || deprel == DEP_PARATAXIS) break;
        const int given = from_governor(coding, head, at);
        if (given > 0 && found == FACT_ACTUAL) found = (casus_factuality)given;
        if (clausal && deprel != DEP_CCOMP &&
            (tree_word(document, at)->features & FEAT_INFINITIVE)) {
            const match above = match_word(coding, head, WANT_EVENT);
            if (above.rule && above.rule->event >= 0) *governed = true;
        }
        if (deprel == DEP_CCOMP ||
            (deprel == DEP_ADVCL && (tree_word(document, at)->features & FEAT_FINITE)))
            break;
        /* Objects and obliques of a clause that did not happen did not happen either. */
        const casus_factuality above = tree_main_deprel(document, at) == DEP_CONJ &&
                                               tree_child(document, at, DEP_NSUBJ) != CASUS_NONE
                                           ? FACT_ACTUAL
                                           : own(coding, head);
        if (above != FACT_ACTUAL && found == FACT_ACTUAL) found = above;
        /* "the party, backed by exiles, was banned": a description holds whatever is done. */
        if (exact == DEP_ACL && !(tree_word(document, at)->features & FEAT_INFINITIVE)) break;
        at = head;
    }
    return found;
}
