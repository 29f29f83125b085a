/* The trained network as the file that src/syntax maps. */
#ifndef CASUS_TRAIN_EXPORT_H
#define CASUS_TRAIN_EXPORT_H

#include "net.h"

/* Rounds weights to bytes with a scale per column (embeddings: per row) and writes the model. */
bool export_model(const net *n, lexicon *lex, const corpus *train, const char *path);

/* The unrounded parameters, to go on from. */
bool checkpoint_write(const net *n, const char *path);
bool checkpoint_read(net *n, const char *path);

#endif
