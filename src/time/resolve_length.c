/* Durations and sets. */
#include "time/resolve.h"

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
void casus_time_resolve_duration(time_story *const story, const expression *const e,
                                 casus_timex *const timex)
{
    timex->type = TIMEX_DURATION;
    timex->value = length_value(story->arena, e->unit, e->vague, e->amount);
    if (!e->past_span || !story->published.known || story->history || e->vague || !e->amount)
        return;
    const int32_t end = casus_story_number(&story->published), count = e->amount / 1000;
    const casus_day now = story->published.day;
    day_span span = {true, end, end, DATE_DAY};
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
    casus_story_set(story, timex, span);
}

void casus_time_resolve_set(time_story *const story, const expression *const e,
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
        timex->value = casus_arena_format(story->arena, "XXXX-XX-XX%s", casus_daypart_code(e));
    } else {
        timex->value = e->unit == UNIT_HOUR    ? STR("PT1H")
                       : e->unit == UNIT_DAY   ? STR("XXXX-XX-XX")
                       : e->unit == UNIT_WEEK  ? STR("XXXX-WXX")
                       : e->unit == UNIT_MONTH ? STR("XXXX-XX")
                       : e->unit == UNIT_YEAR  ? STR("XXXX")
                                               : length_value(story->arena, e->unit, false, 1000);
    }
}
