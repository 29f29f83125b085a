#include "time/resolve.h"

/* An interval of days with its precision; `known` is false where the text leaves it open. */
typedef struct interval {
    bool known;
    int32_t begin, end; /* day numbers, both inside */
    casus_date_precision precision;
} interval;

static const char *const daypart_codes[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
static const char *const season_codes[] = {"", "SP", "SU", "FA", "WI"};

static casus_str cut_day(casus_arena *const arena, const int32_t number,
                         const casus_date_precision precision)
{
    const casus_day day = casus_day_of(number);
    if (day.year < 1 || day.year > 9999) return (casus_str){0};
    switch (precision) {
    case DATE_YEAR:
    case DATE_DECADE:
        return casus_arena_format(arena, "%04d", day.year);
    case DATE_MONTH:
    case DATE_SEASON:
        return casus_arena_format(arena, "%04d-%02d", day.year, day.month);
    default:
        return casus_arena_format(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
    }
}

static void set_interval(const time_story *const story, casus_timex *const timex,
                         const interval span)
{
    if (!span.known) return;
    timex->date.start = cut_day(story->arena, span.begin, span.precision);
    timex->date.end = cut_day(story->arena, span.end, span.precision);
    timex->date.precision = span.precision;
}

static interval year_interval(const int32_t year, const int32_t years,
                              const casus_date_precision precision)
{
    return (interval){true, casus_day_number((casus_day){year, 1, 1}),
                      casus_day_number((casus_day){year + years - 1, 12, 31}), precision};
}

static interval month_interval(const int32_t year, const int32_t month, const int32_t months,
                               const casus_date_precision precision)
{
    const casus_day last = casus_add_months((casus_day){year, month, 1}, months - 1);
    return (interval){true, casus_day_number((casus_day){year, month, 1}),
                      casus_day_number((casus_day){last.year, last.month,
                                                   casus_month_length(last.year, last.month)}),
                      precision};
}

static interval day_interval(const int32_t number)
{
    return (interval){true, number, number, DATE_DAY};
}

static interval week_interval(const int32_t number)
{
    const int32_t monday = number - casus_weekday(number) + 1;
    return (interval){true, monday, monday + 6, DATE_WEEK};
}

static void move_context(time_story *const story, const int32_t year, const int32_t month,
                         const int32_t day)
{
    enum { CHAPTER = 12 }; /* years */
    if (year <= 0) return;
    const int32_t away = story->context.known ? year - story->context.day.year : 0;
    const int32_t beside = year - story->strayed;
    if (story->history && (away > CHAPTER || away < -CHAPTER) &&
        (!story->strayed || beside > CHAPTER || beside < -CHAPTER)) {
        story->strayed = year;
        return;
    }
    story->strayed = 0;
    story->context = (story_point){true, {year, month, day}};
}

static void move_to_day(time_story *const story, const int32_t number)
{
    const casus_day day = casus_day_of(number);
    move_context(story, day.year, day.month, day.day);
}

static int32_t number_of(const story_point *const point)
{
    return casus_day_number((casus_day){point->day.year, point->day.month ? point->day.month : 1,
                                        point->day.day ? point->day.day : 1});
}

/* '18: the year of that ending nearest to the story. */
static int32_t expand_year(const time_story *const story, const int32_t short_year)
{
    const story_point *const near =
        story->context.known && story->history ? &story->context : &story->published;
    if (!near->known) return (short_year < 50 ? 2000 : 1900) + short_year;
    int32_t year = near->day.year - near->day.year % 100 + short_year;
    const int32_t most = near->day.year + (story->history ? 50 : 5);
    if (year > most) year -= 100;
    if (year < near->day.year - (story->history ? 50 : 95)) year += 100;
    return year;
}

/* The year of a history's bare month: goes on from the date told last. */
static int32_t history_year(const time_story *const story, const int32_t month)
{
    const casus_day last = story->context.day;
    if (last.month && month && month + 8 <= last.month) return last.year + 1;
    return last.year;
}

/* The year of a bare month in the news: the last one before publication, or the next one where the
 * words around look ahead. */
static int32_t news_year(const time_story *const story, const int32_t month, const int32_t day,
                         const int32_t which)
{
    const casus_day now = story->published.day;
    const int32_t ahead = month != now.month ? month - now.month : day ? day - now.day : 0;
    if (which == 2) return now.year;
    if (which == -1) return ahead < 0 ? now.year : now.year - 1;
    if (which == 1) return ahead > 0 ? now.year : now.year + 1;
    if (story->tense > 0) return ahead >= 0 ? now.year : now.year + 1;
    if (ahead <= 0) return now.year;
    enum { SOON = 31 }; /* days */
    const int32_t until =
        day ? casus_day_number((casus_day){now.year, month, day}) - casus_day_number(now)
            : SOON + 1;
    return until <= SOON ? now.year : now.year - 1;
}

static int32_t infer_year(const time_story *const story, const expression *const e,
                          const int32_t month)
{
    if (e->of_year && story->published.known) return story->published.day.year + e->year_offset;
    if (e->which == 3 && story->context.known) return story->context.day.year;
    if (!e->which && story->sentence_year) return story->sentence_year;
    if (!e->which && story->history && story->context.known) return history_year(story, month);
    if (story->published.known) return news_year(story, month, e->day, e->which);
    return story->context.known ? story->context.day.year : 0;
}

static const char *daypart_of(const expression *const e)
{
    return e->daypart > 0 && e->daypart <= 6 ? daypart_codes[e->daypart] : "";
}

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
            number(year, month, e->day ? e->day : 1) > number_of(&story->published)) {
            year--;
        }
    }
    interval span = {true, number(year, month, e->day ? e->day : 1), 0, DATE_DAY};
    span.end = e->day ? span.begin
                      : number(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - 1;
    set_interval(story, timex, span);
    timex->value = e->day ? casus_arena_format(story->arena, "%.*s%s", (int)timex->date.start.size,
                                               timex->date.start.at, daypart_of(e))
                          : casus_arena_format(story->arena, "%.*s/%.*s",
                                               (int)timex->date.start.size, timex->date.start.at,
                                               (int)timex->date.end.size, timex->date.end.at);
    move_to_day(story, span.begin);
}

