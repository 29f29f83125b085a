/* Quotation marks: which words stand inside. */
#include "text/chars.h"
#include "text/segment.h"

typedef enum mark_kind { MARK_NONE, MARK_OPEN, MARK_CLOSE } mark_kind;

typedef struct quotation {
    uint32_t begin; /* the first word inside, where open */
    uint32_t code;  /* of the opening mark; 0 where none is open */
} quotation;

static uint32_t code_of(const casus_segmenter *const s, const uint32_t word)
{
    const casus_str form = s->document->words.at[word].form;
    const casus_char c = casus_char_at(form, 0);
    const bool alone = form.size == c.size;
    const bool doubled = form.size == 2 && (c.code == '\'' || c.code == '`');
    if (doubled) return '"';
    return alone ? c.code : 0;
}

static bool matches(const uint32_t open, const uint32_t close)
{
    switch (open) {
    case '"':
        return close == '"' || close == 0x201d;
    case 0x201c:
        return close == 0x201d || close == '"' || close == 0x201c;
    case 0x201e:
        return close == 0x201c || close == 0x201d;
    case 0xab:
        return close == 0xbb;
    case '\'':
    case '`':
        return close == '\'' || close == 0x2019;
    case 0x2018:
        return close == 0x2019 || close == '\'';
    default:
        return false;
    }
}

static bool can_open(const casus_segmenter *const s, const uint32_t word, const uint32_t code)
{
    const uint32_t count = s->document->words.count;
    const bool follows = word + 1 < count && s->gaps.at[word + 1] == GAP_NONE;
    const bool spaced =
        s->gaps.at[word] != GAP_NONE ||
        (word && casus_char_at(s->document->words.at[word - 1].form, 0).klass != CHAR_LETTER);
    switch (code) {
    case 0x201c:
    case 0x201e:
    case 0xab:
    case 0x2018:
        return true;
    case '"':
        return spaced;
    case '\'':
    case '`':
        return spaced && follows;
    default:
        return false;
    }
}

static void mark(casus_segmenter *const s, const uint32_t begin, const uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) s->document->words.at[i].flags |= WORD_QUOTED;
}

static uint32_t sentence_end(const casus_segmenter *const s, const uint32_t word)
{
    const casus_document *const document = s->document;
    const casus_sentence *const sentence =
        &document->sentences.at[document->words.at[word].sentence];
    return sentence->first + sentence->count;
}

/* A quotation that the paragraph `[…, end)` leaves open goes on where the next paragraph opens with
 * a mark again; else only its own sentence is taken, and no single mark (an apostrophe perhaps). */
static void leave_open(casus_segmenter *const s, const quotation *const open, const uint32_t end)
{
    const uint32_t count = s->document->words.count;
    if (!open->code || open->code == '\'' || open->code == '`' || open->begin >= end) return;
    const bool goes_on = end < count && code_of(s, end) == open->code;
    const uint32_t stop = sentence_end(s, open->begin);
    mark(s, open->begin, goes_on || stop > end ? end : stop);
}

void casus_segment_quotations(casus_segmenter *const s)
{
    const casus_document *const document = s->document;
    const uint32_t count = document->words.count;
    quotation open = {0};
    uint32_t paragraph = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t now = document->sentences.at[document->words.at[i].sentence].paragraph;
        if (now != paragraph) {
            leave_open(s, &open, i);
            open.code = 0;
            paragraph = now;
        }
        const uint32_t code = code_of(s, i);
        if (!code) continue;
        if (open.code && matches(open.code, code)) {
            mark(s, open.begin, i);
            open.code = 0;
        } else if (can_open(s, i, code) && (!open.code || open.code == '\'' || open.code == '`')) {
            open = (quotation){i + 1, code};
        }
    }
    leave_open(s, &open, count);
}
