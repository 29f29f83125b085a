#include "calibrate.h"

#include <math.h>

enum { STEPS = 25 };

static const double SURE = 1e-6, LEAST_SLOPE = 0.25;

static double score_from(const double odds)
{
    const double inside = fmin(1 - SURE, fmax(SURE, odds));
    return log(inside / (1 - inside));
}

static double odds_from(const calibration *const fit, const double score)
{
    return 1 / (1 + exp(-(fit->slope * score + fit->offset)));
}

/* One of Newton's steps to the greatest likelihood; false where it moves no more. */
static bool improve(const data_set *const data, const double *const odds, calibration *const fit)
{
    double slope = 0, offset = 0, ss = SURE, so = 0, oo = SURE;
    for (uint32_t i = 0; i < data->examples.count; i++) {
        if (odds[i] < 0) continue;
        const double score = score_from(odds[i]), is = odds_from(fit, score);
        const double error = data->examples.at[i].right - is, weight = is * (1 - is);
        slope += error * score;
        offset += error;
        ss += weight * score * score;
        so += weight * score;
        oo += weight;
    }
    const double determinant = ss * oo - so * so;
    if (determinant <= SURE) return false;
    fit->slope += (oo * slope - so * offset) / determinant;
    fit->offset += (ss * offset - so * slope) / determinant;
    return fabs(slope) + fabs(offset) > SURE;
}

calibration calibrate(const data_set *const data, double *const odds)
{
    calibration fit = {1, 0};
    for (int step = 0; step < STEPS && improve(data, odds, &fit); step++) {
    }
    if (!(fit.slope >= LEAST_SLOPE && fit.slope <= 1)) fit = (calibration){1, 0};
    for (uint32_t i = 0; i < data->examples.count; i++)
        if (odds[i] >= 0) odds[i] = odds_from(&fit, score_from(odds[i]));
    return fit;
}
