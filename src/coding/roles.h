/* Who did it and whom it was done to: of all actors told of about an event, those that belong in
 * its source and target.
 *
 * The rules propose fillers with the argument that gave them; every other actor of the sentences
 * around the trigger is a candidate too.  Two judges, one for sources and one for targets, trained
 * by tools/train-coder, decide on each. */
#ifndef CASUS_CODING_ROLES_H
#define CASUS_CODING_ROLES_H

#include "coding/drafts.h"
#include "coding/judge.h"

/* What the observer sees of one candidate for one role. */
typedef struct role_choice {
    const casus_event *event;
    uint32_t actor, place, noun; /* one of them; the others are CASUS_NONE */
    uint32_t apart;              /* how far its nearest mention stands from the trigger, in words */
    bool target, hinted;
} role_choice;

/* How a word shows an actor: "Mali", "the army", "it"; "both sides"; the land of a state; its
 * capital; a place that is no actor yet; a noun that names nobody. */
typedef enum sighting_form {
    SEEN_NAME,
    SEEN_NOMINAL,
    SEEN_PRONOUN,
    SEEN_GROUP,
    SEEN_LAND,
    SEEN_CAPITAL,
    SEEN_PLACE,
    SEEN_NOUN
} sighting_form;

/* One place where the text speaks of an actor. */
typedef struct sighting {
    /* One of them; a place or a noun (by its word) would become an actor. */
    uint32_t actor, place, noun;
    uint32_t word;
    sighting_form form;
} sighting;

/* One candidate for the roles of one event. */
typedef struct candidate {
    uint32_t actor, place, noun; /* as in a sighting */
    sighting best;               /* the mention nearest to the trigger in grammar, then in words */
    uint32_t apart;              /* in words */
    uint32_t rank; /* how many other candidates of the sentence stand between, on its side */
    int32_t shift; /* its sentence less the trigger's */
    uint32_t any[2], same[2]; /* how many other events have him as source, as target; of its type */
    float odds[2];            /* of being a source, a target */
} candidate;

typedef struct role_table {
    VEC(candidate) list;
    uint32_t words; /* of the document */
} role_table;

/* All that is known of one event while its roles are decided. */
typedef struct role_case {
    coder_state *coding;
    const event_draft *draft;
    const role_table *table;
    bool passive;
} role_case;

/* Whether the hint proposes this candidate. */
static inline bool roles_is_of(const role_hint *const hint, const candidate *const one)
{
    return hint->actor == one->actor && hint->place == one->place && hint->noun == one->noun;
}

/* Describes one candidate; the same features serve both judges (roles_features.c). */
void roles_describe(const role_case *at, const candidate *one, judge_features *features);

/* The mentions of one document by sentence, made once. */
typedef struct sightings sightings;
sightings *roles_survey(coder_state *coding);

/* Decides on the sources and targets of an event.  Without weights they stay as the rules gave
 * them. */
void roles_decide(coder_state *coding, const sightings *seen, event_draft *draft);

#endif
