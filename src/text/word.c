/* Words that begin with a letter or digit: contractions, numbers with units, inner punctuation. */
#include "text/chars.h"
#include "text/segment.h"

static bool is_alnum(const casus_char c)
{
    return c.klass == CHAR_LETTER || c.klass == CHAR_DIGIT;
}

/* Emits a word of letters, cut where it is a contraction without apostrophe (can|not). */
static void emit_word(casus_segmenter *const s, const size_t begin, const size_t end)
{
    const size_t size = end - begin;
    if (size >= 2 && size <= 8) {
        const uint32_t bits = casus_lexical(s->data, (casus_str){s->text.at + begin, size});
        const size_t cut = bits >> LEXICAL_SPLIT_SHIFT;
        if (cut && cut < size) {
            casus_segment_emit(s, begin, begin + cut, WORD_MWT_FIRST);
            casus_segment_emit(s, begin + cut, end, WORD_MWT_REST);
            return;
        }
    }
    casus_segment_emit(s, begin, end, 0);
}

static void emit_split(casus_segmenter *const s, const size_t begin, const size_t cut,
                       const size_t end)
{
    casus_segment_emit(s, begin, cut, WORD_MWT_FIRST);
    casus_segment_emit(s, cut, end, WORD_MWT_REST);
}

static size_t letters_end(const casus_str text, size_t at, const size_t end)
{
    while (at < end) {
        const casus_char c = casus_char_at(text, at);
        if (!is_alnum(c)) break;
        at += c.size;
    }
    return at;
}

static bool all_digits(const casus_str text, size_t begin, const size_t end)
{
    while (begin < end && casus_is_digit(text.at[begin])) begin++;
    return begin == end;
}

/* Is `tail` one of 's 're 've 'll 'd 'm (without its apostrophe)? */
static bool is_clitic(const casus_str tail)
{
    static const char *const clitics[] = {"s", "re", "ve", "ll", "d", "m"};
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++) {
        if (casus_str_equal_nocase(tail, casus_str_from(clitics[i]))) return true;
    }
    return false;
}

/* At an apostrophe at `mark` inside the word from `begin`: emits and gives the end where it closes
 * the word, or `begin` where it belongs inside (O'Brien) or is no part of it (a quotation mark). */
static size_t cut_apostrophe(casus_segmenter *const s, const size_t begin, const size_t mark,
                             const size_t end)
{
    const casus_str text = s->text;
    const size_t after = mark + casus_char_at(text, mark).size;
    const size_t tail_end = letters_end(text, after, end);
    const casus_str tail = {text.at + after, tail_end - after};
    const char before = mark > begin ? text.at[mark - 1] : 0;
    if (!tail.size) {
        if ((before != 's' && before != 'S') || s->single_open) return begin;
        emit_split(s, begin, mark, after);
        return after;
    }
    if (casus_str_equal_nocase(tail, STR("t")) && (before == 'n' || before == 'N') &&
        mark - begin > 1) {
        emit_split(s, begin, mark - 1, tail_end);
        return tail_end;
    }
    if (!is_clitic(tail)) return begin;
    if (all_digits(text, begin, mark)) {
        casus_segment_emit(s, begin, tail_end, 0); /* 1980's */
    } else {
        emit_split(s, begin, mark, tail_end);
    }
    return tail_end;
}

/* The end of a date in digits at `begin` (24/9/2025, 9/11), or `begin`. */
static size_t slashed_end(const casus_str text, const size_t begin, const size_t end)
{
    size_t at = begin, groups = 0;
    while (at < end) {
        const size_t group = at;
        while (at < end && casus_is_digit(text.at[at])) at++;
        if (at == group || at - group > 4 || ++groups > 3) return begin;
        if (casus_byte_at(text, at) != '/') break;
        at++;
    }
    const bool whole = at == end || !is_alnum(casus_char_at(text, at));
    return whole && text.at[at - 1] != '/' && (groups == 2 || groups == 3) ? at : begin;
}

/* Does the separator at `at` stand inside a number: 1,200 3.5 10:30? */
static bool inside_number(const casus_str text, const size_t at, const size_t end)
{
    if (!at || !casus_is_digit(text.at[at - 1])) return false;
    size_t digits = at + 1;
    while (digits < end && casus_is_digit(text.at[digits])) digits++;
    const size_t count = digits - at - 1;
    if (text.at[at] == ',') return count == 2 || count == 3;
    return count > 0;
}

