/* The engine: all knowledge, and the order in which the rooms work. */
#ifndef CASUS_PIPELINE_H
#define CASUS_PIPELINE_H

#include "coding/coding.h"
#include "entity/entity.h"
#include "geo/geo.h"
#include "syntax/syntax.h"
#include "text/text.h"
#include "time/time.h"

struct casus_engine {
    casus_text_data *text;
    casus_syntax_model *syntax;
    casus_time_data *time;
    casus_gazetteer *gazetteer;
    casus_actors *actors;
    casus_ontology *ontology;
    judge_weights *judge;           /* NULL: no weights, every proposal is kept */
    const coder_observer *observer; /* NULL but in training */
    casus_depth depth;
    char root[4096]; /* the folder data/, for explanations */
};

/* The stages in their order; `depth` is the least at which one runs. */
typedef struct casus_stage {
    const char *name;
    casus_depth depth;
    void (*run)(const casus_engine *engine, casus_document *document);
} casus_stage;

extern const casus_stage casus_stages[];
extern const size_t casus_stage_count;

#endif
