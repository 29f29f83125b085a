#ifndef CASUS_CODING_ACLED_H
#define CASUS_CODING_ACLED_H

#include "coding/drafts.h"

/* Gives each event of the record its ACLED sub-event type, where ACLED codes such events.  Runs
 * when events are decided. */
void acled_assign(coder_state *coding);

#endif
