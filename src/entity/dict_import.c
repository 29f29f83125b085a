/* TABARI's and PETRARCH's dictionaries into our form.
 * Formats: P. Schrodt, TABARI manual 0.8 (2012), ch. 4; PETRARCH documentation, "Actor
 * Dictionaries". */
#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "entity/dict.h"
#include "entity/tokens.h"

enum { DICT_LIMIT = 256 << 20, SET_LIMIT = 64 };

typedef struct dict_code {
    casus_str code, since, until; /* ISO days */
} dict_code;

typedef struct dict_set { /* !PERSON! = MAN, WOMAN */
    casus_str name;
    VEC(casus_str) values;
} dict_set;

typedef struct dict_reader {
    casus_arena *arena;
    FILE *out, *report;
    casus_dict_counts *counts;
    uint32_t line;
    casus_map ids;
    casus_str name; /* of the actor being read */
    VEC(casus_str) synonyms;
    VEC(dict_code) codes;
    VEC(dict_set) sets;
    bool agents;
} dict_reader;

static void unread(dict_reader *const reader, const char *const why, const casus_str text)
{
    reader->counts->problems++;
    fprintf(reader->report, "%u: %s: %.*s\n", reader->line, why, (int)text.size, text.at);
}

static bool is_utf8(const casus_str text)
{
    for (size_t i = 0; i < text.size;) {
        const unsigned char c = (unsigned char)text.at[i];
        const size_t more = c < 0x80 ? 0 : c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
        if ((c >= 0x80 && c < 0xc2) || c > 0xf4 || i + more >= text.size + (more == 0))
            return false;
        for (size_t k = 1; k <= more; k++)
            if (((unsigned char)text.at[i + k] & 0xc0) != 0x80) return false;
        i += more + 1;
    }
    return true;
}

static casus_str from_latin1(casus_arena *const arena, const casus_str text)
{
    char *const bytes = casus_arena_take(arena, text.size * 2 + 1, 1);
    size_t used = 0;
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char c = (unsigned char)text.at[i];
        if (c >= 0x80) bytes[used++] = (char)(0xc0 | c >> 6);
        bytes[used++] = (char)(c < 0x80 ? c : (0x80 | (c & 0x3f)));
    }
    return (casus_str){bytes, used};
}

static bool is_letter(const char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* AFGHAN_TALIBAN_ becomes Afghan Taliban: the dictionaries write all in capitals. */
static casus_str titled(casus_arena *const arena, casus_str text, const bool lower)
{
    text = casus_str_trim(text);
    char *const bytes = casus_arena_take(arena, text.size + 1, 1);
    size_t used = 0;
    bool begin = true;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.at[i] == '_' ? ' ' : text.at[i];
        if (c == ';' || c == '|') c = ' ';
        if (c == ' ' && (used == 0 || bytes[used - 1] == ' ')) continue;
        if (c >= 'A' && c <= 'Z' && (lower || !begin)) c = (char)(c + ('a' - 'A'));
        begin = !is_letter(text.at[i]) && text.at[i] != '\'';
        bytes[used++] = c;
    }
    while (used && bytes[used - 1] == ' ') used--;
    return (casus_str){bytes, used};
}

/* YYMMDD or YYYYMMDD as an ISO day; empty when it is none. */
static casus_str iso_day(casus_arena *const arena, const casus_str digits)
{
    uint64_t number;
    if ((digits.size != 6 && digits.size != 8) || !casus_str_to_u64(digits, &number))
        return (casus_str){NULL, 0};
    uint64_t year = number / 10000;
    const uint64_t month = number / 100 % 100, day = number % 100;
    if (digits.size == 6) year += year <= 30 ? 2000 : 1900;
    if (month > 12 || day > 31) return (casus_str){NULL, 0};
    if (month == 0) return casus_arena_format(arena, "%04u", (unsigned)year);
    if (day == 0) return casus_arena_format(arena, "%04u-%02u", (unsigned)year, (unsigned)month);
    return casus_arena_format(arena, "%04u-%02u-%02u", (unsigned)year, (unsigned)month,
                              (unsigned)day);
}

