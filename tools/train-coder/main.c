/* Trains the weights by which the coder keeps or drops what its rules propose.
 *
 *     train-coder [--data DIR] [--penalty P] GOLD... WEIGHTS
 *
 * Codes each text of the gold file with every proposal kept, labels proposals by the gold, and
 * prints for each kind the figures of a five-fold cross-validation over documents with a
 * calibration table. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "blocks_gold.h"
#include "casus.h"
#include "labels.h"
#include "pipeline.h"
#include "validate.h"

enum { FILES = 256, CORPUS_LIMIT = 16 << 20, OLD_LIMIT = 64 << 20 };

static int fail(const char *const file, const casus_error *const error)
{
    fprintf(stderr, "train-coder: %s: %s\n", file, error->detail);
    return 1;
}

/* Codes the blocks of a file of the regression corpus and takes their labels. */
static casus_code take_blocks(casus_engine *const engine, train_state *const training,
                              const char *const path, uint32_t *const number,
                              casus_error *const error)
{
    char *bytes;
    size_t size;
    casus_code code = casus_file_read(path, CORPUS_LIMIT, &bytes, &size, error);
    if (code != CASUS_OK) return code;
    casus_arena *const arena = casus_arena_create();
    casus_document *const document = casus_document_create();
    block_reader reader = block_reader_of((casus_str){bytes, size}, arena);
    corpus_block block;
    while (code == CASUS_OK && block_next(&reader, &block)) {
        const casus_str text = casus_arena_copy(arena, block.text);
        const casus_article_source source = {
            .text = text.at, .id = "block", .published = reader.published};
        code = casus_document_set(document, &source, error);
        if (code == CASUS_OK) code = casus_engine_code(engine, document, error);
        if (code != CASUS_OK) break;
        json_t *const gold = block_gold(&block);
        labels_take(training, gold, document, true, (*number)++);
        json_decref(gold);
    }
    casus_document_destroy(document);
    casus_arena_destroy(arena);
    free(bytes);
    return code;
}

/* Codes the texts of one gold file and takes its labels; adds to `number` how many there were. */
static casus_code take_reports(casus_engine *const engine, train_state *const training,
                               const char *const path, uint32_t *const number,
                               casus_error *const error)
{
    casus_reader *reader;
    casus_code code = casus_reader_open(path, NULL, &reader, error);
    if (code != CASUS_OK) return code;
    FILE *const lines = fopen(path, "r");
    casus_document *const document = casus_document_create();
    for (bool more = true; more && lines;) {
        code = casus_reader_next(reader, document, &more, error);
        if (code == CASUS_OK && more) code = casus_engine_code(engine, document, error);
        if (code != CASUS_OK || !more) break;
        json_error_t trouble;
        json_t *const gold = json_loadf(lines, JSON_DISABLE_EOF_CHECK, &trouble);
        if (!gold) {
            fprintf(stderr, "train-coder: %s: %s\n", path, trouble.text);
            break;
        }
        labels_take(training, gold, document, false, (*number)++);
        json_decref(gold);
    }
    casus_document_destroy(document);
    casus_reader_close(reader);
    if (lines) fclose(lines);
    return code;
}

/* Which pass trains a kind: a judge learns from proposals as those before it have left them.  That
 * of joins learns twice, the second time from what is told so far as it has itself joined it; those
 * of statements behind those of tolls: whose toll somebody gives tells what he speaks of. */
enum { JOIN_PASSES = 2, PASSES = 5 };

static bool is_of_pass(const judge_kind kind, const int pass)
{
    if (kind == JUDGE_JOIN) return pass < JOIN_PASSES;
    if (kind == JUDGE_TOLL || kind == JUDGE_TOLL_EVENT) return pass == JOIN_PASSES + 1;
    if (labels_is_statement(kind) || labels_is_stance(kind)) return pass == JOIN_PASSES + 2;
    return pass == JOIN_PASSES;
}

/* Weights of kinds that these files say nothing about stay as they were. */
static void keep_others(FILE *const file, casus_str old, const train_state *const training)
{
    casus_str line, rest;
    while (casus_str_cut(&old, '\n', &line)) {
        rest = line;
        casus_str name;
        if (!casus_str_cut(&rest, '\t', &name)) continue;
        for (int kind = 0; kind < JUDGE_KINDS; kind++)
            if (!training->sets[kind].examples.count &&
                (kind != JUDGE_FILLER || !fillers_any(training->fillers)) &&
                casus_str_equal(name, casus_str_from(judge_kind_name((judge_kind)kind))))
                fprintf(file, "%.*s\n", (int)line.size, line.at);
    }
}

