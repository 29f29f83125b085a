#include "coding/tolls.h"

#include <stdlib.h>

#include "coding/features.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { BACK = 6, AHEAD = 2, NO_COST = 1000, PERHAPS_COST = 6, SINGLE_REACH = 4 };

/* The cue that tells best what became of those counted. */
static toll_reading read_effect(const coder_state *const coding, const toll_sentence *const found,
                                const toll *const one, const casus_effect effect)
{
    toll_reading best = {
        .figure = one, .effect = effect, .cue = CASUS_NONE, .path = {.cost = NO_COST}};
    for (uint32_t i = 0; i < found->cues.count; i++) {
        if (found->cues.at[i].effect != effect) continue;
        const toll_path path = tolls_path(coding->document, one, found->cues.at[i].word);
        const uint32_t cost = path.cost + (found->cues.at[i].plain ? 0 : PERHAPS_COST);
        if (cost >= best.path.cost + (best.plain || best.cue == CASUS_NONE ? 0 : PERHAPS_COST))
            continue;
        best.cue = found->cues.at[i].word;
        best.plain = found->cues.at[i].plain;
        best.path = path;
    }
    return best;
}

static void add_near(toll_events *const near, event_draft *const draft, const uint32_t word,
                     const uint32_t distance)
{
    uint32_t i = 0;
    while (i < near->count && near->at[i].draft != draft) i++;
    if (i == TOLL_EVENTS || (i < near->count && near->at[i].distance <= distance)) return;
    near->at[i] = (toll_event){draft, word, distance};
    if (i == near->count) near->count++;
}

static int nearest_first(const void *const a, const void *const b)
{
    const toll_event *const x = a, *const y = b;
    if (x->distance != y->distance) return x->distance > y->distance ? 1 : -1;
    return (x->word > y->word) - (x->word < y->word);
}

/* Events told in the figure's sentence and shortly before and after it, by the nearest mention of
 * each, the nearest first. */
static void find_events(coder_state *const coding, const toll *const one, toll_events *const near)
{
    const casus_document *const document = coding->document;
    const uint32_t sentence = tree_word(document, one->head)->sentence;
    const uint32_t from = sentence < BACK ? 0 : sentence - BACK;
    const uint32_t to = sentence + AHEAD < document->sentences.count
                            ? sentence + AHEAD
                            : document->sentences.count - 1;
    const uint32_t end = document->sentences.at[to].first + document->sentences.at[to].count;
    near->count = 0;
    for (uint32_t word = document->sentences.at[from].first; word < end; word++) {
        if (coding->drafts->at[word] == CASUS_NONE) continue;
        event_draft *const draft = drafts_final(coding, coding->drafts->at[word]);
        if (draft->kept != CASUS_NONE) add_near(near, draft, word, tolls_gap(one, word));
    }
    qsort(near->at, near->count, sizeof *near->at, nearest_first);
}

static float judged(const coder_state *const coding, const judge_kind kind,
                    const toll_proposal *const proposal, const judge_features *const features)
{
    features_observe(coding, kind, proposal, features);
    return judge_probability(coding->coder->judge, kind, features);
}

/* Whose figure it is, where one party gives it. */
static uint32_t giver(coder_state *const coding, const toll_reading *const read)
{
    casus_statements said = {0};
    attributions_cover(coding, read->cue, &(casus_refs){0}, &said);
    return said.count == 1 && said.at[0].stance != STANCE_DENIES ? said.at[0].by : CASUS_NONE;
}

/* The event that the figure belongs to, or NULL. */
static event_draft *choose_event(const coder_state *const coding, const toll_reading *const read,
                                 const toll_events *const near)
{
    event_draft *best = NULL;
    float best_odds = judge_threshold(coding->coder->judge, JUDGE_TOLL_EVENT);
    judge_features features = features_begin(coding);
    for (uint32_t i = 0; i < near->count; i++) {
        judge_again(&features);
        tolls_add_event(coding, &features, read, near, i);
        const toll_proposal proposal = {read->effect, read->figure->min, read->figure->max,
                                        &near->at[i].draft->event};
        const float odds = judged(coding, JUDGE_TOLL_EVENT, &proposal, &features);
        if (odds < best_odds) continue;
        best_odds = odds;
        best = near->at[i].draft;
    }
    return best;
}

