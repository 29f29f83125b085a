/* A temporal expression as it was read, before it is set into the calendar. */
#ifndef CASUS_TIME_EXPRESSION_H
#define CASUS_TIME_EXPRESSION_H

#include "time/lexicon.h"

typedef enum expression_kind {
    EXPRESSION_CALENDAR, /* year, month, day, season as far as they are said */
    EXPRESSION_WEEKDAY,  /* Tuesday, last Tuesday */
    EXPRESSION_DEICTIC,  /* yesterday: an offset in days from the day of publication */
    EXPRESSION_OFFSET,   /* two days ago, three weeks later, last month */
    EXPRESSION_DURATION,
    EXPRESSION_SET,
    EXPRESSION_REF, /* now, recently */
    EXPRESSION_FEAST,
    EXPRESSION_CLOCK, /* a time of day alone */
    EXPRESSION_VAGUE  /* the same time */
} expression_kind;

typedef enum anchor_kind { ANCHOR_PUBLISHED, ANCHOR_CONTEXT } anchor_kind;

typedef struct expression {
    uint32_t first, last; /* words */
    expression_kind kind;
    int32_t year, month, day; /* 0 when not said; month as in words.txt (100 + n …) */
    bool bc, two_digits;      /* '18 */
    bool decade, century;     /* `year` is the first of them */
    int32_t islamic;          /* 1: a year AH; 2: of the Solar Hijri calendar */
    int32_t season, quarter, half;
    int32_t weekday;
    int32_t daypart;      /* 1 MO to 6 DT */
    int32_t hour, minute; /* -1 when not said */
    int32_t part;         /* 1 beginning, 2 middle, 3 end */
    time_unit unit;
    int32_t amount; /* of units: offset or length, in thousandths for a length */
    bool vague;     /* an amount that is not known: a few days ago */
    anchor_kind anchor;
    int32_t which; /* -1 last, 1 next, 0 none, 2 this */
    int32_t ref;   /* 1 present 2 past 3 future */
    const feast *feast;
    bool of_year;                /* May last year: */
    int32_t year_offset;         /* years from that of publication */
    bool bare;                   /* the year: points nowhere of its own */
    bool past_span, future_span; /* the past three weeks, the next two years */
} expression;

/* What the words of a document mean to the reader. */
typedef struct time_reader {
    const casus_time_data *data;
    const casus_document *document;
    const uint32_t *entries; /* per word: its first entry in data->entries, or CASUS_NONE */
    bool day_first;          /* 3/4/2025 is 3 April */
} time_reader;

/* The value of the word as `klass`, or -1.  Words that mean something else too count only where
 * their neighbours allow it. */
int32_t casus_time_word(const time_reader *reader, uint32_t word, time_class klass);

/* Reads the expression that begins at `word` of a sentence that ends before `end`; false where
 * there is none. */
bool casus_time_read(const time_reader *reader, uint32_t word, uint32_t end, expression *made);

/* Parts of the grammar: calendar dates (read_date.c), relative ones (read_relative.c). */
bool casus_time_read_date(const time_reader *reader, uint32_t word, uint32_t end, expression *made);
bool casus_time_read_relative(const time_reader *reader, uint32_t word, uint32_t end,
                              expression *made);

/* A number in digits that fills the word: 1 to `most` digits, else -1. */
int32_t casus_time_digits(const time_reader *reader, uint32_t word, uint32_t most);

/* A day of the month: 5, 5th, fifth; else -1. */
int32_t casus_time_day(const time_reader *reader, uint32_t word);

/* The word's form; May of mid-May. */
casus_str casus_time_form(const time_reader *reader, uint32_t word);

/* Is the word this one, in any case? */
bool casus_time_is(const time_reader *reader, uint32_t word, const char *form);

#endif
