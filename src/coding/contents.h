/* What events contain: whom a charge, demand, promise, threat or refusal is about.  Each of these
 * fills the target of a draft that has none. */
#ifndef CASUS_CODING_CONTENTS_H
#define CASUS_CODING_CONTENTS_H

#include "coding/drafts.h"

/* From the clause that the draft governs, while drafts are proposed. */
void contents_take(coder_state *coding, event_draft *draft);

/* From the event within, once all drafts are proposed: by its roles, then by all that it names. */
void contents_take_parties(coder_state *coding, event_draft *draft);
void contents_take_within(coder_state *coding, event_draft *draft);

/* From what was charged, asked or offered just before, where a refusal or denial names nobody. */
void contents_take_answered(coder_state *coding, event_draft *draft);

/* Turns help and concessions that are only announced into the intention to cooperate. */
void contents_read_intention(const coder_state *coding, event_draft *draft);

#endif
