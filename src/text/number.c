/* Numbers in words and digits, with their bounds. */
#include "text/chars.h"
#include "text/data.h"

enum { PHRASE_WORDS = 3 };

typedef struct reader {
    const casus_text_data *data;
    const casus_document *document;
    uint32_t end; /* of the sentence */
} reader;

/* A number with bounds over `words` words; 0 words is none. */
typedef struct amount {
    uint64_t min, max;
    uint32_t words;
    bool exact;
} amount;

/* The longest phrase of numbers.txt at `at`, of at most three words. */
static const number_word *phrase(const reader *const r, const uint32_t at, uint32_t *const words)
{
    char buffer[64];
    size_t size = 0;
    const number_word *found = NULL;
    for (uint32_t i = 0; i < PHRASE_WORDS && at + i < r->end; i++) {
        const casus_str form = r->document->words.at[at + i].form;
        if (size + form.size + 1 > sizeof buffer) break;
        if (i) buffer[size++] = ' ';
        for (size_t k = 0; k < form.size; k++) {
            const char c = form.at[k];
            buffer[size++] = casus_is_ascii_upper(c) ? (char)(c + 32) : c;
        }
        const uint32_t index = casus_map_get(&r->data->numbers, (casus_str){buffer, size});
        if (index == CASUS_NONE) continue;
        found = &r->data->number_words.at[index];
        *words = i + 1;
    }
    return found;
}

static uint64_t times(const uint64_t a, const uint64_t b)
{
    if (a == CASUS_UNBOUNDED || b == CASUS_UNBOUNDED) return CASUS_UNBOUNDED;
    uint64_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? CASUS_UNBOUNDED - 1 : product;
}

/* Digits with groups and a fraction: "1,200", "3.5" (in thousandths, so that 3.5 million is exact).
 */
static bool digits(const casus_str form, uint64_t *const thousandths)
{
    uint64_t value = 0, unit = 0;
    if (!form.size || !casus_is_digit(form.at[0])) return false;
    for (size_t i = 0; i < form.size; i++) {
        const char c = form.at[i];
        if (c == ',' && !unit) continue;
        if (c == '.' && !unit) {
            unit = 1000;
            continue;
        }
        if (!casus_is_digit(c) || value > UINT64_MAX / 20000) return false;
        if (unit == 1) continue; /* beyond thousandths */
        value = value * 10 + (uint64_t)(c - '0');
        if (unit) unit /= 10;
    }
    *thousandths = times(value, unit ? unit : 1000);
    return true;
}

/* Scales (thousand, million, dozen) behind a number of thousandths. */
static uint32_t scales(const reader *const r, uint32_t at, uint64_t *const thousandths)
{
    const uint32_t begin = at;
    uint32_t words = 0;
    while (at < r->end) {
        const number_word *const word = phrase(r, at, &words);
        if (!word || words != 1) break;
        if (word->kind != NUMBER_SCALE && word->kind != NUMBER_HUNDRED &&
            word->kind != NUMBER_DOZEN) {
            break;
        }
        /* a lone letter is a scale only where it is written to the digits: 3m */
        const bool letter = r->document->words.at[at].form.size == 1;
        if (letter && (r->document->words.at[at - 1].flags & WORD_SPACE_AFTER)) break;
        *thousandths = times(*thousandths, word->min);
        at++;
    }
    return at - begin;
}

static bool is_form(const reader *const r, const uint32_t at, const casus_str form)
{
    return at < r->end && casus_str_equal_nocase(r->document->words.at[at].form, form);
}

/* Number words: two hundred and five thousand; each scale closes what was read before it. */
static amount spelled(const reader *const r, const uint32_t first)
{
    uint64_t total = 0, part = 0;
    uint32_t at = first, end = first, words = 0;
    number_kind last = NUMBER_KINDS;
    while (at < r->end) {
        const bool joint = end > first && (is_form(r, at, STR("and")) || is_form(r, at, STR("-")));
        if (joint && is_form(r, at, STR("and")) && last != NUMBER_HUNDRED && last != NUMBER_SCALE) {
            break;
        }
        if (joint) at++;
        const number_word *const word = at < r->end ? phrase(r, at, &words) : NULL;
        if (!word || words != 1) break;
        const number_kind kind = word->kind;
        if (kind == NUMBER_ARTICLE && end == first) {
            part = 1;
        } else if (kind == NUMBER_UNIT && last != NUMBER_UNIT && last != NUMBER_ARTICLE &&
                   last != NUMBER_DOZEN && (last != NUMBER_TEN || word->min < 10)) {
            part += word->min;
        } else if (kind == NUMBER_TEN && last != NUMBER_UNIT && last != NUMBER_TEN &&
                   last != NUMBER_ARTICLE) {
            part += word->min;
        } else if ((kind == NUMBER_HUNDRED || kind == NUMBER_DOZEN) && !joint) {
            part = times(part ? part : 1, word->min);
        } else if (kind == NUMBER_SCALE && r->document->words.at[at].form.size > 1) {
            if (end == first) break;
            total += times(part ? part : 1, word->min);
            part = 0;
        } else {
            break;
        }
        last = kind;
        at++;
        if (kind != NUMBER_ARTICLE) end = at;
        if (kind == NUMBER_ARTICLE) end = first;
        if (kind == NUMBER_ARTICLE && at < r->end) {
            const number_word *const next = phrase(r, at, &words);
            const bool counts = next && words == 1 &&
                                (next->kind == NUMBER_HUNDRED || next->kind == NUMBER_DOZEN ||
                                 next->kind == NUMBER_SCALE);
            if (!counts) break;
            total = next->kind == NUMBER_SCALE ? next->min : 0;
            part = next->kind == NUMBER_SCALE ? 0 : next->min;
            last = next->kind;
            end = ++at;
        }
    }
    return (amount){total + part, total + part, end - first, true};
}

