#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "entity/build_internal.h"
#include "entity/cues.h"

enum { LEXICON_FILE_LIMIT = 256 << 20 };

lex_builder *lex_builder_create(casus_arena *const arena, lex_complain *const complain,
                                void *const context)
{
    lex_builder *const builder = ARENA_NEW(arena, lex_builder);
    builder->arena = arena;
    builder->complain = complain;
    builder->context = context;
    builder->nodes = 1;
    return builder;
}

void lex_complain_of(const lex_builder *const builder, const uint32_t line,
                     const char *const message, const casus_str what)
{
    if (builder->complain) builder->complain(builder->context, builder->file, line, message, what);
}

lex_text lex_intern(lex_builder *const builder, const casus_str text)
{
    if (text.size == 0) return (lex_text){0, 0};
    const uint32_t known = casus_map_get(&builder->texts, text);
    if (known != CASUS_NONE) return (lex_text){known, (uint32_t)text.size};
    const uint32_t at = builder->pool.count;
    for (size_t i = 0; i < text.size; i++) VEC_PUSH(&builder->pool, builder->arena, text.at[i]);
    casus_map_put(&builder->texts, builder->arena, casus_arena_copy(builder->arena, text), at);
    return (lex_text){at, (uint32_t)text.size};
}

uint32_t lex_token_number(lex_builder *const builder, const casus_str folded)
{
    uint32_t number = casus_map_get(&builder->tokens, folded);
    if (number != CASUS_NONE) return number;
    number = builder->token_texts.count;
    casus_map_put(&builder->tokens, builder->arena, folded, number);
    VEC_PUSH(&builder->token_texts, builder->arena, lex_intern(builder, folded));
    VEC_PUSH(&builder->cues, builder->arena, 0);
    return number;
}

static uint32_t step(lex_builder *const builder, const uint32_t node, const uint32_t token)
{
    const uint32_t key[2] = {node, token};
    const casus_str bytes = {(const char *)key, sizeof key};
    const uint32_t known = casus_map_get(&builder->edges, bytes);
    if (known != CASUS_NONE) return known;
    const uint32_t child = builder->nodes++;
    casus_map_put(&builder->edges, builder->arena, casus_arena_copy(builder->arena, bytes), child);
    VEC_PUSH(&builder->edge_list, builder->arena, (lex_edge){node, token, child});
    return child;
}

/* Capitals that running text needs before these words can be the name: all of an abbreviation's,
 * one of each capitalised word of a short name, half of them in a long one (house styles differ).
 */
static uint8_t capitals_of(casus_str text)
{
    uint32_t words = 0, capitalised = 0, letters = 0;
    casus_str word;
    for (casus_str rest = text; casus_str_cut(&rest, ' ', &word);) {
        const uint32_t capitals = casus_capitals(word);
        if (!word.size) continue;
        words++;
        capitalised += capitals > 0;
        letters += capitals;
    }
    if (words == 1) return (uint8_t)(letters < 8 ? letters : 8);
    if (words == 2) return (uint8_t)capitalised;
    return (uint8_t)((capitalised + 1) / 2);
}

static void add_path(lex_builder *const builder, const casus_tokens *const tokens,
                     const uint32_t begin, const lex_entry entry)
{
    uint32_t node = 0;
    for (uint32_t i = begin; i < tokens->count; i++)
        node = step(builder, node, lex_token_number(builder, tokens->at[i]));
    VEC_PUSH(&builder->entries, builder->arena, (pending_entry){node, entry});
}

/* Tehrik-e-Taliban, Tehrik-i-Taliban: the link of Persian and Urdu names is spelt either way. */
static bool respell_link(const casus_str text, casus_tokens *const tokens)
{
    const bool e = casus_str_find(text, STR("-e-")) != SIZE_MAX;
    if (!e && casus_str_find(text, STR("-i-")) == SIZE_MAX) return false;
    for (uint32_t i = 1; i + 1 < tokens->count; i++)
        if (casus_str_equal(tokens->at[i], e ? STR("e") : STR("i")))
            tokens->at[i] = e ? STR("i") : STR("e");
    return true;
}

