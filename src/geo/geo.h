/* The room `geo`: toponyms with their coordinates. */
#ifndef CASUS_GEO_GEO_H
#define CASUS_GEO_GEO_H

#include "base/error.h"
#include "record/document.h"

typedef struct casus_gazetteer casus_gazetteer; /* compiled; mapped */

/* Maps the compiled gazetteer; `user_folder` (may be NULL) holds place files in text form that win
 * over ours. */
casus_code casus_gazetteer_open(const char *image, const char *user_folder,
                                casus_gazetteer **gazetteer, casus_error *error);
void casus_gazetteer_close(casus_gazetteer *gazetteer);

/* Fills record.place_mentions, record.places and place_at.  Runs after syntax. */
void casus_geo_tag(const casus_gazetteer *gazetteer, casus_document *document);

/* The place of the event whose trigger is `word` (index into record.places): what its own syntax
 * ties to it, else its sentence or paragraph; CASUS_NONE where nothing does.  The most specific one
 * wins. */
uint32_t casus_geo_of_event(const casus_document *document, uint32_t word);

/* How closely syntax ties a place to a trigger of the same sentence: 0 to 9 where it hangs on the
 * trigger (steps up the tree), 10 and 20 more where it hangs on what governs it,
 * CASUS_GEO_NO_TIE where it does not.  `place` is the head word of the place's name. */
enum { CASUS_GEO_NO_TIE = 100 };
uint32_t casus_geo_tie(const casus_document *document, uint32_t place, uint32_t word);

#endif
