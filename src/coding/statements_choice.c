/* Which of the events told elsewhere an utterance means: what sets one apart from the others. */
#include "coding/parties.h"
#include "coding/statements_features.h"
#include "coding/tree.h"
#include "coding/utterance.h"

enum { BETWEEN_MOST = 3, SHARED_MOST = 2 };

/* How many of the utterance's nouns, names or figures stand in the sentence too. */
static uint32_t count_shared(const said_view *const at, const uint32_t sentence, const uint8_t upos)
{
    const casus_document *const document = at->coding->document;
    const casus_sentence *const there = &document->sentences.at[sentence];
    const utterance_content *const content = at->said->content;
    uint32_t shared = 0;
    for (uint32_t i = 0; i < content->nouns.count; i++) {
        const casus_word *const word = tree_word(document, content->nouns.at[i]);
        if (word->upos != upos) continue;
        for (uint32_t j = there->first; j < there->first + there->count; j++) {
            if (!casus_str_equal(tree_word(document, j)->lemma, word->lemma)) continue;
            shared++;
            break;
        }
    }
    return shared;
}

static void add_shared(said_view *const at)
{
    const uint32_t there = tree_word(at->coding->document, at->one->mention)->sentence;
    if (there == at->said->sentence) return;
    said_number(at, "shared-nouns", count_shared(at, there, UPOS_NOUN), SHARED_MOST);
    said_number(at, "shared-names", count_shared(at, there, UPOS_PROPN), SHARED_MOST);
    said_number(at, "shared-figures", count_shared(at, there, UPOS_NUM), SHARED_MOST);
}

/* The main clause of a sentence tells what those who speak next speak of. */
static void add_place(said_view *const at)
{
    const casus_document *const document = at->coding->document;
    const uint32_t word = at->one->mention;
    const uint32_t clause = tree_clause(document, word);
    const bool root = casus_word_is_root(document, clause);
    said_fact(at, root ? "of-main" : "of-clause", true);
    if (clause != word) said_fact(at, root ? "noun-of-main" : "noun-of-clause", true);
}

/* Other utterances between the event and this one: those about it keep it in talk. */
static void add_talk(said_view *const at)
{
    const attribution *const list = at->coding->attributions->list.at;
    uint32_t between = 0;
    for (uint32_t i = at->one->utterance; i-- > 0 && between < BETWEEN_MOST;) {
        if (list[i].cue < at->one->mention) break;
        between++;
    }
    said_number(at, "talk", between, BETWEEN_MOST);
}

/* "condemned the crime and said that bandits had done it": one who goes on speaks of the same. */
static void add_same_speaker(said_view *const at)
{
    const attribution *const list = at->coding->attributions->list.at;
    if (!at->one->utterance) return;
    const attribution *const before = &list[at->one->utterance - 1];
    if (at->said->sentence - before->sentence > 1) return;
    const bool same = parties_overlap(at->coding, &before->speakers, &at->said->speakers);
    const bool about = statements_tied(at->draft, at->one->utterance - 1);
    said_fact(at,
              same    ? about ? "goes-on" : "goes-on-other"
              : about ? "takes-up"
                      : "takes-other",
              true);
}

/* An utterance that tells an event of its own is rarely about another, above all of force. */
static void add_told(said_view *const at)
{
    const utterance_content *const content = at->said->content;
    bool kept = false, force = false;
    for (uint32_t i = 0; i < content->told.count; i++) {
        const event_draft *const draft = drafts_final(at->coding, content->told.at[i]);
        if (draft == at->draft || draft->kept == CASUS_NONE) continue;
        kept = true;
        force |= draft_is_force(draft);
    }
    said_fact(at, kept ? force ? "tells-force" : "tells-event" : "tells-none", true);
}

/* Something in what is said is about a deed, or stands for one. */
static bool points_back(const utterance_content *const content)
{
    const bool sense = content->author || content->untruth || content->harm || content->did_it ||
                       content->other_did || content->own_act || content->disapproves;
    const bool name = content->kind != CONTENT_CLAUSE && content->kind != CONTENT_NOUN;
    return sense || name || content->deixis || content->names_deed;
}

void said_choice(said_view *const at)
{
    const utterance_content *const content = at->said->content;
    said_fact(at, points_back(content) ? "points-back" : "points-nowhere", true);
    said_fact(at, "deixis", content->deixis);
    said_fact(at, "names-deed", content->names_deed);
    said_fact(at, "author", content->author);
    said_fact(at, "untruth", content->untruth);
    said_fact(at, "harm", content->harm);
    said_fact(at, "toll", content->harm && content->number);
    said_fact(at, "other-did", content->other_did);
    if (content->harm && content->number)
        said_fact(at, at->draft->event.counts.count ? "toll-counted" : "toll-uncounted", true);
    add_told(at);
    add_shared(at);
    add_place(at);
    add_talk(at);
    add_same_speaker(at);
}
