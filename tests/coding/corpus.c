/* Runs the regression corpus (README.md beside this file).
 *
 *     corpus [--data DIR] [--list-failures] [--verbose] KNOWN FILE...
 *
 * Exit status 0 when exactly the known failures fail. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "blocks.h"
#include "casus.h"
#include "names.h"
#include "pipeline.h"

enum { FIELDS = 24, CORPUS_LIMIT = 16 << 20 };

typedef struct corpus_run {
    casus_engine *engine;
    casus_document *document;
    casus_arena *arena; /* of one block */
    casus_map known;    /* first words of blocks that are known to fail */
    bool list, verbose;
    uint32_t passed, failed, surprises, fixed, checks, checks_passed;
    char published[16];
} corpus_run;

static bool type_is(casus_str types, const char *const name)
{
    casus_str one;
    while (casus_str_cut(&types, '/', &one))
        if (casus_str_equal(one, casus_str_from(name))) return true;
    return false;
}

/* Each wanted actor is there, one to one, and no other. */
static bool parties_are(const corpus_run *const run, casus_str wanted,
                        const casus_refs *const given)
{
    bool used[FIELDS] = {false};
    uint32_t count = 0;
    casus_str one;
    while (casus_str_cut(&wanted, ';', &one)) {
        one = casus_str_trim(one);
        if (!one.size) continue;
        uint32_t j = 0;
        while (j < given->count && j < FIELDS &&
               (used[j] || !names_is_actor(run->arena, one, run->document, given->at[j])))
            j++;
        if (j == given->count || j == FIELDS) return false;
        used[j] = true;
        count++;
    }
    return count == given->count;
}

static bool statement_is(const corpus_run *const run, const casus_str field,
                         const casus_statements *const given)
{
    casus_str by;
    const int stance = block_statement(field, &by);
    for (uint32_t i = 0; i < given->count; i++)
        if ((int)given->at[i].stance == stance &&
            names_is_actor(run->arena, by, run->document, given->at[i].by))
            return true;
    return false;
}

static bool count_is(const casus_str field, const casus_event *const event, bool *const is_count)
{
    casus_str rest = field, word;
    casus_str_cut(&rest, ' ', &word);
    const int effect = casus_effect_from(word);
    uint64_t number = 0;
    *is_count = effect >= 0 && casus_str_to_u64(casus_str_trim(rest), &number);
    for (uint32_t i = 0; *is_count && i < event->counts.count; i++) {
        const casus_count *const count = &event->counts.at[i];
        if ((int)count->effect == effect && (count->min == number || count->max == number))
            return true;
    }
    return false;
}

static bool event_field(const corpus_run *const run, const casus_str field,
                        const casus_event *const event)
{
    bool is_count;
    if (count_is(field, event, &is_count)) return true;
    if (is_count) return false;
    if (casus_str_starts(field, STR("date ")))
        return casus_str_starts(event->date.start, casus_str_slice(field, 5, SIZE_MAX));
    if (casus_str_starts(field, STR("place ")))
        return event->place != CASUS_NONE &&
               names_is_place(run->arena, casus_str_slice(field, 6, SIZE_MAX), run->document,
                              event->place);
    if (casus_factuality_from(field) >= 0)
        return (int)event->factuality == casus_factuality_from(field);
    return statement_is(run, field, &event->statements);
}

static bool event_is(const corpus_run *const run, casus_str line)
{
    const casus_record *const record = &run->document->record;
    if (casus_str_equal(line, STR("nothing"))) return record->events.count == 0;
    casus_str type, parties, from, to;
    block_field(&line, &type);
    block_field(&line, &parties);
    block_sides(parties, &from, &to);
    for (uint32_t i = 0; i < record->events.count; i++) {
        const casus_event *const event = &record->events.at[i];
        if (!type_is(type, casus_event_type_name(event->type)) ||
            !parties_are(run, from, &event->source) || !parties_are(run, to, &event->target))
            continue;
        casus_str rest = line, field;
        bool all = true;
        while (all && block_field(&rest, &field)) all = event_field(run, field, event);
        if (all) return true;
    }
    return false;
}

static bool end_is(const corpus_run *const run, const casus_str wanted,
                   const casus_relation *const relation, const bool to)
{
    if (to && relation->type == RELATION_OPERATES_IN)
        return names_is_place(run->arena, wanted, run->document, relation->to);
    return names_is_actor(run->arena, wanted, run->document, to ? relation->to : relation->from);
}

static bool relation_is(const corpus_run *const run, casus_str line)
{
    const casus_record *const record = &run->document->record;
    if (casus_str_equal(line, STR("nothing"))) return record->relations.count == 0;
    casus_str type, parties, from, to;
    block_field(&line, &type);
    block_field(&line, &parties);
    block_sides(parties, &from, &to);
    for (uint32_t i = 0; i < record->relations.count; i++) {
        const casus_relation *const relation = &record->relations.at[i];
        if (!type_is(type, casus_relation_type_name(relation->type))) continue;
        const bool either =
            relation->type == RELATION_ALLIED_WITH || relation->type == RELATION_OPPOSES;
        const bool straight = end_is(run, from, relation, false) && end_is(run, to, relation, true);
        if (!straight &&
            !(either && end_is(run, from, relation, true) && end_is(run, to, relation, false)))
            continue;
        casus_str rest = line, field;
        bool all = true;
        while (all && block_field(&rest, &field))
            all = statement_is(run, field, &relation->statements);
        if (all) return true;
    }
    return false;
}

static bool over(const corpus_run *const run, const casus_str words, const casus_span span)
{
    const size_t at = casus_str_find(run->document->article.text, words);
    return at != SIZE_MAX && at < span.end && span.begin < at + words.size;
}

