/* Words become sentences: at final stops, at meant line breaks, behind datelines. */
#include "text/chars.h"
#include "text/segment.h"

static casus_str form(const casus_segmenter *const s, const uint32_t word)
{
    return s->document->words.at[word].form;
}

static char first_byte(const casus_segmenter *const s, const uint32_t word)
{
    return form(s, word).at[0];
}

static char last_byte(const casus_segmenter *const s, const uint32_t word)
{
    return form(s, word).at[form(s, word).size - 1];
}

typedef enum stop_kind {
    STOP_NONE,
    STOP_PERIOD,
    STOP_MARK,
    STOP_ELLIPSIS,
    STOP_ABBREVIATION
} stop_kind;

static stop_kind stop_of(const casus_segmenter *const s, const uint32_t word)
{
    const casus_str text = form(s, word);
    const char c = text.at[0];
    if (c == '!' || c == '?') return STOP_MARK;
    if (c == '.' && text.size == 1) return STOP_PERIOD;
    if (c == '.' && text.size > 1 && text.at[1] == '.') return STOP_ELLIPSIS;
    if (text.size >= 3 && memcmp(text.at, "\xe2\x80\xa6", 3) == 0) return STOP_ELLIPSIS;
    if (casus_char_at(text, 0).code == 0x3002) return STOP_MARK;
    return text.at[text.size - 1] == '.' ? STOP_ABBREVIATION : STOP_NONE;
}

/* A closing bracket or quotation mark that follows without white space. */
static bool closes(const casus_segmenter *const s, const uint32_t word)
{
    if (s->gaps.at[word] != GAP_NONE) return false;
    const casus_char c = casus_char_at(form(s, word), 0);
    return c.klass == CHAR_CLOSE || c.klass == CHAR_QUOTE ||
           (form(s, word).size <= 3 && casus_is_apostrophe(c.code));
}

static bool is_quote(const casus_segmenter *const s, const uint32_t word)
{
    const casus_char c = casus_char_at(form(s, word), 0);
    return c.klass == CHAR_QUOTE || c.code == 0x201d || c.code == 0xbb || c.code == 0x2019 ||
           (c.code == '\'' && form(s, word).size <= 2);
}

/* The end of a reference in brackets behind the full stop ([6]), or `word`. */
static uint32_t reference_end(const casus_segmenter *const s, const uint32_t word)
{
    const uint32_t count = s->document->words.count;
    if (word + 3 > count || s->gaps.at[word] > GAP_SPACE || first_byte(s, word) != '[') return word;
    if (!casus_is_digit(first_byte(s, word + 1)) || first_byte(s, word + 2) != ']') return word;
    return word + 3;
}

/* The first word at or behind `word` that is no opening mark. */
static uint32_t content(const casus_segmenter *const s, uint32_t word)
{
    const uint32_t count = s->document->words.count;
    const uint32_t most = count - word < 4 ? count : word + 4;
    while (word + 1 < most) {
        const uint8_t klass = casus_char_at(form(s, word), 0).klass;
        if (klass != CHAR_OPEN && klass != CHAR_QUOTE && klass != CHAR_SYMBOL) break;
        word++;
    }
    return word;
}

/* Is the quotation that ended before `next` attributed there: … said, said …? */
static bool attributed(const casus_segmenter *const s, const uint32_t next)
{
    const uint32_t count = s->document->words.count;
    for (uint32_t i = next; i < count && i < next + 4; i++) {
        if (casus_lexical(s->data, form(s, i)) & LEXICAL_SAYING) return true;
        if (casus_char_at(form(s, i), 0).klass != CHAR_LETTER) return false;
    }
    return false;
}

static bool abbreviation_ends(const casus_segmenter *const s, const uint32_t word,
                              const uint32_t next)
{
    const uint32_t bits = casus_lexical(s->data, form(s, word));
    if (bits & LEXICAL_TITLE) return false;
    if (form(s, word).size == 2) return false; /* an initial: word.c has looked at what follows */
    if (s->lower || !casus_starts_upper(form(s, next))) return false;
    return (casus_lexical(s->data, form(s, next)) & LEXICAL_STARTER) != 0;
}

/* Does the sentence end behind `stop`, whose closing marks reach up to `marks`, and references up
 * to `next`? */
static bool stop_ends(const casus_segmenter *const s, const uint32_t stop, const uint32_t marks,
                      const uint32_t next)
{
    const stop_kind kind = stop_of(s, stop);
    const uint32_t word = content(s, next);
    const casus_str following = form(s, word);
    const bool lower = casus_starts_lower(following) && !s->lower;
    const bool quoted = marks > stop + 1 && is_quote(s, marks - 1);
    const char mark = first_byte(s, next);
    if (mark && strchr(",;:)]}", mark)) return false;
    if (kind == STOP_ABBREVIATION) return abbreviation_ends(s, stop, word);
    if (kind == STOP_ELLIPSIS && (lower || s->lower)) return false;
    if (s->gaps.at[next] == GAP_NONE && !(casus_starts_upper(following) && kind != STOP_ELLIPSIS)) {
        return false;
    }
    if (lower && (quoted || kind != STOP_PERIOD)) return false;
    if (quoted && kind != STOP_PERIOD && attributed(s, next)) return false;
    return true;
}