bool lex_add(lex_builder *const builder, const casus_str text, lex_entry entry)
{
    casus_tokens tokens = {0};
    casus_tokens_of(builder->arena, text, &tokens);
    const uint32_t begin = tokens.count > 1 && casus_str_equal(tokens.at[0], STR("the"));
    if (tokens.count == 0 || tokens.count > 32) return false;
    entry.words = (uint8_t)(tokens.count - begin);
    if (entry.type < LEX_ROLE) entry.capitals = capitals_of(text);
    add_path(builder, &tokens, begin, entry);
    if (entry.type < LEX_ROLE && respell_link(text, &tokens))
        add_path(builder, &tokens, begin, entry);
    return true;
}

bool lex_range(const casus_str text, uint32_t *const since, uint32_t *const until)
{
    const size_t dots = casus_str_find(text, STR(".."));
    *since = *until = 0;
    if (dots == SIZE_MAX) return (*since = *until = lex_day(text)) != 0;
    const casus_str first = casus_str_trim(casus_str_slice(text, 0, dots));
    const casus_str second = casus_str_trim(casus_str_slice(text, dots + 2, SIZE_MAX));
    *since = lex_day(first);
    *until = lex_day(second);
    return (!first.size || *since) && (!second.size || *until) && (*since || *until);
}

static casus_str slug(casus_arena *const arena, const casus_str country, const casus_str name)
{
    const casus_str key =
        casus_tokens_key(arena, casus_arena_format(arena, "%.*s %.*s", (int)country.size,
                                                   country.at, (int)name.size, name.at));
    char *const bytes = casus_arena_take(arena, key.size + 1, 1);
    for (size_t i = 0; i < key.size; i++) bytes[i] = key.at[i] == ' ' ? '-' : key.at[i];
    return casus_arena_format(arena, "person:%.*s", (int)key.size, bytes);
}

void lex_add_person(lex_builder *const builder, const casus_str name, const casus_str country,
                    const casus_str office, const casus_str sector, const casus_str body,
                    const uint32_t since, const uint32_t until, casus_str aliases,
                    const uint32_t line)
{
    const uint32_t index = builder->persons.count;
    VEC_PUSH(&builder->persons, builder->arena,
             (lex_person){.id = lex_intern(builder, slug(builder->arena, country, name)),
                          .name = lex_intern(builder, name),
                          .office = lex_intern(builder, office),
                          .country = lex_intern(builder, country),
                          .sector = lex_intern(builder, sector),
                          .body = CASUS_NONE});
    if (body.size)
        VEC_PUSH(&builder->bodies, builder->arena,
                 (pending_link){body, index, 0, since, until, line, builder->file});
    const lex_entry entry = {index, since, until, LEX_PERSON, 0, 0, 0};
    lex_add(builder, name, entry);
    casus_str alias, qualifier;
    while (casus_stanza_item(&aliases, &alias, &qualifier)) lex_add(builder, alias, entry);
}

int lex_kind(const casus_str name)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (casus_str_equal(name, casus_str_from(casus_kind_name((casus_kind)kind)))) return kind;
    return -1;
}

void lex_builder_text(lex_builder *const builder, const char *const name, const casus_str text)
{
    builder->file = casus_arena_copy(builder->arena, casus_str_from(name)).at;
    const casus_str file = casus_str_from(name);
    if (casus_str_ends(file, STR(".tsv")))
        lex_read_table(builder, name, text);
    else if (casus_str_equal(file, STR("cues.txt")))
        lex_read_cues(builder, text);
    else
        lex_read_stanzas(builder, text);
}

static int wanted(const struct dirent *const entry)
{
    const casus_str name = casus_str_from(entry->d_name);
    return name.size > 4 && name.at[0] != '.' &&
           (casus_str_ends(name, STR(".txt")) || casus_str_ends(name, STR(".tsv")));
}

casus_code lex_builder_folder(lex_builder *const builder, const char *const folder,
                              casus_error *const error)
{
    struct dirent **names;
    const int count = scandir(folder, &names, wanted, alphasort);
    if (count < 0)
        return casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s: %s", folder,
                          strerror(errno));
    casus_code code = CASUS_OK;
    for (int i = 0; i < count; i++) {
        char *bytes;
        size_t size;
        const casus_str path =
            casus_arena_format(builder->arena, "%s/%s", folder, names[i]->d_name);
        if (code == CASUS_OK)
            code = casus_file_read(path.at, LEXICON_FILE_LIMIT, &bytes, &size, error);
        if (code == CASUS_OK) {
            const casus_str text = casus_arena_copy(builder->arena, (casus_str){bytes, size});
            free(bytes);
            lex_builder_text(builder, names[i]->d_name, text);
        }
        free(names[i]);
    }
    free(names);
    return code;
}
