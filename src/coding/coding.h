/* The room `coding`: events, relations, statements and warnings. */
#ifndef CASUS_CODING_CODING_H
#define CASUS_CODING_CODING_H

#include "base/error.h"
#include "coding/judge.h"
#include "record/document.h"
#include "text/text.h"
#include "time/time.h"

typedef struct casus_ontology casus_ontology; /* the event lexicon: data/events */

casus_code casus_ontology_open(const char *folder, const char *user_folder,
                               casus_ontology **ontology, casus_error *error);
void casus_ontology_close(casus_ontology *ontology);

/* Sees every proposal with its features before it is decided upon: for training and explanation. */
typedef struct coder_observer {
    void *context;
    void (*see)(void *context, judge_kind kind, const casus_document *document,
                const void *proposal, const judge_features *features);
} coder_observer;

typedef struct casus_coder {
    const casus_ontology *ontology;
    const casus_text_data *text;
    const casus_time_data *time;
    const judge_weights *judge;     /* NULL: every proposal is kept */
    const coder_observer *observer; /* NULL: none */
} casus_coder;

/* Fills record.events, record.relations and record.warnings.  Runs last. */
void casus_code_document(const casus_coder *coder, casus_document *document);

#endif
