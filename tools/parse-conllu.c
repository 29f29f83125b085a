/* Parses the words of a CoNLL-U file anew and prints CoNLL-U:
 * casus-parse-conllu MODEL FILE [--repeat N] [--kernels N] */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "syntax/conllu.h"
#include "syntax/model.h"

static void fill(casus_document *const document, const casus_conllu *const bank,
                 const uint32_t first, const uint32_t last)
{
    for (uint32_t s = first; s < last; s++) {
        const casus_conllu_sentence *const from = &bank->sentences.at[s];
        const casus_sentence sentence = {.first = document->words.count, .count = from->count};
        for (uint32_t i = 0; i < from->count; i++)
            VEC_PUSH(&document->words, document->arena,
                     (casus_word){.form = bank->words.at[from->first + i].form});
        VEC_PUSH(&document->sentences, document->arena, sentence);
    }
}

static void print(const casus_document *const document)
{
    char feats[512];
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        const casus_sentence *const sentence = &document->sentences.at[s];
        printf("# confidence = %.4f\n", (double)sentence->confidence);
        for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            const casus_word *const w = &document->words.at[i];
            casus_features_write(w->features, feats, sizeof feats);
            printf("%u\t%.*s\t%.*s\t%s\t_\t%s\t%u\t%s\t_\tNER=%d%s\n", i - sentence->first + 1,
                   (int)w->form.size, w->form.at, (int)w->lemma.size, w->lemma.at,
                   casus_upos_name(w->upos), feats,
                   w->head == i ? 0 : w->head - sentence->first + 1, casus_deprel_name(w->deprel),
                   w->ner, w->ner_begin ? "B" : "");
        }
        puts("");
    }
}

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

/* Documents of 25 sentences, as news has them. */
static void parse_all(const casus_syntax_model *const model, const casus_conllu *const bank,
                      const bool show)
{
    enum { SENTENCES = 25 };
    casus_document document = {.arena = casus_arena_create()};
    for (uint32_t s = 0; s < bank->sentences.count; s += SENTENCES) {
        casus_arena_clean(document.arena);
        document = (casus_document){.arena = document.arena};
        const uint32_t left = bank->sentences.count - s;
        fill(&document, bank, s, s + (left < SENTENCES ? left : SENTENCES));
        casus_syntax_parse(model, &document);
        if (show) print(&document);
    }
    casus_arena_destroy(document.arena);
}

int main(const int count, char **const arguments)
{
    casus_error error = {0};
    casus_syntax_model *model;
    casus_conllu bank;
    char *bytes;
    size_t size;
    if (count < 3) return 2;
    const double begin = now();
    if (casus_syntax_open(arguments[1], &model, &error) != CASUS_OK ||
        casus_file_read(arguments[2], (size_t)1 << 30, &bytes, &size, &error) != CASUS_OK) {
        fprintf(stderr, "%s: %s\n", casus_code_message(error.code), error.detail);
        return 1;
    }
    const double ready = now();
    int repeat = 0;
    for (int i = 3; i + 1 < count; i += 2) {
        const int value = atoi(arguments[i + 1]);
        if (!strcmp(arguments[i], "--repeat")) repeat = value;
        if (!strcmp(arguments[i], "--kernels") && casus_kernels_at((uint32_t)value))
            model->kernels = casus_kernels_at((uint32_t)value);
    }
    casus_arena *const arena = casus_arena_create();
    if (casus_conllu_read(arena, (casus_str){bytes, size}, &bank, &error) != CASUS_OK) {
        fprintf(stderr, "line %llu: %s\n", (unsigned long long)error.line, error.detail);
        return 1;
    }
    if (!repeat) parse_all(model, &bank, true);
    double best = 1e9;
    for (int i = 0; i < repeat; i++) {
        const double start = now();
        parse_all(model, &bank, false);
        const double took = now() - start;
        if (took < best) best = took;
    }
    if (repeat)
        fprintf(stderr, "%s: %u words, %.0f words/s; open %.2f ms\n", model->kernels->name,
                bank.words.count, bank.words.count / best, 1e3 * (ready - begin));
    casus_arena_destroy(arena);
    casus_syntax_close(model);
    free(bytes);
    return 0;
}
