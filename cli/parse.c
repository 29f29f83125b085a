#include "work.h"

static void write(const argument_set *const arguments, const casus_document *const document,
                  casus_output *const output)
{
    (void)arguments;
    casus_write_conllu(document, output);
}

int run_parse(const argument_set *const arguments)
{
    casus_engine *engine;
    if (!open_engine(arguments, CASUS_TREES, &engine)) return EXIT_KNOWLEDGE;
    const work_task task = {engine, arguments, casus_engine_parse, write};
    const int code = work(&task, arguments->operands, arguments->count);
    casus_engine_close(engine);
    return code;
}
