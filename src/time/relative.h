/* Parts of the grammar of relative expressions. */
#ifndef CASUS_TIME_RELATIVE_H
#define CASUS_TIME_RELATIVE_H

#include "time/expression.h"

/* How many of a unit: two, about three, several, half a. */
typedef struct time_quantity {
    uint32_t words; /* 0: there is none */
    int32_t thousandths;
    bool vague, plural, whole; /* whole: a bare article or "one" */
} time_quantity;

/* Has the word a value as `klass`? */
static inline bool casus_time_in(const time_reader *const reader, const uint32_t word,
                                 const time_class klass)
{
    return casus_time_word(reader, word, klass) >= 0;
}

/* A unit in the singular or plural at `word`, or UNIT_NONE. */
time_unit casus_time_unit(const time_reader *reader, uint32_t word, uint32_t end);

time_quantity casus_time_quantity(const time_reader *reader, uint32_t word, uint32_t end);

/* Does a phrase end before `word`: no letter or digit begins there? */
bool casus_time_closes(const time_reader *reader, uint32_t word, uint32_t end);

/* ago 1, earlier 2, later 3, where `word` says so of the quantity before it; else 0. */
int32_t casus_time_shift(const time_reader *reader, uint32_t word, uint32_t end);

/* Sets the unit and amount of an offset, with fortnights and the like as what they are made of. */
void casus_time_set_offset(expression *made, time_unit unit, int32_t amount);

/* Readers: false where the words at `word` are not of their kind. */
bool casus_time_read_quantity(const time_reader *reader, uint32_t word, uint32_t end,
                              expression *made);
bool casus_time_read_bare_units(const time_reader *reader, uint32_t word, uint32_t end,
                                expression *made);
bool casus_time_read_span(const time_reader *reader, uint32_t at, uint32_t end, int32_t which,
                          expression *made);
bool casus_time_read_set(const time_reader *reader, uint32_t word, uint32_t end, expression *made);
bool casus_time_read_clock(const time_reader *reader, uint32_t word, uint32_t end,
                           expression *made);

#endif
