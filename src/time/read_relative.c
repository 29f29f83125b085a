/* Relative dates, durations, sets and times of day. */
#include "text/chars.h"
#include "time/expression.h"

static bool in(const time_reader *const r, const uint32_t word, const time_class klass)
{
    return casus_time_word(r, word, klass) >= 0;
}

static bool article(const time_reader *const r, const uint32_t word)
{
    return casus_time_is(r, word, "a") || casus_time_is(r, word, "an");
}

/* A unit in the singular or plural at `word`, or UNIT_NONE. */
static time_unit unit_at(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    if (word >= end) return UNIT_NONE;
    int32_t unit = casus_time_word(r, word, TIME_UNIT);
    if (unit < 0) unit = casus_time_word(r, word, TIME_UNITS);
    return unit < 0 ? UNIT_NONE : (time_unit)unit;
}

typedef struct quantity {
    uint32_t words;
    int32_t thousandths;
    bool vague, plural, whole; /* whole: a bare article or "one" */
} quantity;

/* Do the words before an article bound it: more than a year, almost an hour? */
static uint32_t bounded_article(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    for (uint32_t size = 0; size <= 3 && word + size + 1 < end; size++) {
        if (!article(r, word + size)) continue;
        if (!size) return 1;
        char buffer[64];
        size_t length = 0;
        for (uint32_t i = 0; i < size; i++) {
            char part[32];
            const casus_str lower = casus_lower_short(r->document->words.at[word + i].form, part);
            if (length + lower.size + 1 > sizeof buffer) return 0;
            if (i) buffer[length++] = ' ';
            memcpy(buffer + length, lower.at, lower.size);
            length += lower.size;
        }
        const uint32_t index = casus_map_get(&r->data->text->numbers, (casus_str){buffer, length});
        if (index == CASUS_NONE) return 0;
        const number_kind kind = r->data->text->number_words.at[index].kind;
        return kind >= BOUND_MIN && kind <= BOUND_ABOUT ? size + 1 : 0;
    }
    return 0;
}

static bool decimal(const casus_str form, int32_t *const thousandths)
{
    const size_t point = casus_str_find(form, STR("."));
    uint64_t whole = 0, part = 0;
    if (point == SIZE_MAX || point + 2 != form.size) return false;
    if (!casus_str_to_u64(casus_str_slice(form, 0, point), &whole) || whole > 100000) return false;
    if (!casus_str_to_u64(casus_str_slice(form, point + 1, 1), &part)) return false;
    *thousandths = (int32_t)(whole * 1000 + part * 100);
    return true;
}

/* May a number or one of its bounds begin here? */
static bool may_count(const time_reader *const r, const uint32_t word)
{
    const casus_str form = r->document->words.at[word].form;
    if (casus_is_digit(form.at[0])) return true;
    char buffer[32];
    const casus_str lower = casus_lower_short(form, buffer);
    static const char *const leads[] = {"more", "less",  "fewer", "no", "not",  "up",   "at",
                                        "as",   "close", "a",     "an", "well", "many", "another"};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        if (casus_str_equal(lower, casus_str_from(leads[i]))) return true;
    }
    return casus_map_get(&r->data->text->numbers, lower) != CASUS_NONE;
}

/* two, about three, several, more than a, half a, many, another two */
static quantity quantity_at(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    uint64_t least = 0, most = 0;
    int32_t thousandths = 0;
    if (word + 1 >= end || !may_count(r, word)) return (quantity){0};
    if (decimal(r->document->words.at[word].form, &thousandths)) {
        return (quantity){1, thousandths, false, true, false};
    }
    if (casus_time_is(r, word, "half") && article(r, word + 1)) {
        return (quantity){2, 500, false, false, false};
    }
    if (casus_time_is(r, word, "many")) return (quantity){1, 0, true, true, false};
    const uint32_t another = casus_time_is(r, word, "another") ? 1 : 0;
    const uint32_t words =
        casus_text_number(r->data->text, r->document, word + another, &least, &most);
    if (words && word + another + words < end) {
        const uint64_t value = least == CASUS_UNBOUNDED ? most : least;
        const bool vague = least != most && least != CASUS_UNBOUNDED && most != CASUS_UNBOUNDED &&
                           !(most - least <= 2 && most > 2 &&
                             casus_is_digit(r->document->words.at[word].form.at[0]));
        if (value > 100000) return (quantity){0};
        return (quantity){words + another, (int32_t)value * 1000, vague, value != 1, value == 1};
    }
    const uint32_t bounded = bounded_article(r, word, end);
    if (bounded) return (quantity){bounded, 1000, false, false, bounded == 1};
    return another ? (quantity){1, 1000, false, false, true} : (quantity){0};
}

