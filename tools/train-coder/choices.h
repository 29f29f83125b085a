/* Choosing one of several alternatives, or none: the place and the date of an event. */
#ifndef CASUS_TRAIN_CODER_CHOICES_H
#define CASUS_TRAIN_CODER_CHOICES_H

#include "learn.h"

/* The threshold with the best F1 among those that are precise enough: a place or date that is wrong
 * misleads more than one that is missing.  Prints the figures. */
double choices_threshold(const data_set *data, const char *name, double precise,
                         const double *alone);

#endif
