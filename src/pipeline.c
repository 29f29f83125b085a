/* The way of a document through the house: read this file first. */
#include "pipeline.h"

#include "ingest/ingest.h"

static void segment(const casus_engine *const engine, casus_document *const document)
{
    if (engine->text) casus_text_segment(engine->text, document); /* sentences and words */
}

static void parse(const casus_engine *const engine, casus_document *const document)
{
    if (engine->syntax) casus_syntax_parse(engine->syntax, document); /* words and trees */
}

static void tag_times(const casus_engine *const engine, casus_document *const document)
{
    if (engine->time) casus_time_tag(engine->time, document); /* dates */
}

static void tag_places(const casus_engine *const engine, casus_document *const document)
{
    if (engine->gazetteer) casus_geo_tag(engine->gazetteer, document); /* places with coordinates */
}

static void link_actors(const casus_engine *const engine, casus_document *const document)
{
    if (engine->actors) casus_entity_link(engine->actors, document); /* actors and their mentions */
}

static void code(const casus_engine *const engine, casus_document *const document)
{
    const casus_coder coder = {engine->ontology, engine->text, engine->time, engine->judge,
                               engine->observer};
    if (engine->ontology) casus_code_document(&coder, document); /* events, relations, warnings */
}

/* Until all rooms are there: what the missing ones leave. */
static void stand_in(const casus_engine *const engine, casus_document *const document)
{
    const uint32_t count = document->words.count;
    uint32_t **const arrays[] = {&document->first_child, &document->next_sibling,
                                 &document->mention_at, &document->place_at, &document->time_at};
    for (size_t a = engine->syntax ? 2 : 0; a < sizeof arrays / sizeof *arrays; a++) {
        *arrays[a] = ARENA_ARRAY(document->arena, uint32_t, count);
        for (uint32_t i = 0; i < count; i++) (*arrays[a])[i] = CASUS_NONE;
    }
}

static const struct {
    casus_depth depth; /* the least at which the stage runs */
    void (*run)(const casus_engine *engine, casus_document *document);
} stages[] = {
    {CASUS_TREES, segment},     {CASUS_TREES, parse},        {CASUS_TREES, stand_in},
    {CASUS_RECORDS, tag_times}, {CASUS_RECORDS, tag_places}, {CASUS_RECORDS, link_actors},
    {CASUS_RECORDS, code},
};

static casus_code run(const casus_engine *const engine, casus_document *const document,
                      const casus_depth depth, casus_error *const error)
{
    if (engine->depth < depth)
        return casus_fail(error, CASUS_ERROR_USAGE, 0, UINT64_MAX,
                          "the engine was opened for trees only");
    if (document->sentences.count)
        return casus_fail(error, CASUS_ERROR_USAGE, 0, UINT64_MAX, "the document is coded already");
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (stages[i].depth <= depth) stages[i].run(engine, document);
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
