/* Which place an event has. */
#include <math.h>
#include <stdio.h>

#include "coding/choose.h"
#include "coding/features.h"
#include "coding/parties.h"
#include "coding/tree.h"
#include "geo/geo.h"

/* REACH: mentions before and behind the trigger's sentence; LEAD: sentences that tell what a text
 * is about; TRIGGERS: of mentions of the same event. */
enum {
    REACH_BACK = 16,
    REACH_ON = 3,
    LEAD = 4,
    LEAD_MENTIONS = 6,
    TRIGGERS = 6,
    CHOICES = 48,
    EVENTS_BACK = 40,
    PLACES = 200,
    SECTION = 5
};

/* A place named by a mention or meant by an echo, seen from the trigger that is nearest to it. */
typedef struct view {
    place_choice choice;
    const casus_place *place;
    const casus_place_mention *mention; /* that names it, also for an echo */
    bool echo;
    uint32_t trigger;
    uint32_t tie;  /* casus_geo_tie */
    uint32_t cost; /* lower is nearer: own syntax, sentence, paragraph, further off */
    float odds;    /* against none */
} view;

typedef struct chooser {
    coder_state *coding;
    const casus_document *document;
    const event_draft *draft;
    view views[CHOICES];
    uint32_t count;
    uint32_t kin[KIN]; /* the places that the rules gave to events told before, or CASUS_NONE */
    uint32_t main;     /* the settlement or site that the text names most, or CASUS_NONE */
} chooser;

static uint32_t sentence_of(const casus_document *const document, const uint32_t word)
{
    return document->words.at[word].sentence;
}

static uint32_t paragraph_of(const casus_document *const document, const uint32_t word)
{
    return document->sentences.at[sentence_of(document, word)].paragraph;
}

static uint32_t gap(const uint32_t a, const uint32_t b)
{
    return a > b ? a - b : b - a;
}

/* How far the word is from the trigger: by tree, by words of the sentence, by sentences. */
static uint32_t cost_of(const casus_document *const document, const uint32_t word,
                        const uint32_t trigger, uint32_t *const tie)
{
    const uint32_t a = sentence_of(document, word), b = sentence_of(document, trigger);
    *tie = CASUS_GEO_NO_TIE;
    if (a == b) {
        *tie = casus_geo_tie(document, word, trigger);
        return *tie < CASUS_GEO_NO_TIE ? *tie : 100 + gap(word, trigger);
    }
    const uint32_t sentences = gap(a, b);
    const bool same = paragraph_of(document, word) == paragraph_of(document, trigger);
    return (same ? 600 : 1200) + 10 * sentences + (a > b ? 5 : 0);
}

