#include "ingest/ingest.h"
#include "ingest/normal.h"

#include <errno.h>
#include <iconv.h>

enum { DECLARATION = 4096 }; /* a page has to name its encoding within its first bytes */

/* Labels that pages use for a larger encoding of the same family:
 * https://encoding.spec.whatwg.org/#names-and-labels */
static const struct {
    const char *label, *encoding;
} labels[] = {
    {"iso-8859-1", "WINDOWS-1252"},
    {"latin1", "WINDOWS-1252"},
    {"us-ascii", "WINDOWS-1252"},
    {"ascii", "WINDOWS-1252"},
    {"iso-8859-9", "WINDOWS-1254"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"shift_jis", "CP932"},
    {"sjis", "CP932"},
    {"ks_c_5601-1987", "CP949"},
    {"euc-kr", "CP949"},
    {"tis-620", "CP874"},
    {"utf8", "UTF-8"},
};

/* Converts what it can; each byte that is none becomes U+FFFD, as browsers do. */
static bool convert(casus_arena *const arena, const char *const encoding, const casus_str bytes,
                    casus_str *const text)
{
    const iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1) return false;
    const size_t room = bytes.size * 4 + 4;
    char *const out = casus_arena_take(arena, room, 1);
    char *in = (char *)(uintptr_t)bytes.at, *to = out;
    size_t in_left = bytes.size, out_left = room;
    while (in_left && iconv(converter, &in, &in_left, &to, &out_left) == (size_t)-1) {
        if (errno == E2BIG || out_left < 3 || !in_left) break;
        memcpy(to, "\xef\xbf\xbd", 3);
        to += 3;
        out_left -= 3;
        in++;
        in_left--;
    }
    iconv_close(converter);
    *text = (casus_str){out, (size_t)(to - out)};
    return true;
}

casus_str casus_decode_bom(casus_arena *const arena, const casus_str bytes)
{
    casus_str text = bytes;
    if (casus_str_starts(bytes, STR("\xef\xbb\xbf"))) return casus_str_slice(bytes, 3, SIZE_MAX);
    if (casus_str_starts(bytes, STR("\xff\xfe")))
        convert(arena, "UTF-16LE", casus_str_slice(bytes, 2, SIZE_MAX), &text);
    else if (casus_str_starts(bytes, STR("\xfe\xff")))
        convert(arena, "UTF-16BE", casus_str_slice(bytes, 2, SIZE_MAX), &text);
    return text;
}

static bool is_label_byte(const char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

/* The value behind the first "charset=" of the head, or an empty string. */
static casus_str declared(const casus_str bytes)
{
    const casus_str head = casus_str_slice(bytes, 0, DECLARATION), key = STR("charset");
    for (size_t i = 0; i + key.size < head.size; i++) {
        if (!casus_str_equal_nocase(casus_str_slice(head, i, key.size), key)) continue;
        size_t at = i + key.size;
        while (at < head.size && strchr(" =\"'", head.at[at]) && head.at[at]) at++;
        size_t size = 0;
        while (at + size < head.size && is_label_byte(head.at[at + size])) size++;
        if (size && at > i + key.size) return casus_str_slice(head, at, size);
    }
    return STR("");
}

casus_code casus_decode_page(casus_arena *const arena, const casus_str bytes, casus_str *const text,
                             casus_error *const error)
{
    *text = casus_decode_bom(arena, bytes);
    const size_t bad = casus_utf8_check(*text);
    if (bad == text->size) return CASUS_OK;
    const casus_str label = casus_str_slice(declared(bytes), 0, 60);
    char name[64] = "";
    if (label.size) memcpy(name, label.at, label.size);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (casus_str_equal_nocase(label, casus_str_from(labels[i].label)))
            memcpy(name, labels[i].encoding, strlen(labels[i].encoding) + 1);
    if (name[0] && convert(arena, name, bytes, text)) return CASUS_OK;
    return casus_fail(error, CASUS_ERROR_ENCODING, 0, bad, "byte 0x%02x, and no encoding is named",
                      (unsigned)(uint8_t)bytes.at[bad < bytes.size ? bad : 0]);
}
