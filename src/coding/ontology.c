#include "coding/ontology.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/file.h"

enum { LEXICON_LIMIT = 64 << 20, FILES_LIMIT = 256 };

static const char *const builtin_classes[CLASS_BUILTIN_COUNT] = {
    "actor", "armed", "human", "state", "place", "event", "money", "nonactor", "weapon", "object"};

#define NAME_WORDS(name, text) text,
static const char *const engine_classes[ENGINE_WORDS_COUNT] = {ENGINE_WORDS(NAME_WORDS)};
#undef NAME_WORDS

static int by_name(const void *const a, const void *const b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the folder's .txt files, sorted so that every machine reads them in one order. */
static casus_code list_files(const char *const folder, casus_arena *const arena, char **const names,
                             uint32_t *const count, casus_error *const error)
{
    DIR *const directory = opendir(folder);
    if (!directory)
        return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "%s cannot be read", folder);
    *count = 0;
    for (const struct dirent *item; (item = readdir(directory)) && *count < FILES_LIMIT;) {
        const casus_str name = casus_str_from(item->d_name);
        if (name.at[0] == '.' || !casus_str_ends(name, STR(".txt"))) continue;
        names[(*count)++] = (char *)(uintptr_t)casus_arena_copy(arena, name).at;
    }
    closedir(directory);
    qsort(names, *count, sizeof *names, by_name);
    return CASUS_OK;
}

static casus_code read_folder(casus_ontology *const ontology, const char *const folder,
                              casus_error *const error)
{
    char *names[FILES_LIMIT];
    uint32_t count = 0;
    casus_code code = list_files(folder, ontology->arena, names, &count, error);
    for (uint32_t i = 0; code == CASUS_OK && i < count; i++) {
        const casus_str path = casus_arena_format(ontology->arena, "%s/%s", folder, names[i]);
        char *bytes;
        size_t size;
        code = casus_file_read(path.at, LEXICON_LIMIT, &bytes, &size, error);
        if (code != CASUS_OK) break;
        VEC_PUSH(&ontology->texts, ontology->arena, bytes);
        code = ontology_read(ontology, path, (casus_str){bytes, size}, error);
    }
    return code;
}

casus_code casus_ontology_open(const char *const folder, const char *const user_folder,
                               casus_ontology **const result, casus_error *const error)
{
    *result = NULL;
    casus_ontology *const ontology = calloc(1, sizeof *ontology);
    if (!ontology) return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "out of memory");
    ontology->arena = casus_arena_create();
    for (uint32_t i = 0; i < CLASS_BUILTIN_COUNT; i++) {
        casus_map_put(&ontology->classes, ontology->arena, casus_str_from(builtin_classes[i]), i);
        VEC_PUSH(&ontology->words, ontology->arena, (casus_map){0});
    }
    /* A user's rules are read first: of equals, the first wins. */
    casus_code code = CASUS_OK;
    if (user_folder) code = read_folder(ontology, user_folder, error);
    if (code == CASUS_OK) code = read_folder(ontology, folder, error);
    ontology->class_words = ontology->words.at;
    for (uint32_t i = 0; i < ENGINE_WORDS_COUNT; i++)
        ontology->engine[i] = casus_map_get(&ontology->classes, casus_str_from(engine_classes[i]));
    if (code != CASUS_OK)
        casus_ontology_close(ontology);
    else
        *result = ontology;
    return code;
}

void casus_ontology_close(casus_ontology *const ontology)
{
    if (!ontology) return;
    for (uint32_t i = 0; i < ontology->texts.count; i++) free(ontology->texts.at[i]);
    casus_arena_destroy(ontology->arena);
    free(ontology);
}

uint16_t ontology_preposition(const casus_ontology *const ontology, const casus_str lemma)
{
    const uint32_t found = casus_map_get(&ontology->prepositions, lemma);
    return found == CASUS_NONE ? ARG_NONE : (uint16_t)found;
}

bool ontology_has(const casus_ontology *const ontology, const engine_words words,
                  const casus_str lemma)
{
    const uint32_t number = ontology->engine[words];
    return number != CASUS_NONE &&
           casus_map_get(&ontology->class_words[number], lemma) != CASUS_NONE;
}

uint32_t ontology_roles(const lex_rule *const rule, const bool nominal, const uint16_t argument)
{
    const bool noun = nominal && rule->noun_roles.count;
    const uint32_t count = noun ? rule->noun_roles.count : rule->roles.count;
    const lex_binding *const bindings = noun ? rule->noun_roles.at : rule->roles.at;
    uint32_t roles = 0;
    for (uint32_t i = 0; i < count; i++)
        if (bindings[i].argument == argument) roles |= bindings[i].roles;
    return roles;
}

const thing_class *ontology_thing(const casus_ontology *const ontology, const casus_str lemma)
{
    const uint32_t found = casus_map_get(&ontology->things, lemma);
    return found == CASUS_NONE ? NULL : &ontology->thing_classes.at[found];
}

const lex_rule *ontology_find(const casus_ontology *const ontology, const casus_str id)
{
    const uint32_t found = casus_map_get(&ontology->ids, id);
    return found == CASUS_NONE ? NULL : &ontology->rules.at[found];
}
