/* From bytes to chunks between white space, and from chunks to words. */
#include "text/chars.h"
#include "text/segment.h"

void casus_segment_emit(casus_segmenter *const s, const size_t begin, const size_t end,
                        const uint16_t flags)
{
    if (begin >= end) return;
    casus_document *const document = s->document;
    const uint32_t index = document->words.count;
    if (index && s->gap != GAP_NONE) document->words.at[index - 1].flags |= WORD_SPACE_AFTER;
    VEC_PUSH(&document->words, document->arena,
             (casus_word){.span = {(uint32_t)begin, (uint32_t)end},
                          .form = {s->text.at + begin, end - begin},
                          .head = index,
                          .flags = flags});
    VEC_PUSH(&s->gaps, document->arena, (uint8_t)s->gap);
    s->gap = GAP_NONE;
}

/* Marks that are one token however often they are repeated. */
static bool is_run_char(const char c)
{
    return c && strchr("-.*=_~+#<>|^", c) != NULL;
}

static size_t run_end(const casus_str text, size_t at, const size_t end)
{
    const char c = text.at[at];
    while (at < end && text.at[at] == c) at++;
    return at;
}

static size_t exclamation_end(const casus_str text, size_t at, const size_t end)
{
    while (at < end && (text.at[at] == '!' || text.at[at] == '?')) at++;
    return at;
}

/* Elided beginnings: '90s, 'em, 'til; else the apostrophe is a quotation mark. */
static size_t elision_end(const casus_segmenter *const s, const size_t begin, const size_t end)
{
    const casus_char mark = casus_char_at(s->text, begin);
    size_t at = begin + mark.size;
    if (at + 2 <= end && casus_is_digit(s->text.at[at]) && casus_is_digit(s->text.at[at + 1])) {
        at += 2;
        if (casus_byte_at(s->text, at) == 's') at++;
        return casus_char_at(s->text, at).klass == CHAR_DIGIT ? begin : at;
    }
    static const char *const endings[] = {"s", "re", "ve", "ll", "em", "til", "cause", "d", "m"};
    size_t letters = at;
    while (letters < end && casus_is_ascii_letter(s->text.at[letters])) letters++;
    const casus_str word = {s->text.at + at, letters - at};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (casus_str_equal_nocase(word, casus_str_from(endings[i]))) return letters;
    }
    return begin;
}

static size_t quote_mark(casus_segmenter *const s, const size_t begin, const size_t end)
{
    const casus_char mark = casus_char_at(s->text, begin);
    const size_t next = begin + mark.size;
    if (mark.code == '\'' || mark.code == '`' || mark.code == 0x2019) {
        const size_t elided = elision_end(s, begin, end);
        if (elided > begin) return elided;
        if (next < end && casus_byte_at(s->text, next) == (char)mark.code) return next + 1;
        s->single_open = mark.code != 0x2019 && next < end;
    } else if (mark.code == 0x2018) {
        s->single_open = true;
    }
    return next;
}

/* Emits one token that begins with neither letter nor digit; gives its end. */
static size_t punctuation(casus_segmenter *const s, const size_t begin, const size_t end)
{
    const casus_str text = s->text;
    const casus_char c = casus_char_at(text, begin);
    const char next = begin + 1 < end ? text.at[begin + 1] : 0;
    size_t stop = begin + c.size;
    if (casus_is_apostrophe(c.code) || c.code == 0x2018) {
        stop = quote_mark(s, begin, end);
    } else if (c.code == '!' || c.code == '?') {
        stop = exclamation_end(text, begin, end);
    } else if (c.code == 0x2026) {
        while (stop < end && text.at[stop] == '.') stop++;
    } else if (c.code < 128 && is_run_char((char)c.code) && next == (char)c.code) {
        stop = run_end(text, begin, end);
    }
    casus_segment_emit(s, begin, stop, 0);
    return stop;
}

/* A sign or point that belongs to the number behind it: -5, +44, .22 */
static bool signs_number(const casus_segmenter *const s, const size_t begin, const size_t at,
                         const size_t end)
{
    const char c = s->text.at[at];
    if (c != '+' && c != '-' && c != '.') return false;
    return at == begin && at + 1 < end && casus_is_digit(s->text.at[at + 1]);
}

void casus_segment_chunk(casus_segmenter *const s, const size_t begin, const size_t end)
{
    size_t at = begin;
    while (at < end) {
        const casus_char c = casus_char_at(s->text, at);
        const size_t address = casus_segment_address(s, at, end);
        if (address > at) {
            casus_segment_emit(s, at, address, 0);
            at = address;
        } else if (c.klass == CHAR_LETTER || c.klass == CHAR_DIGIT ||
                   signs_number(s, begin, at, end)) {
            at = casus_segment_word(s, at, end);
        } else {
            at = punctuation(s, at, end);
        }
    }
}

