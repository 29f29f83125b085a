/* From an expression to its value: weekdays, offsets, feasts and clocks; the others elsewhere. */
#include "time/resolve.h"

static day_span week_interval(const int32_t number)
{
    const int32_t monday = number - casus_weekday(number) + 1;
    return (day_span){true, monday, monday + 6, DATE_WEEK};
}

static void resolve_day(time_story *const story, const expression *const e, const int32_t number,
                        casus_timex *const timex)
{
    casus_story_set(story, timex, casus_one_day(number));
    timex->value = casus_arena_format(story->arena, "%.*s%s", (int)timex->date.start.size,
                                      timex->date.start.at, casus_daypart_code(e));
    if (e->daypart) timex->type = TIMEX_TIME;
    casus_story_move_to(story, number);
}

static void resolve_weekday(time_story *const story, const expression *const e,
                            casus_timex *const timex)
{
    const bool told = story->history && story->context.known && story->context.day.day;
    if (!told && !story->published.known) {
        timex->value = casus_arena_format(story->arena, "XXXX-WXX-%d", e->weekday);
        return;
    }
    const int32_t anchor = casus_story_number(told ? &story->context : &story->published);
    const int32_t back = (casus_weekday(anchor) - e->weekday + 7) % 7;
    int32_t number = anchor - back;
    if (told || e->which == 1 || (e->which == 0 && story->tense > 0)) {
        number = back ? anchor + 7 - back : anchor;
    }
    if (e->which == 1 && !back) number = anchor + 7;
    if (e->which == -1 && !told && back <= 1) number = anchor - back - 7; /* else: yesterday */
    if (e->which == 2) number = anchor - casus_weekday(anchor) + e->weekday;
    resolve_day(story, e, number, timex);
}

static void resolve_week(time_story *const story, const int32_t number, casus_timex *const timex)
{
    int32_t year = 0;
    const int32_t week = casus_iso_week(number, &year);
    timex->value = casus_arena_format(story->arena, "%04d-W%02d", year, week);
    casus_story_set(story, timex, week_interval(number));
    const casus_day day = casus_day_of(number);
    casus_story_move(story, day.year, day.month, 0);
}

static void resolve_weekend(time_story *const story, const expression *const e,
                            const int32_t anchor, casus_timex *const timex)
{
    int32_t saturday = anchor - casus_weekday(anchor) + 6 + 7 * e->amount;
    if (!e->amount && story->tense <= 0 && casus_weekday(anchor) < 6) saturday -= 7;
    int32_t year = 0;
    const int32_t week = casus_iso_week(saturday, &year);
    timex->value = casus_arena_format(story->arena, "%04d-W%02d-WE", year, week);
    casus_story_set(story, timex, (day_span){true, saturday, saturday + 1, DATE_DAY});
    casus_story_move_to(story, saturday);
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
    const int32_t number = casus_story_number(&anchor);
    if (e->unit < UNIT_DAY) {
        casus_story_set(story, timex, casus_one_day(number));
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
        casus_story_set(story, timex, casus_months(day.year, day.month, 1, DATE_MONTH));
        casus_story_move(story, day.year, day.month, e->amount ? 0 : anchor.day.day);
    } else {
        const int32_t year = anchor.day.year + e->amount;
        if (year < 1 || year > 9999) return;
        timex->value = casus_arena_format(arena, "%04d", year);
        casus_story_set(story, timex, casus_years(year, 1, DATE_YEAR));
        casus_story_move(story, year, e->amount ? 0 : anchor.day.month, 0);
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
    const int32_t year = e->year
                             ? (e->two_digits ? casus_story_expand_year(story, e->year) : e->year)
                         : story->sentence_year ? story->sentence_year
                         : told                 ? story->context.day.year
                                                : 0;
    const int32_t number = year ? casus_feast_in_year(story->data, e->feast, year, 0)
                           : story->published.known
                               ? feast_near(story, e, casus_story_number(&story->published))
                               : INT32_MIN;
    if (number == INT32_MIN) {
        timex->value = STR("XXXX-XX-XX");
        return;
    }
    if (e->feast->days == 1) {
        resolve_day(story, e, number, timex);
        return;
    }
    casus_story_set(story, timex, (day_span){true, number, number + e->feast->days - 1, DATE_DAY});
    timex->value =
        casus_arena_format(story->arena, "%.*s/%.*s", (int)timex->date.start.size,
                           timex->date.start.at, (int)timex->date.end.size, timex->date.end.at);
    casus_story_move_to(story, number);
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
    casus_story_set(story, timex, casus_one_day(casus_story_number(&day)));
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
        casus_time_resolve_calendar(story, e, timex);
        break;
    case EXPRESSION_WEEKDAY:
        resolve_weekday(story, e, timex);
        break;
    case EXPRESSION_DEICTIC:
        if (story->published.known) {
            resolve_day(story, e, casus_story_number(&story->published) + e->amount, timex);
        } else {
            timex->value = STR("XXXX-XX-XX");
        }
        break;
    case EXPRESSION_OFFSET:
        resolve_offset(story, e, timex);
        break;
    case EXPRESSION_DURATION:
        casus_time_resolve_duration(story, e, timex);
        break;
    case EXPRESSION_SET:
        casus_time_resolve_set(story, e, timex);
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
