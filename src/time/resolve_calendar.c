/* Calendar dates: days, months, seasons, years, decades, and the calendars of Islam and Iran. */
#include "time/resolve.h"

static const char *const season_codes[] = {"", "SP", "SU", "FA", "WI"};

static void resolve_other_calendar(time_story *const story, const expression *const e,
                                   casus_timex *const timex)
{
    const bool solar = e->month > 200;
    const int32_t month = e->month % 100;
    int32_t (*const number)(int32_t, int32_t, int32_t) =
        solar ? casus_solar_number : casus_hijri_number;
    int32_t year = e->year;
    if (year > 1500 || !year) { /* of the Gregorian year, or not said */
        const int32_t gregorian = year                                     ? year
                                  : story->history && story->context.known ? story->context.day.year
                                  : story->published.known ? story->published.day.year
                                                           : 0;
        if (!gregorian) return;
        const int32_t first = casus_day_number((casus_day){gregorian, 1, 1});
        year = solar ? gregorian - 621 : casus_hijri_year_of(first);
        if (!solar && number(year, month, e->day ? e->day : 1) < first) year++;
        if (!e->year && !story->history && story->tense <= 0 &&
            number(year, month, e->day ? e->day : 1) > casus_story_number(&story->published)) {
            year--;
        }
    }
    day_span span = {true, number(year, month, e->day ? e->day : 1), 0, DATE_DAY};
    span.end = e->day ? span.begin
                      : number(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - 1;
    casus_story_set(story, timex, span);
    timex->value = e->day ? casus_arena_format(story->arena, "%.*s%s", (int)timex->date.start.size,
                                               timex->date.start.at, casus_daypart_code(e))
                          : casus_arena_format(story->arena, "%.*s/%.*s",
                                               (int)timex->date.start.size, timex->date.start.at,
                                               (int)timex->date.end.size, timex->date.end.at);
    casus_story_move_to(story, span.begin);
}

static void resolve_islamic_year(time_story *const story, const int32_t year,
                                 casus_timex *const timex)
{
    const day_span span = {true, casus_hijri_number(year, 1, 1),
                           casus_hijri_number(year + 1, 1, 1) - 1, DATE_DAY};
    casus_story_set(story, timex, span);
    timex->value =
        casus_arena_format(story->arena, "%.*s/%.*s", (int)timex->date.start.size,
                           timex->date.start.at, (int)timex->date.end.size, timex->date.end.at);
    timex->date.precision = DATE_YEAR;
    timex->date.start.size = timex->date.start.size > 4 ? 4 : 0;
    timex->date.end.size = timex->date.end.size > 4 ? 4 : 0;
}

/* Decades, centuries, years before the common era, halves and quarters. */
static bool resolve_years(time_story *const story, const expression *const e, const int32_t year,
                          casus_timex *const timex)
{
    casus_arena *const arena = story->arena;
    if (e->bc && e->century) {
        timex->value = casus_arena_format(arena, "BC%02d", year / 100);
    } else if (e->bc) {
        timex->value = casus_arena_format(arena, "BC%04d", year);
    } else if (e->century) {
        timex->value = casus_arena_format(arena, "%02d", year / 100);
        casus_story_set(story, timex, casus_years(year, 100, DATE_YEAR));
        timex->date.precision = DATE_UNKNOWN;
    } else if (e->decade) {
        timex->value = casus_arena_format(arena, "%03d", year / 10);
        casus_story_set(story, timex, casus_years(year, 10, DATE_DECADE));
    } else if (e->half) {
        timex->value = casus_arena_format(arena, "%04d-H%d", year, e->half);
        casus_story_set(story, timex, casus_months(year, e->half * 6 - 5, 6, DATE_MONTH));
    } else if (e->quarter) {
        timex->value = casus_arena_format(arena, "%04d-Q%d", year, e->quarter);
        casus_story_set(story, timex, casus_months(year, e->quarter * 3 - 2, 3, DATE_MONTH));
    } else {
        return false;
    }
    return true;
}

static void resolve_season(time_story *const story, const expression *const e, int32_t year,
                           casus_timex *const timex)
{
    const int32_t month = e->season * 3; /* 3, 6, 9, 12 */
    if (!e->year) year = casus_story_year(story, e, month);
    if (!e->year && e->season == 4 && !story->history && story->published.known &&
        story->published.day.month >= 3 && year == story->published.day.year) {
        year--;
    }
    if (!year) {
        timex->value = casus_arena_format(story->arena, "XXXX-%s", season_codes[e->season]);
        return;
    }
    timex->value = casus_arena_format(story->arena, "%04d-%s", year, season_codes[e->season]);
    casus_story_set(story, timex, casus_months(year, month, 3, DATE_SEASON));
    casus_story_move(story, year, 0, 0);
}

void casus_time_resolve_calendar(time_story *const story, const expression *const e,
                                 casus_timex *const timex)
{
    casus_arena *const arena = story->arena;
    if (e->month > 100) {
        resolve_other_calendar(story, e, timex);
        return;
    }
    if (e->islamic) {
        resolve_islamic_year(story, e->year, timex);
        return;
    }
    int32_t year = e->two_digits ? casus_story_expand_year(story, e->year) : e->year,
            month = e->month;
    if (resolve_years(story, e, year, timex)) return;
    if (e->season) {
        resolve_season(story, e, year, timex);
        return;
    }
    if (!month && e->day && story->context.known) { /* the 9th */
        month = story->context.day.month;
        year = story->context.day.year;
    } else if (!month && e->day && story->published.known) {
        month = story->published.day.month;
        year = story->published.day.year;
        if (e->day > story->published.day.day && story->tense <= 0) {
            const casus_day before = casus_add_months((casus_day){year, month, 1}, -1);
            month = before.month;
            year = before.year;
        }
    }
    if (!year) year = casus_story_year(story, e, month);
    if (month && e->day > casus_month_length(year ? year : 2000, month)) {
        timex->value = casus_arena_format(arena, "%04d-%02d", year, month);
        return;
    }
    if (!year) {
        timex->value = e->day && month ? casus_arena_format(arena, "XXXX-%02d-%02d", month, e->day)
                       : month         ? casus_arena_format(arena, "XXXX-%02d", month)
                                       : STR("XXXX-XX-XX");
        return;
    }
    if (e->day && month) {
        timex->value = casus_arena_format(arena, "%04d-%02d-%02d%s", year, month, e->day,
                                          casus_daypart_code(e));
        casus_story_set(story, timex,
                        casus_one_day(casus_day_number((casus_day){year, month, e->day})));
    } else if (month) {
        timex->value = casus_arena_format(arena, "%04d-%02d", year, month);
        casus_story_set(story, timex, casus_months(year, month, 1, DATE_MONTH));
    } else {
        timex->value = casus_arena_format(arena, "%04d", year);
        casus_story_set(story, timex, casus_years(year, 1, DATE_YEAR));
    }
    casus_story_move(story, year, month, month ? e->day : 0);
}