/* The word behind which "before" or "after" has no object: N days later|before. */
static bool closes_phrase(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    if (word >= end) return true;
    const uint8_t klass = casus_char_at(r->document->words.at[word].form, 0).klass;
    return klass != CHAR_LETTER && klass != CHAR_DIGIT;
}

static int32_t shift_at(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    if (word >= end) return 0;
    const int32_t shift = casus_time_word(r, word, TIME_SHIFT);
    const bool objects = casus_time_is(r, word, "before") || casus_time_is(r, word, "after");
    if (shift < 0 || (objects && !closes_phrase(r, word + 1, end))) return 0;
    return shift;
}

/* Sets the unit and amount of an offset, with fortnights and the like as what they are made of. */
static void set_offset(expression *const made, time_unit unit, int32_t amount)
{
    if (unit == UNIT_FORTNIGHT) {
        unit = UNIT_WEEK;
        amount *= 2;
    }
    if (unit == UNIT_CENTURY || unit == UNIT_DECADE) {
        amount *= unit == UNIT_CENTURY ? 100 : 10;
        unit = UNIT_YEAR;
    }
    made->unit = unit;
    made->amount = amount;
}

/* quantity unit [ago|later|…]: offset or duration */
static bool read_quantity(const time_reader *const r, const uint32_t word, const uint32_t end,
                          expression *const made)
{
    const quantity count = quantity_at(r, word, end);
    if (!count.words) return false;
    uint32_t at = word + count.words;
    const bool hyphen = at < end && casus_time_is(r, at, "-");
    at += hyphen;
    time_unit unit = unit_at(r, at, end);
    if (unit == UNIT_NONE && !hyphen && count.plural && at + 1 < end &&
        casus_starts_lower(r->document->words.at[at].form) && in(r, at + 1, TIME_UNITS)) {
        unit = unit_at(r, ++at, end); /* two bloody weeks */
    }
    if (unit == UNIT_NONE || unit == UNIT_QUARTER) return false;
    if (unit == UNIT_SECOND && in(r, at, TIME_UNIT)) return false; /* a second */
    if (!hyphen && count.whole && article(r, word) && at + 1 < end &&
        casus_time_is(r, at + 1, "-")) {
        return false; /* a year-long: the article is the noun's */
    }
    const bool plural_unit = in(r, at, TIME_UNITS);
    if (!hyphen && count.plural && !plural_unit && !count.vague && count.thousandths > 1000 &&
        (at + 1 >= end || !casus_time_is(r, at + 1, "long")) && unit != UNIT_YEAR) {
        return false;
    }
    made->last = at;
    made->vague = count.vague;
    const int32_t shift = shift_at(r, at + 1, end);
    if (shift) {
        made->kind = EXPRESSION_OFFSET;
        made->anchor = shift == 1 ? ANCHOR_PUBLISHED : ANCHOR_CONTEXT;
        set_offset(made, unit, (shift == 3 ? 1 : -1) * (count.thousandths / 1000));
        made->last = at + 1;
        return true;
    }
    made->kind = EXPRESSION_DURATION;
    made->unit = unit;
    made->amount = count.thousandths;
    if (at + 1 < end && casus_time_is(r, at + 1, "-") && at + 2 < end && in(r, at + 2, TIME_SPAN)) {
        made->last = at + 2;
    } else if (at + 1 < end && casus_time_is(r, at + 1, "old")) {
        made->last = at + 1;
    } else if (at + 2 < end && casus_time_is(r, at + 1, "of") && casus_time_is(r, at + 2, "age")) {
        made->last = at + 2;
    }
    return true;
}

