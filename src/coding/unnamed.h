/* Nouns that name no actor where grammar has the one to whom something is done: "blew up a bus",
 * "shot the courier".  They are proposed as targets; where the judge takes one, it becomes an
 * actor: the person, or those whom the thing belongs to. */
#ifndef CASUS_CODING_UNNAMED_H
#define CASUS_CODING_UNNAMED_H

#include "coding/drafts.h"

/* Proposes as targets those heads of the phrase, conjuncts included, that name no actor. */
void unnamed_hint(coder_state *coding, event_draft *draft, uint32_t word, role_way way,
                  uint16_t key);

/* The noun with what stands closely before it: "goods train" of "the long goods train". */
casus_span unnamed_span(const casus_document *document, uint32_t word);

/* The actor that the noun stands for: one of the same words, else a new one. */
uint32_t unnamed_party(coder_state *coding, uint32_t word);

#endif
