#include "blocks.h"

#include <stdio.h>

#include "record/record.h"

/* The publication day of blocks that name none. */
static const char *const DEFAULT_DAY = "2025-06-15";

block_reader block_reader_of(const casus_str text, casus_arena *const arena)
{
    block_reader reader = {.rest = text, .arena = arena};
    snprintf(reader.published, sizeof reader.published, "%s", DEFAULT_DAY);
    return reader;
}

static bool is_check(const casus_str line)
{
    return (line.at[0] == '=' || line.at[0] == '~' || line.at[0] == '!' || line.at[0] == '%') &&
           line.size > 1 &&
           (line.at[1] == ' ' || (line.at[1] == '?' && line.size > 2 && line.at[2] == ' '));
}

bool block_next(block_reader *const reader, corpus_block *const block)
{
    casus_arena_clean(reader->arena);
    *block = (corpus_block){0};
    casus_str line;
    for (bool more = true; more;) {
        more = casus_str_cut(&reader->rest, '\n', &line);
        line = more ? casus_str_trim(line) : (casus_str){"", 0};
        if (line.size && line.at[0] == '#') continue;
        if (line.size > 2 && line.at[0] == '@') {
            snprintf(reader->published, sizeof reader->published, "%.*s", 10,
                     casus_str_trim(casus_str_slice(line, 1, SIZE_MAX)).at);
        } else if (!line.size) {
            if (block->text.size && block->checks.count) return true;
            *block = (corpus_block){0};
        } else if (is_check(line)) {
            VEC_PUSH(&block->checks, reader->arena, line);
        } else {
            block->text =
                block->text.size
                    ? casus_arena_format(reader->arena, "%.*s\n%.*s", (int)block->text.size,
                                         block->text.at, (int)line.size, line.at)
                    : line;
        }
    }
    return false;
}

bool block_field(casus_str *const rest, casus_str *const field)
{
    if (!rest->size) return false;
    const size_t at = casus_str_find(*rest, STR(" | "));
    *field = casus_str_trim(casus_str_slice(*rest, 0, at));
    *rest = at == SIZE_MAX ? (casus_str){NULL, 0} : casus_str_slice(*rest, at + 3, SIZE_MAX);
    return true;
}

bool block_sides(const casus_str field, casus_str *const left, casus_str *const right)
{
    const size_t at = casus_str_find(field, STR(">"));
    *left = casus_str_trim(casus_str_slice(field, 0, at));
    *right = at == SIZE_MAX ? (casus_str){NULL, 0}
                            : casus_str_trim(casus_str_slice(field, at + 1, SIZE_MAX));
    return at != SIZE_MAX;
}

int block_statement(const casus_str field, casus_str *const by)
{
    size_t cut = field.size;
    while (cut && field.at[cut - 1] != ' ') cut--;
    *by = casus_str_trim(casus_str_slice(field, 0, cut));
    return casus_stance_from(casus_str_slice(field, cut, SIZE_MAX));
}