/* years later, for weeks, year-long */
static bool read_bare_units(const time_reader *const r, const uint32_t word, const uint32_t end,
                            expression *const made)
{
    if (in(r, word, TIME_UNIT) && word + 2 < end && casus_time_is(r, word + 1, "-") &&
        casus_time_is(r, word + 2, "long")) {
        made->kind = EXPRESSION_DURATION;
        made->unit = unit_at(r, word, end);
        made->amount = 1000;
        made->last = word + 2;
        return true;
    }
    if (!in(r, word, TIME_UNITS)) return false;
    const int32_t shift = shift_at(r, word + 1, end);
    made->vague = true;
    if (shift) {
        made->kind = EXPRESSION_OFFSET;
        made->anchor = shift == 1 ? ANCHOR_PUBLISHED : ANCHOR_CONTEXT;
        set_offset(made, unit_at(r, word, end), shift == 3 ? 1 : -1);
        made->last = word + 1;
        return true;
    }
    if (!word || unit_at(r, word, end) < UNIT_DAY) return false;
    if (!casus_time_is(r, word - 1, "for") && !casus_time_is(r, word - 1, "within") &&
        !casus_time_is(r, word - 1, "after") && !casus_time_is(r, word - 1, "in")) {
        return false;
    }
    made->kind = EXPRESSION_DURATION;
    made->unit = unit_at(r, word, end);
    return true;
}

/* What stands behind last, next, this, that, the same: unit, weekday, month, season, part of day.
 */
static bool read_which_noun(const time_reader *const r, const uint32_t at, const uint32_t end,
                            const int32_t which, const anchor_kind anchor, expression *const made)
{
    static const int32_t steps[] = {0, -1, 1, 0, 0, 0};
    if (at >= end) return false;
    made->anchor = anchor;
    made->last = at;
    if (in(r, at, TIME_UNIT)) {
        const time_unit unit = unit_at(r, at, end);
        if (unit < UNIT_DAY) return false;
        made->kind = EXPRESSION_OFFSET;
        made->unit = unit;
        made->amount = steps[which];
        const bool past = casus_time_is(r, at - 1, "past");
        if ((unit == UNIT_DECADE || unit == UNIT_CENTURY || past) && which <= 2) {
            made->kind = EXPRESSION_DURATION; /* the past decade */
            made->amount = 1000;
            made->past_span = which == 1;
        }
        return true;
    }
    made->which = which == 1 ? -1 : which == 2 ? 1 : which == 3 ? 2 : 3;
    if (in(r, at, TIME_WEEKDAY)) {
        made->kind = EXPRESSION_WEEKDAY;
        made->weekday = casus_time_word(r, at, TIME_WEEKDAY);
        return true;
    }
    if (in(r, at, TIME_DAYPART)) {
        made->kind = anchor == ANCHOR_PUBLISHED ? EXPRESSION_DEICTIC : EXPRESSION_OFFSET;
        made->unit = UNIT_DAY;
        made->daypart = casus_time_word(r, at, TIME_DAYPART);
        made->amount =
            which == 1 && anchor == ANCHOR_PUBLISHED && made->daypart != 5 ? -1 : steps[which];
        return true;
    }
    made->kind = EXPRESSION_CALENDAR;
    made->month = in(r, at, TIME_MONTH) ? casus_time_word(r, at, TIME_MONTH) : 0;
    made->season = in(r, at, TIME_SEASON) ? casus_time_word(r, at, TIME_SEASON) : 0;
    if (made->month || made->season) return true;
    expression inner = *made;
    if (!casus_time_read_date(r, at, end, &inner) || inner.kind != EXPRESSION_FEAST) return false;
    *made = inner;
    return true;
}

/* the past two weeks, the next few months, the first ten years */
static bool read_span(const time_reader *const r, const uint32_t at, const uint32_t end,
                      const int32_t which, expression *const made)
{
    const quantity count = quantity_at(r, at, end);
    if (!count.words) {
        if (!in(r, at, TIME_UNITS)) return false;
        made->vague = true;
        made->last = at;
    } else {
        if (at + count.words >= end || !in(r, at + count.words, TIME_UNITS)) return false;
        made->vague = count.vague;
        made->amount = count.thousandths;
        made->last = at + count.words;
    }
    made->kind = EXPRESSION_DURATION;
    made->unit = unit_at(r, made->last, end);
    made->past_span = which == 1;
    made->future_span = which == 2;
    return true;
}

