#include "text/data.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/stanza.h"
#include "text/chars.h"

casus_str casus_lower_short(const casus_str word, char *const buffer)
{
    if (word.size > 31) return (casus_str){buffer, 0};
    for (size_t i = 0; i < word.size; i++) {
        const char c = word.at[i];
        buffer[i] = casus_is_ascii_upper(c) ? (char)(c + 32) : c;
    }
    return (casus_str){buffer, word.size};
}

uint32_t casus_lexical(const casus_text_data *const data, const casus_str word)
{
    char buffer[32];
    const casus_str lower = casus_lower_short(word, buffer);
    if (!lower.size) return 0;
    const uint32_t bits = casus_map_get(&data->words, lower);
    return bits == CASUS_NONE ? 0 : bits;
}

static void add_bits(casus_text_data *const data, const casus_str word, const uint32_t bits)
{
    const uint32_t old = casus_map_get(&data->words, word);
    casus_map_put(&data->words, data->arena, casus_arena_copy(data->arena, word),
                  (old == CASUS_NONE ? 0 : old) | bits);
}

static void add_contraction(casus_text_data *const data, const casus_str word)
{
    casus_str rest = word, first;
    if (!casus_str_cut(&rest, '|', &first)) return;
    const casus_str joined = casus_arena_format(data->arena, "%.*s%.*s", (int)first.size, first.at,
                                                (int)rest.size, rest.at);
    add_bits(data, joined, (uint32_t)first.size << LEXICAL_SPLIT_SHIFT);
}

static const char *const lexical_names[LEXICAL_FLAGS] = {
    "title", "abbreviation", "numbered", "dated",  "prefix",  "suffix",
    "unit",  "starter",      "saying",   "domain", "emoticon"};

/* One row: class, tab, words separated by blanks. */
static casus_code add_row(casus_text_data *const data, const casus_str klass, casus_str words,
                          const uint32_t line, casus_error *const error)
{
    uint32_t flag = 0;
    while (flag < LEXICAL_FLAGS && !casus_str_equal(klass, casus_str_from(lexical_names[flag]))) {
        flag++;
    }
    const bool contraction = casus_str_equal(klass, STR("contraction"));
    if (flag == LEXICAL_FLAGS && !contraction) {
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "unknown class %.*s",
                          (int)klass.size, klass.at);
    }
    casus_str word;
    while (casus_str_cut(&words, ' ', &word)) {
        if (!word.size) continue;
        if (contraction) {
            add_contraction(data, word);
        } else {
            add_bits(data, word, 1u << flag);
        }
    }
    return CASUS_OK;
}

static const char *const number_names[NUMBER_KINDS] = {
    "unit",  "ten",  "hundred", "scale",   "dozen",    "vague",   "article", "half",
    "least", "most", "about",   "or-more", "or-fewer", "between", "range"};

static bool number_value(const casus_str text, uint64_t *const value)
{
    if (casus_str_equal(text, STR("-")) || !text.size) {
        *value = CASUS_UNBOUNDED;
        return true;
    }
    return casus_str_to_u64(text, value);
}

/* One row: phrase, kind, min, max; "-" is open, max may be left out. */
static casus_code add_number(casus_text_data *const data, const casus_str *const columns,
                             const uint32_t line, casus_error *const error)
{
    uint32_t kind = 0;
    while (kind < NUMBER_KINDS &&
           !casus_str_equal(columns[1], casus_str_from(number_names[kind]))) {
        kind++;
    }
    number_word word = {(number_kind)kind, 0, 0};
    if (kind == NUMBER_KINDS || !number_value(columns[2], &word.min) ||
        !number_value(columns[3], &word.max)) {
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "bad number word");
    }
    if (!columns[3].size) word.max = word.min;
    VEC_PUSH(&data->number_words, data->arena, word);
    casus_map_put(&data->numbers, data->arena, casus_arena_copy(data->arena, columns[0]),
                  data->number_words.count - 1);
    return CASUS_OK;
}

static casus_code read_table(casus_text_data *const data, const char *const folder,
                             const char *const name, const bool numbers, casus_error *const error)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) {
        return casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s", name);
    }
    char *bytes = NULL;
    size_t size = 0;
    casus_code code = casus_file_read(path, 1 << 20, &bytes, &size, error);
    if (code) return code;
    casus_str rest = {bytes, size}, columns[4] = {{0}};
    uint32_t line = 1, count = 0;
    while (!code && casus_table_row(&rest, &line, columns, numbers ? 4 : 2, &count)) {
        code = numbers ? add_number(data, columns, line, error)
                       : add_row(data, columns[0], columns[1], line, error);
    }
    free(bytes);
    return code;
}

casus_code casus_text_data_open(const char *const folder, casus_text_data **const data,
                                casus_error *const error)
{
    *data = NULL;
    casus_arena *const arena = casus_arena_create();
    if (!arena) return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "no memory");
    casus_text_data *const fresh = ARENA_NEW(arena, casus_text_data);
    fresh->arena = arena;
    casus_code code = read_table(fresh, folder, "abbreviations.txt", false, error);
    if (!code) code = read_table(fresh, folder, "words.txt", false, error);
    if (!code) code = read_table(fresh, folder, "numbers.txt", true, error);
    if (code) {
        casus_arena_destroy(arena);
        return code;
    }
    *data = fresh;
    return CASUS_OK;
}

void casus_text_data_destroy(casus_text_data *const data)
{
    if (data) casus_arena_destroy(data->arena);
}