static void resolve_islamic_year(time_story *const story, const int32_t year,
                                 casus_timex *const timex)
{
    const interval span = {true, casus_hijri_number(year, 1, 1),
                           casus_hijri_number(year + 1, 1, 1) - 1, DATE_DAY};
    set_interval(story, timex, span);
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
        set_interval(story, timex, year_interval(year, 100, DATE_YEAR));
        timex->date.precision = DATE_UNKNOWN;
    } else if (e->decade) {
        timex->value = casus_arena_format(arena, "%03d", year / 10);
        set_interval(story, timex, year_interval(year, 10, DATE_DECADE));
    } else if (e->half) {
        timex->value = casus_arena_format(arena, "%04d-H%d", year, e->half);
        set_interval(story, timex, month_interval(year, e->half * 6 - 5, 6, DATE_MONTH));
    } else if (e->quarter) {
        timex->value = casus_arena_format(arena, "%04d-Q%d", year, e->quarter);
        set_interval(story, timex, month_interval(year, e->quarter * 3 - 2, 3, DATE_MONTH));
    } else {
        return false;
    }
    return true;
}

static void resolve_season(time_story *const story, const expression *const e, int32_t year,
                           casus_timex *const timex)
{
    const int32_t month = e->season * 3; /* 3, 6, 9, 12 */
    if (!e->year) year = infer_year(story, e, month);
    if (!e->year && e->season == 4 && !story->history && story->published.known &&
        story->published.day.month >= 3 && year == story->published.day.year) {
        year--;
    }
    if (!year) {
        timex->value = casus_arena_format(story->arena, "XXXX-%s", season_codes[e->season]);
        return;
    }
    timex->value = casus_arena_format(story->arena, "%04d-%s", year, season_codes[e->season]);
    set_interval(story, timex, month_interval(year, month, 3, DATE_SEASON));
    move_context(story, year, 0, 0);
}

static void resolve_calendar(time_story *const story, const expression *const e,
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
    int32_t year = e->two_digits ? expand_year(story, e->year) : e->year, month = e->month;
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
    if (!year) year = infer_year(story, e, month);
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
        timex->value =
            casus_arena_format(arena, "%04d-%02d-%02d%s", year, month, e->day, daypart_of(e));
        set_interval(story, timex,
                     day_interval(casus_day_number((casus_day){year, month, e->day})));
    } else if (month) {
        timex->value = casus_arena_format(arena, "%04d-%02d", year, month);
        set_interval(story, timex, month_interval(year, month, 1, DATE_MONTH));
    } else {
        timex->value = casus_arena_format(arena, "%04d", year);
        set_interval(story, timex, year_interval(year, 1, DATE_YEAR));
    }
    move_context(story, year, month, month ? e->day : 0);
}

