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
    uint32_t actor;
    uint32_t apart; /* how far its nearest mention stands from the trigger, in words */
    bool target, hinted;
} role_choice;

/* One place where the text speaks of an actor. */
typedef struct sighting {
    uint32_t actor, word;
    casus_form form;
    bool group; /* "both sides": one of several */
} sighting;

/* One candidate for the roles of one event. */
typedef struct candidate {
    uint32_t actor;
    sighting best;  /* the mention nearest to the trigger in grammar, then in words */
    uint32_t apart; /* in words */
    uint32_t rank;  /* how many other candidates of the sentence stand between, on its side */
    int32_t shift;  /* its sentence less the trigger's */
    float odds[2];  /* of being a source, a target */
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

/* Describes one candidate; the same features serve both judges (roles_features.c). */
void roles_describe(const role_case *at, const candidate *one, judge_features *features);

/* The mentions of one document by sentence, made once. */
typedef struct sightings sightings;
sightings *roles_survey(coder_state *coding);

/* Decides on the sources and targets of an event.  Without weights they stay as the rules gave
 * them. */
void roles_decide(coder_state *coding, const sightings *seen, event_draft *draft);

#endif
