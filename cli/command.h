/* Subcommands and options are tables; parsing and help are made from them. */
#ifndef CASUS_CLI_COMMAND_H
#define CASUS_CLI_COMMAND_H

#include "casus.h"

#include <stdio.h>

/* The names of the exit codes; `casus help` lists them from exit_codes[]. */
enum {
    EXIT_OK = 0,        /* all done */
    EXIT_WRONG_USE = 1, /* an option or argument that cannot be */
    EXIT_INPUT = 2,     /* an input failed; all others were done */
    EXIT_KNOWLEDGE = 3, /* a data file of Casus is missing or damaged */
    EXIT_OUTPUT = 4,    /* the output could not be written */
    EXIT_INTERNAL = 70  /* out of memory, or a fault of the program */
};

typedef struct argument_set {
    const char *published, *format, *data, *user;
    unsigned jobs;
    bool text, help;
    const char **operands; /* from malloc */
    size_t count;
} argument_set;

enum {
    OPTION_PUBLISHED = 1,
    OPTION_JOBS = 2,
    OPTION_FORMAT = 4,
    OPTION_TEXT = 8,
    OPTION_DATA = 16,
    OPTION_USER = 32,
    OPTION_HELP = 64
};

typedef struct option_row {
    unsigned bit;
    char letter; /* 0 is none */
    const char *name, *value, *help;
    bool (*set)(argument_set *arguments, const char *value); /* false where the value cannot be */
} option_row;

typedef struct command_row {
    const char *name, *operands, *summary;
    unsigned options;
    size_t least, most; /* operands */
    const char *description, *examples;
    int (*run)(const argument_set *arguments);
} command_row;

extern const option_row option_table[];
extern const size_t option_count;
extern const command_row command_table[];
extern const size_t command_count;

/* Reads the options that `command` takes; says what is wrong on standard error and gives false. */
bool arguments_parse(const command_row *command, char **words, argument_set *arguments);

void help_all(FILE *file);
void help_command(const command_row *command, FILE *file);
const command_row *command_find(const char *name); /* NULL when there is none */

int run_code(const argument_set *arguments);
int run_parse(const argument_set *arguments);
int run_read(const argument_set *arguments);
int run_explain(const argument_set *arguments);
int run_dict(const argument_set *arguments);
int run_help(const argument_set *arguments);
int run_version(const argument_set *arguments);

#endif
