/* What the judge is told of statements about events that are told elsewhere. */
#include "coding/parties.h"
#include "coding/statements_features.h"
#include "coding/tree.h"
#include "coding/utterance.h"

/* Whether the utterance before, of somebody else and not long ago, is about the event: this one may
 * answer it. */
static bool answers(const said_view *const at)
{
    const attribution *const list = at->coding->attributions->list.at;
    uint32_t before = at->one->utterance;
    while (before > 0) {
        before--;
        if (at->said->sentence - list[before].sentence > 2) return false;
        if (!parties_overlap(at->coding, &list[before].speakers, &at->said->speakers))
            return statements_tied(at->draft, before);
    }
    return false;
}

/* The name that the utterance has for the deed ("the killings") fits what the event is. */
static void add_sense(said_view *const at, const event_draft *const told)
{
    const casus_event *const event = &at->draft->event;
    if (!at->draft->standing)
        said_fact(at, told->event.type == event->type ? "same-type" : "other-type", true);
    said_fact(at, "same-target", parties_overlap(at->coding, &told->event.target, &event->target));
    said_fact(at, "same-source", parties_overlap(at->coding, &told->event.source, &event->source));
    if (told->event.mode.size && event->mode.size)
        said_fact(at, casus_str_equal(told->event.mode, event->mode) ? "same-mode" : "other-mode",
                  true);
    if (told->rule->effect < 0) return;
    bool counted = at->draft->rule->effect == told->rule->effect;
    for (uint32_t i = 0; i < event->counts.count; i++)
        counted |= (int)event->counts.at[i].effect == told->rule->effect;
    said_fact(at, counted ? "same-effect" : "other-effect", true);
}

/* The actors and places that the utterance names, its speakers aside, are the event's or others. */
static void add_company(said_view *const at)
{
    const casus_document *const document = at->coding->document;
    const casus_event *const event = &at->draft->event;
    const casus_sentence *const sentence = &document->sentences.at[at->said->sentence];
    casus_refs named = {0};
    bool here = false, there = false;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (!attribution_holds(at->coding, at->said, i)) continue;
        const uint32_t mention = document->mention_at[i], place = document->place_at[i];
        if (mention != CASUS_NONE && document->record.mentions.at[mention].head == i &&
            !parties_have(&at->said->speakers, document->record.mentions.at[mention].actor))
            parties_add(at->coding, &named, document->record.mentions.at[mention].actor);
        if (place == CASUS_NONE || mention != CASUS_NONE) continue;
        const bool same = document->record.place_mentions.at[place].place == event->place;
        here |= same;
        there |= !same;
    }
    const bool source = parties_overlap(at->coding, &named, &event->source);
    const bool target = parties_overlap(at->coding, &named, &event->target);
    said_fact(at, "names-source", source);
    said_fact(at, "names-target", target);
    said_fact(at, "names-others", named.count && !source && !target);
    said_fact(at, "names-place", here);
    said_fact(at, "names-elsewhere", there && !here);
}

/* "condemned the coup": the very word that tells the event, there or elsewhere. */
static bool has_word(const said_view *const at, const uint32_t head)
{
    const casus_document *const document = at->coding->document;
    for (uint32_t i = 0; head != CASUS_NONE && i < at->draft->words.count; i++)
        if (casus_str_equal(tree_word(document, at->draft->words.at[i])->lemma,
                            tree_word(document, head)->lemma))
            return true;
    return false;
}

static bool is_of(const said_view *const at, const casus_str country)
{
    const casus_actor *const speaker =
        &at->coding->document->record.actors.at[at->one->statement.by];
    return country.size && casus_str_equal(speaker->country, country);
}

static bool is_of_any(const said_view *const at, const casus_refs *const refs)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (is_of(at, at->coding->document->record.actors.at[refs->at[i]].country)) return true;
    return false;
}

/* A state speaks of what its own did, of what befell its own, of what happened in its land. */
static void add_country(said_view *const at)
{
    const casus_event *const event = &at->draft->event;
    const casus_document *const document = at->coding->document;
    said_fact(at, "of-source", is_of_any(at, &event->source));
    said_fact(at, "of-target", is_of_any(at, &event->target));
    said_fact(at, "of-place",
              event->place != CASUS_NONE &&
                  is_of(at, document->record.places.at[event->place].country));
}

static bool *mark_relations(coder_state *const coding)
{
    const casus_record *const record = &coding->document->record;
    bool *const marks = ARENA_ARRAY(coding->arena, bool, coding->document->words.count + 1);
    for (uint32_t i = 0; i < record->relations.count; i++)
        marks[record->relations.at[i].trigger_word] = true;
    return marks;
}

