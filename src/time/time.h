/* The room `time`: temporal expressions and the calendar intervals they denote. */
#ifndef CASUS_TIME_TIME_H
#define CASUS_TIME_TIME_H

#include "base/error.h"
#include "record/document.h"
#include "text/text.h"

typedef struct casus_time_data
    casus_time_data; /* month names, weekdays, units, feasts, seasons: data/time */

/* Reads the lexicons of `folder` ("…/data/time"); `text` gives the number words and has to live as
 * long. */
casus_code casus_time_open(const char *folder, const casus_text_data *text, casus_time_data **data,
                           casus_error *error);
void casus_time_close(casus_time_data *data);

/* Fills record.times and time_at.  Dates resolve against article.published and the story's own
 * dates. */
void casus_time_tag(const casus_time_data *data, casus_document *document);

/* What ties a date to an event. */
typedef enum casus_time_tie {
    TIME_TIE_NONE,
    TIME_TIE_CLAUSE,   /* its own clause, or one that shares its time */
    TIME_TIE_SENTENCE, /* the only date of its sentence */
    TIME_TIE_HEADING,  /* what heads its paragraph */
    TIME_TIE_STORY     /* the sentence before */
} casus_time_tie;

/* The date of the event whose trigger is `word`: from its own clause, then its sentence, then the
 * story; precision is DATE_UNKNOWN and the strings are empty where nothing ties one to it.  `tie`
 * (may be NULL) takes what did. */
casus_date casus_time_of_event(const casus_time_data *data, const casus_document *document,
                               uint32_t word, casus_time_tie *tie);

/* The date of an expression (index into record.times) with the preposition before it: since 2021
 * has a start and no end. */
casus_date casus_time_of_expression(const casus_time_data *data, const casus_document *document,
                                    uint32_t expression);

/* Whether the expression tells when something was said, not when it happened. */
bool casus_time_dates_words(const casus_time_data *data, const casus_document *document,
                            uint32_t expression);

#endif
