#include "ingest/normal.h"

#include "record/document.h"

#include <stdlib.h>
#include <utf8proc.h>

size_t casus_utf8_check(const casus_str text)
{
    size_t at = 0;
    while (at < text.size) {
        if ((uint8_t)text.at[at] < 0x80) {
            at++;
            continue;
        }
        utf8proc_int32_t point;
        const utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.at + at,
                                                       (utf8proc_ssize_t)(text.size - at), &point);
        if (size <= 0) return at;
        at += (size_t)size;
    }
    return at;
}

/* Newlines and control characters; never longer than the text. */
static casus_str clean_controls(casus_arena *const arena, const casus_str text)
{
    char *const out = casus_arena_take(arena, text.size + 1, 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        const uint8_t c = (uint8_t)text.at[i];
        const uint8_t next = i + 1 < text.size ? (uint8_t)text.at[i + 1] : 0;
        if (c == '\r') {
            out[size++] = '\n';
            if (next == '\n') i++;
        } else if (c == 0x7f || (c < 0x20 && c != '\n' && c != '\t')) {
            out[size++] = ' ';
        } else if (c == 0xc2 && next >= 0x80 && next < 0xa0) { /* U+0080 to U+009F; 85 is NEL */
            out[size++] = next == 0x85 ? '\n' : ' ';
            i++;
        } else
            out[size++] = (char)c;
    }
    return (casus_str){out, size};
}

/* Below U+0300 (lead bytes to 0xCB) every character is its own NFC and combines with nothing. */
static bool may_need_composing(const casus_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((uint8_t)text.at[i] >= 0xcc) return true;
    return false;
}

static casus_str compose(casus_arena *const arena, const casus_str text)
{
    utf8proc_uint8_t *composed = NULL;
    const utf8proc_ssize_t size =
        utf8proc_map((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.size, &composed,
                     UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (size < 0) return text;
    const casus_str copy =
        casus_arena_copy(arena, (casus_str){(const char *)composed, (size_t)size});
    free(composed);
    return copy;
}

casus_code casus_normalise(casus_arena *const arena, const casus_str text, casus_str *const normal,
                           casus_error *const error)
{
    if (text.size > CASUS_LIMIT_TEXT)
        return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX,
                          "a text of %zu bytes, at most %d are read", text.size, CASUS_LIMIT_TEXT);
    const size_t bad = casus_utf8_check(text);
    if (bad < text.size)
        return casus_fail(error, CASUS_ERROR_ENCODING, 0, bad, "byte 0x%02x",
                          (unsigned)(uint8_t)text.at[bad]);
    *normal = clean_controls(arena, text);
    if (may_need_composing(*normal)) *normal = compose(arena, *normal);
    return CASUS_OK;
}

casus_str casus_normalise_line(casus_arena *const arena, const casus_str text)
{
    casus_str normal = STR("");
    if (casus_normalise(arena, text, &normal, NULL) != CASUS_OK) return STR("");
    char *const out = casus_arena_take(arena, normal.size + 1, 1);
    size_t size = 0;
    bool space = false;
    for (size_t i = 0; i < normal.size; i++) {
        const bool nbsp = i + 1 < normal.size && (uint8_t)normal.at[i] == 0xc2 &&
                          (uint8_t)normal.at[i + 1] == 0xa0;
        if (nbsp) i++;
        if (nbsp || normal.at[i] == ' ' || normal.at[i] == '\n' || normal.at[i] == '\t') {
            space = size > 0;
            continue;
        }
        if (space) out[size++] = ' ';
        space = false;
        out[size++] = normal.at[i];
    }
    return (casus_str){out, size};
}
