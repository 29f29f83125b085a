/* The room `entity`: actors and their mentions. */
#ifndef CASUS_ENTITY_ENTITY_H
#define CASUS_ENTITY_ENTITY_H

#include "base/error.h"
#include "record/document.h"

typedef struct casus_actors
    casus_actors; /* the compiled lexicon, and the user's own files beside it */

/* Maps the compiled lexicon `image`; `user_folder` (may be NULL) holds lexicon files in text form
 * that win over ours. */
casus_code casus_actors_open(const char *image, const char *user_folder, casus_actors **actors,
                             casus_error *error);
void casus_actors_close(casus_actors *actors);

/* Finds mentions of actors and joins those of one actor: fills record.mentions, record.actors and
 * mention_at. Runs after syntax, time and geo; turns place mentions that act (Islamabad said) into
 * actors, leaving the place. */
void casus_entity_link(const casus_actors *actors, casus_document *document);

#endif
