/* The lexicons of the room `time`, as read from data/time. */
#ifndef CASUS_TIME_LEXICON_H
#define CASUS_TIME_LEXICON_H

#include "text/data.h"
#include "time/calendar.h"
#include "time/time.h"

/* Classes of words.txt, in the order of their names in lexicon.c. */
typedef enum time_class {
    TIME_NONE,
    TIME_MONTH,
    TIME_WEEKDAY,
    TIME_UNIT,
    TIME_UNITS,
    TIME_SEASON,
    TIME_DAYPART,
    TIME_DEICTIC,
    TIME_CLOCK,
    TIME_MERIDIEM,
    TIME_ZONE,
    TIME_HOURWORD,
    TIME_REF,
    TIME_REFADJ,
    TIME_PART,
    TIME_HALF,
    TIME_WHICH,
    TIME_WHICH_CONTEXT,
    TIME_SHIFT,
    TIME_SET,
    TIME_EVERY,
    TIME_SPAN,
    TIME_ERA,
    TIME_DECADE,
    TIME_ORDINAL,
    TIME_YEARPREP,
    TIME_NOTYEAR,
    TIME_FUTURE,
    TIME_UTTERANCE,
    TIME_PARTHALF,
    TIME_PARTNOUN,
    TIME_DURING,
    TIME_PER,
    TIME_OPEN_END,
    TIME_OPEN_START,
    TIME_AHEAD,
    TIME_BE,
    TIME_CLASSES
} time_class;

typedef enum time_unit {
    UNIT_NONE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY,
    UNIT_WEEKEND,
    UNIT_FORTNIGHT,
    UNIT_SEASON, /* not in the lexicon: spring, summer … */
    UNIT_COUNT
} time_unit;

typedef struct time_entry { /* one reading of a word */
    uint8_t klass;
    bool ambiguous; /* means something else too */
    uint16_t value;
    uint32_t next; /* another reading of the same word, or CASUS_NONE */
} time_entry;

typedef enum feast_rule {
    FEAST_HIJRI,
    FEAST_SOLAR,
    FEAST_GREGORIAN,
    FEAST_EASTER,
    FEAST_ORTHODOX,
    FEAST_TABLE,
    FEAST_RULES
} feast_rule;

typedef struct feast {
    feast_rule rule;
    int32_t a, b; /* month and day, or offset */
    int32_t days;
    casus_str table;
} feast;

typedef struct feast_day {
    casus_str table;
    int32_t number;
} feast_day;

struct casus_time_data {
    casus_arena *arena;
    const casus_text_data *text; /* number words: not owned */
    casus_map words;             /* lower case to the first of its entries */
    VEC(time_entry) entries;
    casus_map feast_names;
    casus_map feast_starts; /* their first words */
    VEC(feast) feasts;
    VEC(feast_day) feast_days;
};

/* The first day of the feast in the Gregorian year, or INT32_MIN when it is not known; a feast of
 * the Islamic calendar may fall twice: `nth` is 0 or 1. */
int32_t casus_feast_in_year(const casus_time_data *data, const feast *kept, int32_t year,
                            int32_t nth);

#endif
