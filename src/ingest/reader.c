#include "ingest/ingest.h"
#include "ingest/normal.h"
#include "ingest/sha256.h"

#include <stdlib.h>

enum { HEAD = 8192 };

static bool is_space(const char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static casus_str skip_bom(const casus_str bytes)
{
    return casus_str_starts(bytes, STR("\xef\xbb\xbf")) ? casus_str_slice(bytes, 3, SIZE_MAX)
                                                        : bytes;
}

/* An object that ends on its line is a line of JSON Lines; one that breaks off after a comma, colon
 * or bracket goes on; any other is a damaged line of JSON Lines. */
static casus_format sniff_json(const casus_str head)
{
    casus_json_scan scan = {0};
    const char *const newline = memchr(head.at, '\n', head.size);
    if (!newline) return CASUS_FORMAT_LINES;
    const casus_str line = casus_str_trim((casus_str){head.at, (size_t)(newline - head.at)});
    if (casus_json_extent(line, &scan)) return CASUS_FORMAT_LINES;
    return !scan.string && strchr("{[,:", line.at[line.size - 1]) ? CASUS_FORMAT_JSON
                                                                  : CASUS_FORMAT_LINES;
}

static bool holds_tag(const casus_str head)
{
    static const char *const tags[] = {"!doctype html", "html", "head",  "body", "article",
                                       "div",           "p>",   "title", "meta", "main"};
    for (size_t i = 0; i + 1 < head.size; i++) {
        if (head.at[i] != '<') continue;
        for (size_t tag = 0; tag < sizeof tags / sizeof *tags; tag++) {
            const casus_str name = casus_str_from(tags[tag]);
            if (casus_str_equal_nocase(casus_str_slice(head, i + 1, name.size), name)) return true;
        }
    }
    return false;
}

casus_format casus_sniff(casus_str head)
{
    head = skip_bom(head);
    while (head.size && is_space(head.at[0])) head = casus_str_slice(head, 1, SIZE_MAX);
    if (!head.size) return CASUS_FORMAT_TEXT;
    const casus_str rest = casus_str_trim(casus_str_slice(head, 1, SIZE_MAX));
    if (head.at[0] == '{' && rest.size && (rest.at[0] == '"' || rest.at[0] == '}'))
        return sniff_json(head);
    if (head.at[0] == '[' && rest.size && (rest.at[0] == '{' || rest.at[0] == ']'))
        return CASUS_FORMAT_JSON;
    if (head.at[0] == '<' && holds_tag(head)) return CASUS_FORMAT_HTML;
    return CASUS_FORMAT_TEXT;
}

casus_code casus_article_from_text(casus_arena *const arena, const casus_str bytes,
                                   casus_article *const article, casus_error *const error)
{
    const casus_code code =
        casus_normalise(arena, casus_decode_bom(arena, bytes), &article->text, error);
    if (code != CASUS_OK) return code;
    if (casus_str_trim(article->text).size == 0)
        return casus_fail(error, CASUS_ERROR_EMPTY, 0, UINT64_MAX, "nothing but white space");
    return CASUS_OK;
}

casus_code casus_reader_open(const char *const path, const casus_read_options *const options,
                             casus_reader **const reader, casus_error *const error)
{
    *reader = NULL;
    const char *const published = options && options->published ? options->published : "";
    casus_reader *const fresh = calloc(1, sizeof *fresh);
    if (fresh) *fresh = (casus_reader){.path = strdup(path), .published = strdup(published)};
    if (!fresh || !fresh->path || !fresh->published) {
        casus_reader_close(fresh);
        return casus_fail(error, CASUS_ERROR_LIMIT, 0, UINT64_MAX, "out of memory");
    }
    fresh->stream.file = -1;
    const casus_code code = casus_stream_open(path, &fresh->stream, error);
    if (code != CASUS_OK)
        casus_reader_close(fresh);
    else
        *reader = fresh;
    return code;
}

void casus_reader_close(casus_reader *const reader)
{
    if (!reader) return;
    casus_stream_close(&reader->stream);
    free(reader->path);
    free(reader->published);
    free(reader);
}

uint64_t casus_reader_position(const casus_reader *const reader)
{
    return reader->stream.byte;
}

/* NUL bytes belong to no text but UTF-16, which has to begin with its mark. */
static casus_code refuse_binary(const casus_str bytes, casus_error *const error)
{
    if (bytes.size >= 2 &&
        (memcmp(bytes.at, "\xff\xfe", 2) == 0 || !memcmp(bytes.at, "\xfe\xff", 2)))
        return CASUS_OK;
    const char *const nul = bytes.size ? memchr(bytes.at, '\0', bytes.size) : NULL;
    if (!nul) return CASUS_OK;
    return casus_fail(error, CASUS_ERROR_BINARY, 0, (uint64_t)(nul - bytes.at), "a NUL byte");
}

/* Errors of the article that `bytes` hold are told as positions in the file. */
static casus_code locate(const casus_code code, const casus_str bytes, const uint64_t line,
                         const uint64_t byte, casus_error *const error)
{
    if (code == CASUS_OK || !error) return code;
    error->line = line;
    if (error->byte == UINT64_MAX) return code;
    for (uint64_t i = 0; i < error->byte && i < bytes.size; i++) error->line += bytes.at[i] == '\n';
    error->byte += byte;
    return code;
}

static casus_code read_whole(casus_reader *const reader, casus_arena *const arena,
                             casus_article *const article, bool *const more,
                             casus_error *const error)
{
    casus_str bytes;
    *more = false;
    if (reader->stream.byte > 0) return CASUS_OK; /* it was read */
    casus_code code = casus_stream_rest(&reader->stream, CASUS_LIMIT_INPUT, &bytes, error);
    if (code != CASUS_OK) return code;
    if (bytes.size == 0)
        return casus_fail(error, CASUS_ERROR_EMPTY, 1, UINT64_MAX, "an empty file");
    code = refuse_binary(bytes, error);
    if (code == CASUS_OK)
        code = reader->format == CASUS_FORMAT_HTML
                   ? casus_article_from_html(arena, bytes, article, error)
                   : casus_article_from_text(arena, bytes, article, error);
    *more = code == CASUS_OK;
    return locate(code, bytes, 1, 0, error);
}

static casus_code read_line(casus_reader *const reader, casus_arena *const arena,
                            casus_article *const article, bool *const more,
                            casus_error *const error)
{
    for (;;) {
        casus_stream *const stream = &reader->stream;
        const uint64_t number = stream->line, byte = stream->byte;
        casus_str line;
        casus_code code = casus_stream_line(stream, CASUS_LIMIT_LINE, &line, more, error);
        if (code != CASUS_OK || !*more) return code;
        const casus_str object = casus_str_trim(byte == 0 ? skip_bom(line) : line);
        if (object.size == 0) continue;
        const uint64_t skipped = (uint64_t)(object.at - line.at);
        code = refuse_binary(object, error);
        if (code == CASUS_OK) code = casus_article_from_json(arena, object, article, error);
        return locate(code, object, number, byte + skipped, error);
    }
}

/* White space, commas and the brackets of an array stand between objects. */
static casus_code skip_between(casus_stream *const stream, casus_error *const error)
{
    for (;;) {
        const casus_code code = casus_stream_fill(stream, 1, error);
        if (code != CASUS_OK) return code;
        const casus_str view = casus_stream_view(stream);
        size_t count = 0;
        while (count < view.size && (is_space(view.at[count]) || strchr("[],", view.at[count])) &&
               view.at[count])
            count++;
        if (stream->byte == 0 && casus_str_starts(view, STR("\xef\xbb\xbf"))) count = 3;
        casus_stream_skip(stream, count);
        if (count == 0) return CASUS_OK;
    }
}

static casus_code read_object(casus_reader *const reader, casus_arena *const arena,
                              casus_article *const article, bool *const more,
                              casus_error *const error)
{
    casus_stream *const stream = &reader->stream;
    *more = false;
    casus_code code = skip_between(stream, error);
    casus_json_scan scan = {0};
    size_t size = 0;
    while (code == CASUS_OK && !size) {
        code = casus_stream_fill(stream, scan.at + 1, error);
        const casus_str view = casus_stream_view(stream);
        if (code != CASUS_OK || view.size == 0) return code;
        if (view.at[0] != '{')
            scan.depth = 0, size = view.size;
        else
            size = casus_json_extent(view, &scan);
        if (!size && (stream->ended || view.size > CASUS_LIMIT_LINE)) size = view.size;
    }
    if (code != CASUS_OK) return code;
    const casus_str object = {casus_stream_view(stream).at, size};
    const uint64_t line = stream->line, byte = stream->byte;
    *more = true;
    code = size > CASUS_LIMIT_LINE ? casus_fail(error, CASUS_ERROR_LIMIT, 0, 0,
                                                "an object of more than %d bytes", CASUS_LIMIT_LINE)
                                   : refuse_binary(object, error);
    if (code == CASUS_OK) code = casus_article_from_json(arena, object, article, error);
    code = locate(code, object, line, byte, error);
    casus_stream_skip(stream, size);
    return code;
}

/* What every format has in common. */
static void complete(const casus_reader *const reader, casus_arena *const arena,
                     casus_article *const article)
{
    if (!article->published.size)
        article->published = casus_iso_day(arena, casus_str_from(reader->published));
    const casus_str path = casus_str_from(reader->path);
    article->source = reader->format >= CASUS_FORMAT_LINES && article->url.size
                          ? article->url
                          : casus_normalise_line(arena, path);
    casus_article_identify(arena, article);
}

void casus_article_identify(casus_arena *const arena, casus_article *const article)
{
    if (article->id.size) return;
    char hex[65];
    casus_sha256_hex(article->text, hex);
    article->id = casus_arena_format(arena, "sha256:%s", hex);
}

casus_code casus_reader_next(casus_reader *const reader, casus_document *const document,
                             bool *const more, casus_error *const error)
{
    casus_document_clean(document);
    casus_code code = CASUS_OK;
    *more = false;
    if (!reader->opened) {
        code = casus_stream_fill(&reader->stream, HEAD, error);
        if (code != CASUS_OK) return code;
        const casus_str view = casus_stream_view(&reader->stream);
        reader->format = casus_sniff(casus_str_slice(view, 0, HEAD));
        reader->opened = true;
    }
    casus_arena *const arena = document->arena;
    casus_article *const article = &document->article;
    if (reader->format == CASUS_FORMAT_LINES)
        code = read_line(reader, arena, article, more, error);
    else if (reader->format == CASUS_FORMAT_JSON)
        code = read_object(reader, arena, article, more, error);
    else
        code = read_whole(reader, arena, article, more, error);
    if (code == CASUS_OK && *more) complete(reader, arena, article);
    return code;
}
