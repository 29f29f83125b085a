/* Calendar dates: explicit days, months, years, seasons, decades, feasts. */
#include "text/chars.h"
#include "time/expression.h"

enum { YEAR_LEAST = 1000, YEAR_MOST = 2100 };

static casus_str form(const time_reader *const r, const uint32_t word)
{
    return casus_time_form(r, word);
}

static bool in(const time_reader *const r, const uint32_t word, const time_class klass)
{
    return casus_time_word(r, word, klass) >= 0;
}

static bool comma(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    return word < end && casus_time_is(r, word, ",");
}

/* A year in digits that cannot be anything else beside a month: 1954, '18. */
static int32_t year_at(const time_reader *const r, const uint32_t word, const uint32_t end,
                       bool *const two_digits)
{
    *two_digits = false;
    if (word >= end) return -1;
    const int32_t year = casus_time_digits(r, word, 4);
    if (year >= YEAR_LEAST && year <= YEAR_MOST && form(r, word).size == 4) return year;
    const casus_str text = form(r, word);
    const casus_char mark = casus_char_at(text, 0);
    if (casus_is_apostrophe(mark.code) && text.size == mark.size + 2u &&
        casus_is_digit(text.at[mark.size]) && casus_is_digit(text.at[mark.size + 1])) {
        *two_digits = true;
        return (text.at[mark.size] - '0') * 10 + text.at[mark.size + 1] - '0';
    }
    return -1;
}

/* 2025-09-24, 24/9/2025, 9/24/25, 24.9.2025 in one word. */
static bool read_digits(const time_reader *const r, const uint32_t word, expression *const made)
{
    const casus_str text = form(r, word);
    int32_t part[3] = {0}, size[3] = {0};
    uint32_t count = 0;
    char mark = 0;
    if (text.size < 6 || text.size > 10) return false;
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.at[i];
        if (casus_is_digit(c)) {
            if (++size[count] > 4) return false;
            part[count] = part[count] * 10 + c - '0';
        } else if ((c == '-' || c == '/' || c == '.') && (!mark || mark == c) && count < 2) {
            mark = c;
            count++;
        } else {
            return false;
        }
    }
    if (count != 2 || !size[2]) return false;
    const bool year_first = size[0] == 4;
    int32_t day = year_first ? part[2] : part[0], month = part[1];
    const int32_t year = year_first ? part[0] : part[2];
    if (!year_first && size[2] != 4 && !(size[2] == 2 && mark == '/')) return false;
    if (!year_first && ((!r->day_first && mark != '.') || month > 12) && day <= 12) {
        day = part[1];
        month = part[0];
    }
    if (month < 1 || month > 12 || day < 1 || day > 31) return false;
    made->year = size[2] == 2 && !year_first ? year + (year < 50 ? 2000 : 1900) : year;
    made->month = month;
    made->day = day;
    made->last = word;
    return true;
}

/* [,] [of] year behind a month or day; also "of that year", "of the same year": left to context. */
static void read_year(const time_reader *const r, const uint32_t next, const uint32_t end,
                      expression *const made)
{
    bool short_year;
    uint32_t at = next + (comma(r, next, end) ? 1 : 0);
    const bool with_comma = at > next;
    if (at < end && casus_time_is(r, at, "of") && !with_comma) at++;
    int32_t year = year_at(r, at, end, &short_year);
    if (at + 1 < end && in(r, at, TIME_WHICH) && !casus_time_is(r, at, "that") &&
        casus_time_word(r, at + 1, TIME_UNIT) == UNIT_YEAR) { /* May last year */
        const int32_t which = casus_time_word(r, at, TIME_WHICH);
        made->of_year = true;
        made->year_offset = which == 1 ? -1 : which == 2 ? 1 : 0;
        made->last = at + 1;
        return;
    }
    if (year < 0 && !with_comma && at > next && at + 1 < end &&
        (casus_time_is(r, at, "that") || casus_time_is(r, at, "this") ||
         (casus_time_is(r, at, "the") && casus_time_is(r, at + 1, "same")))) {
        const uint32_t noun = at + (casus_time_is(r, at, "the") ? 2 : 1);
        if (noun < end && in(r, noun, TIME_UNIT)) made->last = noun;
        return;
    }
    if (year < 0 && made->month > 100 && at < end) {
        year = casus_time_digits(r, at, 4);
        if (year < 1200 || year > 1500) year = -1;
    }
    if (year < 0) return;
    made->year = year;
    made->two_digits = short_year;
    made->last = at;
    if (at + 1 < end && in(r, at + 1, TIME_ERA)) {
        made->bc = casus_time_word(r, at + 1, TIME_ERA) == 1;
        made->islamic = casus_time_word(r, at + 1, TIME_ERA) == 3;
        made->last = at + 1;
    }
}

