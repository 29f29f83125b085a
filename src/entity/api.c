/* What the rooms after this one ask about actors. */
#include "entity/entity.h"

uint32_t casus_entity_at(const casus_document *const document, const uint32_t word)
{
    if (!document->mention_at || word >= document->words.count) return CASUS_NONE;
    const uint32_t mention = document->mention_at[word];
    return mention == CASUS_NONE ? CASUS_NONE : document->record.mentions.at[mention].actor;
}

static void add_actor(casus_refs *const refs, casus_arena *const arena, const uint32_t actor)
{
    if (actor == CASUS_NONE) return;
    for (uint32_t i = 0; i < refs->count; i++)
        if (refs->at[i] == actor) return;
    VEC_PUSH(refs, arena, actor);
}

void casus_entity_group(const casus_document *const document, const uint32_t word,
                        casus_refs *const refs)
{
    if (word >= document->words.count) return;
    for (uint32_t i = 0; i < document->groups.count; i++) {
        if (document->groups.at[i].word != word) continue;
        const casus_refs *const members = &document->groups.at[i].actors;
        for (uint32_t m = 0; m < members->count; m++)
            add_actor(refs, document->arena, members->at[m]);
        return;
    }
    add_actor(refs, document->arena, casus_entity_at(document, word));
    for (EACH_CHILD(document, word, child))
        if (document->words.at[child].deprel == DEP_CONJ)
            add_actor(refs, document->arena, casus_entity_at(document, child));
}
