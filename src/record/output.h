/* Appending to a casus_output: text, and JSON with its escapes and commas. */
#ifndef CASUS_RECORD_OUTPUT_H
#define CASUS_RECORD_OUTPUT_H

#include "record/document.h"

/* Running out of memory ends the program with a clear line, as in the arena. */
void casus_put(casus_output *output, casus_str text);
void casus_put_format(casus_output *output, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Code points of a text before each of its bytes: a checkpoint per block of 64 bytes. */
typedef struct casus_points {
    casus_str text;
    uint32_t *before; /* code points before each block; from malloc */
} casus_points;

casus_points casus_points_create(casus_str text);
void casus_points_destroy(casus_points *points);
uint32_t casus_points_at(const casus_points *points, uint32_t byte);

/* A JSON text under way.  Keys are NULL inside arrays. */
typedef struct casus_json {
    casus_output *output;
    const casus_points *points; /* for spans; NULL where there are none */
    bool comma;                 /* a value stands before */
} casus_json;

void casus_json_open(casus_json *json, const char *key, char bracket);
void casus_json_close(casus_json *json, char bracket);
void casus_json_text(casus_json *json, const char *key, casus_str text);
void casus_json_text_or_null(casus_json *json, const char *key, casus_str text); /* empty: null */
void casus_json_null(casus_json *json, const char *key);
void casus_json_bool(casus_json *json, const char *key, bool value);
void casus_json_integer(casus_json *json, const char *key, uint64_t value);
/* At most `digits` after the point, without trailing zeros; NAN is null. */
void casus_json_number(casus_json *json, const char *key, double value, int digits);
void casus_json_span(casus_json *json, const char *key, casus_span span); /* none: null */
/* "a1" for index 0 and letter 'a'; CASUS_NONE is null. */
void casus_json_ref(casus_json *json, const char *key, char letter, uint32_t index);

#endif
