/* Any bytes as a syntax model: refused, or used without harm.  The bytes are also laid over parts
 * of the shipped model (from CASUS_DATA, as run.sh sets it), so that what follows the checks is
 * reached. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "syntax/syntax.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static casus_str shipped(void)
{
    static casus_str model;
    const char *data = getenv("CASUS_DATA");
    if (model.at || !data) return model;
    char path[4096], *bytes;
    const char *const folder = strrchr(data, ':') ? strrchr(data, ':') + 1 : data;
    snprintf(path, sizeof path, "%s/models/english.model", folder);
    size_t length;
    if (casus_file_read(path, (size_t)1 << 28, &bytes, &length, NULL) == CASUS_OK)
        model = (casus_str){bytes, length};
    return model;
}

static void parse(const casus_syntax_model *const model)
{
    const char *const forms[] = {"Police", "raided", "a", "house", "in", "Kabul", "."};
    casus_document d = {.arena = casus_arena_create()};
    VEC_PUSH(&d.sentences, d.arena, (casus_sentence){.count = 7});
    for (int i = 0; i < 7; i++)
        VEC_PUSH(&d.words, d.arena, (casus_word){.form = casus_str_from(forms[i])});
    casus_syntax_parse(model, &d);
    for (uint32_t i = 0; i < 7; i++)
        if (d.words.at[i].head >= 7 || d.words.at[i].upos >= UPOS_COUNT) abort();
    casus_arena_destroy(d.arena);
}

static void try_bytes(const void *const bytes, const size_t size)
{
    const int file = memfd_create("model", 0);
    char path[64];
    casus_syntax_model *model;
    if (file < 0 || write(file, bytes, size) != (ssize_t)size) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (casus_syntax_open(path, &model, NULL) == CASUS_OK) parse(model);
    casus_syntax_close(model);
    close(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    try_bytes(bytes, size);
    const casus_str model = shipped();
    if (!model.size || size < 8) return 0;
    size_t at;
    memcpy(&at, bytes, sizeof at);
    at = bytes[0] & 1 ? at % 4096 : at % model.size; /* half of them in the table and header */
    const size_t length = size - 8 < model.size - at ? size - 8 : model.size - at;
    char *const damaged = malloc(model.size);
    if (!damaged) return 0;
    memcpy(damaged, model.at, model.size);
    memcpy(damaged + at, bytes + 8, length);
    try_bytes(damaged, model.size);
    free(damaged);
    return 0;
}