/* A standing relation told in what is said, and no event, is what is meant. */
static bool tells_relation(const said_view *const at)
{
    coder_state *const coding = at->coding;
    const casus_sentence *const sentence = &coding->document->sentences.at[at->said->sentence];
    if (!coding->related) coding->related = mark_relations(coding);
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++)
        if (coding->related[i] && attribution_holds(coding, at->said, i)) return true;
    return false;
}

/* The first word that does not end before the place in the text. */
static uint32_t word_at(const casus_document *const document, const uint32_t place)
{
    uint32_t low = 0, high = document->words.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (tree_word(document, middle)->span.end <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t *mark_tolls(coder_state *const coding)
{
    const uint32_t words = coding->document->words.count;
    uint32_t *const marks = ARENA_ARRAY(coding->arena, uint32_t, words + 1);
    for (uint32_t i = 0; i <= words; i++) marks[i] = CASUS_NONE;
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        const event_draft *const draft = &coding->drafts->list.at[i];
        for (uint32_t j = 0; draft->kept != CASUS_NONE && j < draft->event.counts.count; j++)
            marks[word_at(coding->document, draft->event.counts.at[j].span.begin)] = i;
    }
    return marks;
}

/* "speaks of twelve dead": whose toll is given is spoken of. */
void said_tolls(said_view *const at)
{
    coder_state *const coding = at->coding;
    if (!at->said->content || !at->said->content->gives_toll) return;
    const casus_sentence *const sentence = &coding->document->sentences.at[at->said->sentence];
    if (!coding->tolls) coding->tolls = mark_tolls(coding);
    bool own = false, other = false;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (coding->tolls[i] == CASUS_NONE) continue;
        const bool same = &coding->drafts->list.at[coding->tolls[i]] == at->draft;
        if (!attribution_holds(coding, at->said, i) &&
            !(i > at->said->cue && tree_dominates(coding->document, at->said->cue, i)))
            continue;
        own |= same;
        other |= !same;
    }
    said_fact(at, "gives-toll", true);
    said_fact(at, "toll.own", own);
    said_fact(at, "toll.other", other && !own);
    said_fact(at, "toll.none", !other && !own);
}

void said_reference(said_view *const at)
{
    const casus_document *const document = at->coding->document;
    const statement_draft *const one = at->one;
    const utterance_content *const content = at->said->content;
    const char *const kind = content_kind_name(content->kind);
    const uint32_t there = tree_word(document, one->mention)->sentence, here = at->said->sentence;
    const bool behind = one->mention > at->said->cue;
    said_fact(at, kind, true);
    said_number(at, behind ? "behind" : "back", behind ? there - here : here - there, 6);
    said_number(at, "rank", one->rank, 3);
    said_number(at, "recent", one->recency, 3);
    said_number(at, "top", one->rank == 0 && one->recency == 0, 1);
    said_pair(at, kind, one->rank ? "lower" : "first", one->recency ? "older" : "last");
    said_fact(at, "sure", one->sure);
    said_fact(at, "answers", answers(at));
    said_fact(at, "negated", content->negated);
    said_fact(at, "disapproves", content->disapproves);
    said_fact(at, "refutes", content->refutes);
    said_fact(at, "did-it", content->did_it);
    said_fact(at, "anaphor", content->anaphor);
    said_fact(at, "tells-own", content->own_draft);
    said_fact(at, "quoted", (tree_word(document, one->mention)->flags & WORD_QUOTED) != 0);
    said_fact(at, "paragraph",
              document->sentences.at[there].paragraph == document->sentences.at[here].paragraph);
    said_fact(at, "headline", document->sentences.at[there].kind == SENTENCE_HEADLINE);
    said_choice(at);
    add_company(at);
    add_country(at);
    said_fact(at, "relation", tells_relation(at));
    said_fact(at, "same-word", has_word(at, content->head));
    said_fact(at, "lead", at->draft->sentence < 2);
    said_number(at, "told", at->draft->words.count, 4);
    if (content->head != CASUS_NONE)
        judge_add(&at->features, "content", tree_word(document, content->head)->lemma);
    if (content->draft == CASUS_NONE) return;
    const bool kept = drafts_final(at->coding, content->draft)->kept != CASUS_NONE;
    said_fact(at, kept ? "own-kept" : "own-lost", true);
    add_sense(at, drafts_final(at->coding, content->draft));
}
