/* Named entities from the Entity= annotation of GUM (https://gucorpling.org/gum). */
#ifndef CASUS_TRAIN_NAMES_H
#define CASUS_TRAIN_NAMES_H

#include "data.h"

#include "syntax/ud.h"

/* Sets `ner` and `has_ner` of the sentences from `first` on, which were read from `bank` (all of
 * them, or those of at most MAX_SENTENCE words where `short_only`).  Tags are 0 for none, else
 * 2 * type - 1 for the first word of a name and 2 * type for the others. */
void names_read(const casus_conllu *bank, bool short_only, corpus *out, uint32_t first);

#endif
