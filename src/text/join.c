/* What belongs together in spite of a mark: abbreviations, hyphenated words, addresses. */
#include "text/chars.h"
#include "text/segment.h"

/* The word behind white space from `at` on, at most 31 bytes of letters and digits. */
static casus_str next_word(const casus_str text, size_t at)
{
    while (at < text.size && casus_char_at(text, at).klass == CHAR_SPACE) {
        at += casus_char_at(text, at).size;
    }
    size_t end = at;
    while (end < text.size && end - at < 31) {
        const casus_char c = casus_char_at(text, end);
        if (c.klass != CHAR_LETTER && c.klass != CHAR_DIGIT) break;
        end += c.size;
    }
    return (casus_str){text.at + at, end - at};
}

/* A single letter with a full stop is an initial where a name may follow, not before a word that
 * begins sentences. */
static bool is_initial(const casus_segmenter *const s, const size_t begin, const size_t stop)
{
    const casus_char letter = casus_char_at(s->text, begin);
    if (letter.klass != CHAR_LETTER || begin + letter.size != stop) return false;
    const casus_str word = {s->text.at + begin, stop - begin};
    const casus_str next = next_word(s->text, stop + 1);
    if (!s->lower && !casus_starts_upper(word)) return false;
    if (casus_byte_at(s->text, stop + 1) == ',') return true;
    if (!next.size || !(s->lower || casus_starts_upper(next))) return false;
    return next.size == 1 || !(casus_lexical(s->data, next) & LEXICAL_STARTER);
}

bool casus_segment_abbreviates(const casus_segmenter *const s, const size_t begin,
                               const size_t stop)
{
    const casus_str text = s->text;
    const casus_str word = {text.at + begin, stop + 1 - begin};
    if (word.size > 31) return false;
    if (memchr(word.at, '.', word.size - 1) && casus_is_ascii_letter(word.at[word.size - 2]) &&
        word.at[word.size - 3] == '.') {
        return true; /* U.S. */
    }
    const uint32_t bits = casus_lexical(s->data, word);
    if (bits & (LEXICAL_TITLE | LEXICAL_ABBREVIATION)) return true;
    const char next = casus_byte_at(text, stop + 1);
    if (bits & (LEXICAL_NUMBERED | LEXICAL_DATED)) {
        const casus_str following = next_word(text, stop + 1);
        const bool number = following.size && casus_is_digit(following.at[0]);
        if (number) return true;
        if ((bits & LEXICAL_DATED) && next == ',' && casus_starts_upper(word)) return true;
    }
    return is_initial(s, begin, stop);
}

static size_t digits_before(const casus_str text, const size_t begin, size_t at)
{
    const size_t end = at;
    while (at > begin && casus_is_digit(text.at[at - 1])) at--;
    return end - at;
}

static size_t digits_after(const casus_str text, size_t at, const size_t end)
{
    const size_t begin = at;
    while (at < end && casus_is_digit(text.at[at])) at++;
    return at - begin;
}

/* Telephone numbers and dates in digits: 713-853-3989, 345-9945, 2025-09-24, 11-20-2000. */
static bool joins_digits(const casus_str text, const size_t begin, const size_t hyphen,
                         const size_t end)
{
    const size_t before = digits_before(text, begin, hyphen);
    const size_t after = digits_after(text, hyphen + 1, end);
    if (!before || !after) return false;
    if (hyphen - before > begin) return true; /* an earlier hyphen was joined */
    const size_t next = hyphen + 1 + after;
    if (before == 3 && after == 4) return true;
    if (casus_byte_at(text, next) != '-') return false;
    const size_t third = digits_after(text, next + 1, end);
    return third > 0 && before <= 4 && after <= 4;
}

bool casus_segment_hyphen_joins(const casus_segmenter *const s, const size_t begin,
                                const size_t hyphen, const size_t end)
{
    const casus_str text = s->text;
    if (joins_digits(text, begin, hyphen, end)) return true;
    size_t first = hyphen;
    while (first > begin && text.at[first - 1] != '-') first--;
    const bool fresh = first > begin || begin == 0 || text.at[begin - 1] != '-';
    const casus_str left = {text.at + first, hyphen - first};
    if (fresh && (casus_lexical(s->data, left) & LEXICAL_PREFIX)) return true;
    const size_t after = hyphen + casus_char_at(text, hyphen).size;
    size_t stop = after;
    while (stop < end && stop - after < 32 && casus_is_ascii_letter(text.at[stop])) stop++;
    const casus_str right = {text.at + after, stop - after};
    return (casus_lexical(s->data, right) & LEXICAL_SUFFIX) != 0;
}

