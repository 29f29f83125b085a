#include "syntax/conllu.h"

enum { COLUMNS = 10 };

/* Cuts a line into its columns; false unless there are exactly ten. */
static bool split(const casus_str line, casus_str columns[COLUMNS])
{
    casus_str rest = line;
    int count = 0;
    for (;;) {
        const char *const tab = rest.size ? memchr(rest.at, '\t', rest.size) : NULL;
        if (count == COLUMNS) return false;
        const size_t size = tab ? (size_t)(tab - rest.at) : rest.size;
        columns[count++] = (casus_str){rest.at, size};
        if (!tab) return count == COLUMNS;
        rest = (casus_str){tab + 1, rest.size - size - 1};
    }
}

static casus_code close_sentence(casus_conllu *const out, casus_arena *const arena,
                                 uint32_t *const first, const uint64_t line,
                                 casus_error *const error)
{
    const uint32_t count = out->words.count - *first;
    if (!count) return CASUS_OK;
    for (uint32_t i = 0; i < count; i++)
        if (out->words.at[*first + i].head > count)
            return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX,
                              "a head outside of its sentence");
    VEC_PUSH(&out->sentences, arena, (casus_conllu_sentence){*first, count});
    *first = out->words.count;
    return CASUS_OK;
}

static casus_code read_row(casus_conllu *const out, casus_arena *const arena, const casus_str text,
                           const uint32_t expected, const uint64_t line, casus_error *const error)
{
    casus_str columns[COLUMNS];
    if (!split(text, columns))
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "not ten columns");
    if (casus_str_find(columns[0], STR("-")) != SIZE_MAX ||
        casus_str_find(columns[0], STR(".")) != SIZE_MAX)
        return CASUS_OK;
    uint64_t id, head = 0;
    if (!casus_str_to_u64(columns[0], &id) || id != expected)
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "word %u is out of order",
                          expected);
    if (!casus_str_equal(columns[6], STR("_")) &&
        (!casus_str_to_u64(columns[6], &head) || head >= UINT32_MAX))
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "a head that is no number");
    VEC_PUSH(&out->words, arena,
             (casus_conllu_word){columns[1], columns[2], columns[3], columns[5], columns[7],
                                 columns[9], (uint32_t)head});
    return CASUS_OK;
}

casus_code casus_conllu_read(casus_arena *const arena, const casus_str bytes,
                             casus_conllu *const out, casus_error *const error)
{
    memset(out, 0, sizeof *out);
    uint32_t first = 0;
    uint64_t line = 0;
    for (size_t at = 0; at < bytes.size;) {
        const char *const end = memchr(bytes.at + at, '\n', bytes.size - at);
        const size_t size = end ? (size_t)(end - bytes.at) - at : bytes.size - at;
        casus_str text = {bytes.at + at, size};
        if (text.size && text.at[text.size - 1] == '\r') text.size--;
        at += size + 1;
        line++;
        casus_code code = CASUS_OK;
        if (!text.size)
            code = close_sentence(out, arena, &first, line, error);
        else if (text.at[0] != '#')
            code = read_row(out, arena, text, out->words.count - first + 1, line, error);
        if (code != CASUS_OK) return code;
    }
    return close_sentence(out, arena, &first, line, error);
}
