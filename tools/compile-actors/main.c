/* Compiles the actor lexicon: compile-actors OUTPUT FOLDER...
 *
 * Reads all *.txt and *.tsv files of the folders (data/actors, data/entity) and writes the image
 * that casus maps.  What cannot be read is named on standard error and left out; with --strict as
 * the first argument that fails the build. */
#include <stdio.h>

#include "entity/build.h"

static void complain(void *const context, const char *const file, const uint32_t line,
                     const char *const message, const casus_str what)
{
    uint32_t *const complaints = context;
    ++*complaints;
    fprintf(stderr, "%s:%u: %.*s: %s\n", file, line, (int)what.size, what.at ? what.at : "",
            message);
}

static int fail(const char *const name, const casus_error *const error)
{
    fprintf(stderr, "compile-actors: %s: %s (%s)\n", name, casus_code_message(error->code),
            error->detail);
    return 1;
}

int main(const int argc, char **argv)
{
    const bool strict = argc > 1 && strcmp(argv[1], "--strict") == 0;
    argv += strict;
    if (argc - strict < 3) {
        fputs("usage: compile-actors [--strict] OUTPUT FOLDER...\n", stderr);
        return 2;
    }
    casus_arena *const arena = casus_arena_create();
    if (!arena) return 1;
    uint32_t complaints = 0;
    casus_error error;
    casus_lexicon lexicon;
    lex_builder *const builder = lex_builder_create(arena, complain, &complaints);
    for (char **folder = argv + 2; *folder; folder++)
        if (lex_builder_folder(builder, *folder, &error) != CASUS_OK) return fail(*folder, &error);
    lex_builder_finish(builder, &lexicon);
    if (lex_write(&lexicon, argv[1], &error) != CASUS_OK) return fail(argv[1], &error);
    printf("%u actors, %u persons, %u roles, %u titles, %u shapes, %u names, %u tokens\n",
           lexicon.actor_count, lexicon.person_count, lexicon.role_count, lexicon.title_count,
           lexicon.shape_count, lexicon.entry_count, lexicon.token_count);
    casus_arena_destroy(arena);
    return strict && complaints ? 1 : 0;
}
