/* Amounts of time: how many units, and whether as a length or as a way to another day. */
#include "text/chars.h"
#include "time/relative.h"

static bool article(const time_reader *const r, const uint32_t word)
{
    return casus_time_is(r, word, "a") || casus_time_is(r, word, "an");
}

/* A unit in the singular or plural at `word`, or UNIT_NONE. */
time_unit casus_time_unit(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    if (word >= end) return UNIT_NONE;
    int32_t unit = casus_time_word(r, word, TIME_UNIT);
    if (unit < 0) unit = casus_time_word(r, word, TIME_UNITS);
    return unit < 0 ? UNIT_NONE : (time_unit)unit;
}

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
time_quantity casus_time_quantity(const time_reader *const r, const uint32_t word,
                                  const uint32_t end)
{
    uint64_t least = 0, most = 0;
    int32_t thousandths = 0;
    if (word + 1 >= end || !may_count(r, word)) return (time_quantity){0};
    if (decimal(r->document->words.at[word].form, &thousandths)) {
        return (time_quantity){1, thousandths, false, true, false};
    }
    if (casus_time_is(r, word, "half") && article(r, word + 1)) {
        return (time_quantity){2, 500, false, false, false};
    }
    if (casus_time_is(r, word, "many")) return (time_quantity){1, 0, true, true, false};
    const uint32_t another = casus_time_is(r, word, "another") ? 1 : 0;
    const uint32_t words =
        casus_text_number(r->data->text, r->document, word + another, &least, &most);
    if (words && word + another + words < end) {
        const uint64_t value = least == CASUS_UNBOUNDED ? most : least;
        const bool vague = least != most && least != CASUS_UNBOUNDED && most != CASUS_UNBOUNDED &&
                           !(most - least <= 2 && most > 2 &&
                             casus_is_digit(r->document->words.at[word].form.at[0]));
        if (value > 100000) return (time_quantity){0};
        return (time_quantity){words + another, (int32_t)value * 1000, vague, value != 1,
                               value == 1};
    }
    const uint32_t bounded = bounded_article(r, word, end);
    if (bounded) return (time_quantity){bounded, 1000, false, false, bounded == 1};
    return another ? (time_quantity){1, 1000, false, false, true} : (time_quantity){0};
}

/* The word behind which "before" or "after" has no object: N days later|before. */
bool casus_time_closes(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    if (word >= end) return true;
    const uint8_t klass = casus_char_at(r->document->words.at[word].form, 0).klass;
    return klass != CHAR_LETTER && klass != CHAR_DIGIT;
}

int32_t casus_time_shift(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    if (word >= end) return 0;
    const int32_t shift = casus_time_word(r, word, TIME_SHIFT);
    const bool objects = casus_time_is(r, word, "before") || casus_time_is(r, word, "after");
    if (shift < 0 || (objects && !casus_time_closes(r, word + 1, end))) return 0;
    return shift;
}

