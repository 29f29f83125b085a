/* The public face of the dictionaries. */
#include "entity/dict.h"
#include "pipeline.h"

casus_code casus_dictionary_import(const char *const path, FILE *const out, FILE *const report,
                                   casus_error *const error)
{
    casus_dict_counts counts = {0};
    const casus_code code = casus_dict_import(path, out, report, &counts, error);
    if (code == CASUS_OK)
        fprintf(report, "%s: %u of %u entries read, %u problems\n", path, counts.read,
                counts.entries, counts.problems);
    return code;
}

casus_code casus_dictionary_check(const char *const *const folders, FILE *const out,
                                  size_t *const problems, casus_error *const error)
{
    casus_dict_counts counts = {0};
    const casus_code code = casus_dict_check(folders, out, &counts, error);
    *problems = counts.problems;
    return code;
}

casus_code casus_dictionary_find(const casus_engine *const engine, const char *const name,
                                 FILE *const out, casus_error *const error)
{
    if (!engine->actors)
        return casus_fail(error, CASUS_ERROR_USAGE, 0, UINT64_MAX,
                          "the engine was opened for trees only");
    return casus_dict_find(engine->actors, casus_str_from(name), out, error);
}
