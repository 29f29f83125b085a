/* Who and what belongs in the violent events of a text without capitals.
 *
 * Old wire copy comes in lower case throughout, where parses and names are worst.  There every
 * actor and thing of the text is a proposal for every role, and a judge of its own, trained on such
 * copy (tools/train-coder), decides. */
#ifndef CASUS_CODING_FILLERS_H
#define CASUS_CODING_FILLERS_H

#include "coding/drafts.h"

typedef enum filler_role {
    FILLER_DOER,  /* a person or people who did it */
    FILLER_GROUP, /* an organisation that did it */
    FILLER_VICTIM,
    FILLER_OBJECT,
    FILLER_WEAPON,
    FILLER_ROLES
} filler_role;

/* What the observer sees. */
typedef struct filler {
    filler_role role;
    uint32_t actor;             /* that the phrase belongs to, or CASUS_NONE */
    uint32_t word, first, last; /* its head and extent */
    uint32_t entity;            /* fillers of one role and entity are rivals: one is kept */
    casus_thing thing;          /* its words, class and place */
    float odds;
} filler;

/* Is nearly all of the text in lower case? */
bool fillers_wanted(const casus_document *document);

/* Does case tell nothing in the text: nearly all in lower case, or all in capitals? */
bool fillers_caseless(const casus_document *document);

/* Decides on sources, targets, objects and weapons of all drafts of violence, coercion and threats.
 */
void fillers_decide(coder_state *coding);

/* Is the draft one of those? */
bool fillers_decide_on(const event_draft *draft);

/* Figures name no victims then: who the victims are has been decided. */
void fillers_clear_victims(const coder_state *coding);

#endif
