/* What a name or a pronoun stands for. */
#ifndef CASUS_CODING_DESCRIPTIONS_H
#define CASUS_CODING_DESCRIPTIONS_H

#include "coding/frame.h"

/* The nouns, in lower case, by which the text describes an actor: titles, appositions, other
 * mentions. */
struct actor_nouns {
    casus_str *at;
    uint32_t count;
};

/* Of the actor with this number; found once, and kept in `coding`. None for organizations. */
const actor_nouns *descriptions_of(coder_state *coding, uint32_t number);

#endif
