/* Any text through the whole house, and its record, table and trees out of it. */
#include "casus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *count, char ***words);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static casus_engine *engine;

int LLVMFuzzerInitialize(int *const count, char ***const words)
{
    (void)count;
    (void)words;
    casus_error error;
    if (casus_engine_open(NULL, &engine, &error) == CASUS_OK) return 0;
    fprintf(stderr, "%s: %s\n", casus_code_message(error.code), error.detail);
    exit(1);
}

int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    char *const text = malloc(size + 1);
    casus_document *const document = casus_document_create();
    if (!text || !document) abort();
    if (size) memcpy(text, bytes, size);
    text[size] = '\0';
    const casus_article_source source = {.text = text, .published = "2024-05-06"};
    casus_output output = {0};
    if (casus_document_set(document, &source, NULL) == CASUS_OK &&
        casus_engine_code(engine, document, NULL) == CASUS_OK) {
        casus_write_record(document, CASUS_WITH_TEXT, &output);
        casus_write_table(document, &output);
        casus_write_conllu(document, &output);
        casus_write_explanation(engine, document, "e1", &output, NULL);
    }
    casus_output_destroy(&output);
    casus_document_destroy(document);
    free(text);
    return 0;
}
