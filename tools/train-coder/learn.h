/* Logistic regression with L2 regularisation, trained by full-batch gradient steps: the same data
 * gives the same bytes. */
#ifndef CASUS_TRAIN_CODER_LEARN_H
#define CASUS_TRAIN_CODER_LEARN_H

#include "base/map.h"
#include "record/record.h"

typedef struct train_example {
    VEC(uint32_t) features; /* numbers */
    bool right;
    bool aside;  /* of a lone sentence: learned from, not counted in the figures */
    bool untold; /* of an event whose place or date the gold leaves out: learned from a little */
    uint32_t document;
    uint32_t group;  /* right ones of a group find the same thing, which counts once; 0: alone */
    uint32_t choice; /* alternatives, of which one is chosen or none; 0: judged alone */
    uint32_t thing;  /* several alternatives of one choice may name the same: their shares add up */
    uint32_t slot;   /* what is decided together and has to be wholly right; 0: none */
} train_example;

/* The fillers of one role of one event. */
typedef struct train_slot {
    uint32_t type;   /* of the event */
    uint32_t missed; /* fillers that nobody proposed */
} train_slot;

typedef struct data_set {
    casus_arena *arena;
    VEC(train_example) examples;
    casus_map numbers;     /* feature name -> number */
    uint32_t groups;       /* the highest group */
    uint32_t choices;      /* the highest choice */
    bool chosen;           /* each group is a choice, and its likeliest is given */
    double untold;         /* what an example of an event without gold counts */
    double lone;           /* what an example of a lone sentence counts */
    VEC(train_slot) slots; /* by slot less one */
    uint32_t missed[2];    /* wanted and not proposed at all: in whole reports, in lone sentences */
    double first[EVENT_TYPES]; /* odds from which on a slot gets one filler rather than none */
} data_set;

typedef struct train_model {
    double *weights, bias;
} train_model;

/* The number of a feature, a new one where its name was not seen before; the name is copied. */
uint32_t learn_number(casus_map *numbers, casus_arena *arena, casus_str name);

/* Trains on the examples whose document modulo `folds` is not `fold` (all where folds is 0). */
train_model learn(const data_set *data, uint32_t folds, uint32_t fold, double penalty);

/* The probability of each example: by itself, or among the alternatives of its group and none. */
void predict_all(const data_set *data, const train_model *model, double *odds);

#endif
