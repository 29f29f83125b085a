/* The lexicon files: stanzas of `key: value; value` lines under `[id]`, and tables of tab-separated
 * columns.
 *
 *     # comment
 *     [pak-army]
 *     name: Pakistan Army
 *     alias: Pakistani army; Pak Army
 *     old: Royal Pakistan Army | 1947..1956
 */
#ifndef CASUS_BASE_STANZA_H
#define CASUS_BASE_STANZA_H

#include "base/error.h"
#include "base/vec.h"

typedef struct casus_stanza_line {
    casus_str key, value; /* trimmed; views of the text that was read */
    uint32_t line;
} casus_stanza_line;

typedef struct casus_stanza {
    casus_str id;
    uint32_t line;
    VEC(casus_stanza_line) lines;
} casus_stanza;

/* Reads the next stanza of `*rest`, whose first line is number `*line` (start with 1), into
 * `*stanza` (from the arena).
 * `*found` is false at the end of the text.  A line that fits nowhere is CASUS_ERROR_SYNTAX with
 * its number, and `*rest` stands behind it, so that a caller may report it and go on. */
casus_code casus_stanza_next(casus_str *rest, uint32_t *line, casus_arena *arena,
                             casus_stanza *stanza, bool *found, casus_error *error);

/* The value of the first line with this key, or an empty string. */
casus_str casus_stanza_get(const casus_stanza *stanza, const char *key);

/* Cuts the next `;`-separated item off a value, trimmed, empty ones skipped; `*qualifier` gets what
 * follows ` | `. */
bool casus_stanza_item(casus_str *value, casus_str *item, casus_str *qualifier);

/* Cuts the next line that is neither empty nor a comment off a table and splits it at tabs into at
 * most `most` columns, trimmed; missing ones are empty.  False at the end. */
bool casus_table_row(casus_str *rest, uint32_t *line, casus_str *columns, uint32_t most,
                     uint32_t *count);

/* Takes one row of a table: as many columns as were found, from the line with this number. */
typedef casus_code casus_table_reader(void *into, const casus_str *columns, uint32_t count,
                                      uint32_t line, casus_error *error);

/* Reads the table FOLDER/NAME (up to 1 MiB), row by row, at most 8 columns each.  The rows' text is
 * gone afterwards.  Errors: of the file, and the first of the reader. */
casus_code casus_table_file(const char *folder, const char *name, casus_table_reader *reader,
                            void *into, casus_error *error);

#endif