/* `AFGGOV 791227-861124`, `USA >010120`, `CODE`. */
static bool read_code(dict_reader *const reader, const casus_str inside)
{
    dict_code code = {0};
    casus_str rest = casus_str_trim(inside);
    if (!casus_str_cut(&rest, ' ', &code.code) || !code.code.size) return false;
    rest = casus_str_trim(rest);
    if (rest.size) {
        const char sign = rest.at[0];
        if (sign == '<' || sign == '>') {
            const casus_str day =
                iso_day(reader->arena, casus_str_trim(casus_str_slice(rest, 1, SIZE_MAX)));
            if (!day.size) return false;
            *(sign == '<' ? &code.until : &code.since) = day;
        } else {
            casus_str first;
            casus_str_cut(&rest, '-', &first);
            code.since = iso_day(reader->arena, casus_str_trim(first));
            code.until = iso_day(reader->arena, casus_str_trim(rest));
            if (!code.since.size || !code.until.size) return false;
        }
    }
    VEC_PUSH(&reader->codes, reader->arena, code);
    return true;
}

/* Every [code] of a line; what a bracket holds that is no code is told. */
static void read_codes(dict_reader *const reader, casus_str text)
{
    for (;;) {
        const size_t open = casus_str_find(text, STR("["));
        if (open == SIZE_MAX) return;
        text = casus_str_slice(text, open + 1, SIZE_MAX);
        size_t close = 0;
        while (close < text.size && text.at[close] != ']' && text.at[close] != '}') close++;
        reader->counts->entries++;
        const casus_str inside = casus_str_slice(text, 0, close);
        if (close == text.size || !read_code(reader, inside))
            unread(reader, "is no code", inside);
        else
            reader->counts->read++;
        text = casus_str_slice(text, close + 1, SIZE_MAX);
    }
}

static casus_str new_id(dict_reader *const reader, const casus_str name)
{
    const casus_str key = casus_tokens_key(reader->arena, name);
    char *const bytes = casus_arena_take(reader->arena, key.size + 1, 1);
    for (size_t i = 0; i < key.size; i++) bytes[i] = key.at[i] == ' ' ? '-' : key.at[i];
    casus_str id = casus_arena_format(reader->arena, "import-%.*s", (int)key.size, bytes);
    for (uint32_t number = 2; casus_map_get(&reader->ids, id) != CASUS_NONE; number++)
        id = casus_arena_format(reader->arena, "import-%.*s-%u", (int)key.size, bytes, number);
    casus_map_put(&reader->ids, reader->arena, id, 1);
    return id;
}

static void write_codes(const dict_reader *const reader)
{
    for (uint32_t i = 0; i < reader->codes.count; i++) {
        const dict_code *const code = &reader->codes.at[i];
        fprintf(reader->out, "%s%.*s", i ? "; " : "cameo: ", (int)code->code.size, code->code.at);
        if (code->since.size || code->until.size)
            fprintf(reader->out, " | %.*s..%.*s", (int)code->since.size, code->since.at,
                    (int)code->until.size, code->until.at);
    }
    if (reader->codes.count) fputc('\n', reader->out);
}

/* A CAMEO code is a country and up to three sectors of three letters each. */
static void write_parts(const dict_reader *const reader)
{
    if (!reader->codes.count) return;
    const casus_str code = reader->codes.at[reader->codes.count - 1].code;
    const casus_str sector = casus_str_slice(code, 3, 3);
    if (code.size >= 3) fprintf(reader->out, "country: %.*s\n", 3, code.at);
    if (sector.size == 3) fprintf(reader->out, "sector: %.*s\n", 3, sector.at);
    bool dated = false;
    for (uint32_t i = 0; i < reader->codes.count; i++)
        dated |= reader->codes.at[i].since.size && reader->codes.at[i].code.size > 3;
    fprintf(reader->out, "kind: %s\n", dated ? "person" : "organization");
}

static void write_actor(dict_reader *const reader)
{
    if (!reader->name.size) return;
    const casus_str id = new_id(reader, reader->name);
    fprintf(reader->out, "[%.*s]\n", (int)id.size, id.at);
    fprintf(reader->out, "name: %.*s\n", (int)reader->name.size, reader->name.at);
    for (uint32_t i = 0; i < reader->synonyms.count; i++)
        fprintf(reader->out, "%s%.*s", i ? "; " : "alias: ", (int)reader->synonyms.at[i].size,
                reader->synonyms.at[i].at);
    if (reader->synonyms.count) fputc('\n', reader->out);
    write_parts(reader);
    write_codes(reader);
    fputc('\n', reader->out);
    reader->name = (casus_str){NULL, 0};
    reader->synonyms.count = reader->codes.count = 0;
}

