/* The room `ingest`: bytes become articles. */
#ifndef CASUS_INGEST_INGEST_H
#define CASUS_INGEST_INGEST_H

#include "base/error.h"
#include "record/document.h"

typedef struct casus_reader casus_reader;

typedef struct casus_read_options {
    casus_str published; /* ISO day for articles that name none; may be empty */
} casus_read_options;

/* Opens a file, or standard input for "-"; tells plain text, HTML and JSON Lines apart by content.
 */
casus_code casus_reader_open(const char *path, const casus_read_options *options,
                             casus_reader **reader, casus_error *error);
void casus_reader_close(casus_reader *reader);

/* Reads the next article into `article` (strings in `arena`).  `*more` is false at the end.  An
 * error concerns one article (or the whole file where nothing follows): the next call goes on
 * behind it. */
casus_code casus_reader_next(casus_reader *reader, casus_arena *arena, casus_article *article,
                             bool *more, casus_error *error);

#endif
