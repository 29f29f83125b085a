#include "record/output.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { BLOCK = 64 };

static void make_room(casus_output *const output, const size_t more)
{
    if (output->room - output->size >= more) return;
    size_t room = output->room ? output->room * 2 : 4096;
    while (room - output->size < more && room < SIZE_MAX / 2) room *= 2;
    char *const bigger = realloc(output->bytes, room);
    if (!bigger) {
        fprintf(stderr, "casus: out of memory (%zu bytes wanted)\n", room);
        exit(70);
    }
    output->bytes = bigger;
    output->room = room;
}

void casus_output_destroy(casus_output *const output)
{
    if (!output) return;
    free(output->bytes);
    *output = (casus_output){0};
}

void casus_put(casus_output *const output, const casus_str text)
{
    if (text.size == 0) return;
    make_room(output, text.size + 1);
    memcpy(output->bytes + output->size, text.at, text.size);
    output->size += text.size;
    output->bytes[output->size] = '\0';
}

void casus_put_format(casus_output *const output, const char *const format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size > 0) {
        make_room(output, (size_t)size + 1);
        vsnprintf(output->bytes + output->size, (size_t)size + 1, format, again);
        output->size += (size_t)size;
    }
    va_end(again);
}

static bool is_start(const char c)
{
    return ((uint8_t)c & 0xc0) != 0x80;
}

casus_points casus_points_create(const casus_str text)
{
    casus_points points = {.text = text,
                           .before = malloc((text.size / BLOCK + 1) * sizeof *points.before)};
    if (!points.before) {
        fputs("casus: out of memory\n", stderr);
        exit(70);
    }
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (i % BLOCK == 0) points.before[i / BLOCK] = count;
        count += is_start(text.at[i]);
    }
    if (text.size % BLOCK == 0) points.before[text.size / BLOCK] = count;
    return points;
}

void casus_points_destroy(casus_points *const points)
{
    free(points->before);
    points->before = NULL;
}

uint32_t casus_points_at(const casus_points *const points, uint32_t byte)
{
    if (byte > points->text.size) byte = (uint32_t)points->text.size;
    uint32_t count = points->before[byte / BLOCK];
    for (uint32_t i = byte / BLOCK * BLOCK; i < byte; i++) count += is_start(points->text.at[i]);
    return count;
}

/* The string with JSON's escapes (RFC 8259, section 7), in quotes. */
static void put_quoted(casus_output *const output, const casus_str text)
{
    casus_put(output, STR("\""));
    size_t from = 0;
    for (size_t i = 0; i < text.size; i++) {
        const uint8_t c = (uint8_t)text.at[i];
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        casus_put(output, casus_str_slice(text, from, i - from));
        from = i + 1;
        if (c == '\n')
            casus_put(output, STR("\\n"));
        else if (c == '\t')
            casus_put(output, STR("\\t"));
        else if (c == '"' || c == '\\')
            casus_put_format(output, "\\%c", c);
        else
            casus_put_format(output, "\\u%04x", c);
    }
    casus_put(output, casus_str_slice(text, from, SIZE_MAX));
    casus_put(output, STR("\""));
}

static void put_key(casus_json *const json, const char *const key)
{
    if (json->comma) casus_put(json->output, STR(","));
    json->comma = true;
    if (!key) return;
    casus_put(json->output, STR("\""));
    casus_put(json->output, casus_str_from(key));
    casus_put(json->output, STR("\":"));
}

void casus_json_open(casus_json *const json, const char *const key, const char bracket)
{
    put_key(json, key);
    casus_put(json->output, (casus_str){&bracket, 1});
    json->comma = false;
}

void casus_json_close(casus_json *const json, const char bracket)
{
    casus_put(json->output, (casus_str){&bracket, 1});
    json->comma = true;
}

void casus_json_text(casus_json *const json, const char *const key, const casus_str text)
{
    put_key(json, key);
    put_quoted(json->output, text);
}

void casus_json_null(casus_json *const json, const char *const key)
{
    put_key(json, key);
    casus_put(json->output, STR("null"));
}

void casus_json_text_or_null(casus_json *const json, const char *const key, const casus_str text)
{
    if (text.size)
        casus_json_text(json, key, text);
    else
        casus_json_null(json, key);
}

void casus_json_bool(casus_json *const json, const char *const key, const bool value)
{
    put_key(json, key);
    casus_put(json->output, value ? STR("true") : STR("false"));
}

void casus_json_integer(casus_json *const json, const char *const key, const uint64_t value)
{
    put_key(json, key);
    casus_put_format(json->output, "%llu", (unsigned long long)value);
}

void casus_json_number(casus_json *const json, const char *const key, const double value,
                       const int digits)
{
    if (!isfinite(value)) {
        casus_json_null(json, key);
        return;
    }
    char text[64];
    int size = snprintf(text, sizeof text, "%.*f", digits, value);
    if (digits > 0) {
        while (text[size - 1] == '0') size--;
        if (text[size - 1] == '.') size--;
    }
    put_key(json, key);
    const casus_str number = {text, (size_t)size};
    casus_put(json->output, casus_str_equal(number, STR("-0")) ? STR("0") : number);
}

void casus_json_span(casus_json *const json, const char *const key, const casus_span span)
{
    if (span.begin >= span.end || !json->points) {
        casus_json_null(json, key);
        return;
    }
    put_key(json, key);
    casus_put_format(json->output, "[%u,%u]", casus_points_at(json->points, span.begin),
                     casus_points_at(json->points, span.end));
}

void casus_json_ref(casus_json *const json, const char *const key, const char letter,
                    const uint32_t index)
{
    if (index == CASUS_NONE) {
        casus_json_null(json, key);
        return;
    }
    put_key(json, key);
    casus_put_format(json->output, "\"%c%u\"", letter, index + 1);
}
