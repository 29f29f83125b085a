#include "ingest/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

casus_code casus_stream_open(const char *const path, casus_stream *const stream,
                             casus_error *const error)
{
    *stream = (casus_stream){.file = -1, .line = 1};
    stream->file = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (stream->file < 0)
        return casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s", strerror(errno));
    return CASUS_OK;
}

void casus_stream_close(casus_stream *const stream)
{
    if (stream->file > STDIN_FILENO) close(stream->file);
    free(stream->buffer);
    *stream = (casus_stream){.file = -1, .ended = true};
}

/* Room for a chunk behind `end`: by moving the bytes to the front, or by growing. */
static bool make_room(casus_stream *const stream)
{
    if (stream->begin > 0 && stream->begin >= stream->end - stream->begin) {
        memmove(stream->buffer, stream->buffer + stream->begin, stream->end - stream->begin);
        stream->end -= stream->begin;
        stream->begin = 0;
    }
    if (stream->room - stream->end >= CHUNK) return true;
    const size_t wanted = stream->room ? stream->room * 2 : 2 * (size_t)CHUNK;
    char *const bigger = realloc(stream->buffer, wanted);
    if (!bigger) return false;
    stream->buffer = bigger;
    stream->room = wanted;
    return true;
}

casus_code casus_stream_fill(casus_stream *const stream, const size_t wanted,
                             casus_error *const error)
{
    while (!stream->ended && stream->end - stream->begin < wanted) {
        if (!make_room(stream))
            return casus_fail(error, CASUS_ERROR_LIMIT, stream->line, stream->byte,
                              "out of memory");
        const ssize_t got =
            read(stream->file, stream->buffer + stream->end, stream->room - stream->end);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            stream->ended = true;
            return casus_fail(error, CASUS_ERROR_OPEN, stream->line,
                              stream->byte + (stream->end - stream->begin), "%s", strerror(errno));
        }
        if (got == 0) stream->ended = true;
        stream->end += (size_t)got;
    }
    return CASUS_OK;
}

void casus_stream_skip(casus_stream *const stream, const size_t count)
{
    const char *at = stream->buffer + stream->begin, *const stop = at + count;
    while (at < stop && (at = memchr(at, '\n', (size_t)(stop - at)))) {
        stream->line++;
        at++;
    }
    stream->begin += count;
    stream->byte += count;
}

/* Steps over the rest of a line that is too long to keep. */
static casus_code skip_line(casus_stream *const stream, casus_error *const error)
{
    for (;;) {
        const casus_code code = casus_stream_fill(stream, 1, error);
        if (code != CASUS_OK) return code;
        const casus_str view = casus_stream_view(stream);
        if (view.size == 0) return CASUS_OK;
        const char *const stop = memchr(view.at, '\n', view.size);
        casus_stream_skip(stream, stop ? (size_t)(stop - view.at) + 1 : view.size);
        if (stop) return CASUS_OK;
    }
}

casus_code casus_stream_line(casus_stream *const stream, const size_t limit, casus_str *const line,
                             bool *const found, casus_error *const error)
{
    size_t searched = 0;
    *found = false;
    for (;;) {
        const casus_code code = casus_stream_fill(stream, searched + 1, error);
        if (code != CASUS_OK) return code;
        const casus_str view = casus_stream_view(stream);
        if (view.size == 0) return CASUS_OK;
        const char *const stop =
            view.size > searched ? memchr(view.at + searched, '\n', view.size - searched) : NULL;
        const size_t size = stop ? (size_t)(stop - view.at) : view.size;
        *found = true;
        if (size > limit) {
            const uint64_t at = stream->line, byte = stream->byte;
            const casus_code skipped = skip_line(stream, error);
            if (skipped != CASUS_OK) return skipped;
            return casus_fail(error, CASUS_ERROR_LIMIT, at, byte, "a line of more than %zu bytes",
                              limit);
        }
        if (stop || stream->ended) {
            *line = (casus_str){view.at, size};
            casus_stream_skip(stream, size + (stop != NULL));
            return CASUS_OK;
        }
        searched = view.size;
    }
}

casus_code casus_stream_rest(casus_stream *const stream, const size_t limit, casus_str *const rest,
                             casus_error *const error)
{
    const uint64_t line = stream->line, byte = stream->byte;
    const casus_code code = casus_stream_fill(stream, limit + 1, error);
    if (code != CASUS_OK) return code;
    *rest = casus_stream_view(stream);
    if (rest->size <= limit) {
        stream->begin = stream->end;
        stream->byte += rest->size;
        return CASUS_OK;
    }
    stream->begin = stream->end;
    stream->ended = true;
    return casus_fail(error, CASUS_ERROR_LIMIT, line, byte, "more than %zu bytes", limit);
}
