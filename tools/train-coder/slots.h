/* Which candidates for the sources and targets of an event are right. */
#ifndef CASUS_TRAIN_CODER_SLOTS_H
#define CASUS_TRAIN_CODER_SLOTS_H

#include <jansson.h>

#include "coding/roles.h"
#include "learn.h"

typedef struct slot_candidate {
    role_choice choice;
    int label; /* 1 right, 0 wrong */
} slot_candidate;

/* Labels the candidates of one slot by the gold's fillers ("A|B" are alternatives of one).  Of
 * several that go by a name of one filler the one that a rule proposed, else the nearest, is right.
 * Gives how many fillers no candidate goes by. */
uint32_t slots_label(const json_t *wanted, slot_candidate *const *list, uint32_t count,
                     const casus_document *document, casus_arena *arena);

/* The odds from which on fillers are kept so that most slots are wholly right, with the lower odds
 * from which on the likeliest is kept where a slot would else be empty (data->first, by type of
 * event): few slots of a demand or a charge are. */
double slots_threshold(data_set *data, const double *odds);

#endif