static void resolve_day(time_story *const story, const expression *const e, const int32_t number,
                        casus_timex *const timex)
{
    set_interval(story, timex, day_interval(number));
    timex->value = casus_arena_format(story->arena, "%.*s%s", (int)timex->date.start.size,
                                      timex->date.start.at, daypart_of(e));
    if (e->daypart) timex->type = TIMEX_TIME;
    move_to_day(story, number);
}

static void resolve_weekday(time_story *const story, const expression *const e,
                            casus_timex *const timex)
{
    const bool told = story->history && story->context.known && story->context.day.day;
    if (!told && !story->published.known) {
        timex->value = casus_arena_format(story->arena, "XXXX-WXX-%d", e->weekday);
        return;
    }
    const int32_t anchor = number_of(told ? &story->context : &story->published);
    const int32_t back = (casus_weekday(anchor) - e->weekday + 7) % 7;
    int32_t number = anchor - back;
    if (told || e->which == 1 || (e->which == 0 && story->tense > 0)) {
        number = back ? anchor + 7 - back : anchor;
    }
    if (e->which == 1 && !back) number = anchor + 7;
    if (e->which == -1 && !back) number = anchor - 7;
    if (e->which == 2) number = anchor - casus_weekday(anchor) + e->weekday;
    resolve_day(story, e, number, timex);
}

static void resolve_week(time_story *const story, const int32_t number, casus_timex *const timex)
{
    int32_t year = 0;
    const int32_t week = casus_iso_week(number, &year);
    timex->value = casus_arena_format(story->arena, "%04d-W%02d", year, week);
    set_interval(story, timex, week_interval(number));
    const casus_day day = casus_day_of(number);
    move_context(story, day.year, day.month, 0);
}

static void resolve_weekend(time_story *const story, const expression *const e,
                            const int32_t anchor, casus_timex *const timex)
{
    int32_t saturday = anchor - casus_weekday(anchor) + 6 + 7 * e->amount;
    if (!e->amount && story->tense <= 0 && casus_weekday(anchor) < 6) saturday -= 7;
    int32_t year = 0;
    const int32_t week = casus_iso_week(saturday, &year);
    timex->value = casus_arena_format(story->arena, "%04d-W%02d-WE", year, week);
    set_interval(story, timex, (interval){true, saturday, saturday + 1, DATE_DAY});
    move_to_day(story, saturday);
}

static void resolve_offset(time_story *const story, const expression *const e,
                           casus_timex *const timex)
{
    casus_arena *const arena = story->arena;
    const bool later = e->anchor == ANCHOR_CONTEXT;
    const bool told = later || (story->history && e->unit == UNIT_DAY && !e->amount); /* this day */
    const story_point anchor = told ? story->context : story->published;
    if (!later && story->history) story->strayed = story->context.day.year; /* an aside */
    if (e->vague) {
        timex->value =
            e->amount >= 0 && later && e->amount != 0 ? STR("FUTURE_REF") : STR("PAST_REF");
        return;
    }
    const bool monthly = e->unit == UNIT_MONTH || e->unit == UNIT_QUARTER;
    const bool fine = e->unit <= UNIT_WEEK || e->unit == UNIT_WEEKEND;
    if (!anchor.known || (fine && !anchor.day.day) || (monthly && !anchor.day.month)) {
        timex->value = e->unit == UNIT_YEAR ? STR("XXXX")
                       : monthly            ? STR("XXXX-XX")
                                            : STR("XXXX-XX-XX");
        return;
    }
    const int32_t number = number_of(&anchor);
    if (e->unit < UNIT_DAY) {
        set_interval(story, timex, day_interval(number));
        timex->type = TIMEX_TIME;
        timex->value =
            casus_arena_format(arena, "%.*sTXX", (int)timex->date.start.size, timex->date.start.at);
    } else if (e->unit == UNIT_DAY || (e->unit == UNIT_WEEK && later && e->amount)) {
        resolve_day(story, e, number + e->amount * (e->unit == UNIT_WEEK ? 7 : 1), timex);
    } else if (e->unit == UNIT_WEEK) {
        resolve_week(story, number + 7 * e->amount, timex);
    } else if (e->unit == UNIT_WEEKEND) {
        resolve_weekend(story, e, number, timex);
    } else if (monthly) {
        const casus_day day = casus_add_months((casus_day){anchor.day.year, anchor.day.month, 1},
                                               e->amount * (e->unit == UNIT_QUARTER ? 3 : 1));
        timex->value = casus_arena_format(arena, "%04d-%02d", day.year, day.month);
        set_interval(story, timex, month_interval(day.year, day.month, 1, DATE_MONTH));
        move_context(story, day.year, day.month, e->amount ? 0 : anchor.day.day);
    } else {
        const int32_t year = anchor.day.year + e->amount;
        if (year < 1 || year > 9999) return;
        timex->value = casus_arena_format(arena, "%04d", year);
        set_interval(story, timex, year_interval(year, 1, DATE_YEAR));
        move_context(story, year, e->amount ? 0 : anchor.day.month, 0);
    }
}