/* [later|earlier|early|late] [in] [the] (last|next|this|that|same|…) noun */
static bool read_which(const time_reader *const r, const uint32_t word, const uint32_t end,
                       expression *const made)
{
    uint32_t at = word;
    const bool shifted = in(r, at, TIME_SHIFT) && casus_time_word(r, at, TIME_SHIFT) > 1;
    if (shifted && ++at >= end) return false;
    const bool inside = shifted && casus_time_is(r, at, "in");
    if (inside && ++at >= end) return false;
    const bool the = casus_time_is(r, at, "the") ||
                     (in(r, at, TIME_WHICH) && at + 1 < end && casus_time_is(r, at, "that") &&
                      casus_time_is(r, at + 1, "same"));
    if (the && ++at >= end) return false;
    if (inside && !the) { /* later in 1957 */
        expression date = *made;
        if (!casus_time_read_date(r, at, end, &date) || date.day) return false;
        *made = date;
        made->part = casus_time_word(r, word, TIME_SHIFT) == 3 ? 3 : 1;
        return true;
    }
    int32_t which = casus_time_word(r, at, TIME_WHICH);
    anchor_kind anchor = ANCHOR_PUBLISHED;
    if (which < 0 || (the && casus_time_word(r, at, TIME_WHICH_CONTEXT) >= 0)) {
        which = casus_time_word(r, at, TIME_WHICH_CONTEXT);
        anchor = ANCHOR_CONTEXT;
    }
    if (which == 4) anchor = ANCHOR_CONTEXT;
    if (which < 0) { /* the year, the morning: told before */
        if (!the) return false;
        const bool noun = in(r, at, TIME_DAYPART) || (shifted && in(r, at, TIME_UNIT));
        if (!noun && !in(r, at, TIME_UNIT)) return false;
        if (!noun && !(word && casus_time_word(r, word - 1, TIME_YEARPREP) >= 0)) return false;
        if (at + 1 < end &&
            casus_char_at(r->document->words.at[at + 1].form, 0).klass == CHAR_LETTER &&
            !in(r, at + 1, TIME_YEARPREP)) {
            return false;
        }
        if (at + 1 < end && casus_time_is(r, at + 1, "of")) return false;
        made->bare = in(r, at, TIME_UNIT);
        return read_which_noun(r, at, end, 5, ANCHOR_CONTEXT, made);
    }
    if (++at >= end) return false;
    if (the && read_span(r, at, end, which, made)) return true;
    if (!the && which <= 2 && read_span(r, at, end, which, made)) return true;
    if (casus_time_is(r, at, "very") || casus_time_is(r, at, "same")) at++;
    return read_which_noun(r, at, end, which, anchor, made);
}

/* the first two years */
static bool read_first_span(const time_reader *const r, const uint32_t word, const uint32_t end,
                            expression *const made)
{
    if (!casus_time_is(r, word, "the") || word + 3 >= end) return false;
    if (!casus_time_is(r, word + 1, "first") && !casus_time_is(r, word + 1, "final")) return false;
    return quantity_at(r, word + 2, end).words && read_span(r, word + 2, end, 0, made);
}

/* yesterday; the day before yesterday */
static bool read_deictic(const time_reader *const r, const uint32_t word, const uint32_t end,
                         expression *const made)
{
    uint32_t at = word + casus_time_is(r, word, "the");
    int32_t extra = 0;
    if (at + 2 < end && casus_time_word(r, at, TIME_UNIT) == UNIT_DAY) {
        extra = casus_time_is(r, at + 1, "before") ? -1 : casus_time_is(r, at + 1, "after") ? 1 : 0;
        if (extra) at += 2;
    }
    const int32_t value = casus_time_word(r, at, TIME_DEICTIC);
    if (value < 0 || (at > word && !extra)) return false;
    made->kind = EXPRESSION_DEICTIC;
    made->unit = UNIT_DAY;
    made->amount = (value >= 200 ? value - 200 : value - 100) + extra;
    if (value >= 200) made->daypart = 5;
    made->last = at;
    return true;
}

/* the day before|after, with nothing behind */
static bool read_day_beside(const time_reader *const r, const uint32_t word, const uint32_t end,
                            expression *const made)
{
    if (word + 2 >= end || !casus_time_is(r, word, "the")) return false;
    const time_unit unit = unit_at(r, word + 1, end);
    const bool before = casus_time_is(r, word + 2, "before");
    if (unit < UNIT_DAY || !(before || casus_time_is(r, word + 2, "after"))) return false;
    if (!closes_phrase(r, word + 3, end)) return false;
    made->kind = EXPRESSION_OFFSET;
    made->anchor = ANCHOR_CONTEXT;
    set_offset(made, unit, before ? -1 : 1);
    made->last = word + 2;
    return true;
}

