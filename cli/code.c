#include "work.h"

#include <string.h>

static void write_json(const argument_set *const arguments, const casus_document *const document,
                       casus_output *const output)
{
    casus_write_record(document, arguments->text ? CASUS_WITH_TEXT : 0, output);
}

static void write_table(const argument_set *const arguments, const casus_document *const document,
                        casus_output *const output)
{
    (void)arguments;
    casus_write_table(document, output);
}

int run_code(const argument_set *const arguments)
{
    casus_engine *engine;
    if (!open_engine(arguments, CASUS_RECORDS, &engine)) return EXIT_KNOWLEDGE;
    const bool table = strcmp(arguments->format, "table") == 0;
    const work_task task = {engine, arguments, casus_engine_code, table ? write_table : write_json};
    const int code = work(&task, arguments->operands, arguments->count);
    casus_engine_close(engine);
    return code;
}
