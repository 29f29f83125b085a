/* Prints a text file as CoNLL-U without analysis, so that ../shared/eval/score_conllu.py can score
 * words and sentences: segment DATA-FOLDER FILE [REPEATS] */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "text/text.h"

static void print_sentence(const casus_document *const document, const uint32_t index)
{
    const casus_sentence *const sentence = &document->sentences.at[index];
    printf("# paragraph = %u kind = %d\n", sentence->paragraph, (int)sentence->kind);
    for (uint32_t i = 0; i < sentence->count; i++) {
        const casus_word *const word = &document->words.at[sentence->first + i];
        printf("%u\t%.*s\t_\t_\t_\t_\t%u\tdep\t_\t%s%s\n", i + 1, (int)word->form.size,
               word->form.at, i ? 1 : 0, word->flags & WORD_SPACE_AFTER ? "_" : "SpaceAfter=No",
               word->flags & WORD_QUOTED ? "|Quoted" : "");
    }
    printf("\n");
}

int main(const int argc, char **const argv)
{
    casus_error error = {0};
    casus_text_data *data = NULL;
    char *bytes = NULL;
    size_t size = 0;
    if (argc < 3 || casus_text_data_open(argv[1], &data, &error) ||
        casus_file_read(argv[2], 1 << 30, &bytes, &size, &error)) {
        fprintf(stderr, "segment: %s (line %llu)\n", error.detail, (unsigned long long)error.line);
        return 2;
    }
    casus_arena *const arena = casus_arena_create();
    casus_document document = {.arena = arena, .article.text = {bytes, size}};
    for (int i = argc > 3 ? atoi(argv[3]) : 0; i > 0; i--) {
        casus_text_segment(data, &document);
        casus_arena_clean(arena);
        document = (casus_document){.arena = arena, .article.text = {bytes, size}};
    }
    casus_text_segment(data, &document);
    if (argc > 3) {
        printf("%u words\n", document.words.count);
    } else {
        for (uint32_t i = 0; i < document.sentences.count; i++) print_sentence(&document, i);
    }
    casus_arena_destroy(arena);
    casus_text_data_destroy(data);
    free(bytes);
    return 0;
}
