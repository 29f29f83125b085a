#include "ingest/ingest.h"
#include "ingest/normal.h"

#include <jansson.h>

size_t casus_json_extent(const casus_str bytes, casus_json_scan *const state)
{
    for (; state->at < bytes.size; state->at++) {
        const char c = bytes.at[state->at];
        if (state->escape)
            state->escape = false;
        else if (state->string) {
            state->escape = c == '\\';
            state->string = c != '"';
        } else if (c == '"')
            state->string = true;
        else if (c == '{' || c == '[')
            state->depth++;
        else if ((c == '}' || c == ']') && state->depth > 0 && --state->depth == 0)
            return ++state->at;
    }
    return 0;
}

static casus_str field(const json_t *const object, const char *const name)
{
    const json_t *const value = json_object_get(object, name);
    if (!json_is_string(value)) return STR("");
    return (casus_str){json_string_value(value), json_string_length(value)};
}

/* Numbers are allowed as ids. */
static casus_str id_field(casus_arena *const arena, const json_t *const object)
{
    const json_t *const value = json_object_get(object, "id");
    if (json_is_integer(value))
        return casus_arena_format(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return casus_normalise_line(arena, field(object, "id"));
}

/* A known field wins over what the page says of itself. */
static void replace(casus_arena *const arena, casus_str *const known, const casus_str given)
{
    const casus_str line = casus_normalise_line(arena, given);
    if (line.size) *known = line;
}

/* A page is the source that a text beside it was made from. */
static casus_code from_object(casus_arena *const arena, const json_t *const object,
                              casus_article *const article, casus_error *const error)
{
    const casus_str text = field(object, "text"), html = field(object, "html");
    if (!text.size && !html.size)
        return casus_fail(error, CASUS_ERROR_EMPTY, 0, UINT64_MAX, "no \"text\" and no \"html\"");
    const casus_code code = html.size ? casus_article_from_html(arena, html, article, error)
                                      : casus_article_from_text(arena, text, article, error);
    article->id = id_field(arena, object);
    replace(arena, &article->title, field(object, "title"));
    replace(arena, &article->publisher, field(object, "publisher"));
    replace(arena, &article->language, field(object, "language"));
    replace(arena, &article->url, field(object, "url"));
    const casus_str day = casus_iso_day(arena, field(object, "published"));
    if (day.size) article->published = day;
    if (code != CASUS_OK && error) error->line = 0, error->byte = UINT64_MAX;
    return code;
}

casus_code casus_article_from_json(casus_arena *const arena, const casus_str bytes,
                                   casus_article *const article, casus_error *const error)
{
    const size_t bad = casus_utf8_check(bytes);
    if (bad < bytes.size)
        return casus_fail(error, CASUS_ERROR_ENCODING, 0, bad, "byte 0x%02x",
                          (unsigned)(uint8_t)bytes.at[bad]);
    json_error_t where;
    json_t *const object = json_loadb(bytes.at, bytes.size, JSON_ALLOW_NUL, &where);
    if (!object)
        return casus_fail(error, CASUS_ERROR_SYNTAX, 0,
                          where.position >= 0 ? (uint64_t)where.position : UINT64_MAX, "JSON: %s",
                          where.text);
    const casus_code code =
        json_is_object(object) ? from_object(arena, object, article, error)
                               : casus_fail(error, CASUS_ERROR_SYNTAX, 0, 0, "JSON: not an object");
    json_decref(object);
    return code;
}
