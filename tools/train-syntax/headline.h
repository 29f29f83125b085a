/* Sentences as a headline would put them: treebanks have few headlines, but news has many. */
#ifndef CASUS_TRAIN_HEADLINE_H
#define CASUS_TRAIN_HEADLINE_H

#include "data.h"

/* Articles, the final full stop and the auxiliary of the passive go; finite verbs in the past stand
 * in the present; "will" becomes "to".  "The police fired at a crowd." is "Police fire at crowd".
 * False where the sentence is too long or has no verb with a subject, or where nothing would
 * change. */
bool headline_make(lexicon *lex, const sentence *from, sentence *to);

#endif