typedef struct placed_count {
    event_draft *draft;
    casus_count count;
} placed_count;

typedef VEC(placed_count) placed_counts;

/* While the judges of tolls are trained they decide nothing; those trained behind them see what
 * they have decided. */
static bool is_decided(const coder_state *const coding)
{
    return judge_is_trained(coding->coder->judge, JUDGE_TOLL);
}

static void place(coder_state *const coding, placed_counts *const placed,
                  const toll_reading *const read, const toll_events *const near)
{
    event_draft *const draft = choose_event(coding, read, near);
    if (!draft || !is_decided(coding)) return;
    const casus_count count = {.effect = read->effect,
                               .min = read->figure->min,
                               .max = read->figure->max,
                               .victims = read->figure->victims,
                               .by = giver(coding, read),
                               .span = read->figure->span,
                               .text = casus_document_text(coding->document, read->figure->span)};
    VEC_PUSH(placed, coding->arena, (placed_count){draft, count});
}

static bool is_strict(const toll_events *const near, const toll *const one,
                      const casus_effect effect)
{
    for (uint32_t i = 0; i < near->count; i++) {
        const casus_count *const strict = tolls_strict(one, &near->at[i].draft->event);
        if (strict && strict->effect == effect) return true;
    }
    return false;
}

static void decide_toll(coder_state *const coding, const toll_sentence *const found,
                        const toll *const one, placed_counts *const placed)
{
    toll_reading readings[EFFECT_COUNT];
    toll_events near;
    find_events(coding, one, &near);
    const judge_weights *const judge = coding->coder->judge;
    for (int effect = 0; effect < EFFECT_COUNT; effect++)
        readings[effect] = read_effect(coding, found, one, (casus_effect)effect);
    int best = -1;
    float best_odds = judge_threshold(judge, JUDGE_TOLL);
    judge_features features = features_begin(coding);
    for (int effect = 0; effect < EFFECT_COUNT; effect++) {
        const toll_reading *const read = &readings[effect];
        if (read->cue == CASUS_NONE || (one->single && read->path.length > SINGLE_REACH)) continue;
        uint32_t rank = 0;
        for (int other = 0; other < EFFECT_COUNT; other++)
            rank += readings[other].path.cost < read->path.cost;
        judge_again(&features);
        tolls_add_reading(coding, &features, found, read, rank,
                          is_strict(&near, one, (casus_effect)effect));
        const toll_proposal proposal = {(casus_effect)effect, one->min, one->max, NULL};
        const float odds = judged(coding, JUDGE_TOLL, &proposal, &features);
        if (!is_decided(coding)) place(coding, placed, read, &near);
        if (odds < best_odds) continue;
        best_odds = odds;
        best = effect;
    }
    if (best >= 0 && is_decided(coding)) place(coding, placed, &readings[best], &near);
}

static bool repeats(const casus_event *const event, const casus_count *const count)
{
    for (uint32_t i = 0; i < event->counts.count; i++) {
        const casus_count *const other = &event->counts.at[i];
        if (other->effect == count->effect && other->min == count->min && other->max == count->max)
            return true;
    }
    return false;
}

void tolls_decide(coder_state *const coding)
{
    if (!coding->coder->observer && !is_decided(coding)) return;
    placed_counts placed = {0};
    toll_sentence found = {0};
    for (uint32_t i = 0; i < coding->document->sentences.count; i++) {
        tolls_find(coding, i, &found);
        for (uint32_t j = 0; j < found.tolls.count; j++)
            decide_toll(coding, &found, &found.tolls.at[j], &placed);
    }
    if (!is_decided(coding)) return;
    for (uint32_t i = 0; i < coding->drafts->list.count; i++)
        coding->drafts->list.at[i].event.counts.count = 0;
    for (uint32_t i = 0; i < placed.count; i++) {
        casus_event *const event = &placed.at[i].draft->event;
        if (!repeats(event, &placed.at[i].count))
            VEC_PUSH(&event->counts, coding->arena, placed.at[i].count);
    }
}
