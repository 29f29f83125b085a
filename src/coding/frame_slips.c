/* What the slips of parsers hide of a clause: its verb, its auxiliary, its subject. */
#include "coding/frame_slips.h"

#include "coding/tree.h"

bool frame_is_past_participle(const casus_word *const word)
{
    return (word->features & FEAT_PARTICIPLE) && (word->features & FEAT_PAST);
}

bool frame_has_auxiliary(const casus_document *const document, const uint32_t word)
{
    return tree_child(document, word, DEP_AUX) != CASUS_NONE;
}

/* "The opposition accused police of beating its members": where no other word is the clause's, what
 * a parser takes for a participle beside the noun is its verb. */
bool frame_is_clause_verb(const casus_document *const document, const uint32_t verb)
{
    const uint32_t noun = tree_word(document, verb)->head;
    return tree_deprel(document, verb) == DEP_ACL && verb > noun &&
           casus_word_is_root(document, noun) && tree_is_nominal(document, noun) &&
           frame_is_past_participle(tree_word(document, verb)) &&
           !frame_has_auxiliary(document, verb) &&
           tree_child(document, noun, DEP_COP) == CASUS_NONE &&
           (tree_child_exact(document, verb, DEP_OBJ) != CASUS_NONE ||
            tree_child_exact(document, verb, DEP_CCOMP) != CASUS_NONE) &&
           document->sentences.at[tree_word(document, verb)->sentence].kind != SENTENCE_HEADLINE;
}

/* "came after the army had shelled the town": a subject that a parser hangs on the verb above, with
 * the conjunction for its preposition. */
uint32_t frame_strayed_subject(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    const uint32_t above = tree_word(document, verb)->head;
    uint32_t found = CASUS_NONE;
    if (!frame_has_auxiliary(document, verb) || tree_child(document, verb, DEP_MARK) != CASUS_NONE)
        return CASUS_NONE;
    for (EACH_CHILD(document, above, child))
        if (child > above && child < verb && tree_main_deprel(document, child) == DEP_OBL &&
            ontology_has(coding->ontology, WORDS_TIME_CONJUNCTION,
                         tree_preposition(document, coding->arena, child)))
            found = child;
    return found;
}

/* "The bishop called on the king": a finite clause whose verb the parser took for a participle.
 * Headlines and notes do leave the auxiliary out, of verbs of harm and capture mostly: "Six
 * soldiers killed in Gao." */
bool frame_lacks_auxiliary(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    const casus_deprel deprel = tree_main_deprel(document, verb);
    if (frame_is_clause_verb(document, verb)) return true;
    if (deprel != DEP_ROOT && deprel != DEP_CCOMP && deprel != DEP_PARATAXIS) return false;
    if (document->sentences.at[tree_word(document, verb)->sentence].kind == SENTENCE_HEADLINE)
        return false;
    bool subject = false, object = false, agent = false;
    for (EACH_CHILD(document, verb, child)) {
        const casus_deprel exact = tree_deprel(document, child);
        if (casus_deprel_main(exact) == DEP_AUX) return false;
        agent |= exact == DEP_OBL_AGENT;
        subject |= exact == DEP_NSUBJ_PASS && child < verb;
        object |= exact == DEP_OBJ && child > verb;
    }
    /* "The king on Monday shortened by two hours the curfew": what has an object acts. */
    if (subject && object) return true;
    return subject && !agent &&
           !ontology_has(coding->ontology, WORDS_BARE_PASSIVE, tree_word(document, verb)->lemma);
}
