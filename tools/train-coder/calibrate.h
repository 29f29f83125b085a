/* Odds that mean what they say: Platt's scaling (Platt 1999), a logistic curve of the score with
 * one slope and one offset, fitted on documents that the weights did not see. */
#ifndef CASUS_TRAIN_CODER_CALIBRATE_H
#define CASUS_TRAIN_CODER_CALIBRATE_H

#include "learn.h"

typedef struct calibration {
    double slope, offset; /* of the score, the logarithm of the odds */
} calibration;

/* Fits on the examples whose odds are not negative, and sets those odds anew. The slope is kept
 * between a quarter and one: weights learned from few texts are too sure, never too timid. */
calibration calibrate(const data_set *data, double *odds);

#endif
