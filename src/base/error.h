/* Errors: a code, a constant message for each, and where it happened. */
#ifndef CASUS_BASE_ERROR_H
#define CASUS_BASE_ERROR_H

#include "base/str.h"

typedef enum casus_code {
    CASUS_OK = 0,
    CASUS_ERROR_USAGE,     /* an argument that cannot be */
    CASUS_ERROR_OPEN,      /* a file that cannot be opened or read */
    CASUS_ERROR_EMPTY,     /* nothing to read in it */
    CASUS_ERROR_BINARY,    /* bytes that are no text */
    CASUS_ERROR_ENCODING,  /* text that is not UTF-8 and names no other encoding */
    CASUS_ERROR_SYNTAX,    /* JSON, lexicon or other text that does not follow its grammar */
    CASUS_ERROR_LIMIT,     /* larger, longer or deeper than casus_limits allows */
    CASUS_ERROR_DATA,      /* a knowledge file that is missing, damaged or of another version */
    CASUS_ERROR_WRITE,     /* output that cannot be written */
    CASUS_ERROR_NOT_FOUND, /* a record, name or file that was asked for and is not there */
    CASUS_CODES
} casus_code;

/* The constant message of a code, without a full stop; never NULL. */
const char *casus_code_message(casus_code code);

/* Where and what.  `detail` is formatted text, cut when too long; `line` counts from 1, 0 is
 * unknown. */
typedef struct casus_error {
    casus_code code;
    uint64_t line, byte; /* byte: offset from 0, UINT64_MAX when unknown */
    char detail[192];
} casus_error;

/* Fills `error` (which may be NULL) and gives its code, so that `return casus_fail(…)` reads well.
 */
casus_code casus_fail(casus_error *error, casus_code code, uint64_t line, uint64_t byte,
                      const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