typedef struct grouping {
    uint32_t first, paragraph, paragraphs;
} grouping;

static void close_sentence(casus_segmenter *const s, grouping *const group, const uint32_t end)
{
    casus_document *const document = s->document;
    if (group->first >= end) return;
    casus_word *const words = document->words.at;
    const casus_span span = {words[group->first].span.begin, words[end - 1].span.end};
    VEC_PUSH(&document->sentences, document->arena,
             (casus_sentence){.first = group->first,
                              .count = end - group->first,
                              .span = span,
                              .paragraph = group->paragraph});
    for (uint32_t i = group->first; i < end; i++) words[i].sentence = document->sentences.count - 1;
    group->first = end;
}

/* The number of words of a dateline at the beginning of a paragraph, with its dash or colon, or 0:
 * KABUL, March 3 (Agency) - ; Kabul (Agency) -- ; QUETTA: */
static uint32_t dateline(const casus_segmenter *const s, const uint32_t first)
{
    enum { LONGEST = 20 };
    const uint32_t count = s->document->words.count;
    const casus_str place = form(s, first);
    const bool capitals = place.size >= 3 && casus_starts_upper(place) &&
                          !casus_starts_lower(casus_str_slice(place, 1, 4)) &&
                          !casus_starts_lower(casus_str_slice(place, 2, 4));
    bool bracket = false, digit = false, comma = false;
    if (!casus_starts_upper(place) && !s->lower) return 0;
    for (uint32_t i = first; i + 1 < count && i < first + LONGEST; i++) {
        if (i > first && s->gaps.at[i] >= GAP_LINE) return 0;
        const casus_char c = casus_char_at(form(s, i), 0);
        const bool spaced = s->gaps.at[i] != GAP_NONE && s->gaps.at[i + 1] != GAP_NONE;
        const bool told =
            capitals ? bracket || comma || i - first <= 3 : bracket || (digit && comma);
        const bool dash = c.klass == CHAR_DASH && form(s, i).size <= 3;
        if (dash && (spaced || c.code > 0x2012) && i > first) return told ? i + 1 - first : 0;
        if (c.code == ':' && capitals && i > first && i - first <= 3) return i + 1 - first;
        if (c.code == '(' || c.code == '[') bracket = true;
        if (c.klass == CHAR_DIGIT) digit = true;
        if (c.code == ',') comma = true;
        const bool mark = c.code < 128 && strchr("()[],./-", (int)c.code);
        if (c.klass != CHAR_LETTER && c.klass != CHAR_DIGIT && !mark) return 0;
        if (c.klass == CHAR_LETTER && !s->lower && !casus_starts_upper(form(s, i)) &&
            last_byte(s, i) != '.' && i - first > 0 && !bracket) {
            return 0;
        }
        if (s->lower && !digit && i - first > 6) return 0;
    }
    return 0;
}

/* A list's number or letter at the beginning of a line: its full stop ends nothing. */
static bool numbers_item(const casus_segmenter *const s, const uint32_t first, const uint32_t stop)
{
    return stop == first + 1 && form(s, first).size <= 3 && s->gaps.at[stop] == GAP_NONE &&
           (casus_is_digit(first_byte(s, first)) || form(s, first).size == 1);
}

static void start_paragraph(casus_segmenter *const s, grouping *const group, const uint32_t word)
{
    group->paragraph = word ? group->paragraphs++ : (group->paragraphs = 1, 0);
    const uint32_t cut = dateline(s, word);
    if (!cut) return;
    close_sentence(s, group, word + cut);
    s->document->sentences.at[s->document->sentences.count - 1].kind = SENTENCE_DATELINE;
}

/* The place to cut a sentence that is too long: behind its last semicolon or comma. */
static uint32_t cut_long(const casus_segmenter *const s, const uint32_t first, const uint32_t end)
{
    for (uint32_t i = end - 1; i > first + CASUS_LIMIT_SENTENCE / 2; i--) {
        const char c = first_byte(s, i);
        if (c == ';' || c == ',') return i + 1;
    }
    return end;
}

void casus_segment_sentences(casus_segmenter *const s)
{
    grouping group = {0};
    const uint32_t count = s->document->words.count;
    for (uint32_t i = 0; i < count; i++) {
        const casus_gap gap = (casus_gap)s->gaps.at[i];
        const bool ended = group.first == i || (i && first_byte(s, i - 1) == ':');
        if (gap >= GAP_LINE || (gap == GAP_WIDE && ended)) {
            close_sentence(s, &group, i);
            start_paragraph(s, &group, i);
            if (group.first > i) i = group.first - 1;
            continue;
        }
        if (i - group.first >= CASUS_LIMIT_SENTENCE) {
            close_sentence(s, &group, cut_long(s, group.first, i));
        }
        if (i < group.first || stop_of(s, i) == STOP_NONE) continue;
        uint32_t next = i + 1;
        while (next < count && closes(s, next)) next++;
        const uint32_t marks = next;
        for (uint32_t at; next < count && (at = reference_end(s, next)) > next;) next = at;
        if (next >= count || s->gaps.at[next] >= GAP_LINE) continue;
        if (numbers_item(s, group.first, i) || !stop_ends(s, i, marks, next)) continue;
        close_sentence(s, &group, next);
        i = next - 1;
    }
    close_sentence(s, &group, count);
}
