/* What the judge is told of an event mention: its rule and words, who is about it, where it stands.
 */
#include "coding/events_features.h"

#include <stdio.h>

#include "coding/decide.h"
#include "coding/features.h"
#include "coding/keys.h"
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"
#include "text/fold.h"

/* The rules found nobody who did it, underwent it or was counted. */
static bool is_bare(const casus_event *const event)
{
    return !event->source.count && !event->target.count && !event->counts.count &&
           ((event->place == CASUS_NONE && !event->objects.count) || event->type != EVENT_ASSAULT);
}

/* "won 7-1": figures of at most two digits with a hyphen between. */
static bool is_score(const coder_state *const coding, const uint32_t word)
{
    enum { DIGITS = 2 };
    const casus_document *const document = coding->document;
    if (!key_is_hyphen(coding, word) || word == 0 || word + 1 >= document->words.count)
        return false;
    const casus_word *const a = tree_word(document, word - 1), *const b =
                                                                   tree_word(document, word + 1);
    return a->upos == UPOS_NUM && b->upos == UPOS_NUM && a->form.size <= DIGITS &&
           b->form.size <= DIGITS && a->span.end + 1 == b->span.begin;
}

/* What else the sentence is about: sport, the stage. */
static void add_topics(const coder_state *const coding, judge_features *const features,
                       const event_draft *const draft)
{
    static const struct {
        engine_words words;
        const char *name;
    } topics[] = {{WORDS_ABOUT_SPORT, "sport"}, {WORDS_ABOUT_STAGE, "stage"}};
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[draft->sentence];
    bool score = false;
    for (uint32_t i = 0; i < sentence->count; i++) score |= is_score(coding, sentence->first + i);
    judge_add_flag(features, "about.score", score);
    for (size_t topic = 0; topic < sizeof topics / sizeof *topics; topic++) {
        uint32_t found = 0;
        for (uint32_t i = 0; i < sentence->count; i++) {
            const casus_word *const word = tree_word(document, sentence->first + i);
            const bool named = word->upos == UPOS_PROPN;
            const casus_str lemma = named ? casus_lower(coding->arena, word->lemma) : word->lemma;
            found += ontology_has(coding->ontology, topics[topic].words, lemma);
        }
        char text[32];
        JUDGE_NAME(text, "about", topics[topic].name);
        if (found) judge_add_number(features, text, found, 2);
    }
}

/* A feature for each type of event: what speaks for a promise speaks against a raid. */
static void add_by_type(judge_features *const features, const char *const type,
                        const char *const name, const casus_str value)
{
    char text[64];
    JUDGE_NAME(text, type, name);
    judge_add(features, text, value);
}

/* Words that tell much depend on what they are said to be: "called on" asks or visits. */
static void add_crossings(const coder_state *const coding, judge_features *const features,
                          const event_draft *const draft, const char *const type)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, draft->word);
    const casus_refs *const source = &draft->event.source;
    char text[64];
    add_by_type(features, type, "lemma", features_lemma(coding, draft->word));
    if (at->head != draft->word)
        add_by_type(features, type, "governor", tree_word(document, at->head)->lemma);
    if (at->flags & WORD_QUOTED) add_by_type(features, type, "quoted", STR("yes"));
    if (at->features & FEAT_PAST) add_by_type(features, type, "past", STR("yes"));
    if (source->count) {
        const casus_actor *const actor = &document->record.actors.at[source->at[0]];
        add_by_type(features, type, "source", actor->sector.size ? actor->sector : STR("none"));
    }
    JUDGE_NAME(text, type, "conditions");
    judge_add_number(features, text, draft->rule->conditions.count, 3);
}

