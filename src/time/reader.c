/* The reader's words, and the modifiers around a date: the end of May, early in 1957, the night of
 * … */
#include "text/chars.h"
#include "time/expression.h"

casus_str casus_time_form(const time_reader *const r, const uint32_t word)
{
    const casus_str form = r->document->words.at[word].form;
    const bool mid =
        form.size >= 6 && casus_str_equal_nocase(casus_str_slice(form, 0, 4), STR("mid-"));
    return mid ? casus_str_slice(form, 4, SIZE_MAX) : form;
}

bool casus_time_is(const time_reader *const r, const uint32_t word, const char *const form)
{
    return casus_str_equal_nocase(r->document->words.at[word].form, casus_str_from(form));
}

int32_t casus_time_digits(const time_reader *const r, const uint32_t word, const uint32_t most)
{
    const casus_str form = casus_time_form(r, word);
    if (form.size > most || !form.size) return -1;
    int32_t value = 0;
    for (size_t i = 0; i < form.size; i++) {
        if (!casus_is_digit(form.at[i])) return -1;
        value = value * 10 + form.at[i] - '0';
    }
    return value;
}

int32_t casus_time_day(const time_reader *const r, const uint32_t word)
{
    const casus_str form = r->document->words.at[word].form;
    int32_t day = casus_time_digits(r, word, 2);
    if (day < 0 && form.size >= 3 && form.size <= 4 && casus_is_digit(form.at[0])) {
        const casus_str ending = casus_str_slice(form, form.size - 2, 2);
        const bool ordinal = casus_str_equal_nocase(ending, STR("st")) ||
                             casus_str_equal_nocase(ending, STR("nd")) ||
                             casus_str_equal_nocase(ending, STR("rd")) ||
                             casus_str_equal_nocase(ending, STR("th"));
        if (ordinal) day = form.at[0] - '0';
        if (ordinal && form.size == 4) {
            day = casus_is_digit(form.at[1]) ? day * 10 + form.at[1] - '0' : -1;
        }
    }
    if (day < 0) day = casus_time_word(r, word, TIME_ORDINAL);
    return day >= 1 && day <= 31 ? day : -1;
}

static bool beside_number(const time_reader *const r, const uint32_t word)
{
    const uint32_t count = r->document->words.count;
    const bool before = word && (casus_time_digits(r, word - 1, 2) > 0 ||
                                 (casus_is_digit(r->document->words.at[word - 1].form.at[0]) &&
                                  casus_time_day(r, word - 1) > 0));
    return before ||
           (word + 1 < count && casus_is_digit(r->document->words.at[word + 1].form.at[0]));
}

/* March, May, Sun: months and weekdays only where they are written as names. */
static bool name_stands(const time_reader *const r, const uint32_t word)
{
    const casus_word *const words = r->document->words.at;
    if (beside_number(r, word)) return true;
    const bool first = r->document->sentences.at[words[word].sentence].first == word;
    if (first || !word) return false;
    const bool part = casus_time_word(r, word - 1, TIME_PART) >= 0;
    const bool prep = casus_time_word(r, word - 1, TIME_YEARPREP) >= 0;
    const bool which = casus_time_word(r, word - 1, TIME_WHICH) >= 0 ||
                       casus_time_word(r, word - 1, TIME_WHICH_CONTEXT) >= 0;
    if (casus_starts_upper(casus_time_form(r, word))) return part || prep || which;
    const bool joint = casus_time_is(r, word - 1, "and") || casus_time_is(r, word - 1, "to") ||
                       casus_time_is(r, word - 1, "or");
    return part || (prep && !joint) || casus_time_is(r, word - 1, "last") ||
           casus_time_is(r, word - 1, "next");
}

/* Sat, Sun: on Sun, Sun. 5 May. */
static bool weekday_stands(const time_reader *const r, const uint32_t word)
{
    return beside_number(r, word) || (word && casus_time_is(r, word - 1, "on"));
}

