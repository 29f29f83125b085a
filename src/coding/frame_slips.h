/* What the slips of parsers hide of a clause. */
#ifndef CASUS_CODING_FRAME_SLIPS_H
#define CASUS_CODING_FRAME_SLIPS_H

#include "coding/frame.h"

bool frame_is_past_participle(const casus_word *word);
bool frame_has_auxiliary(const casus_document *document, uint32_t word);

/* Whether a participle beside a noun is the verb of the sentence. */
bool frame_is_clause_verb(const casus_document *document, uint32_t verb);

/* The subject that hangs on the verb above, or CASUS_NONE. */
uint32_t frame_strayed_subject(const coder_state *coding, uint32_t verb);

/* Whether a verb that looks like a passive without its auxiliary is active. */
bool frame_lacks_auxiliary(const coder_state *coding, uint32_t verb);

#endif
