/* Ties attributions to the events and relations that they are about. */
#include "coding/statements.h"

#include "coding/parties.h"
#include "coding/tree.h"

enum { LOOK_BACK = 300 }; /* mentions: what is said of a deed follows soon */

bool statements_allege(const casus_event *const event)
{
    for (uint32_t i = 0; i < event->statements.count; i++)
        if (event->statements.at[i].stance == STANCE_ALLEGES) return true;
    return false;
}

/* The number of drafts triggered before the word. */
static uint32_t first_after(const drafts *const all, const uint32_t word)
{
    uint32_t low = 0, high = all->list.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (all->list.at[middle].word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How much a deed is what a text is about, seen from `sentence`: told often, with its toll and
 * parties, and not long ago. */
static int prominence(const event_draft *const draft, const uint32_t sentence)
{
    const casus_event *const event = &draft->event;
    const int mentions = draft->words.count > 4 ? 4 : (int)draft->words.count;
    return 2 * mentions + 3 * (event->counts.count > 0) + (event->source.count > 0) +
           (event->target.count > 0) - (int)(sentence - draft->sentence);
}

/* The violence told before the word that is meant by it; with `actors` one in which they are said
 * to have had a hand. */
static event_draft *violence_before(coder_state *const coding, const uint32_t word,
                                    const casus_refs *const actors)
{
    drafts *const all = coding->drafts;
    const uint32_t sentence = tree_word(coding->document, word)->sentence;
    event_draft *best = NULL;
    uint32_t seen = 0;
    for (uint32_t i = first_after(all, word); i-- > 0 && seen++ < LOOK_BACK;) {
        event_draft *const draft = &all->list.at[i];
        if (draft->word >= word || draft->into != CASUS_NONE) continue;
        if (draft->event.type != EVENT_ASSAULT && draft->event.type != EVENT_COERCE) continue;
        const bool accused = actors && parties_overlap(coding, &draft->accused, actors);
        if (actors && !accused && !statements_allege(&draft->event) &&
            !parties_overlap(coding, &draft->event.source, actors))
            continue;
        if (accused) return draft;
        if (!best || prominence(draft, sentence) > prominence(best, sentence)) best = draft;
    }
    return best;
}

/* "said that its men had done it": a pronoun for the deed, and a verb of doing. */
static bool says_did_it(coder_state *const coding, const attribution *const said)
{
    for (uint32_t i = 0; i < said->count; i++) {
        if (!match_is(coding, WORDS_DID_IT, said->contents[i])) continue;
        const coder_frame *const frame = frame_of(coding, said->contents[i]);
        const uint32_t object = frame_get(frame, ARG_OBJ);
        if (object != CASUS_NONE && tree_word(coding->document, object)->upos == UPOS_PRON)
            return true;
    }
    return false;
}

static bool holds_event(coder_state *const coding, const attribution *const said)
{
    for (uint32_t i = 0; i < said->count; i++) {
        const event_draft *const draft = drafts_under(coding, said->contents[i]);
        if (!draft) continue;
        /* A bare noun ("the bloodshed") that no mention joined is only a name for what was told
         * before. */
        const bool bare = draft->nominal && draft->words.count == 1 && !draft->event.source.count &&
                          !draft->event.target.count && !draft->event.counts.count;
        if (!bare) return true;
    }
    return false;
}

static void name_accused(coder_state *const coding, const attribution *const said,
                         event_draft *const draft)
{
    for (uint32_t i = 0; i < said->accused.count; i++)
        parties_add(coding, &draft->accused, said->accused.at[i]);
}

/* What is said is an event told before: "claimed the attack", "denied it", "condemned this",
 * "blamed X". */
static void refer_back(coder_state *const coding, const attribution *const said)
{
    const bool did_it = said->stance <= STANCE_ALLEGES && says_did_it(coding, said);
    if (!said->rule || (!did_it && holds_event(coding, said))) return;
    const casus_stance stance = did_it ? STANCE_CLAIMS : said->stance;
    event_draft *draft = NULL;
    if (stance == STANCE_CLAIMS || stance == STANCE_CONDEMNS)
        draft = violence_before(coding, said->cue, NULL);
    if (stance == STANCE_DENIES) draft = violence_before(coding, said->cue, &said->speakers);
    if (stance == STANCE_ALLEGES && said->accused.count && !said->count)
        draft = violence_before(coding, said->cue, NULL);
    if (!draft) return;
    name_accused(coding, said, draft);
    statements_add(coding, said, stance, TIE_REFERENCE, &draft->event.statements);
    const casus_refs *const authors = stance == STANCE_CLAIMS ? &said->speakers : &said->accused;
    if (draft->event.source.count || (stance != STANCE_CLAIMS && stance != STANCE_ALLEGES)) return;
    for (uint32_t i = 0; i < authors->count; i++)
        parties_add(coding, &draft->event.source, authors->at[i]);
}

/* Those who are accused did it, as far as the text says who; those who claim it too. */
static void name_authors(coder_state *const coding, const attribution *const said)
{
    const bool claims = said->stance == STANCE_CLAIMS;
    const casus_refs *const authors = claims ? &said->speakers : &said->accused;
    if (!authors->count) return;
    for (uint32_t i = 0; i < said->count; i++) {
        event_draft *const draft = drafts_under(coding, said->contents[i]);
        if (!draft || draft->word == said->cue) continue;
        name_accused(coding, said, draft);
        if (draft->event.source.count) continue;
        for (uint32_t j = 0; j < authors->count; j++)
            parties_add(coding, &draft->event.source, authors->at[j]);
    }
}

void statements_attach(coder_state *const coding)
{
    drafts *const all = coding->drafts;
    for (uint32_t i = 0; i < coding->attributions->list.count; i++)
        name_authors(coding, &coding->attributions->list.at[i]);
    for (uint32_t i = 0; i < all->list.count; i++) {
        event_draft *const into = drafts_final(coding, i);
        attributions_cover(coding, all->list.at[i].word, &into->event.source,
                           &into->event.statements);
    }
    for (uint32_t i = 0; i < coding->attributions->list.count; i++)
        refer_back(coding, &coding->attributions->list.at[i]);
}
