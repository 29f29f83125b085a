/* Gold annotations (README.md beside this file) and how well a proposal agrees with one. */
#ifndef CASUS_TRAIN_CODER_GOLD_H
#define CASUS_TRAIN_CODER_GOLD_H

#include <jansson.h>

#include "record/document.h"

/* Code points of the text are counted as the gold does; spans of the record are bytes. */
typedef struct gold_document {
    json_t *json;
    const char *text;
} gold_document;

/* 0 where they are not the same happening; higher is better.  As in the scorer: same type and one agreeing anchor. */
int gold_event_agreement(const json_t *gold, const casus_event *event, const casus_document *document,
                         const char *text, casus_arena *arena);
int gold_relation_agreement(const json_t *gold, const casus_relation *relation, const casus_document *document,
                            casus_arena *arena);
int gold_warning_agreement(const json_t *gold, const casus_warning *warning, const casus_document *document,
                           const char *text);

/* Whether the gold event or relation has this party with this stance on record. */
bool gold_has_statement(const json_t *gold, const casus_statement *statement, const casus_document *document,
                        casus_arena *arena);

bool gold_is_optional(const json_t *gold);

#endif
