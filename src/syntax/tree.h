/* The best tree of arcs: Chu and Liu 1965, Edmonds 1967, with exactly one word under the root. */
#ifndef CASUS_SYNTAX_TREE_H
#define CASUS_SYNTAX_TREE_H

#include "base/arena.h"

/* scores[word * stride + head]: head 0 is the root, head h + 1 is word h.  Writes heads in the same
 * numbering.  Not-a-number counts as the worst score.  Memory for hard cases comes from the arena:
 * O(count^2). */
void casus_tree_best(casus_arena *arena, uint32_t count, const float *scores, uint32_t stride,
                     uint32_t *heads);

#endif
