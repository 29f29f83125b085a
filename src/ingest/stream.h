/* Bytes of a file in order, with their position, without holding more than is asked for. */
#ifndef CASUS_INGEST_STREAM_H
#define CASUS_INGEST_STREAM_H

#include "base/error.h"

typedef struct casus_stream {
    int file;
    bool ended;   /* the file has no more bytes behind those in the buffer */
    char *buffer; /* from malloc */
    size_t begin, end, room;
    uint64_t byte; /* offset of buffer[begin] in the file */
    uint64_t line; /* its line, from 1 */
} casus_stream;

/* Opens a file, or standard input for "-". */
casus_code casus_stream_open(const char *path, casus_stream *stream, casus_error *error);
void casus_stream_close(casus_stream *stream);

/* Tries to have `wanted` bytes in the buffer; there are fewer at the end of the file only. */
casus_code casus_stream_fill(casus_stream *stream, size_t wanted, casus_error *error);

/* What is in the buffer. */
static inline casus_str casus_stream_view(const casus_stream *stream)
{
    return (casus_str){stream->buffer + stream->begin, stream->end - stream->begin};
}

/* Steps over `count` bytes of the buffer, counting lines. */
void casus_stream_skip(casus_stream *stream, size_t count);

/* The next line without its newline, valid until the next call; `*found` is false at the end.  The
 * stream stands behind it, also where it is over `limit` bytes (CASUS_ERROR_LIMIT). */
casus_code casus_stream_line(casus_stream *stream, size_t limit, casus_str *line, bool *found,
                             casus_error *error);

/* All the rest, valid until close. */
casus_code casus_stream_rest(casus_stream *stream, size_t limit, casus_str *rest,
                             casus_error *error);

#endif