/* Is a number behind a month its day, and not a count (March 5 soldiers)? */
static int32_t day_after_month(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    if (word >= end) return -1;
    const int32_t day = casus_time_day(r, word);
    if (day < 1 || in(r, word, TIME_UNIT)) return -1;
    return casus_is_digit(form(r, word).at[0]) || (word + 1 < end && comma(r, word + 1, end)) ? day
                                                                                              : -1;
}

/* month [day] [year], day [of] month [year], the 9th [of that month] */
static bool read_month(const time_reader *const r, const uint32_t word, const uint32_t end,
                       expression *const made)
{
    const int32_t month = casus_time_word(r, word, TIME_MONTH);
    if (month < 0) return false;
    made->month = month;
    made->last = word;
    uint32_t next = word + 1;
    if (next < end && casus_time_is(r, next, "the")) {
        if (next + 1 < end && casus_time_day(r, next + 1) > 0 &&
            !casus_time_is(r, next + 1, "second")) {
            next++;
        }
    }
    const int32_t day = day_after_month(r, next, end);
    if (day > 0) {
        made->day = day;
        made->last = next++;
    }
    read_year(r, next, end, made);
    if (made->year) return true;
    /* May 20-23, 1951: the year stands behind the second day */
    return true;
}

static bool read_day_month(const time_reader *const r, const uint32_t word, const uint32_t end,
                           expression *const made)
{
    uint32_t at = word + (casus_time_is(r, word, "the") ? 1 : 0);
    if (at + 1 >= end) return false;
    const int32_t day = casus_time_day(r, at);
    if (day < 1) return false;
    uint32_t month = at + 1;
    if (casus_time_is(r, month, "of")) month++;
    if (month < end && casus_time_is(r, month, "-")) month++;
    if (month < end && in(r, month, TIME_MONTH)) {
        made->day = day;
        made->month = casus_time_word(r, month, TIME_MONTH);
        made->last = month;
        const uint32_t next = month + 1;
        const bool dashed = next + 1 < end && casus_time_is(r, next, "-") && month == at + 2;
        read_year(r, next + dashed, end, made);
        return true;
    }
    /* the 9th: of the month told before; only with its ending */
    if (at == word || casus_is_digit(form(r, at).at[form(r, at).size - 1])) return false;
    if (!casus_is_digit(form(r, at).at[0])) return false;
    const bool of_month = month == at + 2 && month + 1 < end && in(r, month + 1, TIME_UNIT);
    if (!of_month && month < end && casus_char_at(form(r, month), 0).klass == CHAR_LETTER &&
        month == at + 1 && !in(r, month, TIME_YEARPREP)) {
        return false; /* the 7th battalion */
    }
    if (month == at + 2 && !of_month) return false; /* the 7th of its kind */
    if (!of_month && !(word && in(r, word - 1, TIME_YEARPREP)) &&
        !(word && casus_time_is(r, word - 1, "on"))) {
        return false;
    }
    made->day = day;
    made->last = of_month ? month + 1 : at;
    return true;
}

/* Does the tree make it a count of the noun behind it (of 2000 men)? */
static bool counts_noun(const time_reader *const r, const uint32_t word, const uint32_t end)
{
    const casus_word *const words = r->document->words.at;
    const uint32_t head = words[word].head;
    if (words[word].deprel != DEP_NUMMOD || head <= word || head >= end) return false;
    if (word && (casus_time_is(r, word - 1, "the") || casus_time_is(r, word - 1, "'s")))
        return false;
    return words[head].upos == UPOS_NOUN && (words[head].features & FEAT_PLURAL) &&
           head == word + 1;
}

/* Is it the number of a thing named before it (Resolution 1973)? */
static bool numbers_name(const time_reader *const r, const uint32_t word)
{
    const casus_str before = form(r, word - 1);
    return casus_starts_upper(before) && !in(r, word - 1, TIME_YEARPREP) &&
           !in(r, word - 1, TIME_PART) && !casus_time_is(r, word - 1, "the");
}

