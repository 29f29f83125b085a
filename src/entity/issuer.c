/* Whose words a statement is: the `we` of a communique or press release. */
#include "entity/link.h"

enum { EDGE = 16, LEAST = 3 };

static bool is_ours(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    return word_is(linker, word, CUE_WE) && at->upos == UPOS_PRON && !(at->flags & WORD_QUOTED) &&
           casus_capitals(at->form) < 2;
}

static bool may_issue(const casus_linker *const linker, const casus_draft *const draft)
{
    const lex_actor *const actor = lex_actor_of(linker, draft->actor);
    if (draft->dropped || draft->kind != KIND_ORGANIZATION) return false;
    if (draft->source != DRAFT_NAME && draft->source != DRAFT_UNKNOWN) return false;
    if (actor && (actor->flags & ACTOR_TERRITORY)) return false;
    return !casus_str_equal(draft->sector, STR("MED"));
}

/* An organisation at the head of the text, else one that signs it; CASUS_NONE where nobody speaks
 * of himself as we, or only in quotations. */
uint32_t find_issuer(casus_linker *const linker)
{
    uint32_t count = 0, signer = CASUS_NONE;
    const uint32_t words = linker->document->words.count;
    for (uint32_t word = 0; word < words; word++) count += is_ours(linker, word);
    if (count < LEAST) return CASUS_NONE;
    for (uint32_t i = 0; i < linker->order.count; i++) {
        const uint32_t number = linker->order.at[i];
        const casus_draft *const at = &linker->drafts.at[number];
        if (!may_issue(linker, at)) continue;
        if (at->first < EDGE) return root_of(linker, number);
        const bool known = signer != CASUS_NONE && lex_is(linker->drafts.at[signer].actor);
        if (at->last + EDGE >= words && !known) signer = root_of(linker, number);
    }
    return signer;
}
