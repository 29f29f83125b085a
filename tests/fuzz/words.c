/* Any bytes as the text of an article: words, sentences, numbers, dates, and an event's date at
 * every word; spans stay in order and inside. */
#include <stdio.h>
#include <stdlib.h>

#include "text/fold.h"
#include "text/text.h"
#include "time/time.h"

int LLVMFuzzerInitialize(int *count, char ***words);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static casus_text_data *text_data;
static casus_time_data *time_data;

int LLVMFuzzerInitialize(int *const count, char ***const words)
{
    (void)count;
    (void)words;
    const char *const roots =
        getenv("CASUS_DATA"); /* folders joined by colons: the last has data/ */
    const char *const last = roots ? strrchr(roots, ':') : NULL;
    const char *const root = last ? last + 1 : roots ? roots : ".";
    char path[4096];
    snprintf(path, sizeof path, "%s/data/text", root);
    if (casus_text_data_open(path, &text_data, NULL)) exit(1);
    snprintf(path, sizeof path, "%s/data/time", root);
    if (casus_time_open(path, text_data, &time_data, NULL)) exit(1);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    char *const copy = malloc(size + 1); /* so that a read beyond the end is seen */
    casus_arena *const arena = casus_arena_create();
    if (!copy || !arena) abort();
    if (size) memcpy(copy, bytes, size);
    casus_document document = {.arena = arena,
                               .article = {.text = {copy, size}, .published = STR("2024-05-06")}};
    casus_text_segment(text_data, &document);
    casus_time_tag(time_data, &document);
    uint32_t end = 0;
    for (uint32_t i = 0; i < document.words.count; i++) {
        const casus_word *const word = &document.words.at[i];
        uint64_t min = 0, max = 0;
        if (word->span.begin < end || word->span.end <= word->span.begin) abort();
        end = word->span.end;
        casus_text_number(text_data, &document, i, &min, &max);
        casus_time_of_event(time_data, &document, i, NULL);
        casus_fold(arena, word->form);
    }
    if (end > size) abort();
    casus_arena_destroy(arena);
    free(copy);
    return 0;
}
