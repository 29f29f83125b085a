#include "work.h"

#include <stdlib.h>
#include <string.h>

/* "ID#e1" is record e1 of document ID; "e1" is that of the first document. */
static bool is_wanted(const char *const wanted, const size_t size, const casus_document *document)
{
    size_t given;
    const char *const id = casus_document_id(document, &given);
    return size == 0 || (size == given && memcmp(wanted, id, size) == 0);
}

static casus_code find(casus_reader *const reader, const char *const id, const size_t size,
                       casus_document *const document, bool *const found, casus_error *const error)
{
    casus_code last = CASUS_OK;
    for (bool more = true; more;) {
        const casus_code code = casus_reader_next(reader, document, &more, error);
        *found = code == CASUS_OK && more && is_wanted(id, size, document);
        if (*found) return CASUS_OK;
        if (code != CASUS_OK) last = code;
    }
    return last;
}

static casus_code explain(const casus_engine *const engine, const argument_set *const arguments,
                          casus_document *const document, casus_output *const output,
                          casus_error *const error)
{
    const char *const wanted = arguments->operands[0], *const mark = strrchr(wanted, '#');
    const char *const ref = mark ? mark + 1 : wanted;
    const casus_read_options options = {.published = arguments->published};
    casus_reader *reader;
    bool found = false;
    *error = (casus_error){.code = CASUS_ERROR_NOT_FOUND, .byte = UINT64_MAX};
    casus_code code = casus_reader_open(arguments->operands[1], &options, &reader, error);
    if (code != CASUS_OK) return code;
    code = find(reader, wanted, mark ? (size_t)(mark - wanted) : 0, document, &found, error);
    if (code == CASUS_OK && !found) {
        snprintf(error->detail, sizeof error->detail, "%.150s", wanted);
        code = CASUS_ERROR_NOT_FOUND;
    }
    if (code == CASUS_OK) code = casus_engine_code(engine, document, error);
    if (code == CASUS_OK) code = casus_write_explanation(engine, document, ref, output, error);
    casus_reader_close(reader);
    return code;
}

int run_explain(const argument_set *const arguments)
{
    casus_engine *engine;
    if (!open_engine(arguments, CASUS_RECORDS, &engine)) return EXIT_KNOWLEDGE;
    casus_document *const document = casus_document_create();
    casus_output output = {0};
    casus_error error;
    int exit_code = EXIT_INTERNAL;
    if (document) {
        const casus_code code = explain(engine, arguments, document, &output, &error);
        exit_code = code == CASUS_OK ? EXIT_OK : EXIT_INPUT;
        if (code != CASUS_OK) report(arguments->operands[1], &error);
        fwrite(output.bytes ? output.bytes : "", 1, output.size, stdout);
    }
    casus_output_destroy(&output);
    casus_document_destroy(document);
    casus_engine_close(engine);
    return exit_code;
}
