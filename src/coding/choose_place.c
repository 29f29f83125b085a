/* Which place an event has. */
#include <math.h>

#include "coding/choose_place.h"
#include "coding/features.h"
#include "coding/tree.h"
#include "geo/geo.h"

/* REACH: mentions before and behind the trigger's sentence; TRIGGERS: of mentions of the same
 * event. */
enum {
    REACH_BACK = 16,
    REACH_ON = 3,
    LEAD_MENTIONS = 6,
    TRIGGERS = 6,
    EVENTS_BACK = 40,
    PLACES = 200
};

/* How far the word is from the trigger: by tree, by words of the sentence, by sentences. */
static uint32_t cost_of(const casus_document *const document, const uint32_t word,
                        const uint32_t trigger, uint32_t *const tie)
{
    const uint32_t a = place_sentence(document, word), b = place_sentence(document, trigger);
    *tie = CASUS_GEO_NO_TIE;
    if (a == b) {
        *tie = casus_geo_tie(document, word, trigger);
        return *tie < CASUS_GEO_NO_TIE ? *tie : 100 + place_gap(word, trigger);
    }
    const uint32_t sentences = place_gap(a, b);
    const bool same = place_paragraph(document, word) == place_paragraph(document, trigger);
    return (same ? 600 : 1200) + 10 * sentences + (a > b ? 5 : 0);
}

/* A place itself; or a town's name that stands for its people, as long as it is a name. */
static bool may_be_meant(const casus_document *const document,
                         const casus_place_mention *const mention)
{
    if (mention->use == USE_LITERAL) return true;
    const casus_word *const word = tree_word(document, mention->head);
    return document->record.places.at[mention->place].precision <= PLACE_DISTRICT &&
           word->upos == UPOS_PROPN && tree_main_deprel(document, mention->head) != DEP_AMOD &&
           mention->span.end - mention->span.begin >= word->span.end - word->span.begin;
}

static void add_view(place_chooser *const c, const uint32_t word, const uint32_t number,
                     const bool echo)
{
    const casus_record *const record = &c->document->record;
    const casus_place_mention *const mention = &record->place_mentions.at[number];
    if (mention->place >= record->places.count || c->count >= PLACE_CHOICES ||
        !may_be_meant(c->document, mention))
        return;
    place_view found = {.choice = {mention->place, word},
                        .place = &record->places.at[mention->place],
                        .mention = mention,
                        .echo = echo,
                        .cost = UINT32_MAX};
    for (uint32_t i = 0; i < c->draft->words.count && i < TRIGGERS; i++) {
        uint32_t tie;
        const uint32_t cost = cost_of(c->document, word, c->draft->words.at[i], &tie);
        if (cost >= found.cost) continue;
        found.cost = cost;
        found.tie = tie;
        found.trigger = c->draft->words.at[i];
    }
    c->views[c->count++] = found;
}

