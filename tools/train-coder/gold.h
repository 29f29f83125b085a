/* Gold annotations (README.md beside this file) and how well a proposal agrees with one. */
#ifndef CASUS_TRAIN_CODER_GOLD_H
#define CASUS_TRAIN_CODER_GOLD_H

#include <jansson.h>

#include "coding/choose.h"
#include "coding/fillers.h"
#include "coding/tolls.h"

/* Code points of the text are counted as the gold does; spans of the record are bytes. */
typedef struct gold_document {
    json_t *json;
    const char *text;
} gold_document;

/* 0 where they are not the same happening; higher is better.  As in the scorer: same type and one
 * agreeing anchor. */
int gold_event_agreement(const json_t *gold, const casus_event *event,
                         const casus_document *document, const char *text, casus_arena *arena);

/* How clearly one mention tells the gold event: where it stands and what it tells, whatever else
 * the scorer asks; 0 for not at all. */
int gold_mention_agreement(const json_t *gold, const casus_event *event,
                           const casus_document *document, const char *text, casus_arena *arena);

int gold_relation_agreement(const json_t *gold, const casus_relation *relation,
                            const casus_document *document, casus_arena *arena);
int gold_warning_agreement(const json_t *gold, const casus_warning *warning,
                           const casus_document *document, const char *text);

/* Whether the party is on record in the gold event or relation, with whatever stance. */
bool gold_has_speaker(const json_t *gold, const casus_statement *statement,
                      const casus_document *document, casus_arena *arena);

/* The number of the statement with this party and stance on record in the gold event or relation;
 * -1 for none. */
int gold_statement(const json_t *gold, const casus_statement *statement,
                   const casus_document *document, casus_arena *arena);

/* 1 where the gold (role fillers of a report: see MUC-4) lists the filler's words under its role, 0
 * where it does not; `found` is which of the role's entities lists them. */
int gold_filler_label(const json_t *roles, const filler *one, casus_arena *arena, uint32_t *found);

/* Whether the gold event tells the place or date, and whether the choice is it. */
bool gold_has_choice(const json_t *gold, judge_kind kind);
bool gold_has_chosen(const json_t *gold, judge_kind kind, const void *choice,
                     const casus_document *document, casus_arena *arena);
/* Whether the gold event counts so many with this effect. */
bool gold_has_toll(const json_t *gold, const toll_proposal *given);

bool gold_is_optional(const json_t *gold);

#endif
