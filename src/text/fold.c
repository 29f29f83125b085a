#include "text/fold.h"

#include <utf8proc.h>

#include "text/chars.h"

/* A growing byte string whose room was taken for the worst case up front. */
typedef struct output {
    char *at;
    size_t size, room;
} output;

static void put(output *const out, const char c)
{
    if (out->size < out->room) out->at[out->size++] = c;
}

static void put_code(output *const out, const utf8proc_int32_t code)
{
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t size = utf8proc_encode_char(code, bytes);
    for (utf8proc_ssize_t i = 0; i < size; i++) put(out, (char)bytes[i]);
}

static void put_space(output *const out)
{
    if (out->size && out->at[out->size - 1] != ' ') put(out, ' ');
}

static void fold_ascii(output *const out, const char c)
{
    if (casus_ascii_classes[(uint8_t)c] == CHAR_SPACE || c == '-') {
        put_space(out);
    } else if (c != '.') {
        put(out, casus_is_ascii_upper(c) ? (char)(c + 32) : c == '`' ? '\'' : c);
    }
}

static bool is_mark(const utf8proc_int32_t code)
{
    const utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
           category == UTF8PROC_CATEGORY_CF;
}

/* Letters that have no decomposition but are commonly written with a plain one. */
static const char *plain_letter(const utf8proc_int32_t code)
{
    switch (code) {
    case 0xf8:
        return "o"; /* ø */
    case 0x142:
        return "l"; /* ł */
    case 0x111:
    case 0xf0:
        return "d"; /* đ ð */
    case 0x127:
        return "h"; /* ħ */
    case 0x131:
        return "i"; /* ı */
    case 0xe6:
        return "ae";
    case 0x153:
        return "oe";
    case 0xdf:
        return "ss";
    case 0xfe:
        return "th";
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2bc:
    case 0x2bb:
    case 0x2be:
    case 0x2bf:
    case 0xb4:
    case 0x2b9:
        return "'";
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
        return "\"";
    default:
        return NULL;
    }
}

static void fold_plain(output *const out, const utf8proc_int32_t code)
{
    const utf8proc_int32_t lower = utf8proc_tolower(code);
    const char *plain = plain_letter(lower);
    if (lower < 128) {
        fold_ascii(out, (char)lower);
    } else if (plain) {
        while (*plain) put(out, *plain++);
    } else if (!is_mark(lower)) {
        put_code(out, lower);
    }
}

static void fold_char(output *const out, const casus_char c)
{
    if (c.klass == CHAR_SPACE || c.klass == CHAR_DASH) {
        put_space(out);
        return;
    }
    utf8proc_int32_t parts[18];
    int last = UTF8PROC_BOUNDCLASS_START;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)c.code, parts, 18, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &last);
    for (utf8proc_ssize_t i = 0; i < count && i < 18; i++) fold_plain(out, parts[i]);
}

casus_str casus_fold(casus_arena *const arena, const casus_str text)
{
    /* A compatibility decomposition has at most 18 characters of 3 bytes; ASCII stays as it is. */
    size_t room = 1;
    for (size_t i = 0; i < text.size; i++) room += (uint8_t)text.at[i] < 128 ? 1 : 24;
    output out = {ARENA_ARRAY(arena, char, room), 0, room - 1};
    for (size_t at = 0; at < text.size;) {
        const casus_char c = casus_char_at(text, at);
        if (c.code < 128) {
            fold_ascii(&out, (char)c.code);
        } else {
            fold_char(&out, c);
        }
        at += c.size;
    }
    while (out.size && out.at[out.size - 1] == ' ') out.size--;
    return (casus_str){out.at, out.size};
}

casus_str casus_lower(casus_arena *const arena, const casus_str text)
{
    output out = {ARENA_ARRAY(arena, char, text.size * 3 + 1), 0, text.size * 3};
    for (size_t at = 0; at < text.size;) {
        const casus_char c = casus_char_at(text, at);
        if (c.code < 128) {
            put(&out, casus_is_ascii_upper((char)c.code) ? (char)(c.code + 32) : (char)c.code);
        } else if (c.code == 0xfffd && c.size == 1) {
            put(&out, text.at[at]); /* a byte that is no UTF-8 stays what it is */
        } else {
            put_code(&out, utf8proc_tolower((utf8proc_int32_t)c.code));
        }
        at += c.size;
    }
    return (casus_str){out.at, out.size};
}

bool casus_is_capitalised(const casus_str text)
{
    return casus_starts_upper(text);
}

bool casus_is_all_capitals(const casus_str text)
{
    uint32_t letters = 0;
    for (size_t at = 0; at < text.size;) {
        const casus_char c = casus_char_at(text, at);
        if (c.klass == CHAR_LETTER) {
            if (utf8proc_category((utf8proc_int32_t)c.code) == UTF8PROC_CATEGORY_LL) return false;
            letters++;
        }
        at += c.size;
    }
    return letters >= 2;
}
