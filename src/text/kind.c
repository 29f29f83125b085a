/* What kind of line a sentence is: body, headline, byline (datelines are found in sentence.c). */
#include "text/chars.h"
#include "text/segment.h"

enum { HEADLINE_WORDS = 30, BYLINE_WORDS = 14 };

static bool ends_sentence(const casus_segmenter *const s, const casus_sentence *const sentence)
{
    const uint32_t last = sentence->first + sentence->count - 1;
    for (uint32_t i = last + 1; i > sentence->first && last - (i - 1) < 3; i--) {
        const casus_str form = s->document->words.at[i - 1].form;
        const casus_char c = casus_char_at(form, 0);
        if (c.code == '.' || c.code == ':' || c.code == ';' || c.code == ',' || c.code == 0x2026) {
            return true;
        }
        if (c.code == '!' || c.code == '?') return i - 1 < last; /* a headline may ask */
        if (c.klass != CHAR_CLOSE && c.klass != CHAR_QUOTE && c.code != '\'') break;
    }
    return false;
}

static bool is_bullet(const casus_str form)
{
    const casus_char c = casus_char_at(form, 0);
    return c.klass == CHAR_DASH || (c.klass == CHAR_SYMBOL && c.code != '\'') ||
           c.klass == CHAR_DIGIT;
}

/* By Jane Doe and John Roe, Agency: a capitalised "by" and names. */
static bool is_byline(const casus_segmenter *const s, const casus_sentence *const sentence)
{
    const casus_word *const words = s->document->words.at + sentence->first;
    if (sentence->count < 2 || sentence->count > BYLINE_WORDS) return false;
    if (!casus_str_equal_nocase(words[0].form, STR("by"))) return false;
    uint32_t lower = 0;
    for (uint32_t i = 1; i < sentence->count; i++) {
        if (casus_starts_lower(words[i].form) && words[i].form.size > 3) lower++;
    }
    return s->lower ? sentence->count <= 6 : casus_starts_upper(words[1].form) && lower <= 2;
}

void casus_segment_kinds(casus_segmenter *const s)
{
    casus_document *const document = s->document;
    const uint32_t count = document->sentences.count;
    for (uint32_t i = 0; i < count; i++) {
        casus_sentence *const sentence = &document->sentences.at[i];
        const bool first = i == 0 || sentence[-1].paragraph != sentence->paragraph;
        const bool last = i + 1 == count || sentence[1].paragraph != sentence->paragraph;
        if (sentence->kind != SENTENCE_BODY || !first || !last) continue;
        if (ends_sentence(s, sentence)) continue;
        if (is_byline(s, sentence)) {
            sentence->kind = SENTENCE_BYLINE;
        } else if (sentence->count <= HEADLINE_WORDS && count > 1 &&
                   !is_bullet(document->words.at[sentence->first].form)) {
            sentence->kind = SENTENCE_HEADLINE;
        }
    }
}
