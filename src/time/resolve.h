/* From an expression to its TIMEX3 value and calendar interval. */
#ifndef CASUS_TIME_RESOLVE_H
#define CASUS_TIME_RESOLVE_H

#include "time/expression.h"

/* A point of the story: year, and month and day as far as they are known (0). */
typedef struct story_point {
    bool known;
    casus_day day;
} story_point;

typedef struct time_story {
    const casus_time_data *data;
    casus_arena *arena;
    story_point published;
    story_point context;   /* the date told last */
    int32_t strayed;       /* a year far from the context, told once: an aside, or a new chapter */
    bool history;          /* a text that tells of long ago: years go on from the date told last */
    int32_t sentence_year; /* said in the same sentence or in a chronicle's heading, or 0 */
    story_point clock_day; /* the day that a time of day belongs to, where it stands beside it */
    int32_t tense;         /* of the words around the expression: -1 past, 1 future */
} time_story;

/* An interval of days with its precision; `known` is false where the text leaves it open. */
typedef struct day_span {
    bool known;
    int32_t begin, end; /* day numbers, both inside */
    casus_date_precision precision;
} day_span;

/* Whole years and months from the one given on, and a single day. */
day_span casus_years(int32_t year, int32_t years, casus_date_precision precision);
day_span casus_months(int32_t year, int32_t month, int32_t months, casus_date_precision precision);
day_span casus_one_day(int32_t number);

/* Gives the expression the interval as its date, cut to its precision; an unknown one changes
 * nothing. */
void casus_story_set(const time_story *story, casus_timex *timex, day_span span);

/* Moves the story on to a date (0: month or day not said) or a day number.  A year far from the
 * story's is an aside the first time. */
void casus_story_move(time_story *story, int32_t year, int32_t month, int32_t day);
void casus_story_move_to(time_story *story, int32_t number);

/* The day number of a point, its first day where month or day are not known. */
int32_t casus_story_number(const story_point *point);

/* '18: the year of that ending nearest to the story. */
int32_t casus_story_expand_year(const time_story *story, int32_t short_year);

/* The year of a bare `month`: the words around, the story or the publication day say; 0 unknown. */
int32_t casus_story_year(const time_story *story, const expression *read, int32_t month);

/* TIMEX3's code of the part of the day that was read, or "". */
const char *casus_daypart_code(const expression *read);

/* Parts of casus_time_resolve: dates (resolve_calendar.c), durations and sets (resolve_length.c).
 */
void casus_time_resolve_calendar(time_story *story, const expression *read, casus_timex *timex);
void casus_time_resolve_duration(time_story *story, const expression *read, casus_timex *timex);
void casus_time_resolve_set(time_story *story, const expression *read, casus_timex *timex);

/* Fills type, value and date from what was read, and moves the story's context on. */
void casus_time_resolve(time_story *story, const expression *read, casus_timex *timex);

#endif