/* May a bare number of four digits be a year here? */
static bool plausible_year(const time_reader *const r, const uint32_t word, const uint32_t end,
                           const int32_t year)
{
    const casus_sentence *const sentence =
        &r->document->sentences.at[r->document->words.at[word].sentence];
    const bool first = word == sentence->first;
    const bool prep = !first && in(r, word - 1, TIME_YEARPREP);
    if (!first && (in(r, word - 1, TIME_NOTYEAR) || numbers_name(r, word))) return false;
    if (counts_noun(r, word, end)) return false;
    if (!first && casus_char_at(form(r, word - 1), 0).klass == CHAR_CURRENCY) return false;
    if (word + 1 >= end) return prep || year >= 1500;
    const casus_str next = form(r, word + 1);
    if (casus_time_is(r, word + 1, "%") || casus_lexical(r->data->text, next) & LEXICAL_UNIT) {
        if (!casus_time_is(r, word + 1, "in")) return false;
    }
    if (in(r, word + 1, TIME_UNITS) || in(r, word + 1, TIME_HOURWORD) ||
        in(r, word + 1, TIME_ZONE)) {
        return false;
    }
    const bool lower = casus_starts_lower(next);
    const bool plural = lower && next.size > 3 && next.at[next.size - 1] == 's';
    if (plural && !(prep && year >= 1900)) return false;
    if (lower && !in(r, word + 1, TIME_YEARPREP) && !prep && next.size > 3 &&
        (year < 1900 || year > 2035)) {
        return false;
    }
    return prep || year >= 1500;
}

/* 1954, 264 BC, 1404 AH, AD 1258 */
static bool read_bare_year(const time_reader *const r, const uint32_t word, const uint32_t end,
                           expression *const made)
{
    const int32_t number = casus_time_digits(r, word, 4);
    if (number > 0 && word + 1 < end && in(r, word + 1, TIME_ERA)) {
        const int32_t era = casus_time_word(r, word + 1, TIME_ERA);
        made->bc = era == 1;
        made->islamic = era == 3;
        made->year = number;
        made->last = word + 1;
        return true;
    }
    bool short_year;
    const int32_t year = year_at(r, word, end, &short_year);
    if (year < 0) return false;
    if (!short_year && !plausible_year(r, word, end, year)) return false;
    if (!short_year && comma(r, word + 1, end) && word + 2 < end &&
        read_month(r, word + 2, end, made) && !made->year) {
        made->year = year; /* 1999, January 6 */
        return true;
    }
    made->month = made->day = 0;
    made->year = year;
    made->two_digits = short_year;
    made->last = word;
    return true;
}

/* 1990s, the nineties, '80s, 1980's */
static bool read_decade(const time_reader *const r, const uint32_t word, expression *const made)
{
    const casus_str text = form(r, word);
    size_t at = casus_is_apostrophe(casus_char_at(text, 0).code) ? casus_char_at(text, 0).size : 0;
    const size_t begin = at;
    int32_t value = 0;
    while (at < text.size && casus_is_digit(text.at[at]) && at - begin < 4) {
        value = value * 10 + text.at[at++] - '0';
    }
    const size_t digits = at - begin;
    if (at < text.size && text.at[at] != 's') at += casus_char_at(text, at).size;
    if ((digits == 4 || digits == 2) && at + 1 == text.size && text.at[at] == 's' &&
        value % 10 == 0) {
        made->year = digits == 4 ? value : (value < 30 ? 2000 : 1900) + value;
        made->two_digits = false;
        made->decade = true;
        made->last = word;
        return true;
    }
    const int32_t decade = casus_time_word(r, word, TIME_DECADE);
    if (decade < 0 || !word || !in(r, word - 1, TIME_YEARPREP)) {
        if (decade < 0 || !word || !casus_time_is(r, word - 1, "the")) return false;
    }
    made->year = 1900 + decade * 10;
    made->decade = true;
    made->last = word;
    return true;
}