/* Sets the unit and amount of an offset, with fortnights and the like as what they are made of. */
void casus_time_set_offset(expression *const made, time_unit unit, int32_t amount)
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
bool casus_time_read_quantity(const time_reader *const r, const uint32_t word, const uint32_t end,
                              expression *const made)
{
    const time_quantity count = casus_time_quantity(r, word, end);
    if (!count.words) return false;
    uint32_t at = word + count.words;
    const bool hyphen = at < end && casus_time_is(r, at, "-");
    at += hyphen;
    time_unit unit = casus_time_unit(r, at, end);
    if (unit == UNIT_NONE && !hyphen && count.plural && at + 1 < end &&
        casus_starts_lower(r->document->words.at[at].form) &&
        casus_time_in(r, at + 1, TIME_UNITS)) {
        unit = casus_time_unit(r, ++at, end); /* two bloody weeks */
    }
    if (unit == UNIT_NONE || unit == UNIT_QUARTER) return false;
    if (unit == UNIT_SECOND && casus_time_in(r, at, TIME_UNIT)) return false; /* a second */
    if (!hyphen && count.whole && article(r, word) && at + 1 < end &&
        casus_time_is(r, at + 1, "-")) {
        return false; /* a year-long: the article is the noun's */
    }
    const bool plural_unit = casus_time_in(r, at, TIME_UNITS);
    if (!hyphen && count.plural && !plural_unit && !count.vague && count.thousandths > 1000 &&
        (at + 1 >= end || !casus_time_is(r, at + 1, "long")) && unit != UNIT_YEAR) {
        return false;
    }
    made->last = at;
    made->vague = count.vague;
    const int32_t shift = casus_time_shift(r, at + 1, end);
    if (shift) {
        made->kind = EXPRESSION_OFFSET;
        made->anchor = shift == 1 ? ANCHOR_PUBLISHED : ANCHOR_CONTEXT;
        casus_time_set_offset(made, unit, (shift == 3 ? 1 : -1) * (count.thousandths / 1000));
        made->last = at + 1;
        return true;
    }
    made->kind = EXPRESSION_DURATION;
    made->unit = unit;
    made->amount = count.thousandths;
    if (at + 1 < end && casus_time_is(r, at + 1, "-") && at + 2 < end &&
        casus_time_in(r, at + 2, TIME_SPAN)) {
        made->last = at + 2;
    } else if (at + 1 < end && casus_time_is(r, at + 1, "old")) {
        made->last = at + 1;
    } else if (at + 2 < end && casus_time_is(r, at + 1, "of") && casus_time_is(r, at + 2, "age")) {
        made->last = at + 2;
    }
    return true;
}

/* years later, for weeks, year-long */
bool casus_time_read_bare_units(const time_reader *const r, const uint32_t word, const uint32_t end,
                                expression *const made)
{
    if (casus_time_in(r, word, TIME_UNIT) && word + 2 < end && casus_time_is(r, word + 1, "-") &&
        casus_time_is(r, word + 2, "long")) {
        made->kind = EXPRESSION_DURATION;
        made->unit = casus_time_unit(r, word, end);
        made->amount = 1000;
        made->last = word + 2;
        return true;
    }
    if (!casus_time_in(r, word, TIME_UNITS)) return false;
    const int32_t shift = casus_time_shift(r, word + 1, end);
    made->vague = true;
    if (shift) {
        made->kind = EXPRESSION_OFFSET;
        made->anchor = shift == 1 ? ANCHOR_PUBLISHED : ANCHOR_CONTEXT;
        casus_time_set_offset(made, casus_time_unit(r, word, end), shift == 3 ? 1 : -1);
        made->last = word + 1;
        return true;
    }
    if (!word || casus_time_unit(r, word, end) < UNIT_DAY) return false;
    if (!casus_time_is(r, word - 1, "for") && !casus_time_is(r, word - 1, "within") &&
        !casus_time_is(r, word - 1, "after") && !casus_time_is(r, word - 1, "in")) {
        return false;
    }
    made->kind = EXPRESSION_DURATION;
    made->unit = casus_time_unit(r, word, end);
    return true;
}

/* the past two weeks, the next few months, the first ten years */
bool casus_time_read_span(const time_reader *const r, const uint32_t at, const uint32_t end,
                          const int32_t which, expression *const made)
{
    const time_quantity count = casus_time_quantity(r, at, end);
    if (!count.words) {
        if (!casus_time_in(r, at, TIME_UNITS)) return false;
        made->vague = true;
        made->last = at;
    } else {
        if (at + count.words >= end || !casus_time_in(r, at + count.words, TIME_UNITS))
            return false;
        made->vague = count.vague;
        made->amount = count.thousandths;
        made->last = at + count.words;
    }
    made->kind = EXPRESSION_DURATION;
    made->unit = casus_time_unit(r, made->last, end);
    made->past_span = which == 1;
    made->future_span = which == 2;
    return true;
}
