#include "coding/decide.h"

#include "coding/choose.h"
#include "coding/copy.h"
#include "coding/features.h"
#include "coding/fillers.h"
#include "coding/homeland.h"
#include "coding/parties.h"
#include "coding/readings.h"
#include "coding/roles.h"
#include "coding/statements.h"
#include "coding/tolls.h"
#include "coding/tree.h"

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

/* An event that somebody is on record about carries what he says of it: it is kept on lesser odds.
 * What stands alone has to be likelier right than wrong. */
static float event_threshold(const coder_state *const coding, const event_draft *const draft)
{
    static const float SAID_LESS = 0.1F, BRIEF = 0.5F;
    const float threshold = judge_threshold(coding->coder->judge, JUDGE_EVENT);
    if (coding->document->sentences.count <= BRIEF_TEXT) return BRIEF;
    return statements_sure(draft) ? threshold - SAID_LESS : threshold;
}

void decide_events(coder_state *const coding)
{
    casus_document *const document = coding->document;
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
        readings_decide(coding, draft);
        if (!draft->filled && draft->event.confidence < event_threshold(coding, draft)) continue;
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
    decide_statements(coding, coding->drafts);
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
