#include "text/chars.h"

#include <utf8proc.h>

enum {
    S = CHAR_SPACE,
    L = CHAR_LETTER,
    D = CHAR_DIGIT,
    O = CHAR_OPEN,
    C = CHAR_CLOSE,
    Q = CHAR_QUOTE,
    H = CHAR_DASH,
    M = CHAR_CURRENCY,
    Y = CHAR_SYMBOL
};

// clang-format off
const uint8_t casus_ascii_classes[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, Y, Q, Y, M, Y, Y, Y, O, C, Y, Y, Y, H, Y, Y,
    D, D, D, D, D, D, D, D, D, D, Y, Y, Y, Y, Y, Y,
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, O, Y, C, Y, Y,
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, O, Y, C, Y, S,
};
// clang-format on

static casus_char_class class_of(const uint32_t code)
{
    if (code == 0xfeff || code == 0x200b) return CHAR_SPACE;
    if (code == 0x2018 || code == 0x201a || code == 0x201b || code == 0x201e) return CHAR_OPEN;
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return CHAR_LETTER;
    case UTF8PROC_CATEGORY_ND:
        return CHAR_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return CHAR_SPACE;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI:
        return CHAR_OPEN;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
        return CHAR_CLOSE;
    case UTF8PROC_CATEGORY_PD:
        return CHAR_DASH;
    case UTF8PROC_CATEGORY_SC:
        return CHAR_CURRENCY;
    default:
        return CHAR_SYMBOL;
    }
}

casus_char casus_char_decode(const char *const at, const size_t size)
{
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)at,
                                                   (utf8proc_ssize_t)(size < 4 ? size : 4), &code);
    if (used <= 0) return (casus_char){0xfffd, 1, CHAR_SYMBOL};
    return (casus_char){(uint32_t)code, (uint8_t)used, (uint8_t)class_of((uint32_t)code)};
}

static utf8proc_category_t first_category(const casus_str text)
{
    if (!text.size) return UTF8PROC_CATEGORY_CN;
    return utf8proc_category((utf8proc_int32_t)casus_char_at(text, 0).code);
}

bool casus_starts_upper(const casus_str text)
{
    const utf8proc_category_t category = first_category(text);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool casus_starts_lower(const casus_str text)
{
    return first_category(text) == UTF8PROC_CATEGORY_LL;
}
