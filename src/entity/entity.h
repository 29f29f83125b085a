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

/* The actor that `word` stands for: the head of a name or description, a pronoun that was resolved,
 * a relative pronoun (who, which: the noun before), a country's adjective (the Turkish strikes).
 * CASUS_NONE where it stands for nobody.  The same as mention_at and the mention's actor. */
uint32_t casus_entity_at(const casus_document *document, uint32_t word);

/* Appends to `refs` (in the document's arena) all actors that the argument headed by `word` stands
 * for: its own, those coordinated with it (A, B and C, asked of A), and the members of a group that
 * is named as one (both sides, the two countries, they). */
void casus_entity_group(const casus_document *document, uint32_t word, casus_refs *refs);

#endif