static casus_str length_value(casus_arena *const arena, const time_unit unit, const bool vague,
                              const int32_t thousandths)
{
    static const char *const codes[UNIT_COUNT] = {"",  "S", "M",  "H",  "D",  "W", "M",
                                                  "Q", "Y", "DE", "CE", "WE", "W"};
    const char *const prefix = unit <= UNIT_HOUR ? "PT" : "P";
    const int32_t scaled = unit == UNIT_FORTNIGHT ? thousandths * 2 : thousandths;
    if (vague || !scaled) return casus_arena_format(arena, "%sX%s", prefix, codes[unit]);
    if (scaled % 1000) {
        return casus_arena_format(arena, "%s%d.%d%s", prefix, scaled / 1000, scaled % 1000 / 100,
                                  codes[unit]);
    }
    return casus_arena_format(arena, "%s%d%s", prefix, scaled / 1000, codes[unit]);
}

/* The past three weeks reach back from the day of publication. */
static void resolve_duration(time_story *const story, const expression *const e,
                             casus_timex *const timex)
{
    timex->type = TIMEX_DURATION;
    timex->value = length_value(story->arena, e->unit, e->vague, e->amount);
    if (!e->past_span || !story->published.known || story->history || e->vague || !e->amount)
        return;
    const int32_t end = number_of(&story->published), count = e->amount / 1000;
    const casus_day now = story->published.day;
    interval span = {true, end, end, DATE_DAY};
    switch (e->unit) {
    case UNIT_DAY:
        span.begin = end - count;
        break;
    case UNIT_WEEK:
        span.begin = end - 7 * count;
        break;
    case UNIT_MONTH:
        span.begin = casus_day_number(casus_add_months(now, -count));
        span.precision = DATE_MONTH;
        break;
    case UNIT_YEAR:
    case UNIT_DECADE:
        span.begin = casus_day_number(
            casus_add_months(now, -12 * (e->unit == UNIT_DECADE ? 10 : 1) * count));
        span.precision = DATE_YEAR;
        break;
    default:
        return;
    }
    set_interval(story, timex, span);
}

static void resolve_set(time_story *const story, const expression *const e,
                        casus_timex *const timex)
{
    timex->type = TIMEX_SET;
    if (e->weekday) {
        timex->value = casus_arena_format(story->arena, "XXXX-WXX-%d", e->weekday);
    } else if (e->vague) { /* per day */
        timex->type = TIMEX_DURATION;
        timex->value = length_value(story->arena, e->unit, false, 1000);
    } else if (e->amount > 1) {
        timex->value = length_value(story->arena, e->unit, false, e->amount * 1000);
    } else if (e->daypart) {
        timex->value = casus_arena_format(story->arena, "XXXX-XX-XX%s", daypart_of(e));
    } else {
        timex->value = e->unit == UNIT_HOUR    ? STR("PT1H")
                       : e->unit == UNIT_DAY   ? STR("XXXX-XX-XX")
                       : e->unit == UNIT_WEEK  ? STR("XXXX-WXX")
                       : e->unit == UNIT_MONTH ? STR("XXXX-XX")
                       : e->unit == UNIT_YEAR  ? STR("XXXX")
                                               : length_value(story->arena, e->unit, false, 1000);
    }
}

