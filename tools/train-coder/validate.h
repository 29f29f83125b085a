/* Cross-validation, thresholds, and the file of weights. */
#ifndef CASUS_TRAIN_CODER_VALIDATE_H
#define CASUS_TRAIN_CODER_VALIDATE_H

#include <stdio.h>

#include "calibrate.h"
#include "coding/judge.h"

/* The penalty of a kind, for a penalty of one. */
double validate_strength(judge_kind kind);

/* What an example of a lone sentence counts, against one of a report. */
double validate_lone(judge_kind kind);

/* Prints the figures of a five-fold cross-validation over documents; gives the threshold to keep
 * proposals from, and the scaling that makes their odds honest. */
double validate(data_set *data, judge_kind kind, double penalty, calibration *fit);

/* Trains on all documents and writes bias, thresholds and weights, scaled. */
void validate_write(FILE *file, const data_set *data, judge_kind kind, double threshold,
                    const calibration *fit, double penalty);

#endif