static bool warning_is(const corpus_run *const run, const casus_str line)
{
    const casus_record *const record = &run->document->record;
    if (casus_str_equal(line, STR("nothing"))) return record->warnings.count == 0;
    const size_t arrow = casus_str_find(line, STR("=>"));
    const casus_str condition = casus_str_trim(casus_str_slice(line, 0, arrow));
    const casus_str outcome =
        arrow == SIZE_MAX ? line : casus_str_trim(casus_str_slice(line, arrow + 2, SIZE_MAX));
    for (uint32_t i = 0; i < record->warnings.count; i++)
        if (over(run, condition, record->warnings.at[i].condition) &&
            over(run, outcome, record->warnings.at[i].outcome))
            return true;
    return false;
}

/* The likeliest of the events that ACLED codes is of this sub-event type. */
static bool acled_is(const corpus_run *const run, const casus_str wanted)
{
    const casus_record *const record = &run->document->record;
    const casus_event *best = NULL;
    for (uint32_t i = 0; i < record->events.count; i++) {
        const casus_event *const event = &record->events.at[i];
        if (event->acled.size && (!best || event->confidence > best->confidence)) best = event;
    }
    return best && casus_str_equal(best->acled, wanted);
}

static bool check(const corpus_run *const run, const casus_str line)
{
    const casus_str rest = casus_str_trim(casus_str_slice(line, 1, SIZE_MAX));
    return line.at[0] == '='   ? event_is(run, rest)
           : line.at[0] == '~' ? relation_is(run, rest)
           : line.at[0] == '%' ? acled_is(run, rest)
                               : warning_is(run, rest);
}

static casus_str block_key(const casus_str text)
{
    return casus_str_slice(text, 0, 60);
}

static void run_block(corpus_run *const run, const corpus_block *const block)
{
    const casus_str text = casus_arena_copy(run->arena, block->text);
    const casus_article_source source = {
        .text = text.at, .id = "corpus", .published = run->published};
    casus_error error;
    bool fine = casus_document_set(run->document, &source, &error) == CASUS_OK &&
                casus_engine_code(run->engine, run->document, &error) == CASUS_OK;
    for (uint32_t i = 0; i < block->checks.count; i++) {
        const bool met = fine && check(run, block->checks.at[i]);
        run->checks++;
        run->checks_passed += met;
        if (!met && run->verbose)
            printf("  %.*s\n    %.*s\n", (int)text.size, text.at, (int)block->checks.at[i].size,
                   block->checks.at[i].at);
        fine &= met;
    }
    const casus_str key = block_key(text);
    const bool known = casus_map_get(&run->known, key) != CASUS_NONE;
    run->passed += fine;
    run->failed += !fine;
    if (!fine && run->list) printf("%.*s\n", (int)key.size, key.at);
    if (!run->list && !fine && !known && ++run->surprises <= 20)
        printf("new failure: %.*s\n", (int)text.size, text.at);
    if (!run->list && fine && known && ++run->fixed <= 20)
        printf("fixed, take it off the list: %.*s\n", (int)key.size, key.at);
}

static void run_file(corpus_run *const run, const casus_str text)
{
    block_reader reader = block_reader_of(text, run->arena);
    corpus_block block;
    while (block_next(&reader, &block)) {
        memcpy(run->published, reader.published, sizeof run->published);
        run_block(run, &block);
    }
}

static void read_known(corpus_run *const run, casus_arena *const arena, casus_str rest)
{
    casus_str line;
    while (casus_str_cut(&rest, '\n', &line))
        if (line.size && line.at[0] != '#') casus_map_put(&run->known, arena, line, 1);
}

static casus_str read_text(const char *const path)
{
    char *bytes;
    size_t size;
    casus_error error;
    if (casus_file_read(path, CORPUS_LIMIT, &bytes, &size, &error) == CASUS_OK)
        return (casus_str){bytes, size};
    fprintf(stderr, "corpus: %s: %s\n", path, error.detail);
    exit(2);
}

int main(const int count, char **const arguments)
{
    corpus_run run = {.arena = casus_arena_create(), .document = casus_document_create()};
    casus_arena *const lasting = casus_arena_create();
    const char *data = NULL;
    int at = 1;
    for (; at < count && arguments[at][0] == '-'; at++) {
        if (strcmp(arguments[at], "--list-failures") == 0) run.list = true;
        if (strcmp(arguments[at], "--verbose") == 0) run.verbose = true;
        if (strcmp(arguments[at], "--data") == 0 && at + 1 < count) data = arguments[++at];
    }
    if (count - at < 2) {
        fputs("usage: corpus [--data DIR] [--list-failures] [--verbose] KNOWN FILE...\n", stderr);
        return 2;
    }
    casus_error error;
    const casus_engine_options options = {.data = data, .depth = CASUS_RECORDS};
    if (casus_engine_open(&options, &run.engine, &error) != CASUS_OK) {
        fprintf(stderr, "corpus: %s\n", error.detail);
        return 2;
    }
    const casus_str known = read_text(arguments[at++]);
    read_known(&run, lasting, known);
    for (; at < count; at++) {
        const casus_str text = read_text(arguments[at]);
        run_file(&run, text);
        free((char *)(uintptr_t)text.at);
    }
    if (!run.list)
        printf("%u blocks: %u right, %u wrong (%u not known before, %u known but right now); %u of "
               "%u lines right\n",
               run.passed + run.failed, run.passed, run.failed, run.surprises, run.fixed,
               run.checks_passed, run.checks);
    free((char *)(uintptr_t)known.at);
    casus_arena_destroy(lasting);
    casus_arena_destroy(run.arena);
    casus_document_destroy(run.document);
    casus_engine_close(run.engine);
    return run.list || (!run.surprises && !run.fixed) ? 0 : 1;
}