/* Which of its places are filled at all: "will", "held" and "called" mean what stands there. */
static void add_arguments(coder_state *const coding, judge_features *const features,
                          const event_draft *const draft, const char *const type)
{
    static const struct {
        uint16_t key;
        const char *name;
    } places[] = {{ARG_SUBJ, "subj"},   {ARG_OBJ, "obj"},   {ARG_XCOMP, "xcomp"},
                  {ARG_CCOMP, "ccomp"}, {ARG_POSS, "poss"}, {ARG_COMP, "comp"}};
    const coder_frame *const frame = frame_of(coding, draft->word);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (frame_get(frame, places[i].key) != CASUS_NONE)
            add_by_type(features, type, "has", casus_str_from(places[i].name));
}

/* Whether its word may mean something else, and which of these this is. */
static void add_reading(judge_features *const features, const event_draft *const draft,
                        const char *const type)
{
    enum { FARTHEST = 5 };
    if (!draft->readings.count && !draft->reading) return;
    judge_add_number(features, "reading", draft->reading, FARTHEST);
    add_by_type(features, type, "reading", draft->reading ? STR("other") : STR("first"));
}

/* Other mentions in the sentence: of many that stand side by side more are told in passing. */
static void add_company(const coder_state *const coding, judge_features *const features,
                        const event_draft *const draft)
{
    enum { COMPANY = 5, ALIKE = 3 };
    const drafts *const all = coding->drafts;
    uint32_t beside = 0, alike = 0;
    for (uint32_t word = 0; word < coding->document->sentences.at[draft->sentence].count; word++) {
        const uint32_t number =
            all->at[coding->document->sentences.at[draft->sentence].first + word];
        if (number == CASUS_NONE || all->list.at[number].into != CASUS_NONE) continue;
        if (all->list.at[number].word == draft->word) continue;
        beside++;
        alike += all->list.at[number].event.type == draft->event.type;
    }
    judge_add_number(features, "beside", beside, COMPANY);
    judge_add_number(features, "beside.alike", alike, ALIKE);
}

void events_features(coder_state *const coding, judge_features *const features,
                     const event_draft *const draft)
{
    const casus_event *const event = &draft->event;
    const char *const type = casus_event_type_name(event->type);
    char text[64];
    judge_add(features, "type", casus_str_from(type));
    judge_add(features, "rule", draft->rule->id);
    judge_add(features, "lemma", features_lemma(coding, draft->word));
    judge_add_number(features, "conditions", draft->rule->conditions.count, 3);
    JUDGE_NAME(text, type, "parties");
    judge_add_number(features, text, (event->source.count > 0) * 2 + (event->target.count > 0), 3);
    JUDGE_NAME(text, type, "nominal");
    judge_add_number(features, text, draft->nominal + 2 * draft->definite, 3);
    JUDGE_NAME(text, type, "bare");
    judge_add_number(features, text, is_bare(event) + draft->nominal * 2, 3);
    JUDGE_NAME(text, type, "factuality");
    judge_add(features, text, casus_str_from(casus_factuality_name(event->factuality)));
    judge_add_flag(features, "governed", draft->governed);
    judge_add_flag(features, "dated", draft->dated);
    judge_add_number(features, "date.precision",
                     event->date.start.size ? (int64_t)event->date.precision : -1, DATE_PRECISIONS);
    judge_add_flag(features, "placed", draft->placed);
    judge_add_flag(features, "place", event->place != CASUS_NONE);
    judge_add_number(features, "counts", event->counts.count, 2);
    judge_add_number(features, "objects", event->objects.count, 2);
    judge_add_number(features, "mentions", draft->words.count, 4);
    judge_add_number(features, "stated", statements_sure(draft), 2);
    judge_add_flag(features, "reflexive", parties_overlap(coding, &event->source, &event->target));
    features_add_actor(coding, features, "source", &event->source);
    features_add_actor(coding, features, "target", &event->target);
    features_add_syntax(coding, features, draft->word);
    standing_add(coding, features, draft);
    add_topics(coding, features, draft);
    add_reading(features, draft, type);
    add_crossings(coding, features, draft, type);
    add_arguments(coding, features, draft, type);
    add_company(coding, features, draft);
}