static void start(train_state *const training)
{
    memset(training, 0, sizeof *training);
    training->arena = casus_arena_create();
    training->fillers = fillers_begin();
    for (int kind = 0; kind < JUDGE_KINDS; kind++) {
        training->sets[kind].arena = casus_arena_create();
        training->sets[kind].lone = validate_lone((judge_kind)kind);
    }
}

static void stop(train_state *const training)
{
    for (int kind = 0; kind < JUDGE_KINDS; kind++) casus_arena_destroy(training->sets[kind].arena);
    casus_arena_destroy(training->arena);
    fillers_end(training->fillers);
}

/* The kinds of one pass, behind those of the passes before, which judge while this one looks. */
static casus_code train_pass(casus_engine *const engine, const char *const *const files,
                             const int count, const int pass, const double penalty,
                             const casus_str old, casus_error *const error)
{
    const char *const out_path = files[count - 1];
    train_state training;
    start(&training);
    const coder_observer observer = {&training, labels_see};
    engine->observer = &observer;
    uint32_t number = 0;
    casus_code code = CASUS_OK;
    for (int i = 0; i < count - 1 && code == CASUS_OK; i++)
        code = casus_str_ends(casus_str_from(files[i]), STR(".txt"))
                   ? take_blocks(engine, &training, files[i], &number, error)
                   : take_reports(engine, &training, files[i], &number, error);
    engine->observer = NULL;
    FILE *const out = code == CASUS_OK ? fopen(out_path, pass < JOIN_PASSES ? "w" : "a") : NULL;
    if (code == CASUS_OK && !out)
        code = casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s cannot be written", out_path);
    if (out && pass < JOIN_PASSES)
        fprintf(out,
                "# Weights of the coder's judge: kind, feature, weight. Written by "
                "tools/train-coder from %u reports.\n",
                number);
    if (!training.alike) training.sets[JUDGE_COPY].examples.count = 0;
    for (int kind = 0; out && kind < JUDGE_KINDS; kind++) {
        if (!training.sets[kind].examples.count || !is_of_pass((judge_kind)kind, pass)) continue;
        const double strength = penalty * validate_strength((judge_kind)kind);
        calibration fit;
        const double threshold = validate(&training.sets[kind], (judge_kind)kind, strength, &fit);
        validate_write(out, &training.sets[kind], (judge_kind)kind, threshold, &fit, strength);
    }
    if (out && pass == PASSES - 1 && fillers_any(training.fillers))
        fillers_learn(training.fillers, penalty, out);
    if (out && pass == PASSES - 1) keep_others(out, old, &training);
    if (out) fclose(out);
    stop(&training);
    if (code != CASUS_OK || pass == PASSES - 1) return code;
    judge_close(engine->judge);
    return judge_open(out_path, &engine->judge, error);
}

static int train(casus_engine *const engine, const char *const *const files, const int count,
                 const double penalty)
{
    char *old = NULL;
    size_t old_size = 0;
    casus_error error;
    if (casus_file_read(files[count - 1], OLD_LIMIT, &old, &old_size, &error) != CASUS_OK)
        old_size = 0;
    casus_code code = CASUS_OK;
    for (int pass = 0; pass < PASSES && code == CASUS_OK; pass++)
        code = train_pass(engine, files, count, pass, penalty, (casus_str){old, old_size}, &error);
    free(old);
    return code == CASUS_OK ? 0 : fail(files[0], &error);
}

int main(const int count, char **const arguments)
{
    const char *files[FILES] = {NULL}, *data = NULL;
    double penalty = 1.0;
    int given = 0;
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--data") == 0 && i + 1 < count)
            data = arguments[++i];
        else if (strcmp(arguments[i], "--penalty") == 0 && i + 1 < count)
            penalty = atof(arguments[++i]);
        else if (given < FILES)
            files[given++] = arguments[i];
    }
    if (given < 2) {
        fputs("usage: train-coder [--data DIR] [--penalty P] GOLD... WEIGHTS\n", stderr);
        return 1;
    }
    casus_engine *engine;
    casus_error error;
    const casus_engine_options options = {.data = data, .depth = CASUS_RECORDS};
    if (casus_engine_open(&options, &engine, &error) != CASUS_OK) return fail("engine", &error);
    judge_close(engine->judge);
    engine->judge = NULL;
    const int status = train(engine, files, given, penalty);
    casus_engine_close(engine);
    return status;
}
