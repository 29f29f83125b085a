#include "work.h"

#include <string.h>

static int find(const argument_set *const arguments, casus_error *const error)
{
    casus_engine *engine;
    if (!open_engine(arguments, CASUS_RECORDS, &engine)) return EXIT_KNOWLEDGE;
    int exit_code = EXIT_OK;
    for (size_t i = 1; i < arguments->count; i++) {
        const char *const name = arguments->operands[i];
        if (casus_dictionary_find(engine, name, stdout, error) == CASUS_OK) continue;
        fprintf(stderr, "casus dict: %s: %s\n", name, casus_code_message(error->code));
        exit_code = EXIT_INPUT;
    }
    casus_engine_close(engine);
    return exit_code;
}

static int import(const argument_set *const arguments, casus_error *const error)
{
    int exit_code = EXIT_OK;
    for (size_t i = 1; i < arguments->count; i++) {
        if (casus_dictionary_import(arguments->operands[i], stdout, stderr, error) == CASUS_OK)
            continue;
        report(arguments->operands[i], error);
        exit_code = EXIT_INPUT;
    }
    return exit_code;
}

static int check(const argument_set *const arguments, casus_error *const error)
{
    size_t problems;
    if (casus_dictionary_check(arguments->operands + 1, stdout, &problems, error) != CASUS_OK) {
        report(arguments->operands[1], error);
        return EXIT_INPUT;
    }
    printf("%zu problems\n", problems);
    return problems ? EXIT_INPUT : EXIT_OK;
}

static const struct {
    const char *name;
    int (*run)(const argument_set *arguments, casus_error *error);
} actions[] = {{"find", find}, {"import", import}, {"check", check}};

int run_dict(const argument_set *const arguments)
{
    casus_error error = {.byte = UINT64_MAX};
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].name, arguments->operands[0]) == 0)
            return actions[i].run(arguments, &error);
    fprintf(stderr, "casus dict: find, import or check, not %s (see `casus help dict`)\n",
            arguments->operands[0]);
    return EXIT_WRONG_USE;
}