/* Spring and fall: beside a year, or led by "last", "in the" and their kin. */
static bool season_stands(const time_reader *const r, const uint32_t word)
{
    const uint32_t count = r->document->words.count;
    const bool of = word + 1 < count && casus_time_is(r, word + 1, "of");
    const uint32_t next = word + 1 + of;
    if (next < count && casus_time_digits(r, next, 4) >= 1000) return true;
    if (of || !word) return false;
    if (casus_time_word(r, word - 1, TIME_WHICH) >= 0) return true;
    const uint32_t lead = casus_time_is(r, word - 1, "the") && word > 1 ? word - 2 : word - 1;
    static const char *const leads[] = {"in", "by", "during", "until", "since", "early", "late"};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        if (casus_time_is(r, lead, leads[i])) return true;
    }
    return false;
}

int32_t casus_time_word(const time_reader *const r, const uint32_t word, const time_class klass)
{
    for (uint32_t at = r->entries[word]; at != CASUS_NONE; at = r->data->entries.at[at].next) {
        const time_entry *const entry = &r->data->entries.at[at];
        if (entry->klass != klass) continue;
        if (entry->ambiguous && !(klass == TIME_SEASON    ? season_stands(r, word)
                                  : klass == TIME_WEEKDAY ? weekday_stands(r, word)
                                                          : name_stands(r, word))) {
            return -1;
        }
        if (klass == TIME_MONTH && !entry->ambiguous && entry->value < 100 &&
            !casus_starts_upper(casus_time_form(r, word)) && !beside_number(r, word) &&
            !name_stands(r, word)) {
            return -1; /* august, april in lower-case text need company */
        }
        return entry->value;
    }
    return -1;
}

static bool core(const time_reader *const r, const uint32_t word, const uint32_t end,
                 expression *const made)
{
    if (word >= end) return false;
    const expression fresh = *made;
    if (casus_time_read_date(r, word, end, made)) return true;
    *made = fresh;
    return casus_time_read_relative(r, word, end, made);
}

static bool is_coarse(const expression *const made)
{
    return (made->kind == EXPRESSION_CALENDAR && !made->day) || made->kind == EXPRESSION_FEAST ||
           (made->kind == EXPRESSION_OFFSET && made->unit > UNIT_DAY);
}

/* early [in] [the] X, mid X, late X; the beginning|middle|end of X */
static bool read_part(const time_reader *const r, const uint32_t word, const uint32_t end,
                      expression *const made)
{
    const bool article = casus_time_is(r, word, "the");
    uint32_t at = word + article;
    if (at >= end) return false;
    const bool noun = casus_time_word(r, at, TIME_PARTNOUN) >= 0;
    const int32_t part = casus_time_word(r, at, noun ? TIME_PARTNOUN : TIME_PART);
    if (part < 0 || ++at >= end) return false;
    const bool of = casus_time_is(r, at, "of");
    if (noun && !of) return false;
    if (of || casus_time_is(r, at, "in") || casus_time_is(r, at, "-")) at++;
    if (at >= end || !core(r, at, end, made) || !is_coarse(made)) return false;
    if (article && !of && !made->decade && !made->century && !made->season) return false;
    made->part = part;
    return true;
}

/* the last week of August, the first days of 2004 */
static bool read_week_of(const time_reader *const r, const uint32_t word, const uint32_t end,
                         expression *const made)
{
    const uint32_t at = word + casus_time_is(r, word, "the");
    if (at + 3 >= end || !casus_time_is(r, at + 2, "of")) return false;
    const bool last = casus_time_is(r, at, "last") || casus_time_is(r, at, "final");
    const int32_t number = last ? 5 : casus_time_word(r, at, TIME_ORDINAL);
    const int32_t unit = casus_time_word(r, at + 1, TIME_UNIT);
    const int32_t units = casus_time_word(r, at + 1, TIME_UNITS);
    if (number < 1 || number > 5 ||
        (unit != UNIT_WEEK && units != UNIT_DAY && unit != UNIT_MONTH)) {
        return false;
    }
    if (!core(r, at + 3, end, made) || made->kind != EXPRESSION_CALENDAR || made->day) return false;
    made->part = last ? 3 : 1;
    return true;
}

/* mid-May, the mid-1980s: one word with its modifier. */
static bool read_mid(const time_reader *const r, const uint32_t word, const uint32_t end,
                     expression *const made)
{
    const uint32_t at = word + casus_time_is(r, word, "the");
    if (at >= end || casus_time_form(r, at).size == r->document->words.at[at].form.size) {
        return false;
    }
    if (!casus_time_read_date(r, at, end, made) || made->day) return false;
    if (at > word && !made->decade && !made->century) return false;
    made->part = 2;
    return true;
}

