/* Where in the lexicon files an entry stands, for explanations. */
#ifndef CASUS_RECORD_LEXICON_PLACE_H
#define CASUS_RECORD_LEXICON_PLACE_H

#include "record/output.h"

/* Looks for the stanza "[id]" (or the table row that begins with the id) in the files of a folder,
 * in the order of their names.  Gives false where there is none; else `place` gets
 * "FOLDER/FILE:LINE" and `lines` the stanza, each line behind four spaces and a bar.  Either may be
 * NULL. */
bool lexicon_place(const char *folder, casus_str id, casus_output *place, casus_output *lines);

#endif
