/* Whether the conditions of a rule hold. */
#ifndef CASUS_CODING_CONDITIONS_H
#define CASUS_CODING_CONDITIONS_H

#include "coding/frame.h"

/* Does the condition hold of a predicate with these arguments? */
bool condition_holds(coder_state *coding, const lex_condition *condition, const coder_frame *frame);

#endif
