/* exp, sigmoid and tanh by polynomial: the same bits on every machine when compiled without
 * contraction, and free of branches, so that compilers vectorise loops over them. */
#ifndef CASUS_SYNTAX_ACTIVATION_H
#define CASUS_SYNTAX_ACTIVATION_H

#include <stdint.h>

/* Relative error below 1e-6 between -80 and 80; clamped beyond.  Cephes' polynomial for 2^f. */
static inline float casus_exp(const float x)
{
    /* So put, what is no number becomes -80. */
    const float low = x > -80.0f ? x : -80.0f, clamped = low < 80.0f ? low : 80.0f;
    const float shift = 12582912.0f; /* 1.5 * 2^23: adding it rounds to a whole number */
    const float scaled = clamped * 1.44269504f, moved = scaled + shift;
    const float f = scaled - (moved - shift);
    float p = 1.535336188319500e-4f;
    p = p * f + 1.339887440266574e-3f;
    p = p * f + 9.618437357674640e-3f;
    p = p * f + 5.550332471162809e-2f;
    p = p * f + 2.402264791363012e-1f;
    p = p * f + 6.931472028550421e-1f;
    p = p * f + 1.0f;
    union {
        float number;
        int32_t bits;
    } exponent = {.number = moved}, power = {.number = p};
    power.bits = (int32_t)((uint32_t)power.bits + ((uint32_t)exponent.bits << 23));
    return power.number;
}

static inline float casus_sigmoid(const float x)
{
    return 1.0f / (1.0f + casus_exp(-x));
}

static inline float casus_tanh(const float x)
{
    return 2.0f / (1.0f + casus_exp(-2.0f * x)) - 1.0f;
}

#endif