static void read_actor_line(dict_reader *const reader, const casus_str raw, const casus_str text)
{
    const size_t bracket = casus_str_find(text, STR("["));
    const casus_str name = titled(reader->arena, casus_str_slice(text, 0, bracket), false);
    const bool indented = raw.size && (raw.at[0] == '\t' || raw.at[0] == ' ');
    if (name.size && casus_str_starts(casus_str_trim(text), STR("+"))) {
        const casus_str synonym =
            titled(reader->arena, casus_str_slice(casus_str_trim(text), 1, SIZE_MAX), false);
        reader->counts->entries++;
        if (!reader->name.size || !casus_tokens_key(reader->arena, synonym).size) {
            unread(reader, "is a synonym of nobody", text);
            return;
        }
        reader->counts->read++;
        VEC_PUSH(&reader->synonyms, reader->arena, synonym);
        return;
    }
    if (name.size && !(indented && bracket != SIZE_MAX && bracket == 0)) {
        write_actor(reader);
        reader->counts->entries++;
        if (!casus_tokens_key(reader->arena, name).size) {
            unread(reader, "holds no name", text);
            return;
        }
        reader->counts->read++;
        reader->name = name;
    }
    if (bracket != SIZE_MAX) read_codes(reader, text);
}

static void read_set(dict_reader *const reader, const casus_str text, const size_t equals)
{
    dict_set set = {0};
    casus_str rest = casus_str_slice(text, equals + 1, SIZE_MAX), value;
    set.name = casus_str_trim(casus_str_slice(text, 0, equals));
    while (casus_str_cut(&rest, ',', &value))
        if (casus_str_trim(value).size) VEC_PUSH(&set.values, reader->arena, casus_str_trim(value));
    reader->counts->entries++;
    if (set.values.count == 0 || set.values.count > SET_LIMIT) {
        unread(reader, "is no set", text);
        return;
    }
    reader->counts->read++;
    VEC_PUSH(&reader->sets, reader->arena, set);
}

/* Regular English plurals; what is irregular the dictionaries give in braces. */
static casus_str plural_of(casus_arena *const arena, const casus_str name)
{
    const char *const format = casus_str_ends(name, STR("s")) || casus_str_ends(name, STR("x")) ||
                                       casus_str_ends(name, STR("ch")) ||
                                       casus_str_ends(name, STR("sh"))
                                   ? "%.*ses"
                                   : "%.*ss";
    if (name.size > 1 && name.at[name.size - 1] == 'y' &&
        !memchr("aeiou", name.at[name.size - 2], 5))
        return casus_arena_format(arena, "%.*sies", (int)name.size - 1, name.at);
    return casus_arena_format(arena, format, (int)name.size, name.at);
}

static void write_role(dict_reader *const reader, const casus_str name, const casus_str plural,
                       const bool none, const casus_str code)
{
    const casus_str singular = titled(reader->arena, name, true);
    const casus_str many = none          ? (casus_str){"", 0}
                           : plural.size ? titled(reader->arena, plural, true)
                                         : plural_of(reader->arena, singular);
    fprintf(reader->out, "%.*s\t%.*s\t%.*s\tperson\tn\t%.*s\n", (int)singular.size, singular.at,
            (int)many.size, many.at ? many.at : "", (int)(code.size < 3 ? code.size : 3), code.at,
            (int)code.size, code.at);
}

/* One row for each word of the set that the name holds. */
static void expand(dict_reader *const reader, const casus_str name, const casus_str plural,
                   const bool none, const casus_str code, const uint32_t depth)
{
    for (uint32_t i = 0; i < reader->sets.count; i++) {
        const dict_set *const set = &reader->sets.at[i];
        const size_t at = casus_str_find(name, set->name);
        if (at == SIZE_MAX || depth > 3) continue;
        for (uint32_t v = 0; v < set->values.count; v++) {
            const casus_str value = set->values.at[v];
            const casus_str after = casus_str_slice(name, at + set->name.size, SIZE_MAX);
            expand(reader,
                   casus_arena_format(reader->arena, "%.*s%.*s%.*s", (int)at, name.at,
                                      (int)value.size, value.at, (int)after.size, after.at),
                   plural, true, code, depth + 1);
        }
        return;
    }
    write_role(reader, name, plural, none, code);
}