/* The end of the unit at `at` behind digits (20km, 5 of 5p.m.), or `at`. */
static size_t unit_end(const casus_segmenter *const s, const size_t at, const size_t end)
{
    size_t stop = at;
    while (stop < end && casus_is_ascii_letter(s->text.at[stop])) stop++;
    if (stop < end && is_alnum(casus_char_at(s->text, stop))) return at;
    const casus_str unit = {s->text.at + at, stop - at};
    if (casus_lexical(s->data, unit) & LEXICAL_UNIT) return stop;
    const casus_str dotted = casus_str_slice(s->text, at, 4);
    return casus_str_equal_nocase(dotted, STR("p.m.")) ||
                   casus_str_equal_nocase(dotted, STR("a.m."))
               ? at + 4
               : at;
}

/* Is the currency sign at `at` part of the word before it (US$)? */
static bool joins_currency(const casus_str text, const size_t begin, const size_t at)
{
    if (text.at[at] != '$' || at - begin > 3) return false;
    for (size_t i = begin; i < at; i++) {
        if (!casus_is_ascii_upper(text.at[i])) return false;
    }
    return true;
}

/* Does the mark at `at` join what stands on both sides into one word? */
static bool joins(const casus_segmenter *const s, const size_t begin, const size_t at,
                  const size_t end)
{
    const casus_str text = s->text;
    const casus_char mark = casus_char_at(text, at);
    const size_t after = at + mark.size;
    if (after >= end || !is_alnum(casus_char_at(text, after))) return false;
    const bool one_each = at - begin == 1 && letters_end(text, after, end) - after == 1;
    switch (mark.code) {
    case '_':
    case '*':
        return true;
    case ',':
    case ':':
        return inside_number(text, at, end);
    case '&':
        return at && casus_is_ascii_upper(text.at[at - 1]) && casus_is_ascii_upper(text.at[after]);
    case '/':
        return one_each;
    case '-':
    case 0x2010:
    case 0x2011:
        return casus_segment_hyphen_joins(s, begin, at, end);
    default:
        return casus_is_apostrophe(mark.code) || mark.code == 0x2018 || mark.code == 0xb7;
    }
}

/* Does the full stop at `at` stand inside a word: 3.5, U.S., Ph.D.? */
static bool joins_stop(const casus_segmenter *const s, const size_t begin, const size_t at,
                       const size_t end)
{
    const casus_str text = s->text;
    const casus_char next = at + 1 < end ? casus_char_at(text, at + 1) : (casus_char){0};
    if (!is_alnum(next) || at + 1 >= end) return false;
    if (inside_number(text, at, end)) return true;
    const size_t label = letters_end(text, at + 1, end) - at - 1;
    const bool single = at == begin + 1 || (at >= begin + 2 && text.at[at - 2] == '.');
    if (single && label <= 2 && next.klass == CHAR_LETTER) return true;
    size_t stop = at + 1;
    while (stop < end && stop - begin < 32 &&
           (casus_is_ascii_letter(text.at[stop]) || text.at[stop] == '.')) {
        stop++;
    }
    const casus_str whole = {text.at + begin, stop - begin};
    return (casus_lexical(s->data, whole) & LEXICAL_ABBREVIATION) != 0;
}

size_t casus_segment_word(casus_segmenter *const s, const size_t begin, const size_t end)
{
    const casus_str text = s->text;
    const size_t slashed = slashed_end(text, begin, end);
    if (slashed > begin) {
        casus_segment_emit(s, begin, slashed, 0);
        return slashed;
    }
    size_t at = begin + (casus_char_at(text, begin).klass == CHAR_SYMBOL ||
                         casus_char_at(text, begin).klass == CHAR_DASH);
    while (at < end) {
        const casus_char c = casus_char_at(text, at);
        const bool after_digit = at > begin && casus_is_digit(text.at[at - 1]);
        if (c.klass == CHAR_LETTER && after_digit && unit_end(s, at, end) > at) {
            const size_t unit = unit_end(s, at, end);
            casus_segment_emit(s, begin, at, 0);
            casus_segment_emit(s, at, unit, 0);
            return unit;
        }
        if (is_alnum(c)) {
            at += c.size;
            continue;
        }
        if (casus_is_apostrophe(c.code)) {
            const size_t cut = cut_apostrophe(s, begin, at, end);
            if (cut > begin) return cut;
        }
        if (c.code == '.') {
            if (joins_stop(s, begin, at, end)) {
                at++;
                continue;
            }
            if (casus_segment_abbreviates(s, begin, at)) {
                casus_segment_emit(s, begin, at + 1, 0);
                return at + 1;
            }
            break;
        }
        if (c.klass == CHAR_CURRENCY && joins_currency(text, begin, at)) {
            casus_segment_emit(s, begin, at + 1, 0);
            return at + 1;
        }
        if (!joins(s, begin, at, end)) break;
        at += c.size;
    }
    emit_word(s, begin, at);
    return at;
}
