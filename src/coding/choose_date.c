/* Which date an event has. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "coding/choose.h"
#include "coding/features.h"
#include "coding/tree.h"

/* BACK: sentences before the trigger's; SINCE: dates told after one; LEAD: sentences that tell what
 * a text is about; TRIGGERS: of mentions of the same event. */
enum {
    BACK = 4,
    SINCE = 5,
    LEAD = 4,
    TRIGGERS = 6,
    CHOICES = 16,
    EVENTS_BACK = 40,
    PARAGRAPHS_BACK = 3
};

/* A date that the text names somewhere, with all that speaks for it. */
typedef struct option {
    date_choice choice;
    judge_features features;
} option;

typedef struct chooser {
    coder_state *coding;
    const casus_document *document;
    const event_draft *draft;
    char manner[24]; /* of the trigger: past, present, noun … */
    option options[CHOICES];
    uint32_t count;
} chooser;

/* The option with this first day; a new one where there is none yet, NULL where there is no room.
 */
static option *option_of(chooser *const c, const casus_date *const date)
{
    if (!date->start.size) return NULL;
    for (uint32_t i = 0; i < c->count; i++)
        if (casus_str_equal(c->options[i].choice.date.start, date->start)) return &c->options[i];
    if (c->count >= CHOICES) return NULL;
    option *const fresh = &c->options[c->count++];
    *fresh = (option){.choice = {*date}, .features = features_begin(c->coding)};
    return fresh;
}

/* What tells for the date, by itself, with the manner of the trigger and with the event's type. */
static void speak_for(const chooser *const c, option *const one, const char *const what)
{
    if (!one) return;
    char text[64];
    judge_add(&one->features, what, STR(""));
    JUDGE_NAME(text, what, c->manner);
    judge_add(&one->features, text, STR(""));
    JUDGE_NAME(text, what, casus_event_type_name(c->draft->event.type));
    judge_add(&one->features, text, STR(""));
}

static void read_manner(chooser *const c)
{
    const casus_word *const word = tree_word(c->document, c->draft->word);
    const char *manner = "other";
    if (c->draft->nominal)
        manner = c->draft->definite ? "the-noun" : "noun";
    else if (word->features & FEAT_INFINITIVE)
        manner = "infinitive";
    else if (word->features & FEAT_GERUND)
        manner = "gerund";
    else if (word->features & FEAT_PRESENT)
        manner = "present";
    else if (word->features & FEAT_PAST)
        manner = "past";
    const uint32_t aux = tree_child(c->document, c->draft->word, DEP_AUX);
    const char *helper = "";
    if (aux != CASUS_NONE && tree_lemma_is(c->document, aux, "have"))
        helper = tree_word(c->document, aux)->features & FEAT_PAST ? "-had" : "-have";
    else if (aux != CASUS_NONE && !tree_lemma_is(c->document, aux, "be"))
        helper = "-modal";
    snprintf(c->manner, sizeof c->manner, "%s%s", manner, helper);
}

/* How the expression stands to the trigger of the same sentence. */
static void look_at(const chooser *const c, option *const one, const uint32_t number,
                    const uint32_t trigger)
{
    const casus_document *const document = c->document;
    const uint32_t at = document->record.times.at[number].head;
    judge_features *const features = &one->features;
    const casus_word *const head = tree_word(document, at);
    const uint32_t words = at > trigger ? at - trigger : trigger - at;
    const uint32_t mine = tree_clause(document, at), its = tree_clause(document, trigger);
    const char *path = "path.aside";
    uint32_t link = CASUS_NONE;
    if (mine == its)
        path = "path.same";
    else if (tree_dominates(document, mine, its)) {
        path = "path.above";
        link = its;
    } else if (tree_dominates(document, its, mine)) {
        path = "path.below";
        link = mine;
    }
    speak_for(c, one, at < trigger ? "ahead" : "behind");
    judge_add_number(features, "words", words < 4 ? words : 3 + words / 5, 9);
    judge_add(features, path,
              link == CASUS_NONE ? STR("")
                                 : casus_str_from(casus_deprel_name(tree_deprel(document, link))));
    judge_add(features, "deprel", casus_str_from(casus_deprel_name((casus_deprel)head->deprel)));
    const casus_str preposition = tree_preposition(document, c->coding->arena, at);
    judge_add(features, "preposition", preposition.size ? preposition : STR("none"));
    judge_add_flag(features, "own", head->head == trigger);
}

/* Where the sentence stands to that of the trigger. */
static const char *where_of(const casus_document *const document, const uint32_t sentence,
                            const uint32_t here)
{
    const casus_sentence *const s = &document->sentences.at[sentence];
    if (s->paragraph != document->sentences.at[here].paragraph) {
        if (s->kind == SENTENCE_DATELINE) return "dateline";
        if (s->kind == SENTENCE_HEADLINE) return "headline";
        return sentence < LEAD ? "lead" : "above";
    }
    if (sentence == here) return "here";
    if (sentence > here) return "next";
    return sentence + 1 == here ? "last" : "paragraph";
}

