/* Leads of a chronicle's entries are parsed apart from what they date: a parser that learned from
 * running text makes nonsense of "Sept 28 - The rebels hand over …". */
#include "syntax/lead.h"

/* LONGEST: words of a lead; NAMES: of those that are no figures (a month, a zone); LEAST: words
 * that an entry has at least. */
enum { LONGEST = 9, NAMES = 2, LEAST = 3 };

static char first_byte(const casus_word *const word)
{
    return word->form.size ? word->form.at[0] : 0;
}

static bool is_upper(const char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(const char c)
{
    return c >= '0' && c <= '9';
}

static bool is_dash(const casus_str form)
{
    return casus_str_equal(form, STR("-")) || casus_str_equal(form, STR("--")) ||
           casus_str_equal(form, STR("\xe2\x80\x93")) || casus_str_equal(form, STR("\xe2\x80\x94"));
}

/* 13:00, 08.15 */
static bool is_clock(const casus_str form)
{
    if (form.size < 4 || form.size > 5) return false;
    const size_t at = form.size - 3;
    if (form.at[at] != ':' && form.at[at] != '.') return false;
    for (size_t i = 0; i < form.size; i++)
        if (i != at && !is_digit(form.at[i])) return false;
    return true;
}

static bool is_mark(const casus_str form)
{
    return form.size == 1 &&
           (form.at[0] == ',' || form.at[0] == '.' || form.at[0] == '/' || form.at[0] == '-');
}

static bool opens_entry(const casus_word *const word)
{
    const char c = first_byte(word);
    return is_upper(c) || c == '"' || (unsigned char)c >= 0x80;
}

uint32_t casus_lead(const casus_document *const document, const casus_sentence *const sentence)
{
    if (sentence->count < LEAST + 1 || sentence->count > CASUS_LIMIT_SENTENCE) return 0;
    const casus_word *const words = document->words.at + sentence->first;
    const uint32_t most = sentence->count - LEAST < LONGEST ? sentence->count - LEAST : LONGEST;
    uint32_t names = 0;
    bool figure = false;
    for (uint32_t i = 0; i < most; i++) {
        const casus_str form = words[i].form;
        const bool spaced = words[i].span.end < words[i + 1].span.begin;
        if (figure && spaced && (casus_str_equal(form, STR(":")) || is_dash(form))) {
            const bool behind = i && words[i - 1].span.end < words[i].span.begin;
            if (is_dash(form) && !behind) return 0;
            return opens_entry(&words[i + 1]) ? i + 1 : 0;
        }
        if (i == 0 && is_clock(form) && opens_entry(&words[1]) && !is_dash(words[1].form) &&
            !(words[1].form.size == 3 && is_upper(words[1].form.at[1])))
            return 1;
        if (is_digit(first_byte(&words[i])))
            figure = true;
        else if (is_upper(first_byte(&words[i])) && form.size < 10 && names < NAMES)
            names++;
        else if (!is_mark(form))
            return 0;
    }
    return 0;
}
