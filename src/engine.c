/* Finding and loading the knowledge. */
#include "pipeline.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROOTS = 4 };

/* Folders in which a knowledge file is looked for, in order. */
typedef struct folders {
    char path[ROOTS][PATH_MAX];
    uint32_t count;
} folders;

static void add_root(folders *const roots, const char *const folder, const char *const below)
{
    if (roots->count == ROOTS) return;
    const int size = snprintf(roots->path[roots->count], PATH_MAX, "%s%s", folder, below);
    if (size > 0 && size < PATH_MAX) roots->count++;
}

/* Named folders (with colons between them) alone; else the build folder, the source folder around
 * it, and the share folders. */
static void find_roots(const char *const named, folders *const roots)
{
    const char *const data = named ? named : getenv("CASUS_DATA");
    casus_str rest = casus_str_from(data), folder;
    while (casus_str_cut(&rest, ':', &folder)) {
        char path[PATH_MAX];
        if (folder.size == 0 || folder.size >= sizeof path) continue;
        memcpy(path, folder.at, folder.size);
        path[folder.size] = '\0';
        add_root(roots, path, "");
    }
    if (roots->count) return;
    char program[PATH_MAX];
    const ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    if (size > 0) {
        program[size] = '\0';
        char *const slash = strrchr(program, '/');
        if (slash) *slash = '\0';
        add_root(roots, program, "");
        add_root(roots, program, "/..");
        add_root(roots, program, "/../share/casus");
    }
    add_root(roots, CASUS_SHARE, "");
}

/* The first root that holds `file`; CASUS_ERROR_DATA where none does. */
static casus_code find_file(const folders *const roots, const char *const file, char path[PATH_MAX],
                            casus_error *const error)
{
    for (uint32_t i = 0; i < roots->count; i++) {
        const int size = snprintf(path, PATH_MAX, "%s/%s", roots->path[i], file);
        if (size > 0 && size < PATH_MAX && access(path, R_OK) == 0) return CASUS_OK;
    }
    return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX,
                      "%s was not found (is the data folder where --data says?)", file);
}

/* What is loaded, from where, at which depth: the table of all knowledge. */
typedef casus_code load_function(casus_engine *engine, const char *path, const char *user,
                                 casus_error *error);

static casus_code load_text(casus_engine *const engine, const char *const path,
                            const char *const user, casus_error *const error)
{
    (void)user;
    return casus_text_data_open(path, &engine->text, error);
}

static casus_code load_syntax(casus_engine *const engine, const char *const path,
                              const char *const user, casus_error *const error)
{
    (void)user;
    return casus_syntax_open(path, &engine->syntax, error);
}

static casus_code load_time(casus_engine *const engine, const char *const path,
                            const char *const user, casus_error *const error)
{
    (void)user;
    return casus_time_open(path, engine->text, &engine->time, error);
}

static casus_code load_gazetteer(casus_engine *const engine, const char *const path,
                                 const char *const user, casus_error *const error)
{
    return casus_gazetteer_open(path, user, &engine->gazetteer, error);
}

static casus_code load_actors(casus_engine *const engine, const char *const path,
                              const char *const user, casus_error *const error)
{
    return casus_actors_open(path, user, &engine->actors, error);
}

static casus_code load_ontology(casus_engine *const engine, const char *const path,
                                const char *const user, casus_error *const error)
{
    return casus_ontology_open(path, user, &engine->ontology, error);
}

static casus_code load_judge(casus_engine *const engine, const char *const path,
                             const char *const user, casus_error *const error)
{
    (void)user;
    return judge_open(path, &engine->judge, error);
}

static const struct {
    const char *file;
    casus_depth depth;
    load_function *load;
    bool optional;
} knowledge[] = {
    {"data/text", CASUS_TREES, load_text, false},
    {"models/english.model", CASUS_TREES, load_syntax, false},
    {"data/time", CASUS_RECORDS, load_time, false},
    {"gazetteer.image", CASUS_RECORDS, load_gazetteer, false},
    {"actors.image", CASUS_RECORDS, load_actors, false},
    {"data/events", CASUS_RECORDS, load_ontology, false},
    {"models/coder.weights", CASUS_RECORDS, load_judge, true}, /* without: all proposals are kept */
};

static casus_code load_all(casus_engine *const engine, const folders *const roots,
                           const char *const user, casus_error *const error)
{
    for (size_t i = 0; i < sizeof knowledge / sizeof *knowledge; i++) {
        char path[PATH_MAX];
        if (knowledge[i].depth > engine->depth) continue;
        casus_code code = find_file(roots, knowledge[i].file, path, error);
        if (code != CASUS_OK && knowledge[i].optional) continue;
        if (code != CASUS_OK) return code;
        code = knowledge[i].load(engine, path, user, error);
        if (code == CASUS_OK) continue;
        if (error) {
            char detail[sizeof error->detail];
            memcpy(detail, error->detail, sizeof detail);
            snprintf(error->detail, sizeof error->detail, "%s: %.150s", knowledge[i].file, detail);
        }
        return code;
    }
    return CASUS_OK;
}

casus_code casus_engine_open(const casus_engine_options *const options, casus_engine **const engine,
                             casus_error *const error)
{
    const casus_engine_options all = {.depth = CASUS_RECORDS};
    const casus_engine_options *const wanted = options ? options : &all;
    *engine = NULL;
    if (wanted->user && access(wanted->user, R_OK | X_OK) != 0)
        return casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%.150s", wanted->user);
    casus_engine *const fresh = calloc(1, sizeof *fresh);
    folders *const roots = calloc(1, sizeof *roots);
    casus_code code = CASUS_OK;
    if (!fresh || !roots)
        code = casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "out of memory");
    else {
        fresh->depth = wanted->depth;
        find_roots(wanted->data, roots);
        char data[PATH_MAX];
        if (find_file(roots, "data/events", data, NULL) == CASUS_OK)
            snprintf(fresh->root, sizeof fresh->root, "%.*s",
                     (int)(strlen(data) - strlen("/events")), data);
        code = load_all(fresh, roots, wanted->user, error);
    }
    free(roots);
    if (code == CASUS_OK)
        *engine = fresh;
    else
        casus_engine_close(fresh);
    return code;
}

void casus_engine_close(casus_engine *const engine)
{
    if (!engine) return;
    judge_close(engine->judge);
    casus_ontology_close(engine->ontology);
    casus_actors_close(engine->actors);
    casus_gazetteer_close(engine->gazetteer);
    casus_time_close(engine->time);
    casus_syntax_close(engine->syntax);
    casus_text_data_destroy(engine->text);
    free(engine);
}

const char *casus_version(void)
{
    return CASUS_VERSION;
}
