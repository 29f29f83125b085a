/* The way of a document through the house: read this file first. */
#include "pipeline.h"

#include "ingest/ingest.h"

static void segment(const casus_engine *const engine, casus_document *const document)
{
    casus_text_segment(engine->text, document); /* sentences and words */
}

static void parse(const casus_engine *const engine, casus_document *const document)
{
    casus_syntax_parse(engine->syntax, document); /* words and trees */
    casus_text_lemmas(engine->text, document);    /* of irregular verbs */
    if (casus_text_attributes(engine->text, document)) casus_syntax_link(document);
}

static void tag_times(const casus_engine *const engine, casus_document *const document)
{
    casus_time_tag(engine->time, document); /* dates */
}

static void tag_places(const casus_engine *const engine, casus_document *const document)
{
    casus_geo_tag(engine->gazetteer, document); /* places with coordinates */
}

static void link_actors(const casus_engine *const engine, casus_document *const document)
{
    casus_entity_link(engine->actors, document); /* actors and their mentions */
}

static void code(const casus_engine *const engine, casus_document *const document)
{
    const casus_coder coder = {engine->ontology, engine->text, engine->time, engine->judge,
                               engine->observer};
    casus_code_document(&coder, document); /* events, relations, warnings */
}

const casus_stage casus_stages[] = {
    {"text", CASUS_TREES, segment},         {"syntax", CASUS_TREES, parse},
    {"time", CASUS_RECORDS, tag_times},     {"geo", CASUS_RECORDS, tag_places},
    {"entity", CASUS_RECORDS, link_actors}, {"coding", CASUS_RECORDS, code},
};
const size_t casus_stage_count = sizeof casus_stages / sizeof *casus_stages;

static casus_code run(const casus_engine *const engine, casus_document *const document,
                      const casus_depth depth, casus_error *const error)
{
    if (engine->depth < depth)
        return casus_fail(error, CASUS_ERROR_USAGE, 0, UINT64_MAX,
                          "the engine was opened for trees only");
    if (document->sentences.count)
        return casus_fail(error, CASUS_ERROR_USAGE, 0, UINT64_MAX, "the document is coded already");
    for (size_t i = 0; i < casus_stage_count; i++)
        if (casus_stages[i].depth <= depth) casus_stages[i].run(engine, document);
    return CASUS_OK;
}

casus_code casus_engine_parse(const casus_engine *const engine, casus_document *const document,
                              casus_error *const error)
{
    return run(engine, document, CASUS_TREES, error);
}

casus_code casus_engine_code(const casus_engine *const engine, casus_document *const document,
                             casus_error *const error)
{
    return run(engine, document, CASUS_RECORDS, error);
}
