/* What the files of the builder share. */
#ifndef CASUS_ENTITY_BUILD_INTERNAL_H
#define CASUS_ENTITY_BUILD_INTERNAL_H

#include "entity/build.h"

typedef struct pending_entry {
    uint32_t node;
    lex_entry entry;
} pending_entry;

typedef struct pending_link { /* `index` is an actor's parent, or a person's body */
    casus_str target;
    uint32_t index, type, since, until, line;
    const char *file;
} pending_link;

struct lex_builder {
    casus_arena *arena;
    lex_complain *complain;
    void *context;
    const char *file; /* being read */
    VEC(char) pool;
    casus_map texts, ids, tokens, edges;
    VEC(lex_actor) actors;
    VEC(lex_link) links;
    VEC(lex_text) contexts;
    VEC(lex_person) persons;
    VEC(lex_role) roles;
    VEC(lex_title) titles;
    VEC(lex_shape) shapes;
    VEC(lex_text) token_texts;
    VEC(uint64_t) cues;
    VEC(pending_entry) entries;
    VEC(pending_link) parents, bodies;
    VEC(lex_edge) edge_list;
    uint32_t nodes; /* the root is 0 */
};

void lex_complain_of(const lex_builder *builder, uint32_t line, const char *message,
                     casus_str what);
lex_text lex_intern(lex_builder *builder, casus_str text);
uint32_t lex_token_number(lex_builder *builder, casus_str folded);

/* Adds an entry under the words of `text`; false when it has none. */
bool lex_add(lex_builder *builder, casus_str text, lex_entry entry);

/* `A..B`, `A..`, `..B` or `A` as two days; false when it is no range. */
bool lex_range(casus_str text, uint32_t *since, uint32_t *until);

/* A person who acts for `body` (an actor's id; may be empty). */
void lex_add_person(lex_builder *builder, casus_str name, casus_str country, casus_str office,
                    casus_str sector, casus_str body, uint32_t since, uint32_t until,
                    casus_str aliases, uint32_t line);

int lex_kind(casus_str name);

void lex_read_stanzas(lex_builder *builder, casus_str text);
void lex_read_cues(lex_builder *builder, casus_str text);
void lex_read_table(lex_builder *builder, const char *name, casus_str text);

#endif
