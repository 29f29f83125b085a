/* Stands in for rooms that are being built; goes when the last of them is there. */
#include "pipeline.h"

#include <stdio.h>

#define WEAK __attribute__((weak))

#define OPEN_ROOM(name, type, ...)                                                                 \
    WEAK casus_code name(__VA_ARGS__, type **made, casus_error *error)                             \
    {                                                                                              \
        (void)error;                                                                               \
        (void)path;                                                                                \
        *made = NULL;                                                                              \
        return CASUS_OK;                                                                           \
    }
#define CLOSE_ROOM(name, type)                                                                     \
    WEAK void name(type *made)                                                                     \
    {                                                                                              \
        (void)made;                                                                                \
    }
#define RUN_ROOM(name, type)                                                                       \
    WEAK void name(const type *data, casus_document *document)                                     \
    {                                                                                              \
        (void)data;                                                                                \
        (void)document;                                                                            \
    }

#pragma GCC diagnostic ignored "-Wunused-parameter"
OPEN_ROOM(casus_text_data_open, casus_text_data, const char *path)
OPEN_ROOM(casus_syntax_open, casus_syntax_model, const char *path)
OPEN_ROOM(casus_time_open, casus_time_data, const char *path)
OPEN_ROOM(casus_gazetteer_open, casus_gazetteer, const char *path, const char *user)
OPEN_ROOM(casus_actors_open, casus_actors, const char *path, const char *user)
OPEN_ROOM(casus_ontology_open, casus_ontology, const char *path, const char *user)
CLOSE_ROOM(casus_text_data_destroy, casus_text_data)
CLOSE_ROOM(casus_syntax_close, casus_syntax_model)
CLOSE_ROOM(casus_time_close, casus_time_data)
CLOSE_ROOM(casus_gazetteer_close, casus_gazetteer)
CLOSE_ROOM(casus_actors_close, casus_actors)
CLOSE_ROOM(casus_ontology_close, casus_ontology)
RUN_ROOM(casus_text_segment, casus_text_data)
RUN_ROOM(casus_syntax_parse, casus_syntax_model)
RUN_ROOM(casus_time_tag, casus_time_data)
RUN_ROOM(casus_geo_tag, casus_gazetteer)
RUN_ROOM(casus_entity_link, casus_actors)
RUN_ROOM(casus_code_document, casus_coder)

WEAK const char *casus_upos_name(casus_upos upos)
{
    return "_";
}
WEAK const char *casus_deprel_name(casus_deprel deprel)
{
    return "_";
}
WEAK void casus_features_write(uint32_t features, char *buffer, size_t size)
{
    snprintf(buffer, size, "_");
}

WEAK casus_deprel casus_deprel_main(casus_deprel deprel)
{
    return deprel;
}
WEAK casus_upos casus_upos_from(casus_str name)
{
    return UPOS_NONE;
}
WEAK casus_deprel casus_deprel_from(casus_str name)
{
    return DEP_NONE;
}
WEAK uint32_t casus_features_from(casus_str feats)
{
    return 0;
}
WEAK uint32_t casus_geo_of_event(const casus_document *document, uint32_t word)
{
    return CASUS_NONE;
}
WEAK casus_date casus_time_of_event(const casus_time_data *data, const casus_document *document,
                                    uint32_t word)
{
    return (casus_date){.precision = DATE_UNKNOWN};
}
