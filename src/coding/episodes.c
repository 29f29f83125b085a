/* How events hang together: what answers what, and what happened in the course of what. */
#include "coding/drafts.h"
#include "coding/tree.h"

enum { CLIMB_LIMIT = 8 };

/* The final draft of the clause or noun at `word`, other than `draft`; CASUS_NONE for none. */
static uint32_t other_at(coder_state *const coding, const uint32_t word,
                         const event_draft *const draft)
{
    const uint32_t number = coding->drafts->at[word];
    if (number == CASUS_NONE) return CASUS_NONE;
    const event_draft *const found = drafts_final(coding, number);
    return found == draft ? CASUS_NONE : (uint32_t)(found - coding->drafts->list.at);
}

/* "shelled the town in retaliation for the raid": the raid hangs on a word of answering that hangs
 * on the shelling. */
static void find_answered(coder_state *const coding, const uint32_t number)
{
    const casus_document *const document = coding->document;
    const event_draft *const cause = drafts_final(coding, number);
    uint32_t at = coding->drafts->list.at[number].word;
    bool answering = false;
    for (int i = 0; i < CLIMB_LIMIT && !casus_word_is_root(document, at); i++) {
        at = tree_word(document, at)->head;
        if (match_is(coding, WORDS_ANSWER, at)) answering = true;
        const uint32_t effect = other_at(coding, at, cause);
        if (effect == CASUS_NONE) continue;
        if (answering)
            coding->drafts->list.at[effect].cause = (uint32_t)(cause - coding->drafts->list.at);
        return;
    }
}

/* "arrested 12 during the march": the arrest is a part of the march. */
static void find_whole(coder_state *const coding, const uint32_t number)
{
    const casus_document *const document = coding->document;
    const event_draft *const told = &coding->drafts->list.at[number];
    const event_draft *const whole = drafts_final(coding, number);
    if (!told->nominal || casus_word_is_root(document, told->word)) return;
    const casus_str preposition = tree_preposition(document, coding->arena, told->word);
    if (!preposition.size || !ontology_has(coding->ontology, WORDS_COURSE_PREPOSITION, preposition))
        return;
    const uint32_t part = other_at(coding, tree_word(document, told->word)->head, whole);
    if (part != CASUS_NONE && coding->drafts->list.at[part].event.type != whole->event.type)
        coding->drafts->list.at[part].whole = (uint32_t)(whole - coding->drafts->list.at);
}

void episodes_find(coder_state *const coding)
{
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        find_answered(coding, i);
        find_whole(coding, i);
    }
}