/* Vague words and what they multiply: hundreds of thousands, several hundred. */
static amount vague(const reader *const r, const uint32_t first)
{
    uint32_t words = 0;
    const number_word *const word = phrase(r, first, &words);
    if (!word || word->kind != NUMBER_VAGUE) return (amount){0};
    amount result = {word->min, word->max, words, word->min == word->max};
    uint32_t at = first + words, more = 0;
    const uint32_t of = is_form(r, at, STR("of")) ? 1 : 0;
    const number_word *const next = at + of < r->end ? phrase(r, at + of, &more) : NULL;
    if (!next) return result;
    if (of && next->kind == NUMBER_VAGUE && next->min >= 2000) {
        result.min = times(word->min, next->min / 2);
        result.max = times(word->max + 1, next->min / 2) - 1;
        result.words += 1 + more;
    } else if (!of && (next->kind == NUMBER_HUNDRED || next->kind == NUMBER_SCALE ||
                       next->kind == NUMBER_DOZEN)) {
        /* "several hundred" says no more than "hundreds": twice the unit at least */
        result.min = times(result.exact ? word->min : 2, next->min);
        result.max = times(word->max + 1, next->min) - 1;
        if (result.exact) result.max = result.min;
        result.words += more;
    }
    return result;
}

/* One number without bounds words. */
static amount plain(const reader *const r, const uint32_t at)
{
    if (at >= r->end) return (amount){0};
    uint64_t thousandths = 0;
    if (digits(r->document->words.at[at].form, &thousandths)) {
        const uint32_t words = 1 + scales(r, at + 1, &thousandths);
        return (amount){thousandths / 1000, thousandths / 1000, words, true};
    }
    uint32_t words = 0;
    const number_word *const word = phrase(r, at, &words);
    if (!word) return (amount){0};
    if (word->kind == NUMBER_VAGUE) return vague(r, at);
    if (word->kind == NUMBER_HALF) {
        uint32_t next = at + 1 + (is_form(r, at + 1, STR("a")) ? 1 : 0);
        uint64_t half = 500;
        const uint32_t scaled = scales(r, next, &half);
        return scaled ? (amount){half / 1000, half / 1000, next + scaled - at, true} : (amount){0};
    }
    return word->kind <= NUMBER_DOZEN || word->kind == NUMBER_ARTICLE ? spelled(r, at)
                                                                      : (amount){0};
}

/* 10 to 15, 10-15, between 10 and 15. */
static amount ranged(const reader *const r, const uint32_t at, const bool between)
{
    amount low = plain(r, at);
    const uint32_t middle = at + low.words;
    if (!low.words || middle + 1 >= r->end) return low;
    const bool dash = casus_char_at(r->document->words.at[middle].form, 0).klass == CHAR_DASH;
    const bool joined = is_form(r, middle, STR("to")) ||
                        (between && is_form(r, middle, STR("and"))) ||
                        (is_form(r, middle, STR("or"))) || dash;
    const amount high = joined ? plain(r, middle + 1) : (amount){0};
    if (!high.words || high.max <= low.min || !high.exact || !low.exact) return low;
    if (is_form(r, middle, STR("or")) && high.min != low.min + 1) return low;
    return (amount){low.min, high.max, low.words + 1 + high.words, false};
}

static void bound(amount *const number, const number_kind kind)
{
    if (kind == BOUND_MIN || kind == BOUND_AFTER_MIN) number->max = CASUS_UNBOUNDED;
    if ((kind == BOUND_MAX || kind == BOUND_AFTER_MAX) && number->exact) {
        number->min = CASUS_UNBOUNDED;
    }
}

uint32_t casus_text_number(const casus_text_data *const data, const casus_document *const document,
                           const uint32_t first, uint64_t *const min, uint64_t *const max)
{
    if (first >= document->words.count) return 0;
    const casus_sentence *const sentence =
        &document->sentences.at[document->words.at[first].sentence];
    const reader r = {data, document, sentence->first + sentence->count};
    uint32_t at = first, words = 0;
    number_kind before = NUMBER_KINDS;
    for (uint32_t i = 0; i < 3 && at < r.end; i++) { /* more than an estimated … */
        const number_word *const word = phrase(&r, at, &words);
        if (!word || word->kind < BOUND_MIN || word->kind > BOUND_BETWEEN ||
            word->kind == BOUND_AFTER_MIN || word->kind == BOUND_AFTER_MAX) {
            break;
        }
        if (before == NUMBER_KINDS || before == BOUND_ABOUT) before = word->kind;
        at += words;
    }
    amount number = ranged(&r, at, before == BOUND_BETWEEN);
    if (!number.words) return 0;
    bound(&number, before);
    at += number.words;
    const number_word *const after = at < r.end ? phrase(&r, at, &words) : NULL;
    if (after && words > 1 &&
        (after->kind == BOUND_AFTER_MIN || after->kind == BOUND_AFTER_MAX ||
         (after->kind == BOUND_ABOUT && is_form(&r, at, STR("or"))))) {
        bound(&number, after->kind);
        at += words;
    }
    *min = number.min;
    *max = number.max;
    return at - first;
}
