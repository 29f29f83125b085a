/* The room `ingest`: bytes become articles.  Its public face is casus_reader_* in casus.h. */
#ifndef CASUS_INGEST_INGEST_H
#define CASUS_INGEST_INGEST_H

#include "ingest/stream.h"
#include "record/document.h"

typedef enum casus_format {
    CASUS_FORMAT_TEXT,
    CASUS_FORMAT_HTML,
    CASUS_FORMAT_LINES, /* JSON Lines: one object a line */
    CASUS_FORMAT_JSON   /* objects over several lines, or in an array */
} casus_format;

struct casus_reader {
    casus_stream stream;
    casus_format format;
    bool opened; /* the format is known */
    char *path, *published;
};

/* Which format the first bytes of a file are; BOM and white space are stepped over. */
casus_format casus_sniff(casus_str head);

/* Each fills an article in `arena` from bytes that it does not keep.  Positions of errors count
 * from the start of the bytes. */
casus_code casus_article_from_text(casus_arena *arena, casus_str bytes, casus_article *article,
                                   casus_error *error);
casus_code casus_article_from_html(casus_arena *arena, casus_str bytes, casus_article *article,
                                   casus_error *error);
casus_code casus_article_from_json(casus_arena *arena, casus_str bytes, casus_article *article,
                                   casus_error *error);

/* The size of the JSON object that `bytes` begin with, by its brackets and strings; 0 where it does
 * not end there.  `*state` is zeroed before the first call, and lets a caller go on with more
 * bytes. */
typedef struct casus_json_scan {
    size_t at;
    uint32_t depth;
    bool string, escape;
} casus_json_scan;
size_t casus_json_extent(casus_str bytes, casus_json_scan *state);

/* Gives an article without an id that of its text: "sha256:…". */
void casus_article_identify(casus_arena *arena, casus_article *article);

/* Forgets all that the document held. */
void casus_document_clean(casus_document *document);

/* Bytes in any encoding that a BOM or the page itself names, as UTF-8 (in the arena, or the bytes
 * themselves).  CASUS_ERROR_ENCODING where there is no name and the bytes are not UTF-8. */
casus_code casus_decode_page(casus_arena *arena, casus_str bytes, casus_str *text,
                             casus_error *error);

/* As UTF-8 where a BOM says UTF-16, and without BOM; else the bytes themselves. */
casus_str casus_decode_bom(casus_arena *arena, casus_str bytes);

#endif