/* [the] [early|late] morning [hours] [of] X */
static bool read_daypart_of(const time_reader *const r, const uint32_t word, const uint32_t end,
                            expression *const made)
{
    uint32_t at = word;
    if (at + 2 < end && casus_time_word(r, at, TIME_PART) >= 0 && casus_time_is(r, at + 1, "in")) {
        at += 2; /* early in the morning of */
    }
    if (casus_time_is(r, at, "the")) at++;
    if (at < end && casus_time_word(r, at, TIME_PART) >= 0) at++;
    if (at >= end) return false;
    const int32_t daypart = casus_time_word(r, at++, TIME_DAYPART);
    if (daypart < 0 || at >= end) return false;
    if (casus_time_word(r, at, TIME_UNITS) == UNIT_HOUR) at++;
    if (at + 1 >= end || !(casus_time_is(r, at, "of") || casus_time_is(r, at, "on"))) return false;
    if (!core(r, at + 1, end, made)) return false;
    if (!made->day && !made->weekday && made->kind != EXPRESSION_DEICTIC) return false;
    made->first = word;
    made->daypart = daypart;
    return true;
}

/* the first half of X, the second quarter of X */
static bool read_half(const time_reader *const r, const uint32_t word, const uint32_t end,
                      expression *const made)
{
    uint32_t at = word + casus_time_is(r, word, "the");
    if (at + 3 >= end) return false;
    const int32_t number = casus_time_word(r, at, TIME_PARTHALF) > 0
                               ? casus_time_word(r, at, TIME_PARTHALF)
                               : casus_time_word(r, at, TIME_ORDINAL);
    const bool half = casus_time_word(r, at + 1, TIME_HALF) >= 0;
    const bool quarter = casus_time_word(r, at + 1, TIME_UNIT) == UNIT_QUARTER;
    if (number < 1 || number > 4 || !(half || quarter) || !casus_time_is(r, at + 2, "of")) {
        return false;
    }
    if (!core(r, at + 3, end, made) || made->kind != EXPRESSION_CALENDAR || made->day) return false;
    if (half && !made->month) made->half = number;
    if (half && made->month) made->part = number == 1 ? 1 : 3;
    if (quarter && !made->month) made->quarter = number;
    made->first = word;
    return true;
}

/* A part of the day behind a day: Monday night, 5 May in the morning. */
static void read_daypart_after(const time_reader *const r, const uint32_t end,
                               expression *const made)
{
    const bool day = made->day || made->weekday || made->kind == EXPRESSION_DEICTIC;
    if (!day || made->daypart || made->last + 1 >= end) return;
    const int32_t daypart = casus_time_word(r, made->last + 1, TIME_DAYPART);
    if (daypart < 0) return;
    made->daypart = daypart;
    made->last++;
}

/* The article belongs to the expression where that is a noun phrase of its own (the summer of 1916,
 * the 1960s), not where a year or month stands before a noun (the 2021 attack). */
static bool takes_article(const expression *const made)
{
    return made->season || made->decade || made->century;
}

static bool read_any(const time_reader *const r, const uint32_t word, const uint32_t end,
                     expression *const made)
{
    const expression fresh = *made;
    bool (*const readers[])(const time_reader *, uint32_t, uint32_t, expression *) = {
        read_daypart_of, read_half, read_week_of, read_part, read_mid};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *made = fresh;
        if (readers[i](r, word, end, made)) return true;
    }
    *made = fresh;
    if (casus_time_read_date(r, word, end, made)) return true;
    *made = fresh;
    if (casus_time_is(r, word, "the") && word + 1 < end &&
        casus_time_read_date(r, word + 1, end, made) && takes_article(made)) {
        return true;
    }
    *made = fresh;
    return casus_time_read_relative(r, word, end, made);
}

bool casus_time_read(const time_reader *const r, const uint32_t word, const uint32_t end,
                     expression *const made)
{
    *made = (expression){.first = word, .last = word, .hour = -1, .minute = -1};
    if (!read_any(r, word, end, made)) return false;
    made->first = word;
    read_daypart_after(r, end, made);
    return true;
}
