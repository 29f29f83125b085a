/* The state that faces whoever acts, in texts too short to say more. */
#include "coding/homeland.h"
#include "coding/parties.h"
#include "coding/tree.h"

typedef struct facing {
    coder_state *coding;
    const event_draft *draft;
    casus_event *event;
    casus_str own; /* the country of who acts */
    uint32_t first, last;
} facing;

/* Done at home where no other country is told of. */
static bool is_domestic(const casus_event_type type)
{
    switch (type) {
    case EVENT_PROTEST:
    case EVENT_COERCE:
    case EVENT_CONCEDE:
    case EVENT_MOBILIZE:
    case EVENT_THREATEN:
    case EVENT_AGREE:
    case EVENT_REQUEST:
        return true;
    default:
        return false;
    }
}

static bool is_reciprocal(const facing *const at)
{
    const lex_rule *const rule = at->draft->rule;
    if (at->event->source.count > 1) return true;
    for (uint32_t i = 0; i < rule->roles.count; i++)
        if (rule->roles.at[i].roles & ROLE_BOTH) return true;
    for (uint32_t i = 0; i < rule->noun_roles.count; i++)
        if (rule->noun_roles.at[i].roles & ROLE_BOTH) return true;
    return false;
}

/* Names within the source's own phrase tell who acts. */
static bool is_of_source(const facing *const at, const uint32_t word)
{
    const casus_document *const document = at->coding->document;
    const casus_record *const record = &document->record;
    const casus_actor *const source = &record->actors.at[at->event->source.at[0]];
    for (uint32_t i = 0; i < source->mentions.count; i++) {
        const uint32_t head = record->mentions.at[source->mentions.at[i]].head;
        if (tree_dominates(document, head, word) &&
            !tree_dominates(document, head, at->draft->word))
            return true;
    }
    return false;
}

static const casus_place *place_of(const facing *const at, const uint32_t word)
{
    const casus_document *const document = at->coding->document;
    const uint32_t mention = document->place_at[word];
    if (mention == CASUS_NONE) return NULL;
    const casus_place *const place =
        &document->record.places.at[document->record.place_mentions.at[mention].place];
    return place->country.size ? place : NULL;
}

/* The state itself, or whom the place stands for; never who acts. */
static bool take(const facing *const at, const uint32_t word, const bool state)
{
    casus_place place = *place_of(at, word);
    if (state && place.state.size) {
        place.name = place.state;
        place.precision = PLACE_COUNTRY;
    }
    const uint32_t known = party_of_country(at->coding, &place);
    if (known != CASUS_NONE && parties_have(&at->event->source, known)) return false;
    parties_add(at->coding, &at->event->target, party_of_place(at->coding, &place, word));
    return true;
}

/* Another country, the nearest after the trigger first, then before it. */
static bool face_other(const facing *const at)
{
    const uint32_t trigger = at->draft->word;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = pass ? at->first : trigger; i <= (pass ? trigger : at->last); i++) {
            const casus_place *const place = place_of(at, i);
            if (!place || casus_str_equal(place->country, at->own) || is_of_source(at, i)) continue;
            if (take(at, i, casus_str_equal(place->feature, STR("PPLC")))) return true;
        }
    return false;
}

/* The own country, where the text names it or a place in it; where it is the state that acts, the
 * people of that place. */
static bool face_own(const facing *const at)
{
    const casus_actor *const source =
        &at->coding->document->record.actors.at[at->event->source.at[0]];
    const bool home = casus_str_equal(source->sector, STR("COP")) ||
                      (source->kind == KIND_PEOPLE && !casus_str_equal(source->sector, STR("MIL")));
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < at->coding->document->words.count; i++) {
            const casus_place *const place = place_of(at, i);
            if (!place || !casus_str_equal(place->country, at->own)) continue;
            if (pass && place->precision == PLACE_COUNTRY) continue;
            if (at->event->type == EVENT_MOBILIZE && !home && is_of_source(at, i)) continue;
            if (take(at, i, !pass)) return true;
        }
    return false;
}

/* "a curfew was imposed in Goma": the state's, on those who live there. */
static void rule_place(const facing *const at)
{
    for (uint32_t i = at->first; i <= at->last; i++) {
        const casus_place *const place = place_of(at, i);
        if (!place) continue;
        casus_place state = *place;
        state.name = place->state;
        state.precision = PLACE_COUNTRY;
        if (!state.name.size) return;
        parties_add(at->coding, &at->event->source, party_of_place(at->coding, &state, i));
        if (place->precision < PLACE_COUNTRY)
            parties_add(at->coding, &at->event->target, party_of_place(at->coding, place, i));
        return;
    }
}

/* "recalled its envoy from Doha", "closed its embassy in Kigali": what is the source's own is no
 * party that it faces. */
static bool is_own(const facing *const at, const uint32_t number)
{
    const casus_document *const document = at->coding->document;
    const casus_actor *const actor = &document->record.actors.at[number];
    for (uint32_t i = 0; i < actor->mentions.count; i++) {
        const uint32_t head = document->record.mentions.at[actor->mentions.at[i]].head;
        const uint32_t owner = tree_child_exact(document, head, DEP_NMOD_POSS);
        if (owner != CASUS_NONE && tree_word(document, owner)->upos == UPOS_PRON) return true;
    }
    return false;
}

static bool faces_own_things(const facing *const at)
{
    switch (at->event->type) {
    case EVENT_SANCTION:
    case EVENT_RETREAT:
    case EVENT_THREATEN:
    case EVENT_MOBILIZE:
        return at->event->target.count == 1 && is_own(at, at->event->target.at[0]);
    default:
        return false;
    }
}

static void face(coder_state *const coding, const event_draft *const draft)
{
    casus_record *const record = &coding->document->record;
    casus_event *const event = &record->events.at[draft->kept];
    facing at = {.coding = coding, .draft = draft, .event = event};
    const uint32_t clause =
        draft->nominal ? tree_clause(coding->document, draft->word) : draft->clause;
    tree_extent(coding->document, clause, &at.first, &at.last);
    if (event->type == EVENT_COERCE && !event->source.count && !event->target.count)
        rule_place(&at);
    const casus_refs before = event->target;
    if (event->source.count && faces_own_things(&at)) {
        at.own = record->actors.at[event->source.at[0]].country;
        event->target = (casus_refs){0};
        if (!face_other(&at)) event->target = before;
        return;
    }
    if (!event->source.count || event->target.count || is_reciprocal(&at)) return;
    if (event->type == EVENT_CONSULT || event->type == EVENT_SUPPORT) return;
    at.own = record->actors.at[event->source.at[0]].country;
    if (!face_other(&at) && at.own.size && is_domestic(event->type)) face_own(&at);
}

void homelands_face(coder_state *const coding)
{
    if (coding->document->sentences.count > BRIEF_TEXT) return;
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        const event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->kept != CASUS_NONE) face(coding, draft);
    }
}
