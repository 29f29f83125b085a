/* The normal form of all text inside Casus: valid UTF-8, NFC, newlines as \n, no control
 * characters. */
#ifndef CASUS_INGEST_NORMAL_H
#define CASUS_INGEST_NORMAL_H

#include "base/arena.h"
#include "base/error.h"

/* Offset of the first byte that does not belong to valid UTF-8, or text.size. */
size_t casus_utf8_check(casus_str text);

/* The text with CRLF and CR as \n, each other control character but tab as a space, in NFC.
 * CASUS_ERROR_LIMIT beyond CASUS_LIMIT_TEXT; CASUS_ERROR_ENCODING with the offending byte. */
casus_code casus_normalise(casus_arena *arena, casus_str text, casus_str *normal,
                           casus_error *error);

/* As above on one line: runs of white space become one space, both ends trimmed; empty where the
 * text is not valid.  For titles and names. */
casus_str casus_normalise_line(casus_arena *arena, casus_str text);

/* The ISO 8601 day that a date begins with (2024-05-06, 20240506, 2024-05-06T07:08:09Z, 6 May 2024
 * in RFC 2822 form), or an empty string. */
casus_str casus_iso_day(casus_arena *arena, casus_str date);

#endif
