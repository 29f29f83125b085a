/* Gerunds of charges that a parser has hung in the wrong place: "was accused by the ministry of
 * arming them", "accused X of running camps", "accused X of funding and arming them". */
#include "coding/frame.h"

#include "coding/tree.h"

static bool is_of(const casus_document *const document, const uint32_t word)
{
    return word != CASUS_NONE &&
           (tree_lemma_is(document, word, "of") || tree_lemma_is(document, word, "from"));
}

static bool is_gerund(const casus_document *const document, const uint32_t word)
{
    const casus_word *const at = tree_word(document, word);
    return casus_str_ends(at->form, STR("ing")) &&
           tree_child(document, word, DEP_AUX) == CASUS_NONE;
}

/* On those who accuse. */
static uint32_t over_agent(const casus_document *const document, const uint32_t gerund,
                           const uint32_t above)
{
    return tree_deprel(document, gerund) == DEP_ACL &&
                   tree_deprel(document, above) == DEP_OBL_AGENT &&
                   is_of(document, tree_child(document, gerund, DEP_MARK))
               ? tree_word(document, above)->head
               : CASUS_NONE;
}

/* The verb of a phrase that hangs on it, or on its object as if it were said of that. */
static uint32_t verb_of(const casus_document *const document, const uint32_t phrase)
{
    const casus_deprel deprel = tree_main_deprel(document, phrase);
    const uint32_t above = tree_word(document, phrase)->head;
    if (deprel == DEP_OBL) return above;
    if (deprel != DEP_NMOD || tree_main_deprel(document, above) != DEP_OBJ ||
        tree_word(document, above)->upos != UPOS_PROPN)
        return CASUS_NONE;
    return tree_word(document, above)->head;
}

/* On its own object, as if it described it. */
static uint32_t over_object(const casus_document *const document, const uint32_t gerund,
                            const uint32_t above)
{
    const casus_deprel deprel = tree_main_deprel(document, gerund);
    if ((deprel != DEP_AMOD && deprel != DEP_COMPOUND) || gerund == 0 || above < gerund)
        return CASUS_NONE;
    const uint32_t mark = tree_child(document, above, DEP_CASE);
    return mark + 1 == gerund && is_of(document, mark) ? verb_of(document, above) : CASUS_NONE;
}

/* Whether a noun behind "of" is a gerund, or has one before it. */
static bool is_charge(const casus_document *const document, const uint32_t noun)
{
    const uint32_t mark = tree_child(document, noun, DEP_CASE);
    return is_of(document, mark) && mark < noun &&
           casus_str_ends(tree_word(document, mark + 1)->form, STR("ing"));
}

uint32_t frame_charge_under(const casus_document *const document, const uint32_t object)
{
    if (tree_word(document, object)->upos != UPOS_PROPN) return CASUS_NONE;
    for (EACH_CHILD(document, object, child))
        if (child > object && tree_main_deprel(document, child) == DEP_NMOD &&
            is_charge(document, child))
            return child;
    return CASUS_NONE;
}

/* On the verb of charging, beside another gerund that was taken for a noun. */
static uint32_t over_verb(const casus_document *const document, const uint32_t gerund,
                          const uint32_t above)
{
    if (tree_main_deprel(document, gerund) != DEP_CONJ || !tree_is_verbal(document, above) ||
        is_gerund(document, above))
        return CASUS_NONE;
    for (EACH_CHILD(document, above, child)) {
        if (child < above || child > gerund) continue;
        const casus_deprel deprel = tree_main_deprel(document, child);
        if ((deprel == DEP_OBL && is_charge(document, child)) ||
            (deprel == DEP_OBJ && frame_charge_under(document, child) != CASUS_NONE))
            return above;
    }
    return CASUS_NONE;
}

uint32_t frame_charge_over(const casus_document *const document, const uint32_t gerund)
{
    if (casus_word_is_root(document, gerund) || !is_gerund(document, gerund)) return CASUS_NONE;
    const uint32_t above = tree_word(document, gerund)->head;
    uint32_t verb = over_agent(document, gerund, above);
    if (verb == CASUS_NONE) verb = over_object(document, gerund, above);
    if (verb == CASUS_NONE) verb = over_verb(document, gerund, above);
    return verb != CASUS_NONE && tree_is_verbal(document, verb) ? verb : CASUS_NONE;
}

bool frame_is_somebody(const casus_document *const document, const uint32_t word)
{
    return document->mention_at[word] != CASUS_NONE || document->place_at[word] != CASUS_NONE;
}

/* "accused X of arming them", "kept X from leaving", "charged X with it", "blamed X for doing it":
 * the clause's subject is the object, an actor after `with` and `for`. */
bool frame_is_of_object(const casus_document *const document, const uint32_t verb,
                        const uint32_t object)
{
    const uint32_t mark = tree_child(document, verb, DEP_MARK);
    if (object == CASUS_NONE || mark == CASUS_NONE) return false;
    if (tree_word(document, mark)->upos != UPOS_SCONJ) return false;
    if (tree_lemma_is(document, mark, "of") || tree_lemma_is(document, mark, "from")) return true;
    return frame_is_somebody(document, object) &&
           (tree_lemma_is(document, mark, "with") || tree_lemma_is(document, mark, "for"));
}
