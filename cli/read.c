#include "work.h"

static void write(const argument_set *const arguments, const casus_document *const document,
                  casus_output *const output)
{
    (void)arguments;
    casus_write_article(document, output);
}

int run_read(const argument_set *const arguments)
{
    const work_task task = {NULL, arguments, NULL, write};
    return work(&task, arguments->operands, arguments->count);
}
