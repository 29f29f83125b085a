/* Parts of a record in words, for the table and for explanations. */
#ifndef CASUS_RECORD_DESCRIBE_H
#define CASUS_RECORD_DESCRIBE_H

#include "record/output.h"

/* "Pakistan Army, police"; nothing where there are none. */
void describe_actors(const casus_document *document, const casus_refs *refs, casus_output *output);
void describe_actor(const casus_document *document, uint32_t actor, casus_output *output);

/* "Pakistan Army → TTP"; "A, B" where all are sources; "? → B" where nobody is named. */
void describe_parties(const casus_document *document, const casus_refs *source,
                      const casus_refs *target, casus_output *output);

/* "2025-09-24", "2025-09-01..2025-09-30", "since 2021-01-01"; nothing where unknown. */
void describe_date(const casus_date *date, casus_output *output);

/* "killed 13", "injured 30+", "detained 24-99" */
void describe_count(const casus_count *count, casus_output *output);

/* "police (states) via Associated Press", one after another. */
void describe_statements(const casus_document *document, const casus_statements *statements,
                         casus_output *output);

/* The sentence that holds the byte, or CASUS_NONE. */
uint32_t describe_sentence_at(const casus_document *document, uint32_t byte);

/* The text on one line. */
void describe_line(casus_str text, casus_output *output);

/* Columns that the text takes on a terminal. */
size_t describe_width(casus_str text);

#endif