/* Without the marks that end a sentence or close a bracket behind an address. */
static size_t strip_marks(const casus_str text, const size_t begin, size_t end)
{
    const bool opened = memchr(text.at + begin, '(', end - begin) != NULL;
    while (end > begin + 1) {
        const char c = text.at[end - 1];
        const bool paren = c == ')' && !opened;
        if (!paren && !(c && strchr(".,;:!?'\"]>}", c)) && (uint8_t)c < 128) break;
        end--;
    }
    return end;
}

static bool is_host_char(const char c)
{
    return casus_is_ascii_letter(c) || casus_is_digit(c) || c == '-' || c == '_' || c == '.';
}

/* name@host */
static size_t mail_end(const casus_str text, const size_t begin, const size_t end)
{
    size_t at = begin;
    while (at < end && (is_host_char(text.at[at]) || text.at[at] == '+')) at++;
    if (at == begin || at >= end || text.at[at] != '@') return begin;
    size_t stop = at + 1;
    while (stop < end && is_host_char(text.at[stop])) stop++;
    stop = strip_marks(text, begin, stop);
    return stop > at + 1 ? stop : begin;
}

/* @name, #name */
static size_t handle_end(const casus_str text, const size_t begin, const size_t end)
{
    if (begin + 2 > end ||
        !(casus_is_ascii_letter(text.at[begin + 1]) || text.at[begin + 1] == '_')) {
        return begin;
    }
    size_t at = begin + 1;
    while (at < end && is_host_char(text.at[at]) && text.at[at] != '-' && text.at[at] != '.') at++;
    return at;
}

/* host.tld with a path, or file.ext: told by its last label. */
static size_t host_end(const casus_segmenter *const s, const size_t begin, const size_t end)
{
    const casus_str text = s->text;
    size_t at = begin, label = begin;
    while (at < end && at - begin < 128 && is_host_char(text.at[at])) {
        if (text.at[at] == '.') label = at + 1;
        at++;
    }
    const size_t stop = strip_marks(text, begin, at);
    if (stop < at) { /* a full stop behind it: look for the label again */
        label = stop;
        while (label > begin && text.at[label - 1] != '.') label--;
    }
    if (label == begin || label - begin < 3 || label >= stop) return begin;
    const casus_str word = {text.at + label, stop - label};
    const bool named = casus_lexical(s->data, word) & LEXICAL_DOMAIN;
    if (!named || (casus_starts_upper(word) && !casus_is_ascii_upper(word.at[word.size - 1]))) {
        return begin;
    }
    return casus_byte_at(text, stop) == '/' && stop < end ? strip_marks(text, begin, end) : stop;
}

static size_t emoticon_end(const casus_segmenter *const s, const size_t begin, const size_t end)
{
    for (size_t size = 4; size >= 2; size--) {
        const size_t stop = begin + size;
        if (stop > end || (stop < end && casus_is_ascii_letter(s->text.at[stop]))) continue;
        const casus_str mark = {s->text.at + begin, size};
        if (casus_lexical(s->data, mark) & LEXICAL_EMOTICON) return stop;
    }
    return begin;
}

size_t casus_segment_address(const casus_segmenter *const s, const size_t begin, const size_t end)
{
    const casus_str text = s->text;
    const char c = text.at[begin];
    const casus_str chunk = {text.at + begin, end - begin};
    if (c == '@' || c == '#') return handle_end(text, begin, end);
    if (c && strchr(":;=^<(", c)) return emoticon_end(s, begin, end);
    if (!casus_is_ascii_letter(c) && !casus_is_digit(c)) return begin;
    const char *const mark = memchr(chunk.at, '.', chunk.size < 64 ? chunk.size : 64);
    const char *const at = memchr(chunk.at, '@', chunk.size < 64 ? chunk.size : 64);
    if (at) {
        const size_t mail = mail_end(text, begin, end);
        if (mail > begin) return mail;
    }
    const size_t scheme = casus_str_find(casus_str_slice(chunk, 0, 12), STR("://"));
    if ((scheme != SIZE_MAX && casus_is_ascii_letter(c)) ||
        casus_str_equal_nocase(casus_str_slice(chunk, 0, 4), STR("www."))) {
        return strip_marks(text, begin, end);
    }
    return mark && mark + 1 < chunk.at + chunk.size ? host_end(s, begin, end) : begin;
}
