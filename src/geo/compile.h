/* From text files to the compiled gazetteer. */
#ifndef CASUS_GEO_COMPILE_H
#define CASUS_GEO_COMPILE_H

#include "base/stanza.h"
#include "geo/gazetteer.h"

typedef struct casus_geo_builder casus_geo_builder;

/* `base` may be NULL; with one, features and countries are its own, and administrative units may be
 * its places.  All is in the arena, and the texts that are added have to live as long. */
casus_geo_builder *casus_geo_builder_new(casus_arena *arena, const casus_geo_layer *base);

/* Adds one file by its name: features.tsv, cues.txt, variants.tsv, countries.tsv, geonames.tsv,
 * adjectives.tsv, states.txt, titles.tsv; any other *.tsv is a list of places.  The order of that
 * list is the order in which they have to come. */
casus_code casus_geo_builder_add(casus_geo_builder *builder, const char *file_name, casus_str text,
                                 casus_error *error);

/* The finished tables, in the arena. */
void casus_geo_builder_finish(casus_geo_builder *builder, casus_geo_layer *layer);

/* All places*.tsv files of a user's folder as a layer above `ours`. */
casus_code casus_geo_compile_user(const char *folder, const casus_geo_layer *ours,
                                  casus_arena *arena, casus_geo_layer *layer, casus_error *error);

/* Writes a layer as an image. */
casus_code casus_geo_write(const char *path, const casus_geo_layer *layer, casus_error *error);

#endif
