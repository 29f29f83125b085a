/* The story that expressions are resolved against: its intervals, its context, its years. */
#include "time/resolve.h"

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

void casus_story_set(const time_story *const story, casus_timex *const timex, const day_span span)
{
    if (!span.known) return;
    timex->date.start = cut_day(story->arena, span.begin, span.precision);
    timex->date.end = cut_day(story->arena, span.end, span.precision);
    timex->date.precision = span.precision;
}

day_span casus_years(const int32_t year, const int32_t years, const casus_date_precision precision)
{
    return (day_span){true, casus_day_number((casus_day){year, 1, 1}),
                      casus_day_number((casus_day){year + years - 1, 12, 31}), precision};
}

day_span casus_months(const int32_t year, const int32_t month, const int32_t months,
                      const casus_date_precision precision)
{
    const casus_day last = casus_add_months((casus_day){year, month, 1}, months - 1);
    return (day_span){true, casus_day_number((casus_day){year, month, 1}),
                      casus_day_number((casus_day){last.year, last.month,
                                                   casus_month_length(last.year, last.month)}),
                      precision};
}

day_span casus_one_day(const int32_t number)
{
    return (day_span){true, number, number, DATE_DAY};
}

void casus_story_move(time_story *const story, const int32_t year, const int32_t month,
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

void casus_story_move_to(time_story *const story, const int32_t number)
{
    const casus_day day = casus_day_of(number);
    casus_story_move(story, day.year, day.month, day.day);
}

int32_t casus_story_number(const story_point *const point)
{
    return casus_day_number((casus_day){point->day.year, point->day.month ? point->day.month : 1,
                                        point->day.day ? point->day.day : 1});
}

int32_t casus_story_expand_year(const time_story *const story, const int32_t short_year)
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

int32_t casus_story_year(const time_story *const story, const expression *const e,
                         const int32_t month)
{
    if (e->of_year && story->published.known) return story->published.day.year + e->year_offset;
    if (e->which == 3 && story->context.known) return story->context.day.year;
    if (!e->which && story->sentence_year) return story->sentence_year;
    if (!e->which && story->history && story->context.known) return history_year(story, month);
    if (story->published.known) return news_year(story, month, e->day, e->which);
    return story->context.known ? story->context.day.year : 0;
}

const char *casus_daypart_code(const expression *const e)
{
    static const char *const codes[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
    return e->daypart > 0 && e->daypart <= 6 ? codes[e->daypart] : "";
}
