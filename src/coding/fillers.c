/* Roles by a judge of their own in texts without capitals. */
#include "coding/fillers.h"

#include "coding/features.h"
#include "coding/fillers_parts.h"
#include "coding/parties.h"
#include "coding/tree.h"

enum { LETTERS_SEEN = 4000, CAPITALS_LEAST = 200, TEXTS_KEPT = 200 };

typedef VEC(filler) filler_list;

bool fillers_caseless(const casus_document *const document)
{
    const casus_str text = document->article.text;
    size_t letters = 0, capitals = 0;
    for (size_t i = 0; i < text.size && letters < LETTERS_SEEN; i++) {
        const char c = text.at[i];
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        capitals += c >= 'A' && c <= 'Z';
    }
    return letters &&
           (capitals * CAPITALS_LEAST < letters || (letters - capitals) * CAPITALS_LEAST < letters);
}

bool fillers_wanted(const casus_document *const document)
{
    return fillers_caseless(document);
}

bool fillers_decide_on(const event_draft *const draft)
{
    return draft->event.type == EVENT_ASSAULT || draft->event.type == EVENT_COERCE ||
           draft->event.type == EVENT_THREATEN;
}

static bool can_be(const phrase_kind kind, const filler_role as)
{
    switch (as) {
    case FILLER_DOER:
        return kind == PHRASE_NAME || kind == PHRASE_PEOPLE || kind == PHRASE_OTHER;
    case FILLER_GROUP:
        return kind == PHRASE_GROUP;
    case FILLER_VICTIM:
        return kind == PHRASE_NAME;
    case FILLER_OBJECT:
        return kind == PHRASE_OBJECT || kind == PHRASE_GROUP || kind == PHRASE_OTHER;
    case FILLER_WEAPON:
        return kind == PHRASE_WEAPON;
    case FILLER_ROLES:
        break;
    }
    return false;
}

static void propose(coder_state *const coding, filler_shared *const shared,
                    const filler_phrases *const phrases, const filler_phrase *const phrase,
                    const filler_role as, filler_list *const list)
{
    const casus_document *const document = coding->document;
    const filler_entity *const entity = &phrases->entities.at[phrase->entity];
    judge_features features = features_begin(coding);
    fillers_describe(coding, shared, phrases, phrase, as, &features);
    filler one = {.role = as,
                  .actor = entity->actor,
                  .word = phrase->head,
                  .first = phrase->first,
                  .last = phrase->last,
                  .entity = phrase->entity,
                  .thing = {.text = phrase->text,
                            .klass = entity->klass ? entity->klass->name : (casus_str){NULL, 0},
                            .span = tree_span(document, phrase->first, phrase->last)}};
    features_observe(coding, JUDGE_FILLER, &one, &features);
    one.odds = judge_probability(coding->coder->judge, JUDGE_FILLER, &features);
    VEC_PUSH(list, coding->arena, one);
}

static bool is_better(const filler *const one, const filler *const other)
{
    return one->odds > other->odds || (one->odds >= other->odds && one < other);
}

/* Another phrase for the same or around the same words fills the role better. */
static bool is_outdone(const filler_list *const list, const filler *const one)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const filler *const other = &list->at[i];
        if (other == one || other->role != one->role || !is_better(other, one)) continue;
        if (other->entity == one->entity) return true;
        if (other->first <= one->last && one->first <= other->last) return true;
    }
    return false;
}

/* The draft told nearest to the word, one that happened before others. */
static event_draft *nearest_draft(coder_state *const coding, const uint32_t word)
{
    event_draft *best = NULL;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->into != CASUS_NONE || !fillers_decide_on(draft) ||
            draft->event.factuality == FACT_NEGATED)
            continue;
        const uint32_t apart = draft->word > word ? draft->word - word : word - draft->word;
        const uint32_t cost = apart + (draft->event.type == EVENT_ASSAULT ? 0 : 40);
        if (cost >= least) continue;
        least = cost;
        best = draft;
    }
    return best;
}

static bool holds(const event_draft *const draft, const filler *const one)
{
    const casus_event *const event = &draft->event;
    if (one->role == FILLER_DOER || one->role == FILLER_GROUP)
        return parties_have(&event->source, one->actor);
    if (one->role == FILLER_VICTIM) return parties_have(&event->target, one->actor);
    for (uint32_t i = 0; i < event->objects.count; i++)
        if (event->objects.at[i].span.end == one->thing.span.end) return true;
    for (uint32_t i = 0; i < event->weapons.count; i++)
        if (event->weapons.at[i].span.end == one->thing.span.end) return true;
    return false;
}