static bool read_set(const time_reader *const r, const uint32_t word, const uint32_t end,
                     expression *const made)
{
    made->kind = EXPRESSION_SET;
    if (in(r, word, TIME_SET)) {
        made->unit = (time_unit)casus_time_word(r, word, TIME_SET);
        return true;
    }
    if (casus_time_is(r, word, "night") && word && casus_time_is(r, word - 1, "at")) {
        made->daypart = casus_time_word(r, word, TIME_DAYPART);
        made->unit = UNIT_DAY;
        return true;
    }
    if (in(r, word, TIME_PER)) {
        made->last = word + 1;
        made->unit = unit_at(r, word + 1, end);
        made->vague = true;
        return made->unit >= UNIT_HOUR;
    }
    if (!in(r, word, TIME_EVERY) || word + 1 >= end) return false;
    made->last = word + 1;
    if (in(r, word + 1, TIME_WEEKDAY)) {
        made->weekday = casus_time_word(r, word + 1, TIME_WEEKDAY);
        made->unit = UNIT_WEEK;
        return true;
    }
    const quantity count = quantity_at(r, word + 1, end);
    if (count.words && word + 1 + count.words < end) made->last = word + 1 + count.words;
    if (in(r, made->last, TIME_DAYPART)) {
        made->daypart = casus_time_word(r, made->last, TIME_DAYPART);
        made->unit = UNIT_DAY;
        return true;
    }
    made->unit = unit_at(r, made->last, end);
    made->amount = count.thousandths / 1000;
    return made->unit >= UNIT_HOUR;
}

/* 3 p.m., 14:30 [GMT], 2330 hours, noon */
static bool read_clock(const time_reader *const r, const uint32_t word, const uint32_t end,
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
        (in(r, at, TIME_ZONE) || in(r, at, TIME_HOURWORD))) {
        minute = hour % 100;
        hour /= 100;
        clear = true;
    }
    if (at < end && in(r, at, TIME_MERIDIEM) && hour <= 12) {
        hour = hour % 12 + casus_time_word(r, at, TIME_MERIDIEM);
        clear = true;
        made->last = at++;
    }
    if (!clear || hour > 23) return false;
    while (at < end && (in(r, at, TIME_ZONE) || in(r, at, TIME_HOURWORD)) && at < word + 4) {
        made->last = at++;
        if (at < end && casus_time_is(r, at, "time")) made->last = at++;
    }
    made->hour = hour;
    made->minute = minute;
    return true;
}

/* now; the past; the same time */
static bool read_ref(const time_reader *const r, const uint32_t word, const uint32_t end,
                     expression *const made)
{
    made->kind = EXPRESSION_REF;
    made->ref = casus_time_word(r, word, TIME_REF);
    if (made->ref < 0) made->ref = casus_time_word(r, word, TIME_REFADJ);
    if (made->ref > 0) {
        const bool past = casus_time_is(r, word, "past");
        return !past || (word && casus_time_is(r, word - 1, "the"));
    }
    if (word + 1 >= end) return false;
    const bool the = casus_time_is(r, word, "the");
    if (the && word + 1 < end &&
        (casus_time_is(r, word + 1, "past") || casus_time_is(r, word + 1, "future")) &&
        closes_phrase(r, word + 2, end)) {
        made->ref = casus_time_is(r, word + 1, "past") ? 2 : 3;
        made->last = word + 1;
        return true;
    }
    made->kind = EXPRESSION_VAGUE;
    const bool same = the && word + 2 < end && casus_time_is(r, word + 1, "same");
    const bool that = casus_time_is(r, word, "this") || casus_time_is(r, word, "that");
    const uint32_t noun = word + (same ? 2 : 1);
    made->last = noun;
    const bool period = casus_time_is(r, noun, "period");
    if (!period && !casus_time_is(r, noun, "time")) return false;
    if (noun + 2 < end && the && casus_time_is(r, noun + 1, "being")) {
        made->kind = EXPRESSION_REF;
        made->ref = 1;
        made->last = noun + 1;
        return true;
    }
    return (same && !period) || ((that || same) && word && in(r, word - 1, TIME_DURING));
}

bool casus_time_read_relative(const time_reader *const r, const uint32_t word, const uint32_t end,
                              expression *const made)
{
    const expression fresh = *made;
    bool (*const readers[])(const time_reader *, uint32_t, uint32_t, expression *) = {
        read_deictic, read_day_beside, read_which,      read_first_span, read_set,
        read_clock,   read_quantity,   read_bare_units, read_ref};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *made = fresh;
        if (readers[i](r, word, end, made)) return true;
    }
    *made = fresh;
    made->weekday = casus_time_word(r, word, TIME_WEEKDAY);
    if (made->weekday > 0) {
        made->kind = EXPRESSION_WEEKDAY;
        return true;
    }
    *made = fresh;
    return false;
}
