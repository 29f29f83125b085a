/* Casus: from reporting on conflicts to a record of who did what to whom, where, when, and who says
 * so.
 *
 *     casus_engine *engine;
 *     casus_reader *reader;
 *     casus_error error;
 *     if (casus_engine_open(NULL, &engine, &error) != CASUS_OK) …
 *     if (casus_reader_open("report.txt", NULL, &reader, &error) != CASUS_OK) …
 *     casus_document *document = casus_document_create();
 *     casus_output output = {0};
 *     for (bool more = true; more;) {
 *         if (casus_reader_next(reader, document, &more, &error) != CASUS_OK || !more) continue;
 *         if (casus_engine_code(engine, document, &error) != CASUS_OK) continue;
 *         casus_write_record(document, 0, &output);
 *     }
 *
 * One rule of ownership: what a function named *_create or *_open gives, the caller hands to the
 * *_destroy or *_close of the same name; all of these allow NULL.  Strings given to Casus are
 * copied where they outlive the call.
 *
 * Threads: an engine is immutable once open, and any number of threads may use it at once.  A
 * document, a reader and an output belong to one thread at a time. */
#ifndef CASUS_H
#define CASUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CASUS_API __attribute__((visibility("default")))

/* ---- Errors ---- */

typedef enum casus_code {
    CASUS_OK = 0,
    CASUS_ERROR_USAGE,     /* an argument that cannot be */
    CASUS_ERROR_OPEN,      /* a file that cannot be opened or read */
    CASUS_ERROR_EMPTY,     /* nothing to read in it */
    CASUS_ERROR_BINARY,    /* bytes that are no text */
    CASUS_ERROR_ENCODING,  /* text that is not UTF-8 and names no other encoding */
    CASUS_ERROR_SYNTAX,    /* JSON, lexicon or other text that does not follow its grammar */
    CASUS_ERROR_LIMIT,     /* larger, longer or deeper than the limits allow */
    CASUS_ERROR_DATA,      /* a knowledge file that is missing, damaged or of another version */
    CASUS_ERROR_WRITE,     /* output that cannot be written */
    CASUS_ERROR_NOT_FOUND, /* a record, name or file that was asked for and is not there */
    CASUS_CODES
} casus_code;

/* The constant message of a code, without a full stop; never NULL. */
CASUS_API const char *casus_code_message(casus_code code);

/* Where and what.  `detail` is formatted text, cut when too long; `line` counts from 1, 0 is
 * unknown. */
typedef struct casus_error {
    casus_code code;
    uint64_t line, byte; /* byte: offset from 0, UINT64_MAX when unknown */
    char detail[192];
} casus_error;

/* The version of the program and library, "MAJOR.MINOR.PATCH". */
CASUS_API const char *casus_version(void);

/* ---- The engine: all knowledge, loaded once ---- */

typedef struct casus_engine casus_engine;

typedef enum casus_depth {
    CASUS_TREES,  /* sentences, words and trees: what `casus parse` needs */
    CASUS_RECORDS /* everything */
} casus_depth;

typedef struct casus_engine_options {
    const char *data; /* folders of the knowledge, with colons between them; NULL: $CASUS_DATA, else
                         beside the program, else the installed share folder */
    const char *user; /* folder of the user's own lexicon files, which win over ours, or NULL */
    casus_depth depth; /* how much of the knowledge to load */
} casus_engine_options;

/* Loads the knowledge; NULL options are zeroed ones with CASUS_RECORDS.  CASUS_ERROR_DATA names the
 * file that is missing or damaged. */
CASUS_API casus_code casus_engine_open(const casus_engine_options *options, casus_engine **engine,
                                       casus_error *error);
CASUS_API void casus_engine_close(casus_engine *engine);

/* ---- Documents ---- */

/* An article and all that is found in it. */
typedef struct casus_document casus_document;

CASUS_API casus_document *casus_document_create(void); /* NULL when there is no memory */
CASUS_API void casus_document_destroy(casus_document *document);

/* An article from memory: UTF-8, NUL-terminated; what is NULL is unknown.  Only text is required.
 */
typedef struct casus_article_source {
    const char *text, *id, *source, *title, *publisher, *published, *language, *url;
} casus_article_source;

