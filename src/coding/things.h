/* Weapons and objects. */
#ifndef CASUS_CODING_THINGS_H
#define CASUS_CODING_THINGS_H

#include "coding/frame.h"

/* The class of the weapon or object that the noun at `word` names, with the compound before it
 * where the lexicon has that ("police station"); NULL for none. */
const thing_class *things_class(const coder_state *coding, uint32_t word);

#endif
