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

/* Fills type, value and date from what was read, and moves the story's context on. */
void casus_time_resolve(time_story *story, const expression *read, casus_timex *timex);

#endif