/* ordinal [-] century [BC] */
static bool read_century(const time_reader *const r, const uint32_t word, const uint32_t end,
                         expression *const made)
{
    const int32_t number = casus_time_day(r, word);
    uint32_t at = word + 1;
    if (number < 1 || at >= end || casus_time_digits(r, word, 4) >= 0) return false;
    if (casus_time_is(r, at, "-")) at++;
    if (at >= end || casus_time_word(r, at, TIME_UNIT) != UNIT_CENTURY) return false;
    made->year = (number - 1) * 100;
    made->century = true;
    made->last = at;
    if (at + 1 < end && in(r, at + 1, TIME_ERA)) {
        made->bc = casus_time_word(r, at + 1, TIME_ERA) == 1;
        made->last = at + 1;
    }
    return true;
}

/* spring [of] [year]; alone only behind an article or a preposition */
static bool read_season(const time_reader *const r, const uint32_t word, const uint32_t end,
                        expression *const made)
{
    const int32_t season = casus_time_word(r, word, TIME_SEASON);
    if (season < 0) return false;
    made->season = season;
    made->last = word;
    read_year(r, word + 1, end, made);
    if (made->year) return true;
    if (!word) return false;
    return in(r, word - 1, TIME_YEARPREP) || casus_time_is(r, word - 1, "the") ||
           in(r, word - 1, TIME_WHICH) || in(r, word - 1, TIME_WHICH_CONTEXT);
}

/* The longest feast's name, hyphens as blanks; a year may follow. */
static bool read_feast(const time_reader *const r, const uint32_t word, const uint32_t end,
                       expression *const made)
{
    char buffer[64];
    size_t size = 0;
    bool found = false;
    for (uint32_t i = word; i < end && i < word + 7; i++) {
        const casus_str text = form(r, i);
        if (casus_time_is(r, i, "-")) continue;
        if (size + text.size + 1 > sizeof buffer) break;
        const casus_char c = casus_char_at(text, 0);
        if (size && (r->document->words.at[i].flags & WORD_MWT_REST) == 0) buffer[size++] = ' ';
        if (c.klass != CHAR_LETTER && !casus_is_apostrophe(c.code)) break;
        for (size_t k = 0; k < text.size && size < sizeof buffer;) {
            const casus_char letter = casus_char_at(text, k);
            if (casus_is_apostrophe(letter.code)) {
                buffer[size++] = '\'';
            } else {
                for (uint32_t b = 0; b < letter.size && size < sizeof buffer; b++) {
                    const char byte = text.at[k + b];
                    buffer[size++] = casus_is_ascii_upper(byte) ? (char)(byte + 32) : byte;
                }
            }
            k += letter.size;
        }
        const uint32_t index = casus_map_get(&r->data->feast_names, (casus_str){buffer, size});
        if (index == CASUS_NONE) continue;
        made->feast = &r->data->feasts.at[index];
        made->last = i;
        found = true;
    }
    if (!found) return false;
    made->kind = EXPRESSION_FEAST;
    const uint32_t named = made->last;
    read_year(r, named + 1, end, made);
    /* the Tet Offensive, the Easter Rising: names of their own */
    return made->last > named || named + 1 >= end || !casus_starts_upper(form(r, named + 1)) ||
           in(r, named + 1, TIME_WEEKDAY) || in(r, named + 1, TIME_MONTH);
}

/* Wednesday[,] before a date. */
static bool read_weekday_date(const time_reader *const r, const uint32_t word, const uint32_t end,
                              expression *const made)
{
    const int32_t weekday = casus_time_word(r, word, TIME_WEEKDAY);
    if (weekday < 0) return false;
    uint32_t at = word + 1;
    if (at < end && comma(r, at, end)) at++;
    if (at < end && casus_time_is(r, at, "the")) at++;
    if (at < end && (read_month(r, at, end, made) || read_day_month(r, at, end, made)) &&
        made->day) {
        made->weekday = weekday;
        return true;
    }
    made->month = made->day = made->year = 0;
    return false;
}

bool casus_time_read_date(const time_reader *const r, const uint32_t word, const uint32_t end,
                          expression *const made)
{
    const char first = form(r, word).at[0];
    const bool digit = casus_is_digit(first);
    made->kind = EXPRESSION_CALENDAR;
    if (read_feast(r, word, end, made)) return true;
    if (digit && read_digits(r, word, made)) return true;
    if (read_weekday_date(r, word, end, made)) return true;
    if (read_day_month(r, word, end, made)) return true;
    if (read_month(r, word, end, made)) return true;
    if (read_century(r, word, end, made)) return true;
    if (read_decade(r, word, made)) return true;
    if (read_bare_year(r, word, end, made)) return true;
    return read_season(r, word, end, made);
}
