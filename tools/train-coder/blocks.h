/* Blocks of the regression corpus (tests/coding/README.md): a short text and the records wanted. */
#ifndef CASUS_TRAIN_CODER_BLOCKS_H
#define CASUS_TRAIN_CODER_BLOCKS_H

#include "base/vec.h"

typedef struct corpus_block {
    casus_str text;
    VEC(casus_str) checks; /* whole lines: "= …" events, "~ …" relations, "! …" warnings */
} corpus_block;

typedef struct block_reader {
    casus_str rest;
    casus_arena *arena; /* of one block */
    char published[16]; /* of the block read last */
} block_reader;

/* Reads from `text`, which has to live as long as the blocks; the arena is cleaned with each. */
block_reader block_reader_of(casus_str text, casus_arena *arena);

/* The next block that asks for anything; false at the end. */
bool block_next(block_reader *reader, corpus_block *block);

/* Cuts a field off at ` | `, with spaces: a bare bar separates alternatives. */
bool block_field(casus_str *rest, casus_str *field);

/* Both sides of `>`; false, and an empty right side, where there is none. */
bool block_sides(casus_str field, casus_str *left, casus_str *right);

/* "X denies": the actor and the stance, -1 where the last word is none. */
int block_statement(casus_str field, casus_str *by);

#endif
