/* Who and what belongs in the violent events of a text without capitals.
 *
 * Old wire copy comes in lower case throughout, where parses and names are worst.  There every
 * actor and thing of the text is a proposal for every role, and a judge of its own, trained on such
 * copy (tools/train-coder), decides. */
#ifndef CASUS_CODING_FILLERS_H
#define CASUS_CODING_FILLERS_H

#include "coding/drafts.h"

typedef enum filler_role { FILLER_SOURCE, FILLER_TARGET, FILLER_OBJECT, FILLER_WEAPON } filler_role;

/* What the observer sees. */
typedef struct filler {
    filler_role role;
    uint32_t actor;    /* for a source or target */
    casus_thing thing; /* for an object or weapon */
    uint32_t word;     /* its head */
    float odds;
} filler;

/* Is nearly all of the text in lower case? */
bool fillers_wanted(const casus_document *document);

/* Decides on sources, targets, objects and weapons of all drafts of violence, coercion and threats.
 */
void fillers_decide(coder_state *coding);

#endif