/* Makes the document hold this article and nothing else.  CASUS_ERROR_ENCODING where a string is
 * not UTF-8, CASUS_ERROR_EMPTY where the text is blank, CASUS_ERROR_SYNTAX where `published` is no
 * date. */
CASUS_API casus_code casus_document_set(casus_document *document,
                                        const casus_article_source *article, casus_error *error);

/* The id of the article; valid until the document holds another. */
CASUS_API const char *casus_document_id(const casus_document *document, size_t *size);

/* ---- Reading files ---- */

typedef struct casus_reader casus_reader;

typedef struct casus_read_options {
    const char *published; /* ISO 8601 day for articles that name none, or NULL */
} casus_read_options;

/* Opens a file, or standard input for "-"; tells plain text, HTML and JSON Lines apart by content.
 * NULL options are zeroed ones. */
CASUS_API casus_code casus_reader_open(const char *path, const casus_read_options *options,
                                       casus_reader **reader, casus_error *error);
CASUS_API void casus_reader_close(casus_reader *reader);

/* Reads the next article into `document`, forgetting what it held.  `*more` is false when there is
 * none left.  An error concerns one article: while `*more` is true, the next call goes on behind
 * it. */
CASUS_API casus_code casus_reader_next(casus_reader *reader, casus_document *document, bool *more,
                                       casus_error *error);

/* Bytes consumed so far, for progress. */
CASUS_API uint64_t casus_reader_position(const casus_reader *reader);

/* ---- Coding ---- */

/* Finds sentences, words and trees. */
CASUS_API casus_code casus_engine_parse(const casus_engine *engine, casus_document *document,
                                        casus_error *error);

/* Finds everything: the above, then names, dates, places, events, relations, warnings.  The engine
 * has to be of depth CASUS_RECORDS. */
CASUS_API casus_code casus_engine_code(const casus_engine *engine, casus_document *document,
                                       casus_error *error);

/* Sizes of what was found, for benchmarks. */
typedef struct casus_sizes {
    size_t bytes, sentences, words, actors, events, relations, warnings;
    size_t memory; /* bytes that the document takes */
} casus_sizes;

CASUS_API casus_sizes casus_document_sizes(const casus_document *document);

/* ---- Writing ---- */

/* A growing text; zeroed is an empty one.  Free `bytes` with casus_output_destroy. */
typedef struct casus_output {
    char *bytes;
    size_t size, room;
} casus_output;

CASUS_API void casus_output_destroy(casus_output *output);

enum { CASUS_WITH_TEXT = 1 }; /* flags of casus_write_record */

/* Each appends to `output`. */
CASUS_API void casus_write_record(const casus_document *document, unsigned flags,
                                  casus_output *output); /* one line of JSON: docs/record.md */
CASUS_API void casus_write_table(const casus_document *document,
                                 casus_output *output); /* the record for people */
CASUS_API void casus_write_article(const casus_document *document,
                                   casus_output *output); /* one line of JSON: the article */
CASUS_API void casus_write_conllu(const casus_document *document,
                                  casus_output *output); /* CoNLL-U, offsets in MISC */

/* How the event, relation or warning `ref` ("e1", "r2", "w1") came about: its sentence and tree,
 * the lexicon entry that fired, and where each field comes from.  CASUS_ERROR_NOT_FOUND where the
 * document has no such record. */
CASUS_API casus_code casus_write_explanation(const casus_engine *engine,
                                             const casus_document *document, const char *ref,
                                             casus_output *output, casus_error *error);

/* ---- Dictionaries of actors ---- */

/* Writes a TABARI or PETRARCH dictionary to `out` in our form; lines that cannot be read are named
 * on `report` with their number. */
CASUS_API casus_code casus_dictionary_import(const char *path, FILE *out, FILE *report,
                                             casus_error *error);

/* Names on `out` what is wrong with the lexicon files of the folders (ended by NULL), and counts
 * it. */
CASUS_API casus_code casus_dictionary_check(const char *const *folders, FILE *out, size_t *problems,
                                            casus_error *error);

/* Writes to `out` every actor, person, role and title of the lexicon that bears the name, else
 * those whose names hold its words; CASUS_ERROR_NOT_FOUND where there are none. */
CASUS_API casus_code casus_dictionary_find(const casus_engine *engine, const char *name, FILE *out,
                                           casus_error *error);

#ifdef __cplusplus
}
#endif
#endif