static void add_view(chooser *const c, const uint32_t word, const uint32_t number, const bool echo)
{
    const casus_record *const record = &c->document->record;
    const casus_place_mention *const mention = &record->place_mentions.at[number];
    if (mention->use != USE_LITERAL || mention->place >= record->places.count ||
        c->count >= CHOICES)
        return;
    view found = {.choice = {mention->place, word},
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
        if (sentence_of(document, record->place_mentions.at[middle].head) < sentence)
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
        if (sentence_of(document, document->place_echoes.at[middle].word) < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What stands around one trigger; mentions that another trigger brought are not taken twice. */
static void look_around(chooser *const c, const uint32_t trigger, uint32_t *const done)
{
    const casus_document *const document = c->document;
    const uint32_t sentence = sentence_of(document, trigger);
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

static void gather(chooser *const c)
{
    uint32_t done = 0;
    const casus_document *const document = c->document;
    const uint32_t lead = first_mention(document, LEAD);
    for (; done < lead && done < LEAD_MENTIONS; done++)
        add_view(c, document->record.place_mentions.at[done].head, done, false);
    for (uint32_t i = 0; i < c->draft->words.count && i < TRIGGERS; i++)
        look_around(c, c->draft->words.at[i], &done);
}

/* The places of events told before this one that are like it. */
static void look_before(chooser *const c)
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

static void find_main(chooser *const c)
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

static const char *where_of(const casus_document *const document, const view *const v)
{
    const uint32_t word = v->choice.word;
    const uint32_t a = sentence_of(document, word), b = sentence_of(document, v->trigger);
    if (v->tie < 10) return "own";
    if (v->tie < CASUS_GEO_NO_TIE) return "governor";
    if (a == b) return word < v->trigger ? "before" : "behind";
    const bool same = paragraph_of(document, word) == paragraph_of(document, v->trigger);
    if (same) return a < b ? b - a == 1 ? "last" : "paragraph" : "next";
    const casus_sentence_kind kind = document->sentences.at[a].kind;
    if (kind == SENTENCE_DATELINE) return "dateline";
    if (kind == SENTENCE_HEADLINE) return a < b && b - a <= SECTION ? "crosshead" : "headline";
    if (a > b) return "later";
    if (b - a <= 2) return "above";
    return a < LEAD ? "lead" : "earlier";
}

/* The path between the clauses of the place and of the trigger. */
static void add_path(const chooser *const c, judge_features *const features, const view *const v)
{
    const casus_document *const document = c->document;
    if (sentence_of(document, v->choice.word) != sentence_of(document, v->trigger)) return;
    const uint32_t mine = tree_clause(document, v->choice.word),
                   its = tree_clause(document, v->trigger);
    const char *direction = "aside";
    uint32_t label = CASUS_NONE;
    if (mine == its)
        direction = "same";
    else if (tree_dominates(document, mine, its)) {
        direction = "above";
        label = its;
    } else if (tree_dominates(document, its, mine)) {
        direction = "below";
        label = mine;
    }
    char text[48];
    snprintf(text, sizeof text, "path.%s", direction);
    judge_add(features, text,
              label == CASUS_NONE
                  ? (casus_str){NULL, 0}
                  : casus_str_from(casus_deprel_name(tree_deprel(document, label))));
    const uint32_t words = gap(v->choice.word, v->trigger);
    judge_add_number(features, "words", words < 4 ? words : 3 + words / 5, 9);
}

/* How the name itself stands: label, preposition, what it hangs on. */
static void add_word(const chooser *const c, judge_features *const features, const view *const v)
{
    const casus_document *const document = c->document;
    const uint32_t word = v->choice.word;
    const casus_word *const at = tree_word(document, word);
    const casus_str preposition = tree_preposition(document, c->coding->arena, word);
    const char *const type = casus_event_type_name(c->draft->event.type);
    const char *const deprel = casus_deprel_name((casus_deprel)at->deprel);
    char text[64];
    judge_add(features, "deprel", casus_str_from(deprel));
    judge_add(features, "preposition", preposition.size ? preposition : STR("none"));
    snprintf(text, sizeof text, "%s.preposition", type);
    judge_add(features, text, preposition.size ? preposition : STR("none"));
    if (at->head != word) {
        const casus_word *const head = tree_word(document, at->head);
        judge_add(features, "head", casus_str_from(casus_upos_name((casus_upos)head->upos)));
        snprintf(text, sizeof text, "%s.hangs", deprel);
        judge_add(features, text, casus_str_from(casus_upos_name((casus_upos)head->upos)));
        const uint32_t mention = document->mention_at ? document->mention_at[at->head] : CASUS_NONE;
        judge_add_flag(features, "of-actor", mention != CASUS_NONE);
    }
    if (document->mention_at)
        judge_add_flag(features, "actor", document->mention_at[word] != CASUS_NONE);
    judge_add_flag(features, "near", v->mention->relation.size > 0);
    if (v->echo) judge_add(features, "echo", at->lemma);
}

/* Whether one may stand in the other, as far as the record tells. */
static bool may_hold(const casus_place *const outer, const casus_place *const inner)
{
    if (outer->precision <= inner->precision) return false;
    if (outer->country.size && inner->country.size &&
        !casus_str_equal(outer->country, inner->country))
        return false;
    return outer->precision >= PLACE_COUNTRY || !inner->admin1.size || !outer->admin1.size ||
           casus_str_equal(inner->admin1, outer->admin1);
}

/* How the place compares with the others that may be meant. */
static void add_rivals(const chooser *const c, judge_features *const features, const view *const v)
{
    uint32_t nearer = 0, beside = 0;
    bool holds = false, held = false, finer = false, between = false;
    for (uint32_t i = 0; i < c->count; i++) {
        const view *const other = &c->views[i];
        if (other->choice.place == v->choice.place) continue;
        nearer += other->cost < v->cost;
        if (sentence_of(c->document, other->choice.word) !=
            sentence_of(c->document, v->choice.word))
            continue;
        beside++;
        finer |= other->place->precision < v->place->precision;
        between |= (other->choice.word > v->choice.word) == (other->choice.word < v->trigger) &&
                   gap(other->choice.word, v->trigger) < gap(v->choice.word, v->trigger);
        if (gap(other->choice.word, v->choice.word) > 6) continue;
        holds |= may_hold(v->place, other->place);
        held |= may_hold(other->place, v->place);
    }
    judge_add_number(features, "nearer", nearer, 4);
    judge_add_number(features, "beside", beside, 3);
    judge_add_flag(features, "holds", holds);
    judge_add_flag(features, "held", held);
    judge_add_flag(features, "finer-beside", finer);
    judge_add_flag(features, "between", between);
}

static bool of_country(const casus_document *const document, const casus_refs *const refs,
                       const casus_str country)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (casus_str_equal(document->record.actors.at[refs->at[i]].country, country)) return true;
    return false;
}

static void add_place(const chooser *const c, judge_features *const features, const view *const v)
{
    const casus_event *const event = &c->draft->event;
    const char *const type = casus_event_type_name(event->type);
    const char *const where = where_of(c->document, v);
    const char *const precision = casus_place_precision_name(v->place->precision);
    char text[64];
    const bool rule = c->draft->guessed == v->choice.place;
    judge_add_flag(features, "rule", rule);
    snprintf(text, sizeof text, "%s%s", rule ? "rule." : "", where);
    judge_add(features, "where", casus_str_from(text));
    snprintf(text, sizeof text, "%s.%s", type, where);
    judge_add(features, "type", casus_str_from(text));
    snprintf(text, sizeof text, "%s.%s", precision, where);
    judge_add(features, "precision", casus_str_from(text));
    judge_add(features, precision, STR(""));
    snprintf(text, sizeof text, "%s.%s", type, precision);
    judge_add(features, "kind", casus_str_from(text));
    if (v->tie < CASUS_GEO_NO_TIE) judge_add_number(features, "tie", v->tie, 25);
    judge_add_number(features, "named", v->place->mentions.count, 5);
    judge_add_number(
        features, "sentences",
        gap(sentence_of(c->document, v->choice.word), sentence_of(c->document, v->trigger)), 8);
    snprintf(text, sizeof text, "%s.noun%d", where, c->draft->nominal + c->draft->definite);
    judge_add(features, text, STR(""));
    judge_add_flag(features, "lead", sentence_of(c->document, v->choice.word) < LEAD);
    judge_add_flag(features, "unknown", !v->place->id.size);
    if (v->place->country.size) {
        judge_add_flag(features, "source-land",
                       of_country(c->document, &event->source, v->place->country));
        judge_add_flag(features, "target-land",
                       of_country(c->document, &event->target, v->place->country));
    }
    for (uint32_t kind = 0; kind < KIN; kind++)
        if (c->kin[kind] != CASUS_NONE)
            judge_add(features, choose_kin_name((kin_kind)kind),
                      c->kin[kind] == v->choice.place ? STR("yes") : STR("no"));
    if (c->main != CASUS_NONE)
        judge_add(features, "main", c->main == v->choice.place ? STR("yes") : STR("no"));
    judge_add_number(features, "mentions", c->draft->words.count, 3);
    judge_add(features, "factuality", casus_str_from(casus_factuality_name(event->factuality)));
}

/* The place whose mentions together have the best odds. */
static uint32_t likeliest(const chooser *const c, float *const best)
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
    chooser *const c = ARENA_NEW(coding->arena, chooser);
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
        add_place(c, &features, &c->views[i]);
        add_word(c, &features, &c->views[i]);
        add_path(c, &features, &c->views[i]);
        add_rivals(c, &features, &c->views[i]);
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
