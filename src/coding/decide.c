#include "coding/decide.h"

#include <stdio.h>

#include "coding/choose.h"
#include "coding/copy.h"
#include "coding/features.h"
#include "coding/fillers.h"
#include "coding/homeland.h"
#include "coding/keys.h"
#include "coding/parties.h"
#include "coding/roles.h"
#include "coding/statements.h"
#include "coding/tolls.h"
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
        snprintf(text, sizeof text, "about.%s", topics[topic].name);
        if (found) judge_add_number(features, text, found, 2);
    }
}

static void add_event(coder_state *const coding, judge_features *const features,
                      const event_draft *const draft)
{
    const casus_event *const event = &draft->event;
    const char *const type = casus_event_type_name(event->type);
    char text[64];
    judge_add(features, "type", casus_str_from(type));
    judge_add(features, "rule", draft->rule->id);
    judge_add(features, "lemma", features_lemma(coding, draft->word));
    judge_add_number(features, "conditions", draft->rule->conditions.count, 3);
    snprintf(text, sizeof text, "%s.parties", type);
    judge_add_number(features, text, (event->source.count > 0) * 2 + (event->target.count > 0), 3);
    snprintf(text, sizeof text, "%s.nominal", type);
    judge_add_number(features, text, draft->nominal + 2 * draft->definite, 3);
    snprintf(text, sizeof text, "%s.bare", type);
    judge_add_number(features, text, is_bare(event) + draft->nominal * 2, 3);
    snprintf(text, sizeof text, "%s.factuality", type);
    judge_add(features, text, casus_str_from(casus_factuality_name(event->factuality)));
    judge_add_flag(features, "governed", draft->governed);
    judge_add_flag(features, "dated", draft->dated);
    judge_add_flag(features, "placed", draft->placed);
    judge_add_flag(features, "place", event->place != CASUS_NONE);
    judge_add_number(features, "counts", event->counts.count, 2);
    judge_add_number(features, "objects", event->objects.count, 2);
    judge_add_number(features, "mentions", draft->words.count, 4);
    judge_add_number(features, "stated", statements_sure(draft), 2);
    judge_add_flag(features, "reflexive", parties_overlap(coding, &event->source, &event->target));
    if (coding->document->sentences.count <= BRIEF_TEXT) {
        /* What stands alone is told for its own sake. */
        judge_add(features, "brief", casus_str_from(type));
        judge_add(features, "brief.deprel",
                  casus_str_from(casus_deprel_name(tree_deprel(coding->document, draft->word))));
        judge_add(features, "brief.fact", casus_str_from(casus_factuality_name(event->factuality)));
        judge_add_number(features, "brief.nominal", draft->nominal * 2 + draft->governed, 3);
    }
    features_add_actor(coding, features, "source", &event->source);
    features_add_actor(coding, features, "target", &event->target);
    features_add_syntax(coding, features, draft->word);
    standing_add(coding, features, draft);
    add_topics(coding, features, draft);
}

/* Nobody did it, underwent it or was counted, and nothing was hit and no place is known: nothing to
 * record.  Rules that gave a draft nobody may only have missed them (roles.c). */
static bool is_empty(const casus_event *const event)
{
    return !event->source.count && !event->target.count && !event->counts.count &&
           event->place == CASUS_NONE && !event->objects.count;
}

/* Ties between drafts become ties between the events that were kept. */
static void tie_events(const coder_state *const coding)
{
    const event_draft *const all = coding->drafts->list.at;
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        if (all[i].kept == CASUS_NONE) continue;
        casus_event *const event = &coding->document->record.events.at[all[i].kept];
        if (all[i].cause != CASUS_NONE) event->caused_by = all[all[i].cause].kept;
        if (all[i].whole != CASUS_NONE) event->part_of = all[all[i].whole].kept;
    }
}

/* Nobody is recorded as the target of his own act: what looks so is a reading gone wrong. */
static void drop_own_targets(casus_event *const event)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < event->target.count; i++)
        if (!parties_have(&event->source, event->target.at[i]))
            event->target.at[kept++] = event->target.at[i];
    event->target.count = kept;
}

