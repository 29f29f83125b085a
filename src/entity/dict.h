/* Dictionaries of actors as files: importing the field's own, checking ours, looking names up. */
#ifndef CASUS_ENTITY_DICT_H
#define CASUS_ENTITY_DICT_H

#include <stdio.h>

#include "entity/entity.h"

typedef struct casus_dict_counts {
    uint32_t entries; /* names, synonyms, codes and sets that a file holds */
    uint32_t read;    /* of them, those that were understood */
    uint32_t problems;
} casus_dict_counts;

/* Reads a TABARI or PETRARCH dictionary of actors or of agents (told apart by the `~` of agents'
 * codes) and writes it to `out` in our form: stanzas for actors, a table of roles for agents. Lines
 * that cannot be read are named on `report` with their number.  Bytes that are no UTF-8 are taken
 * for Latin-1.
 *
 * Actors: `NAME [CODE date]…`, codes on lines of their own below it, `+SYNONYM` lines; dates are
 * `<YYMMDD`, `>YYMMDD` or `YYMMDD-YYMMDD` (years 00 to 30 are of this century), `;` and `#` begin
 * comments.  Agents: `NAME {PLURAL} [~CODE]`, `!SET! = A, B`, sets in names. */
casus_code casus_dict_import(const char *path, FILE *out, FILE *report, casus_dict_counts *counts,
                             casus_error *error);

/* Reads the lexicon files of `folders` (ended by NULL) and names on `out` what is wrong with them:
 * lines that cannot be read, actors defined twice, names that two actors bear at one time without a
 * context to tell them apart, parents in a circle, ranges of dates that end before they begin. */
casus_code casus_dict_check(const char *const *folders, FILE *out, casus_dict_counts *counts,
                            casus_error *error);

/* Writes to `out` every actor, person, role, title and shape that bears `name`; where none does,
 * the actors whose canonical names hold its words.  CASUS_ERROR_NOT_FOUND when there are none
 * either. */
casus_code casus_dict_find(const casus_actors *actors, casus_str name, FILE *out,
                           casus_error *error);

#endif
