/* A block of the regression corpus as a gold annotation. */
#ifndef CASUS_TRAIN_CODER_BLOCKS_GOLD_H
#define CASUS_TRAIN_CODER_BLOCKS_GOLD_H

#include <jansson.h>

#include "blocks.h"

/* Events, relations and warnings as far as the block has lines of their kind: a kind without a line
 * has no key, and nothing is known of it.  The caller owns the reference. */
json_t *block_gold(const corpus_block *block);

#endif