/* Where the roles of a draft say so already, there; else the nearest. */
static event_draft *draft_for(coder_state *const coding, const filler *const one)
{
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->into == CASUS_NONE && fillers_decide_on(draft) &&
            draft->event.factuality != FACT_NEGATED && holds(draft, one))
            return draft;
    }
    return nearest_draft(coding, one->word);
}

typedef struct chosen {
    event_draft *draft;
    filler what;
} chosen;

static void clear_roles(const coder_state *const coding)
{
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (!fillers_decide_on(draft)) continue;
        casus_event *const event = &draft->event;
        event->source.count = event->target.count = 0;
        event->objects.count = event->weapons.count = 0;
    }
}

void fillers_clear_victims(const coder_state *const coding)
{
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (!fillers_decide_on(draft)) continue;
        for (uint32_t j = 0; j < draft->event.counts.count; j++)
            draft->event.counts.at[j].victims = CASUS_NONE;
    }
}

static bool names_best(const casus_document *const document, const casus_actor *const actor,
                       const casus_str text)
{
    bool found = false;
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const casus_span span = document->record.mentions.at[actor->mentions.at[i]].span;
        const casus_str other = casus_document_text(document, span);
        if (other.size > text.size) return false;
        found |= casus_str_equal(other, text);
    }
    return found;
}

/* The actor whom the phrase names: the one that it was found with, where the phrase is the fullest
 * that the text calls it by, else one of its own. */
static uint32_t actor_for(coder_state *const coding, const filler *const one)
{
    casus_record *const record = &coding->document->record;
    const casus_kind kind =
        one->actor == CASUS_NONE ? KIND_PEOPLE : record->actors.at[one->actor].kind;
    if (one->actor != CASUS_NONE &&
        (names_best(coding->document, &record->actors.at[one->actor], one->thing.text)))
        return one->actor;
    casus_actor made = {.kind = kind, .affiliation = CASUS_NONE, .sector = STR("UNK")};
    if (one->actor != CASUS_NONE) made = record->actors.at[one->actor];
    if (one->role == FILLER_VICTIM) made.kind = KIND_PERSON;
    made.name = one->thing.text;
    made.mentions.at = NULL;
    made.mentions.count = made.mentions.room = 0;
    const uint32_t number = record->actors.count;
    const casus_mention mention = {one->thing.span, one->first, one->last,
                                   one->word,       number,     FORM_NOMINAL};
    VEC_PUSH(&made.mentions, coding->arena, record->mentions.count);
    VEC_PUSH(&record->mentions, coding->arena, mention);
    VEC_PUSH(&record->actors, coding->arena, made);
    return number;
}

static void fill(coder_state *const coding, casus_event *const event, const filler *const one)
{
    if (one->role == FILLER_OBJECT) VEC_PUSH(&event->objects, coding->arena, one->thing);
    if (one->role == FILLER_WEAPON) VEC_PUSH(&event->weapons, coding->arena, one->thing);
    if (one->role == FILLER_VICTIM) parties_add(coding, &event->target, actor_for(coding, one));
    if (one->role == FILLER_DOER || one->role == FILLER_GROUP)
        parties_add(coding, &event->source, actor_for(coding, one));
}

void fillers_decide(coder_state *const coding)
{
    const judge_weights *const judge = coding->coder->judge;
    filler_phrases phrases = {0};
    filler_shared shared = {0};
    filler_list list = {0}, likely = {0};
    fillers_phrases(coding, &phrases);
    for (uint32_t i = 0; i < phrases.list.count; i++)
        for (filler_role as = 0; as < FILLER_ROLES; as++)
            if (can_be(phrases.entities.at[phrases.list.at[i].entity].kind, as))
                propose(coding, &shared, &phrases, &phrases.list.at[i], as, &list);
    if (!judge_is_trained(judge, JUDGE_FILLER)) return;
    for (uint32_t i = 0; i < list.count; i++)
        if (list.at[i].odds >= judge_threshold(judge, JUDGE_FILLER))
            VEC_PUSH(&likely, coding->arena, list.at[i]);
    VEC(chosen) kept = {0};
    for (uint32_t i = 0; i < likely.count && kept.count < TEXTS_KEPT; i++) {
        const filler *const one = &likely.at[i];
        if (is_outdone(&likely, one)) continue;
        event_draft *const draft = draft_for(coding, one);
        if (draft) VEC_PUSH(&kept, coding->arena, (chosen){draft, *one});
    }
    clear_roles(coding);
    for (uint32_t i = 0; i < kept.count; i++) {
        fill(coding, &kept.at[i].draft->event, &kept.at[i].what);
        kept.at[i].draft->filled = true;
    }
}
