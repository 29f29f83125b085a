#include "base/stanza.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

static bool next_line(casus_str *const rest, uint32_t *const line, casus_str *const text)
{
    if (!casus_str_cut(rest, '\n', text)) return false;
    ++*line;
    return true;
}

static bool is_blank(const casus_str text)
{
    return text.size == 0 || text.at[0] == '#';
}

static casus_code read_id(const casus_str text, const uint32_t line, casus_stanza *const stanza,
                          casus_error *const error)
{
    if (text.size < 3 || text.at[text.size - 1] != ']')
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX,
                          "a stanza head without its bracket");
    stanza->id = casus_str_trim((casus_str){text.at + 1, text.size - 2});
    stanza->line = line;
    return CASUS_OK;
}

static casus_code read_pair(const casus_str text, const uint32_t line, casus_arena *const arena,
                            casus_stanza *const stanza, casus_error *const error)
{
    casus_str value = text, key;
    casus_str_cut(&value, ':', &key);
    if (key.size == text.size || !stanza->id.size)
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX,
                          "expected `key: value` in a stanza");
    VEC_PUSH(&stanza->lines, arena,
             (casus_stanza_line){casus_str_trim(key), casus_str_trim(value), line});
    return CASUS_OK;
}

casus_code casus_stanza_next(casus_str *const rest, uint32_t *const line, casus_arena *const arena,
                             casus_stanza *const stanza, bool *const found,
                             casus_error *const error)
{
    *stanza = (casus_stanza){0};
    *found = false;
    for (;;) {
        const casus_str before = *rest;
        casus_str text;
        const uint32_t number = *line;
        if (!next_line(rest, line, &text)) break;
        text = casus_str_trim(text);
        if (is_blank(text)) continue;
        if (text.at[0] == '[' &&
            stanza->id.size) { /* the next one begins: leave it for the next call */
            *rest = before;
            *line = number;
            break;
        }
        const casus_code code = text.at[0] == '[' ? read_id(text, number, stanza, error)
                                                  : read_pair(text, number, arena, stanza, error);
        if (code != CASUS_OK) return code;
    }
    *found = stanza->id.size > 0;
    return CASUS_OK;
}

casus_str casus_stanza_get(const casus_stanza *const stanza, const char *const key)
{
    const casus_str wanted = casus_str_from(key);
    for (uint32_t i = 0; i < stanza->lines.count; i++)
        if (casus_str_equal(stanza->lines.at[i].key, wanted)) return stanza->lines.at[i].value;
    return (casus_str){NULL, 0};
}

bool casus_stanza_item(casus_str *const value, casus_str *const item, casus_str *const qualifier)
{
    casus_str field;
    while (casus_str_cut(value, ';', &field)) {
        const size_t bar = casus_str_find(field, STR(" | "));
        *qualifier = (casus_str){NULL, 0};
        if (bar != SIZE_MAX) {
            *qualifier = casus_str_trim(casus_str_slice(field, bar + 3, SIZE_MAX));
            field.size = bar;
        }
        *item = casus_str_trim(field);
        if (item->size) return true;
    }
    return false;
}

bool casus_table_row(casus_str *const rest, uint32_t *const line, casus_str *const columns,
                     const uint32_t most, uint32_t *const count)
{
    casus_str text;
    do {
        if (!next_line(rest, line, &text)) return false;
    } while (is_blank(casus_str_trim(text)));
    for (uint32_t i = 0; i < most; i++) columns[i] = (casus_str){NULL, 0};
    *count = 0;
    while (*count < most) {
        const char *const tab = text.size ? memchr(text.at, '\t', text.size) : NULL;
        const size_t size = tab ? (size_t)(tab - text.at) : text.size;
        columns[(*count)++] = casus_str_trim((casus_str){text.at, size});
        if (!tab) break;
        text = (casus_str){tab + 1, text.size - size - 1};
    }
    return true;
}

casus_code casus_table_file(const char *const folder, const char *const name,
                            casus_table_reader *const reader, void *const into,
                            casus_error *const error)
{
    enum { COLUMNS = 8 };
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
        return casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s", name);
    char *bytes = NULL;
    size_t size = 0;
    casus_code code = casus_file_read(path, 1 << 20, &bytes, &size, error);
    if (code) return code;
    casus_str rest = {bytes, size}, columns[COLUMNS];
    uint32_t line = 1, count = 0;
    while (!code && casus_table_row(&rest, &line, columns, COLUMNS, &count))
        code = reader(into, columns, count, line, error);
    free(bytes);
    return code;
}
