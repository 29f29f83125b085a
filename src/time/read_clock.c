/* Sets and times of day. */
#include "text/chars.h"
#include "time/relative.h"

bool casus_time_read_set(const time_reader *const r, const uint32_t word, const uint32_t end,
                         expression *const made)
{
    made->kind = EXPRESSION_SET;
    if (casus_time_in(r, word, TIME_SET)) {
        made->unit = (time_unit)casus_time_word(r, word, TIME_SET);
        return true;
    }
    if (casus_time_is(r, word, "night") && word && casus_time_is(r, word - 1, "at")) {
        made->daypart = casus_time_word(r, word, TIME_DAYPART);
        made->unit = UNIT_DAY;
        return true;
    }
    if (casus_time_in(r, word, TIME_PER)) {
        made->last = word + 1;
        made->unit = casus_time_unit(r, word + 1, end);
        made->vague = true;
        return made->unit >= UNIT_HOUR;
    }
    if (!casus_time_in(r, word, TIME_EVERY) || word + 1 >= end) return false;
    made->last = word + 1;
    if (casus_time_in(r, word + 1, TIME_WEEKDAY)) {
        made->weekday = casus_time_word(r, word + 1, TIME_WEEKDAY);
        made->unit = UNIT_WEEK;
        return true;
    }
    const time_quantity count = casus_time_quantity(r, word + 1, end);
    if (count.words && word + 1 + count.words < end) made->last = word + 1 + count.words;
    if (casus_time_in(r, made->last, TIME_DAYPART)) {
        made->daypart = casus_time_word(r, made->last, TIME_DAYPART);
        made->unit = UNIT_DAY;
        return true;
    }
    made->unit = casus_time_unit(r, made->last, end);
    made->amount = count.thousandths / 1000;
    return made->unit >= UNIT_HOUR;
}

/* 3 p.m., 14:30 [GMT], 2330 hours, noon */
bool casus_time_read_clock(const time_reader *const r, const uint32_t word, const uint32_t end,
                           expression *const made)
{
    const casus_str form = r->document->words.at[word].form;
    made->kind = EXPRESSION_CLOCK;
    made->hour = casus_time_word(r, word, TIME_CLOCK);
    made->minute = 0;
    if (made->hour >= 0) return true;
    int32_t hour = casus_time_digits(r, word, 4), minute = 0;
    bool clear = false;
    for (size_t i = 1; hour < 0 && i + 2 < form.size + 0 && i <= 2; i++) {
        if (form.at[i] != ':' && form.at[i] != '.') continue;
        uint64_t h = 0, m = 0;
        if (form.size != i + 3 || !casus_str_to_u64(casus_str_slice(form, 0, i), &h) ||
            !casus_str_to_u64(casus_str_slice(form, i + 1, 2), &m) || h > 23 || m > 59) {
            return false;
        }
        hour = (int32_t)h;
        minute = (int32_t)m;
        const uint32_t sentence = r->document->words.at[word].sentence;
        const bool heads = r->document->sentences.at[sentence].first == word && form.size == 5 &&
                           word + 1 < end &&
                           casus_starts_upper(r->document->words.at[word + 1].form);
        clear = form.at[i] == ':' || heads; /* 14.20 in running news */
    }
    if (hour < 0) return false;
    uint32_t at = word + 1;
    if (form.size == 4 && hour <= 2359 && hour % 100 < 60 && at < end && minute == 0 && !clear &&
        (casus_time_in(r, at, TIME_ZONE) || casus_time_in(r, at, TIME_HOURWORD))) {
        minute = hour % 100;
        hour /= 100;
        clear = true;
    }
    if (at < end && casus_time_in(r, at, TIME_MERIDIEM) && hour <= 12) {
        hour = hour % 12 + casus_time_word(r, at, TIME_MERIDIEM);
        clear = true;
        made->last = at++;
    }
    if (!clear || hour > 23) return false;
    while (at < end && (casus_time_in(r, at, TIME_ZONE) || casus_time_in(r, at, TIME_HOURWORD)) &&
           at < word + 4) {
        made->last = at++;
        if (at < end && casus_time_is(r, at, "time")) made->last = at++;
    }
    made->hour = hour;
    made->minute = minute;
    return true;
}