/* The occurrence nearest to the anchor, on the side that the tense asks for. */
static int32_t feast_near(const time_story *const story, const expression *const e,
                          const int32_t anchor)
{
    int32_t best = INT32_MIN;
    const int32_t year = casus_day_of(anchor).year;
    const int32_t side = e->which == 1 || (!e->which && story->tense > 0) ? 1 : -1;
    for (int32_t y = year - 1; y <= year + 1; y++) {
        for (int32_t nth = 0; nth < 2; nth++) {
            const int32_t number = casus_feast_in_year(story->data, e->feast, y, nth);
            if (number == INT32_MIN) continue;
            const bool fits = side > 0 ? number + e->feast->days > anchor : number <= anchor;
            const bool better = best == INT32_MIN || (side > 0 ? number < best : number > best);
            if (fits && better) best = number;
        }
    }
    return best;
}

static void resolve_feast(time_story *const story, const expression *const e,
                          casus_timex *const timex)
{
    const bool told = story->history && story->context.known;
    const int32_t year = e->year ? (e->two_digits ? expand_year(story, e->year) : e->year)
                         : story->sentence_year ? story->sentence_year
                         : told                 ? story->context.day.year
                                                : 0;
    const int32_t number = year ? casus_feast_in_year(story->data, e->feast, year, 0)
                           : story->published.known
                               ? feast_near(story, e, number_of(&story->published))
                               : INT32_MIN;
    if (number == INT32_MIN) {
        timex->value = STR("XXXX-XX-XX");
        return;
    }
    if (e->feast->days == 1) {
        resolve_day(story, e, number, timex);
        return;
    }
    set_interval(story, timex, (interval){true, number, number + e->feast->days - 1, DATE_DAY});
    timex->value =
        casus_arena_format(story->arena, "%.*s/%.*s", (int)timex->date.start.size,
                           timex->date.start.at, (int)timex->date.end.size, timex->date.end.at);
    move_to_day(story, number);
}

static void resolve_clock(time_story *const story, const expression *const e,
                          casus_timex *const timex)
{
    const story_point day = story->clock_day.known                           ? story->clock_day
                            : story->context.known && story->context.day.day ? story->context
                            : story->history                                 ? (story_point){0}
                                                                             : story->published;
    timex->type = TIMEX_TIME;
    if (!day.known) {
        timex->value = casus_arena_format(story->arena, "XXXX-XX-XXT%02d:%02d", e->hour, e->minute);
        return;
    }
    set_interval(story, timex, day_interval(number_of(&day)));
    timex->value = casus_arena_format(story->arena, "%.*sT%02d:%02d", (int)timex->date.start.size,
                                      timex->date.start.at, e->hour, e->minute);
}

void casus_time_resolve(time_story *const story, const expression *const e,
                        casus_timex *const timex)
{
    timex->type = e->daypart ? TIMEX_TIME : TIMEX_DATE;
    timex->date = (casus_date){.precision = DATE_UNKNOWN};
    switch (e->kind) {
    case EXPRESSION_CALENDAR:
        resolve_calendar(story, e, timex);
        break;
    case EXPRESSION_WEEKDAY:
        resolve_weekday(story, e, timex);
        break;
    case EXPRESSION_DEICTIC:
        if (story->published.known) {
            resolve_day(story, e, number_of(&story->published) + e->amount, timex);
        } else {
            timex->value = STR("XXXX-XX-XX");
        }
        break;
    case EXPRESSION_OFFSET:
        resolve_offset(story, e, timex);
        break;
    case EXPRESSION_DURATION:
        resolve_duration(story, e, timex);
        break;
    case EXPRESSION_SET:
        resolve_set(story, e, timex);
        break;
    case EXPRESSION_REF:
        timex->value = e->ref == 1   ? STR("PRESENT_REF")
                       : e->ref == 2 ? STR("PAST_REF")
                                     : STR("FUTURE_REF");
        break;
    case EXPRESSION_FEAST:
        resolve_feast(story, e, timex);
        break;
    case EXPRESSION_CLOCK:
        resolve_clock(story, e, timex);
        break;
    case EXPRESSION_VAGUE:
        break;
    }
}