static void read_agent_line(dict_reader *const reader, const casus_str text)
{
    const size_t equals = casus_str_find(text, STR("="));
    if (text.at[0] == '!' && equals != SIZE_MAX) {
        read_set(reader, text, equals);
        return;
    }
    const size_t bracket = casus_str_find(text, STR("["));
    const casus_str front = casus_str_trim(casus_str_slice(text, 0, bracket));
    reader->counts->entries++;
    if (bracket == SIZE_MAX || !front.size) {
        unread(reader, "has no code", text);
        return;
    }
    const size_t brace = casus_str_find(front, STR("{"));
    const casus_str name = casus_str_trim(casus_str_slice(front, 0, brace));
    casus_str plural = {NULL, 0};
    if (brace != SIZE_MAX) {
        plural = casus_str_slice(front, brace + 1, SIZE_MAX);
        const size_t end = casus_str_find(plural, STR("}"));
        plural = casus_str_trim(casus_str_slice(plural, 0, end));
    }
    casus_str code = casus_str_slice(text, bracket + 1, SIZE_MAX);
    char *const letters = casus_arena_take(reader->arena, code.size + 1, 1);
    size_t used = 0;
    for (size_t i = 0; i < code.size && code.at[i] != ']' && code.at[i] != '}'; i++)
        if (is_letter(code.at[i])) letters[used++] = code.at[i];
    if (!used || !casus_tokens_key(reader->arena, name).size) {
        unread(reader, "has no code", text);
        return;
    }
    reader->counts->read++;
    expand(reader, name, plural, brace != SIZE_MAX && !plural.size, (casus_str){letters, used}, 0);
}

/* Without comments; `;` and `#` begin them. */
static casus_str without_comment(const casus_str line)
{
    size_t end = 0;
    while (end < line.size && line.at[end] != ';' && line.at[end] != '#') end++;
    return casus_str_slice(line, 0, end);
}

static void read_lines(dict_reader *const reader, casus_str rest)
{
    casus_str raw;
    while (casus_str_cut(&rest, '\n', &raw)) {
        reader->line++;
        if (!is_utf8(raw)) raw = from_latin1(reader->arena, raw);
        const casus_str text = casus_str_trim(without_comment(raw));
        if (!text.size || casus_str_starts(text, STR("<!--")) || casus_str_starts(text, STR("//")))
            continue;
        if (reader->agents)
            read_agent_line(reader, text);
        else
            read_actor_line(reader, raw, text);
    }
    if (!reader->agents) write_actor(reader);
}

casus_code casus_dict_import(const char *const path, FILE *const out, FILE *const report,
                             casus_dict_counts *const counts, casus_error *const error)
{
    char *bytes;
    size_t size;
    *counts = (casus_dict_counts){0};
    const casus_code code = casus_file_read(path, DICT_LIMIT, &bytes, &size, error);
    if (code != CASUS_OK) return code;
    casus_arena *const arena = casus_arena_create();
    if (!arena) {
        free(bytes);
        return casus_fail(error, CASUS_ERROR_LIMIT, 0, 0, "out of memory");
    }
    dict_reader reader = {.arena = arena, .out = out, .report = report, .counts = counts};
    const casus_str text = {bytes, size};
    reader.agents = casus_str_find(text, STR("[~")) != SIZE_MAX;
    if (reader.agents) fputs("singular\tplural\tsector\tkind\tarmed\tnote\n", out);
    read_lines(&reader, text);
    casus_arena_destroy(arena);
    free(bytes);
    if (ferror(out)) return casus_fail(error, CASUS_ERROR_WRITE, 0, UINT64_MAX, "output");
    if (!counts->entries) return casus_fail(error, CASUS_ERROR_EMPTY, 0, 0, "no entry in it");
    return CASUS_OK;
}
