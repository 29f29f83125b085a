/* What a mention brings to the event that it is joined to. */
#include "coding/join_take.h"

#include "coding/parties.h"

bool join_same_count(const casus_count *const a, const casus_count *const b)
{
    return a->effect == b->effect && a->min == b->min && a->max == b->max;
}

/* Victims counted differently by the publication itself in two places are two happenings. */
void join_take_parties(coder_state *const coding, casus_refs *const into,
                       const casus_refs *const from)
{
    if (into->count) return;
    parties_add_all(coding, into, from);
}

static void take_counts(coder_state *const coding, casus_event *const into,
                        const casus_event *const from)
{
    for (uint32_t i = 0; i < from->counts.count; i++) {
        bool known = false;
        for (uint32_t j = 0; j < into->counts.count; j++)
            known |= join_same_count(&into->counts.at[j], &from->counts.at[i]);
        if (!known) VEC_PUSH(&into->counts, coding->arena, from->counts.at[i]);
    }
}

static bool more_specific(const coder_state *const coding, const uint32_t a, const uint32_t b)
{
    if (a == CASUS_NONE) return false;
    if (b == CASUS_NONE) return true;
    return coding->document->record.places.at[a].precision <
           coding->document->record.places.at[b].precision;
}

static void take_things(coder_state *const coding, casus_event *const into,
                        const casus_event *const from)
{
    for (uint32_t i = 0; i < from->objects.count; i++)
        VEC_PUSH(&into->objects, coding->arena, from->objects.at[i]);
    for (uint32_t i = 0; i < from->weapons.count; i++)
        VEC_PUSH(&into->weapons, coding->arena, from->weapons.at[i]);
}

bool join_is_headline(const coder_state *const coding, const event_draft *const draft)
{
    return coding->document->sentences.at[draft->sentence].kind == SENTENCE_HEADLINE;
}

/* A raid in which people died is violence, whatever told of it first. */
static void take_violence(event_draft *const into, const event_draft *const from)
{
    if (into->event.type == from->event.type || from->event.type != EVENT_ASSAULT) return;
    into->event.type = from->event.type;
    into->event.mode = from->event.mode;
    into->event.cameo = from->event.cameo;
    into->event.acled = from->event.acled;
    into->event.trigger = from->event.trigger;
    into->event.rule = from->event.rule;
    into->rule = from->rule;
}

void join_take(coder_state *const coding, const uint32_t into, const uint32_t from)
{
    event_draft *const a = &coding->drafts->list.at[into], *const b =
                                                               &coding->drafts->list.at[from];
    take_violence(a, b);
    if (join_is_headline(coding, a) && !join_is_headline(coding, b) && a->words.count == 1) {
        if (b->event.source.count) a->event.source.count = 0;
        if (b->event.target.count) a->event.target.count = 0;
        a->event.span = b->event.span;
    }
    join_take_parties(coding, &a->event.source, &b->event.source);
    join_take_parties(coding, &a->event.target, &b->event.target);
    take_counts(coding, &a->event, &b->event);
    take_things(coding, &a->event, &b->event);
    if ((b->placed && !a->placed) ||
        (b->placed == a->placed && more_specific(coding, b->event.place, a->event.place)))
        a->event.place = b->event.place;
    a->placed |= b->placed;
    if (!a->event.date.start.size || (b->dated && !a->dated)) a->event.date = b->event.date;
    a->dated |= b->dated;
    if (b->event.factuality == FACT_ACTUAL) a->event.factuality = FACT_ACTUAL;
    if (!a->event.mode.size) a->event.mode = b->event.mode;
    for (uint32_t i = 0; i < b->hints.count; i++) {
        role_hint hint = b->hints.at[i];
        hint.joined = true;
        VEC_PUSH(&a->hints, coding->arena, hint);
    }
    for (uint32_t i = 0; i < b->words.count; i++)
        VEC_PUSH(&a->words, coding->arena, b->words.at[i]);
    b->into = into;
}
