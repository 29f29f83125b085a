/* Labels pairs of mentions: whether the gold tells them as one happening. */
#ifndef CASUS_TRAIN_CODER_JOINS_TRAIN_H
#define CASUS_TRAIN_CODER_JOINS_TRAIN_H

#include "labels.h"

/* Keeps both as they stand when they are asked about: later joins change them. */
void joins_see(casus_arena *arena, proposal *seen);

void joins_label(train_state *training, const json_t *golds, const casus_document *document,
                 const char *text);

#endif