enum { NOUN_DEPTH = 4 };

static bool takes_content(const casus_event_type type)
{
    return type == EVENT_AGREE || type == EVENT_THREATEN || type == EVENT_REJECT ||
           type == EVENT_REQUEST;
}

static bool is_measure(const casus_event_type type)
{
    return type == EVENT_COERCE || type == EVENT_SANCTION;
}

/* "promised aid", "threatened reprisals", "lifted the ban": the noun says what is promised or given
 * up. */
static bool is_noun_of_content(const coder_state *const coding, const event_draft *const draft)
{
    const casus_document *const document = coding->document;
    if (!draft->nominal) return false;
    const bool actual = draft->event.factuality == FACT_ACTUAL;
    uint32_t at = draft->word;
    for (int depth = 0; depth < NOUN_DEPTH && !casus_word_is_root(document, at); depth++) {
        const casus_deprel deprel = tree_main_deprel(document, at);
        if (deprel != DEP_OBJ && deprel != DEP_OBL && deprel != DEP_NMOD && deprel != DEP_COMPOUND)
            return false;
        at = tree_word(document, at)->head;
        const uint32_t number = coding->drafts->at[at];
        if (number == CASUS_NONE) continue;
        const event_draft *const above = &coding->drafts->list.at[number];
        const casus_event_type type = above->event.type;
        if (above->kept == CASUS_NONE) return false;
        if (is_measure(type) && is_measure(draft->event.type)) /* "imposed a ban on": one measure */
            return depth == 0 && deprel == DEP_OBJ;
        if (type == EVENT_CONCEDE || type == EVENT_RETREAT)
            return depth == 0 && deprel == DEP_OBJ && is_measure(draft->event.type);
        return !actual && (type == EVENT_AGREE ||
                           (depth == 0 && (type == EVENT_REQUEST || type == EVENT_THREATEN)));
    }
    return false;
}

/* What a recorded promise, threat, refusal or demand is made of ("agreed to free them", "demanded
 * that they leave") is told by it: no event of its own. */
static bool is_content(const coder_state *const coding, const event_draft *const draft)
{
    const casus_document *const document = coding->document;
    uint32_t at = draft->word;
    while (tree_main_deprel(document, at) == DEP_CONJ) at = tree_word(document, at)->head;
    const casus_deprel deprel = tree_main_deprel(document, at);
    const uint32_t number = coding->drafts->at[tree_word(document, at)->head];
    if (number == CASUS_NONE) return false;
    const event_draft *const above = &coding->drafts->list.at[number];
    if (above->kept == CASUS_NONE || !takes_content(above->event.type)) return false;
    const uint32_t features = tree_word(document, at)->features;
    if (deprel == DEP_CCOMP)
        return above->event.type != EVENT_REJECT && !(features & FEAT_PAST) && !draft->nominal;
    return (deprel == DEP_XCOMP || deprel == DEP_ADVCL || deprel == DEP_ACL) &&
           (features & FEAT_INFINITIVE);
}

void decide_events(coder_state *const coding)
{
    casus_document *const document = coding->document;
    const judge_weights *const judge = coding->coder->judge;
    const bool alike = copy_is_alike(coding), caseless = fillers_wanted(document);
    const bool plain = alike || caseless;
    if (plain) fillers_decide(coding);
    const sightings *const seen = caseless ? NULL : roles_survey(coding);
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        draft->guessed = draft->event.place;
        draft->dated_to = draft->event.date;
    }
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->into != CASUS_NONE) continue;
        judge_features features = features_begin(coding);
        add_event(coding, &features, draft);
        features_observe(coding, JUDGE_EVENT, &draft->event, &features);
        draft->event.confidence = judge_probability(judge, JUDGE_EVENT, &features);
        if (!draft->filled && draft->event.confidence < judge_threshold(judge, JUDGE_EVENT))
            continue;
        if (!draft->filled && (is_content(coding, draft) || is_noun_of_content(coding, draft)))
            continue;
        choose_place(coding, draft);
        choose_date(coding, draft);
        if (seen && !(plain && fillers_decide_on(draft))) roles_decide(coding, seen, draft);
        draft->kept = 0;
    }
    tolls_decide(coding);
    if (plain) fillers_clear_victims(coding);
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->kept == CASUS_NONE) continue;
        draft->kept = CASUS_NONE;
        if (is_empty(&draft->event)) continue;
        drop_own_targets(&draft->event);
        draft->kept = document->record.events.count;
        VEC_PUSH(&document->record.events, coding->arena, draft->event);
    }
    decide_statements(coding);
    tie_events(coding);
}

