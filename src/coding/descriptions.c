/* What a name stands for: the nouns by which the text describes its actor. */
#include "coding/descriptions.h"

#include "coding/tree.h"
#include "text/fold.h"

/* MENTIONS: of those of an actor that are looked at; NOUNS: of those that are kept. */
enum { MENTIONS = 12, NOUNS = 16 };

static void add(const coder_state *const coding, actor_nouns *const nouns, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const bool title = tree_main_deprel(coding->document, word) == DEP_NMOD;
    if (at->upos != UPOS_NOUN && at->upos != UPOS_PROPN && !(title && at->upos == UPOS_ADJ)) return;
    const casus_str lemma = casus_lower(coding->arena, at->lemma);
    for (uint32_t i = 0; i < nouns->count; i++)
        if (casus_str_equal(nouns->at[i], lemma)) return;
    if (nouns->count < NOUNS) nouns->at[nouns->count++] = lemma;
}

/* "Interior Minister Alhada", "Alhada, the interior minister". */
static void add_mention(const coder_state *const coding, actor_nouns *const nouns,
                        const casus_mention *const mention)
{
    const casus_document *const document = coding->document;
    if (mention->form == FORM_PRONOUN) return;
    for (uint32_t word = mention->first; word <= mention->last; word++) {
        const bool titled = mention->form == FORM_NAME && word != mention->head;
        if (titled || mention->form == FORM_NOMINAL) add(coding, nouns, word);
    }
    if (mention->form != FORM_NAME) return;
    for (EACH_CHILD(document, mention->head, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (deprel == DEP_APPOS || (deprel == DEP_NMOD && child < mention->head) ||
            deprel == DEP_COMPOUND)
            add(coding, nouns, child);
    }
}

const actor_nouns *descriptions_of(coder_state *const coding, const uint32_t number)
{
    const casus_record *const record = &coding->document->record;
    while (coding->described.count < record->actors.count) /* more are found meanwhile */
        VEC_PUSH(&coding->described, coding->arena, (described_actor){NULL});
    if (coding->described.at[number].nouns) return coding->described.at[number].nouns;
    actor_nouns *const nouns = coding->described.at[number].nouns =
        ARENA_NEW(coding->arena, actor_nouns);
    nouns->at = ARENA_ARRAY(coding->arena, casus_str, NOUNS);
    const casus_actor *const actor = &record->actors.at[number];
    if (actor->kind == KIND_ORGANIZATION) return nouns; /* described by its class alone */
    if (actor->role.size) nouns->at[nouns->count++] = actor->role;
    for (uint32_t i = 0; i < actor->mentions.count && i < MENTIONS; i++)
        add_mention(coding, nouns, &record->mentions.at[actor->mentions.at[i]]);
    return nouns;
}
