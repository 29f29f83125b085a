/* Text lexicons into arrays: what the compiler writes and what a user's own files become in memory.
 */
#ifndef CASUS_ENTITY_BUILD_H
#define CASUS_ENTITY_BUILD_H

#include "base/stanza.h"
#include "entity/lexicon.h"

typedef struct lex_builder lex_builder;

/* What could not be read is told to `complain` (may be NULL) and left out; nothing stops a build
 * but a folder that cannot be read. */
typedef void lex_complain(void *context, const char *file, uint32_t line, const char *message,
                          casus_str what);

lex_builder *lex_builder_create(casus_arena *arena, lex_complain *complain, void *context);

/* Reads all *.txt and *.tsv files of a folder, in the order of their names. A folder that does not
 * exist is CASUS_ERROR_OPEN. */
casus_code lex_builder_folder(lex_builder *builder, const char *folder, casus_error *error);

/* Reads the text of one file; its name decides its form. `text` has to live as long as the arena.
 */
void lex_builder_text(lex_builder *builder, const char *name, casus_str text);

/* Sorts and freezes what was read; the arrays live in the builder's arena. */
void lex_builder_finish(lex_builder *builder, casus_lexicon *lexicon);

/* Writes a finished lexicon as an image. */
casus_code lex_write(const casus_lexicon *lexicon, const char *path, casus_error *error);

uint32_t lex_token_hash(casus_str folded);
uint32_t lex_edge_hash(uint32_t node, uint32_t token);

#endif