/* The words about the condition, and the verbs on both sides: "asked if" and "if he had" are no
 * warnings. */
static void add_condition(const coder_state *const coding, judge_features *const features,
                          const casus_warning *const warning)
{
    const casus_document *const document = coding->document;
    const uint32_t word = warning->condition_word;
    if (word == CASUS_NONE) return;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, word)->sentence];
    uint32_t first = word;
    while (first > sentence->first &&
           tree_word(document, first - 1)->span.begin >= warning->condition.begin)
        first--;
    judge_add(features, "marker", tree_word(document, first)->lemma);
    judge_add(features, "before",
              first > sentence->first ? tree_word(document, first - 1)->lemma : STR("none"));
    uint32_t verbs = 0;
    for (uint32_t i = first; i < sentence->first + sentence->count &&
                             tree_word(document, i)->span.begin < warning->condition.end;
         i++) {
        const casus_word *const at = tree_word(document, i);
        if (at->upos == UPOS_AUX) judge_add(features, "condition.aux", at->lemma);
        if (at->upos != UPOS_VERB) continue;
        verbs++;
        judge_add_flag(features, "condition.past", (at->features & FEAT_PAST) != 0);
        judge_add_flag(features, "condition.present", (at->features & FEAT_PRESENT) != 0);
        judge_add_flag(features, "condition.gerund", (at->features & FEAT_GERUND) != 0);
    }
    judge_add_number(features, "condition.verbs", verbs, 2);
    judge_add_flag(features, "condition.first", warning->condition.begin < warning->outcome.begin);
}

static void add_warning(const coder_state *const coding, judge_features *const features,
                        const casus_warning *const warning)
{
    const casus_document *const document = coding->document;
    judge_add(features, "rule", warning->rule);
    judge_add(features, "modality", warning->modality.size ? warning->modality : STR("none"));
    judge_add_flag(features, "actor", warning->condition_actor != CASUS_NONE);
    judge_add_flag(features, "negated", warning->condition_negated);
    judge_add_number(features, "stated", warning->statements.count, 2);
    judge_add_number(features, "source", warning->source.count, 2);
    judge_add(features, "type",
              warning->outcome_type < 0
                  ? STR("none")
                  : casus_str_from(casus_event_type_name((casus_event_type)warning->outcome_type)));
    features_add_syntax(coding, features, warning->outcome_word);
    const uint32_t subject = tree_child(document, warning->outcome_word, DEP_NSUBJ);
    judge_add(features, "subject", features_lemma(coding, subject));
    judge_add(features, "verb", features_lemma(coding, warning->outcome_word));
    add_condition(coding, features, warning);
    if (warning->condition_word == CASUS_NONE) return;
    judge_add(features, "condition", features_lemma(coding, warning->condition_word));
    const uint32_t mark = tree_child(document, warning->condition_word, DEP_MARK);
    judge_add(features, "conditional", features_lemma(coding, mark));
}

void decide_warnings(coder_state *const coding)
{
    casus_record *const record = &coding->document->record;
    const judge_weights *const judge = coding->coder->judge;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < record->warnings.count; i++) {
        casus_warning *const warning = &record->warnings.at[i];
        judge_features features = features_begin(coding);
        add_warning(coding, &features, warning);
        features_observe(coding, JUDGE_WARNING, warning, &features);
        warning->confidence = judge_probability(judge, JUDGE_WARNING, &features);
        if (warning->confidence < judge_threshold(judge, JUDGE_WARNING)) continue;
        record->warnings.at[kept++] = *warning;
    }
    record->warnings.count = kept;
}