typedef struct line_measure {
    size_t begin, block_end;
    uint32_t width; /* of the widest line of the block, in bytes */
} line_measure;

enum { WRAP_LEAST = 40, WRAP_MOST = 130 };

static size_t line_end(const casus_str text, const size_t at)
{
    if (at >= text.size) return text.size;
    const char *const newline = memchr(text.at + at, '\n', text.size - at);
    return newline ? (size_t)(newline - text.at) : text.size;
}

/* Measures the block of lines up to the next blank line. */
static void measure_block(const casus_str text, line_measure *const lines, const size_t begin)
{
    lines->width = 0;
    size_t at = begin;
    while (at < text.size) {
        const size_t end = line_end(text, at);
        if (!casus_str_trim(casus_str_slice(text, at, end - at)).size) break;
        if (end - at > lines->width) {
            lines->width = end - at > UINT32_MAX ? UINT32_MAX : (uint32_t)(end - at);
        }
        at = end + 1;
    }
    lines->block_end = at;
}

/* A newline only wraps the line where the next line's first word would not have fitted in, or where
 * the next line goes on in lower case and this one does not end a sentence. */
static bool newline_wraps(const casus_segmenter *const s, const line_measure *const lines,
                          const size_t newline, const size_t next)
{
    if (lines->width > WRAP_MOST) return false;
    const size_t width = newline - lines->begin;
    const char last = newline ? s->text.at[newline - 1] : 0;
    if (!s->lower && casus_starts_lower(casus_str_slice(s->text, next, 4))) {
        return width > WRAP_LEAST / 2 && !(last && strchr(".!?:;", last));
    }
    size_t word = next;
    while (word < s->text.size && word - next < WRAP_MOST &&
           casus_char_at(s->text, word).klass != CHAR_SPACE) {
        word++;
    }
    return lines->width >= WRAP_LEAST && width + 1 + (word - next) > lines->width;
}

/* Reads white space from `at` on, sets the gap before the next word, gives the next word's place.
 */
static size_t read_gap(casus_segmenter *const s, line_measure *const lines, const size_t begin)
{
    uint32_t newlines = 0, blanks = 0;
    size_t first_newline = 0, at = begin, line = lines->begin;
    while (at < s->text.size) {
        const casus_char c = casus_char_at(s->text, at);
        if (c.klass != CHAR_SPACE) break;
        if (c.code == '\n' || c.code == 0x2028 || c.code == 0x2029) {
            if (!newlines++) first_newline = at;
            line = at + c.size;
        } else if (c.code != 0xfeff && c.code != 0x200b) {
            blanks += c.code == '\t' ? 3 : 1;
        }
        at += c.size;
    }
    if (newlines > 1 || s->gap == GAP_PARAGRAPH) {
        s->gap = GAP_PARAGRAPH;
    } else if (newlines) {
        s->gap = newline_wraps(s, lines, first_newline, at) ? GAP_WRAP : GAP_LINE;
    } else {
        s->gap = blanks >= 3 ? GAP_WIDE : GAP_SPACE;
    }
    lines->begin = line;
    if (at >= lines->block_end) measure_block(s->text, lines, line);
    return at;
}

static bool without_capitals(const casus_str text)
{
    uint32_t upper = 0, lower = 0;
    for (size_t i = 0; i < text.size && i < 20000; i++) {
        upper += casus_is_ascii_upper(text.at[i]);
        lower += text.at[i] >= 'a' && text.at[i] <= 'z';
    }
    return lower > 20 && upper * 200 < lower;
}

void casus_segment_words(casus_segmenter *const s)
{
    line_measure lines = {0};
    s->gap = GAP_PARAGRAPH;
    s->lower = without_capitals(s->text);
    size_t at = read_gap(s, &lines, 0);
    while (at < s->text.size) {
        const size_t begin = at;
        while (at < s->text.size && casus_ascii_classes[s->text.at[at] & 127] == CHAR_LETTER &&
               (uint8_t)s->text.at[at] < 128) {
            at++;
        }
        for (casus_char c; (c = casus_char_at(s->text, at)).klass != CHAR_SPACE;) at += c.size;
        casus_segment_chunk(s, begin, at);
        at = read_gap(s, &lines, at);
        if (s->gap >= GAP_LINE) s->single_open = false;
    }
    const uint32_t count = s->document->words.count;
    if (count && s->gap != GAP_NONE) s->document->words.at[count - 1].flags |= WORD_SPACE_AFTER;
}