/* How many other dates stand between the expression and the trigger. */
static uint32_t told_since(const chooser *const c, const uint32_t number, const uint32_t trigger)
{
    const casus_record *const record = &c->document->record;
    uint32_t count = 0;
    for (uint32_t i = number + 1; i < record->times.count && count < SINCE; i++) {
        if (record->times.at[i].head >= trigger) break;
        count +=
            record->times.at[i].date.start.size &&
            !casus_str_equal(record->times.at[i].date.start, record->times.at[number].date.start);
    }
    return count;
}

/* Whose date it is by its own clause. */
static const char *owner_of(const chooser *const c, const uint32_t number)
{
    const drafts *const all = c->coding->drafts;
    const uint32_t at =
        all->at[tree_clause(c->document, c->document->record.times.at[number].head)];
    if (at == CASUS_NONE) return "none";
    const event_draft *const owner = &all->list.at[at];
    if (owner == c->draft || owner->into == (uint32_t)(c->draft - all->list.at)) return "this";
    return owner->event.type == c->draft->event.type ? "alike" : "other";
}

/* An expression of another sentence: which event it dates, and what was told since. */
static void look_there(const chooser *const c, option *const one, const uint32_t number,
                       const uint32_t trigger)
{
    judge_add(&one->features, "owner", casus_str_from(owner_of(c, number)));
    if (c->document->record.times.at[number].head < trigger)
        judge_add_number(&one->features, "since", told_since(c, number, trigger), SINCE);
}

static void look_at_sentence(chooser *const c, const uint32_t sentence, const uint32_t trigger)
{
    const casus_document *const document = c->document;
    const casus_time_data *const data = c->coding->coder->time;
    const casus_sentence *const s = &document->sentences.at[sentence];
    const uint32_t here = tree_word(document, trigger)->sentence;
    const char *const where = where_of(document, sentence, here);
    uint32_t last = CASUS_NONE, dates = 0;
    option *only = NULL;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        const uint32_t number = document->time_at[i];
        if (number == CASUS_NONE || number == last) continue;
        last = number;
        const casus_date date = casus_time_of_expression(data, document, number);
        option *const found = option_of(c, &date);
        if (!found) continue;
        dates++;
        only = found;
        char text[64];
        speak_for(c, found, where);
        snprintf(text, sizeof text, "%s%s%s", where,
                 casus_time_dates_words(data, document, number) ? ".said" : "",
                 document->record.times.at[number].modifies_noun ? ".noun" : "");
        judge_add(&found->features, "expression", casus_str_from(text));
        JUDGE_NAME(text, where, casus_date_precision_name(date.precision));
        judge_add(&found->features, "precision", casus_str_from(text));
        if (sentence == here)
            look_at(c, found, number, trigger);
        else
            look_there(c, found, number, trigger);
    }
    if (dates == 1) speak_for(c, only, sentence == here ? "only-here" : "only-there");
}

static void look_around(chooser *const c, const uint32_t trigger)
{
    static const char *const ties[] = {"", "rule.clause", "rule.sentence", "rule.heading",
                                       "rule.story"};
    const casus_document *const document = c->document;
    const uint32_t sentence = tree_word(document, trigger)->sentence;
    const uint32_t paragraph = document->sentences.at[sentence].paragraph;
    casus_time_tie tie;
    const casus_date ruled = casus_time_of_event(c->coding->coder->time, document, trigger, &tie);
    if (tie != TIME_TIE_NONE) speak_for(c, option_of(c, &ruled), ties[tie]);
    look_at_sentence(c, sentence, trigger);
    for (uint32_t i = sentence; i > 0 && sentence - i < BACK; i--) {
        if (paragraph - document->sentences.at[i - 1].paragraph > PARAGRAPHS_BACK) break;
        look_at_sentence(c, i - 1, trigger);
    }
    if (sentence + 1 < document->sentences.count &&
        document->sentences.at[sentence + 1].paragraph == paragraph)
        look_at_sentence(c, sentence + 1, trigger);
}

/* The dates of events told before this one that are like it. */
static void look_before(chooser *const c)
{
    const drafts *const all = c->coding->drafts;
    const uint32_t number = (uint32_t)(c->draft - all->list.at);
    const uint32_t here = tree_word(c->document, c->draft->word)->sentence;
    bool found[KIN] = {false};
    char text[40];
    for (uint32_t i = number; i-- > 0 && number - i < EVENTS_BACK;) {
        const event_draft *const other = &all->list.at[i];
        if (other->into != CASUS_NONE || !other->dated_to.start.size) continue;
        for (uint32_t kind = 0; kind < KIN_STORY; kind++) {
            if (found[kind] || !choose_kin(c->coding, other, c->draft, (kin_kind)kind)) continue;
            found[kind] = true;
            const uint32_t far = here > other->sentence ? here - other->sentence : 0;
            JUDGE_NAME(text, choose_kin_name((kin_kind)kind),
                       far == 0   ? "here"
                       : far == 1 ? "last"
                       : far < 4  ? "near"
                                  : "far");
            option *const its = option_of(c, &other->dated_to);
            if (its) judge_add(&its->features, choose_kin_name((kin_kind)kind), STR("yes"));
            speak_for(c, its, text);
        }
    }
    for (uint32_t i = 0; i < number && i < EVENTS_BACK; i++) {
        const event_draft *const other = &all->list.at[i];
        if (other->into != CASUS_NONE || !other->dated_to.start.size) continue;
        speak_for(c, option_of(c, &other->dated_to), choose_kin_name(KIN_STORY));
        break;
    }
}

