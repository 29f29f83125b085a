#include "text/data.h"

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
    "unit",  "starter",      "saying",   "domain", "emoticon", "attribute"};

/* One row: class, tab, words separated by blanks. */
static casus_code add_row(void *const into, const casus_str *const columns, const uint32_t count,
                          const uint32_t line, casus_error *const error)
{
    (void)count; /* columns that are missing are empty */
    casus_text_data *const data = into;
    const casus_str klass = columns[0];
    casus_str words = columns[1];
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
static casus_code add_number(void *const into, const casus_str *const columns, const uint32_t count,
                             const uint32_t line, casus_error *const error)
{
    (void)count; /* columns that are missing are empty */
    casus_text_data *const data = into;
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

/* One row: lemma, its irregular forms separated by blanks. */
static casus_code add_irregular(void *const into, const casus_str *const columns,
                                const uint32_t count, const uint32_t line, casus_error *const error)
{
    casus_text_data *const data = into;
    if (count != 2)
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "expected lemma, forms");
    VEC_PUSH(&data->lemmas, data->arena, casus_arena_copy(data->arena, columns[0]));
    casus_str forms = columns[1], form;
    while (casus_str_cut(&forms, ' ', &form)) {
        if (!form.size) continue;
        casus_map_put(&data->irregular, data->arena, casus_arena_copy(data->arena, form),
                      data->lemmas.count - 1);
    }
    return CASUS_OK;
}

casus_code casus_text_data_open(const char *const folder, casus_text_data **const data,
                                casus_error *const error)
{
    *data = NULL;
    casus_arena *const arena = casus_arena_create();
    if (!arena) return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "no memory");
    casus_text_data *const fresh = ARENA_NEW(arena, casus_text_data);
    fresh->arena = arena;
    casus_code code = casus_table_file(folder, "abbreviations.txt", add_row, fresh, error);
    if (!code) code = casus_table_file(folder, "words.txt", add_row, fresh, error);
    if (!code) code = casus_table_file(folder, "numbers.txt", add_number, fresh, error);
    if (!code) code = casus_table_file(folder, "irregular.txt", add_irregular, fresh, error);
    if (code) {
        casus_arena_destroy(arena);
        return code;
    }
    *data = fresh;
    return CASUS_OK;
}

void casus_text_lemmas(const casus_text_data *const data, casus_document *const document)
{
    for (uint32_t i = 0; i < document->words.count; i++) {
        casus_word *const word = &document->words.at[i];
        char buffer[32];
        if (word->upos != UPOS_VERB) continue;
        const uint32_t lemma =
            casus_map_get(&data->irregular, casus_lower_short(word->form, buffer));
        if (lemma != CASUS_NONE) word->lemma = data->lemmas.at[lemma];
    }
}

void casus_text_data_destroy(casus_text_data *const data)
{
    if (data) casus_arena_destroy(data->arena);
}
