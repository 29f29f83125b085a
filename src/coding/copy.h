/* Is a text of the kind that the judge of fillers learned from? */
#ifndef CASUS_CODING_COPY_H
#define CASUS_CODING_COPY_H

#include "coding/frame.h"

/* True where the text's words are those of the wire copy of 1988 to 1991 on political violence
 * whose role fillers trained the judge of fillers (tools/train-coder), and no later date of
 * publication is known.  False without weights. */
bool copy_is_alike(const coder_state *coding);

#endif