/* News of the moment: told in the present or perfect tense, or under a time of day. */
static bool is_current(const chooser *const c)
{
    if (strncmp(c->manner, "present", 7) == 0 || strstr(c->manner, "-have")) return true;
    const casus_document *const document = c->document;
    const uint32_t here = tree_word(document, c->draft->word)->sentence;
    const uint32_t paragraph = document->sentences.at[here].paragraph;
    for (uint32_t i = here; i + BACK > here; i--) {
        const casus_sentence *const s = &document->sentences.at[i];
        if (s->paragraph != paragraph) break;
        for (uint32_t k = s->first; k < s->first + s->count; k++)
            if (document->time_at[k] != CASUS_NONE &&
                document->record.times.at[document->time_at[k]].type == TIMEX_TIME)
                return true;
        if (i == 0) break;
    }
    return false;
}

/* The day of publication and those of the first sentences. */
static void look_at_story(chooser *const c)
{
    const casus_document *const document = c->document;
    const casus_str published = document->article.published;
    const casus_date today = {.start = published, .end = published, .precision = DATE_DAY};
    if (is_current(c)) speak_for(c, option_of(c, &today), "published");
    for (uint32_t i = 0; i < document->record.times.count && i < LEAD; i++) {
        const casus_timex *const timex = &document->record.times.at[i];
        if (tree_word(document, timex->head)->sentence >= LEAD) break;
        speak_for(c, option_of(c, &timex->date), i ? "opening" : "opening.first");
    }
}

/* What tells for and against any date of the event, and how the date compares with the others. */
static void weigh(const chooser *const c, option *const one, const bool any_here)
{
    judge_features *const features = &one->features;
    const casus_date *const date = &one->choice.date;
    const casus_event *const event = &c->draft->event;
    judge_add_flag(features, "rule", casus_str_equal(c->draft->dated_to.start, date->start));
    judge_add_flag(features, "no-rule", !c->draft->dated_to.start.size);
    judge_add_flag(features, "dates-here", any_here);
    judge_add(features, "precise", casus_str_from(casus_date_precision_name(date->precision)));
    judge_add(features, "manner", casus_str_from(c->manner));
    judge_add(features, "type", casus_str_from(casus_event_type_name(event->type)));
    judge_add(features, "factuality", casus_str_from(casus_factuality_name(event->factuality)));
    judge_add_number(features, "others", c->count, 4);
    const casus_str published = c->document->article.published;
    if (published.size)
        judge_add_flag(features, "future", casus_str_compare(date->start, published) > 0);
}

static bool has_dates(const casus_document *const document, const uint32_t sentence)
{
    const casus_sentence *const s = &document->sentences.at[sentence];
    for (uint32_t i = s->first; i < s->first + s->count; i++)
        if (document->time_at[i] != CASUS_NONE &&
            document->record.times.at[document->time_at[i]].date.start.size)
            return true;
    return false;
}

void choose_date(coder_state *const coding, event_draft *const draft)
{
    const judge_weights *const judge = coding->coder->judge;
    const coder_observer *const observer = coding->coder->observer;
    if (!coding->document->time_at || (!observer && !judge_is_trained(judge, JUDGE_DATE))) return;
    chooser *const c = ARENA_NEW(coding->arena, chooser);
    c->coding = coding;
    c->document = coding->document;
    c->draft = draft;
    read_manner(c);
    for (uint32_t i = 0; i < draft->words.count && i < TRIGGERS; i++)
        look_around(c, draft->words.at[i]);
    look_before(c);
    look_at_story(c);
    const bool any_here = has_dates(c->document, tree_word(c->document, draft->word)->sentence);
    float best = 0, sum = 0;
    const option *chosen = NULL;
    for (uint32_t i = 0; i < c->count; i++) {
        option *const one = &c->options[i];
        weigh(c, one, any_here);
        const void *const pair[2] = {&one->choice, &draft->event};
        if (observer)
            observer->see(observer->context, JUDGE_DATE, c->document, pair, &one->features);
        const float odds = fminf(judge_probability(judge, JUDGE_DATE, &one->features), SURE);
        sum += odds / (1 - odds);
        if (odds <= best) continue;
        best = odds;
        chosen = one;
    }
    if (!judge_is_trained(judge, JUDGE_DATE)) return;
    const bool kept = chosen && judge_share(best, sum) >= judge_threshold(judge, JUDGE_DATE);
    if (kept && casus_str_equal(chosen->choice.date.start, draft->dated_to.start)) return;
    draft->event.date = kept ? chosen->choice.date : (casus_date){.precision = DATE_UNKNOWN};
}