/* The first mention (or echo) at or behind the sentence. */
static uint32_t first_mention(const casus_document *const document, const uint32_t sentence)
{
    const casus_record *const record = &document->record;
    uint32_t low = 0, high = record->place_mentions.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (place_sentence(document, record->place_mentions.at[middle].head) < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t first_echo(const casus_document *const document, const uint32_t sentence)
{
    uint32_t low = 0, high = document->place_echoes.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (place_sentence(document, document->place_echoes.at[middle].word) < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What stands around one trigger; mentions that another trigger brought are not taken twice. */
static void look_around(place_chooser *const c, const uint32_t trigger, uint32_t *const done)
{
    const casus_document *const document = c->document;
    const uint32_t sentence = place_sentence(document, trigger);
    const uint32_t here = first_mention(document, sentence),
                   on = first_mention(document, sentence + REACH_ON);
    uint32_t from = here > REACH_BACK ? here - REACH_BACK : 0;
    if (from < *done) from = *done;
    for (uint32_t i = from; i < on; i++)
        add_view(c, document->record.place_mentions.at[i].head, i, false);
    if (on > *done) *done = on;
    const uint32_t last = first_echo(document, sentence + 1);
    for (uint32_t i = first_echo(document, sentence ? sentence - 1 : 0); i < last; i++) {
        bool known = false;
        for (uint32_t k = 0; k < c->count; k++)
            known |= c->views[k].choice.word == document->place_echoes.at[i].word;
        if (!known)
            add_view(c, document->place_echoes.at[i].word, document->place_echoes.at[i].mention,
                     true);
    }
}

static void gather(place_chooser *const c)
{
    uint32_t done = 0;
    const casus_document *const document = c->document;
    const uint32_t lead = first_mention(document, PLACE_LEAD);
    for (; done < lead && done < LEAD_MENTIONS; done++)
        add_view(c, document->record.place_mentions.at[done].head, done, false);
    for (uint32_t i = 0; i < c->draft->words.count && i < TRIGGERS; i++)
        look_around(c, c->draft->words.at[i], &done);
}

/* The places of events told before this one that are like it. */
static void look_before(place_chooser *const c)
{
    const drafts *const all = c->coding->drafts;
    const uint32_t number = (uint32_t)(c->draft - all->list.at);
    for (uint32_t kind = 0; kind < KIN; kind++) c->kin[kind] = CASUS_NONE;
    for (uint32_t i = number; i-- > 0 && number - i < EVENTS_BACK;) {
        const event_draft *const other = &all->list.at[i];
        if (other->into != CASUS_NONE || other->guessed == CASUS_NONE) continue;
        for (uint32_t kind = 0; kind < KIN_STORY; kind++)
            if (c->kin[kind] == CASUS_NONE &&
                choose_kin(c->coding, other, c->draft, (kin_kind)kind))
                c->kin[kind] = other->guessed;
    }
    for (uint32_t i = 0; i < number && i < EVENTS_BACK && c->kin[KIN_STORY] == CASUS_NONE; i++)
        if (all->list.at[i].into == CASUS_NONE) c->kin[KIN_STORY] = all->list.at[i].guessed;
}

static void find_main(place_chooser *const c)
{
    c->main = CASUS_NONE;
    uint32_t most = 1;
    const casus_record *const record = &c->document->record;
    for (uint32_t i = 0; i < record->places.count && i < PLACES; i++) {
        const casus_place *const place = &record->places.at[i];
        if (place->precision > PLACE_CITY || place->mentions.count <= most) continue;
        most = place->mentions.count;
        c->main = i;
    }
}

/* The place whose mentions together have the best odds. */
static uint32_t likeliest(const place_chooser *const c, float *const best)
{
    uint32_t chosen = CASUS_NONE;
    *best = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        float odds = 0;
        for (uint32_t k = 0; k < c->count; k++)
            if (c->views[k].choice.place == c->views[i].choice.place) odds += c->views[k].odds;
        if (odds <= *best) continue;
        *best = odds;
        chosen = c->views[i].choice.place;
    }
    return chosen;
}

void choose_place(coder_state *const coding, event_draft *const draft)
{
    const judge_weights *const judge = coding->coder->judge;
    const coder_observer *const observer = coding->coder->observer;
    if (!observer && !judge_is_trained(judge, JUDGE_PLACE)) return;
    place_chooser *const c = ARENA_NEW(coding->arena, place_chooser);
    c->coding = coding;
    c->document = coding->document;
    c->draft = draft;
    gather(c);
    look_before(c);
    find_main(c);
    float sum = 0;
    judge_features features = features_begin(coding);
    for (uint32_t i = 0; i < c->count; i++) {
        judge_again(&features);
        place_features(c, &features, &c->views[i]);
        const void *const pair[2] = {&c->views[i].choice, &draft->event};
        if (observer) observer->see(observer->context, JUDGE_PLACE, c->document, pair, &features);
        const float odds = fminf(judge_probability(judge, JUDGE_PLACE, &features), SURE);
        c->views[i].odds = odds / (1 - odds);
        sum += c->views[i].odds;
    }
    if (!judge_is_trained(judge, JUDGE_PLACE)) return;
    float best;
    const uint32_t chosen = likeliest(c, &best);
    draft->event.place =
        best / (1 + sum) >= judge_threshold(judge, JUDGE_PLACE) ? chosen : CASUS_NONE;
}
