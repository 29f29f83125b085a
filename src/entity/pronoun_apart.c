/* Whom a pronoun cannot mean, or hardly, whatever is salient.
 *
 * In `It accused Eritrea of arming them` they are neither those who accuse nor the accused, and
 * rather those who were fought than those who fought them. */
#include "entity/link.h"

enum { CLIMB = 8, LOOK_BACK = 120 };

/* Soldiers and police are seldom whom a neighbour is said to arm. */
static const double FORCES = 0.3;

/* Help that somebody is said to give, in the words between; none where it was withheld (failing to
 * protect them). */
static bool tells_backing(const casus_linker *const linker, const uint32_t first,
                          const uint32_t last)
{
    bool backing = false;
    for (uint32_t word = first; word < last; word++) {
        if (lemma_is(linker, word, CUE_FAILING)) return false;
        backing |= lemma_is(linker, word, CUE_BACKING);
    }
    return backing;
}

/* The word of charging or saying that the pronoun's clause hangs on, where somebody is said to back
 * others; else CASUS_NONE. */
static uint32_t charge_above(const casus_linker *const linker, const uint32_t pronoun)
{
    uint32_t word = pronoun;
    for (uint32_t depth = 0; depth < CLIMB; depth++) {
        const uint32_t head = word_of(linker, word)->head;
        if (head == word) return CASUS_NONE;
        word = head;
        if (word < pronoun &&
            (lemma_is(linker, word, CUE_CHARGE) || (depth && lemma_is(linker, word, CUE_SPEECH))))
            return tells_backing(linker, word + 1, pronoun) ? word : CASUS_NONE;
    }
    return CASUS_NONE;
}

static bool is_argument(casus_linker *const linker, const uint32_t verb, const uint32_t root)
{
    for (EACH_CHILD(linker->document, verb, child))
        if (linker->words[child].draft != CASUS_NONE &&
            root_of(linker, linker->words[child].draft) == root)
            return true;
    return false;
}

double charge_fitness(casus_linker *const linker, const casus_draft *const pronoun,
                      const uint32_t root)
{
    if (!word_is(linker, pronoun->head, CUE_THEY)) return 1;
    const uint32_t charge = charge_above(linker, pronoun->head);
    if (charge == CASUS_NONE) return 1;
    /* Who only says it may speak of himself: "the rebels said that Lusaka arms them". */
    if (lemma_is(linker, charge, CUE_CHARGE) && is_argument(linker, charge, root)) return 0;
    const casus_str sector = linker->drafts.at[root].sector;
    const bool forces = casus_str_equal(sector, STR("MIL")) ||
                        casus_str_equal(sector, STR("COP")) || casus_str_equal(sector, STR("GOV"));
    return forces ? FORCES : 1;
}

bool is_of_other_number(casus_linker *const linker, const casus_draft *const pronoun,
                        const uint32_t root, const uint32_t position)
{
    const uint32_t sentence = word_of(linker, pronoun->head)->sentence;
    for (uint32_t back = 1; back <= LOOK_BACK && back <= position; back++) {
        const uint32_t number = linker->order.at[position - back];
        const casus_draft *const other = &linker->drafts.at[number];
        if (word_of(linker, other->head)->sentence != sentence) return false;
        if (other->source == DRAFT_PRONOUN && !other->embedded &&
            other->plural != pronoun->plural && root_of(linker, number) == root)
            return true;
    }
    return false;
}
