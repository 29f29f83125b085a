/* Ties attributions to the events and relations that they are about. */
#include "coding/statements.h"

#include "coding/parties.h"
#include "coding/tree.h"

/* The latest event of this kind of contest before the word, in which the speaker could have had a hand. */
static event_draft *latest_about(coder_state *const coding, const uint32_t word, const casus_refs *const actors,
                                 const bool alleged)
{
    drafts *const all = coding->drafts;
    for (uint32_t i = all->list.count; i-- > 0;) {
        event_draft *const draft = &all->list.at[i];
        if (draft->word >= word || draft->into != CASUS_NONE) continue;
        if (draft->event.type != EVENT_ASSAULT && draft->event.type != EVENT_COERCE) continue;
        bool contested = false;
        for (uint32_t j = 0; j < draft->event.statements.count; j++)
            contested |= draft->event.statements.at[j].stance == STANCE_ALLEGES;
        if (alleged && !contested) continue;
        if (alleged && !parties_overlap(coding, &draft->event.source, actors)) continue;
        return draft;
    }
    return NULL;
}

/* "claimed the attack", "denied it": what is said is an event told elsewhere. */
static void refer_back(coder_state *const coding, const attribution *const said)
{
    bool held = false;
    for (uint32_t i = 0; i < said->count && !held; i++) held = drafts_under(coding, said->contents[i]) != NULL;
    if (held) return;
    if (said->stance == STANCE_CLAIMS && said->rule) {
        event_draft *const draft = latest_about(coding, said->cue, &said->speakers, false);
        if (!draft) return;
        statements_add(coding, said, STANCE_CLAIMS, &draft->event.statements);
        if (!draft->event.source.count)
            for (uint32_t i = 0; i < said->speakers.count; i++)
                parties_add(coding, &draft->event.source, said->speakers.at[i]);
    } else if (said->stance == STANCE_DENIES) {
        event_draft *const draft = latest_about(coding, said->cue, &said->speakers, true);
        if (draft) statements_add(coding, said, STANCE_DENIES, &draft->event.statements);
    }
}

/* Those who are accused did it, as far as the text says who; those who claim it too. */
static void name_authors(coder_state *const coding, const attribution *const said)
{
    const bool claims = said->stance == STANCE_CLAIMS;
    const casus_refs *const authors = claims ? &said->speakers : &said->accused;
    if (!authors->count) return;
    for (uint32_t i = 0; i < said->count; i++) {
        event_draft *const draft = drafts_under(coding, said->contents[i]);
        if (!draft || draft->event.source.count || draft->word == said->cue) continue;
        for (uint32_t j = 0; j < authors->count; j++) parties_add(coding, &draft->event.source, authors->at[j]);
    }
}

void statements_attach(coder_state *const coding)
{
    drafts *const all = coding->drafts;
    for (uint32_t i = 0; i < coding->attributions->list.count; i++)
        name_authors(coding, &coding->attributions->list.at[i]);
    for (uint32_t i = 0; i < all->list.count; i++) {
        event_draft *const into = drafts_final(coding, i);
        attributions_cover(coding, all->list.at[i].word, &into->event.source, &into->event.statements);
    }
    for (uint32_t i = 0; i < coding->attributions->list.count; i++)
        refer_back(coding, &coding->attributions->list.at[i]);
}
