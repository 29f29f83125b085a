/* Calendar arithmetic on day numbers: days since 1970-01-01 of the proleptic Gregorian calendar. */
#ifndef CASUS_TIME_CALENDAR_H
#define CASUS_TIME_CALENDAR_H

#include "base/str.h"

typedef struct casus_day {
    int32_t year; /* astronomical: 0 is 1 BC */
    int32_t month, day;
} casus_day;

/* E. G. Richards' and others' well-known integer form; exact for |year| < 1,000,000. */
int32_t casus_day_number(casus_day day);
casus_day casus_day_of(int32_t number);

/* 1 to 12, else 0. */
int32_t casus_month_length(int32_t year, int32_t month);

/* ISO 8601: 1 is Monday; the week's year may differ from the day's. */
int32_t casus_weekday(int32_t number);
int32_t casus_iso_week(int32_t number, int32_t *week_year);

/* `months` later; the day is cut to the month's length. */
casus_day casus_add_months(casus_day day, int32_t months);

/* The tabular Islamic calendar (civil epoch, leap years 2 5 7 10 13 16 18 21 24 26 29 of 30);
 * within a day of the sighted one. */
int32_t casus_hijri_number(int32_t year, int32_t month, int32_t day);
int32_t casus_hijri_year_of(int32_t number); /* the year in which the day falls */

/* The Solar Hijri calendar, whose year begins at 20 or 21 March: by the 33-year cycle, exact for
 * 1925 to 2088. */
int32_t casus_solar_number(int32_t year, int32_t month, int32_t day);

/* Easter Sunday of the year: Gregorian (Meeus, Jones, Butcher) and Julian (Meeus) reckoning. */
int32_t casus_easter_number(int32_t year);
int32_t casus_orthodox_easter_number(int32_t year);

/* "2025-09-24" exactly; false when it is no day. */
bool casus_day_parse(casus_str text, casus_day *day);

#endif
