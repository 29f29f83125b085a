/* One word, several readings: the lexicon's most specific rule is proposed first, the best rules
 * for other types of event beside it, and the judge's odds choose. */
#include "coding/readings.h"

#include "coding/events_features.h"
#include "coding/features.h"
#include "coding/judge.h"

/* OTHERWISE: no rule of its own, but what the draft told before it was read as a promise or threat. */
enum { NEAR = 10, FAR = 100, PRIORITY = 900, OTHERWISE = 5 };

enum { LONE_TEXT = 5 }; /* sentences: a paragraph at most, no report */

/* How much less specific the rule is than the best: with fewer conditions, with fewer words, only
 * of lower priority. */
static uint8_t distance(const int best, const int score)
{
    const int gap = best - score;
    return gap < NEAR ? 1 : gap < FAR ? 2 : gap < PRIORITY ? 3 : 4;
}

void readings_add(const coder_state *const coding, event_draft *const draft,
                  const event_draft *const other)
{
    event_draft alone = *other;
    alone.readings.at = NULL;
    alone.readings.count = alone.readings.room = 0;
    alone.reading = OTHERWISE;
    VEC_PUSH(&draft->readings, coding->arena, alone);
    if (other->readings.at == draft->readings.at) return;
    for (uint32_t i = 0; i < other->readings.count; i++)
        VEC_PUSH(&draft->readings, coding->arena, other->readings.at[i]);
}

void readings_propose(coder_state *const coding, event_draft *const draft, const match *const best)
{
    match found[EVENT_TYPES];
    match_events(coding, draft->word, found);
    for (int type = 0; type < EVENT_TYPES; type++) {
        if (!found[type].rule || type == best->rule->event) continue;
        event_draft other = drafts_read(coding, draft->word, found[type].rule);
        other.reading = distance(best->score, found[type].score);
        VEC_PUSH(&draft->readings, coding->arena, other);
    }
}

void readings_each(coder_state *const coding, event_draft *const draft,
                   void (*const act)(coder_state *, event_draft *))
{
    act(coding, draft);
    for (uint32_t i = 0; i < draft->readings.count; i++) act(coding, &draft->readings.at[i]);
}

/* What other mentions brought holds for every reading. */
static void share(const coder_state *const coding, const event_draft *const draft,
                  event_draft *const other)
{
    other->words = draft->words;
    if (!other->said.count) other->said = draft->said;
    other->guessed = draft->guessed;
    other->dated_to = draft->dated_to;
    other->accused = draft->accused;
    other->episode = draft->episode;
    casus_event *const event = &other->event;
    if (event->place == CASUS_NONE) event->place = draft->event.place;
    if (!event->date.start.size) event->date = draft->event.date;
    other->dated |= draft->dated;
    other->placed |= draft->placed;
    other->cause = draft->cause;
    other->whole = draft->whole;
    for (uint32_t i = 0; i < draft->hints.count; i++)
        if (draft->hints.at[i].joined) VEC_PUSH(&other->hints, coding->arena, draft->hints.at[i]);
}

static float odds_of(coder_state *const coding, const event_draft *const draft,
                     judge_features *const features)
{
    *features = features_begin(coding);
    features->lone = coding->document->sentences.count <= LONE_TEXT;
    events_features(coding, features, draft);
    return judge_probability(coding->coder->judge, JUDGE_EVENT, features);
}

void readings_decide(coder_state *const coding, event_draft *const draft)
{
    judge_features features, chosen;
    draft->event.confidence = odds_of(coding, draft, &chosen);
    const uint32_t count = draft->filled ? 0 : draft->readings.count;
    for (uint32_t i = 0; i < count; i++) {
        event_draft *const other = &draft->readings.at[i];
        share(coding, draft, other);
        other->event.confidence = odds_of(coding, other, &features);
        if (other->event.confidence > draft->event.confidence) {
            const event_draft first = *draft;
            *draft = *other;
            draft->readings = first.readings;
            *other = first;
            const judge_features before = chosen;
            chosen = features;
            features = before;
        }
        features_observe(coding, JUDGE_EVENT, &other->event, &features);
    }
    features_observe(coding, JUDGE_EVENT, &draft->event, &chosen);
}
