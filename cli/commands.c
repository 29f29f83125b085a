#include "command.h"

#include <stdint.h>
#include <string.h>

#define COMMON (OPTION_DATA | OPTION_HELP)
#define READING (OPTION_PUBLISHED | OPTION_JOBS)

const command_row command_table[] = {
    {"code", "FILE...", "print the record of each document: events, relations, warnings",
     COMMON | READING | OPTION_FORMAT | OPTION_TEXT | OPTION_USER, 1, SIZE_MAX,
     "Reads plain text, HTML and JSON Lines (told apart by content; \"-\" is standard input) and\n"
     "prints one record a document, in input order. JSON Lines are streamed: memory holds a few\n"
     "documents per thread, some 200 bytes for each byte of their text.",
     "  casus code --published 2025-09-24 report.txt\n"
     "  casus code --format table page.html\n"
     "  casus code --jobs 4 articles.jsonl > records.jsonl\n",
     run_code},
    {"parse", "FILE...", "print sentences, words and trees in CoNLL-U", COMMON | READING, 1,
     SIZE_MAX,
     "Universal Dependencies v2; StartChar and EndChar in the MISC column are code points of the\n"
     "article's text. Memory is as for `casus code`.",
     "  casus parse report.txt\n", run_parse},
    {"read", "FILE...", "print the article that each document holds, as JSON Lines",
     OPTION_HELP | READING, 1, SIZE_MAX,
     "Title, date, publisher and clean text, without what surrounds an article on a page. What it\n"
     "prints is input for the other commands.",
     "  casus read page.html\n"
     "  casus read page.html | casus code -\n",
     run_read},
    {"explain", "RECORD-REF FILE", "show how one event, relation or warning came about",
     COMMON | OPTION_PUBLISHED | OPTION_USER, 2, 2,
     "RECORD-REF is a ref of the record (e1, r2, w1) of the file's first document, or ID#e1 for\n"
     "the document with that id. Prints the sentence, its tree, the lexicon entry that fired, and\n"
     "where each field came from.",
     "  casus explain e1 report.txt\n"
     "  casus explain 'story-17#r1' articles.jsonl\n",
     run_explain},
    {"dict", "ACTION ARG...", "look up, import and check dictionaries of actors",
     COMMON | OPTION_USER, 2, SIZE_MAX,
     "find NAME...    who bears the name in the lexicon\n"
     "import FILE...  print a TABARI or PETRARCH dictionary in our form, for a --user folder\n"
     "check DIR...    name what is wrong with the lexicon files of the folders together",
     "  casus dict find 'Islamic State'\n"
     "  casus dict import actors.dict > mine/actors.txt\n"
     "  casus dict check data/actors mine\n",
     run_dict},
    {"help", "[COMMAND]", "show this help, or that of a command", OPTION_HELP, 0, 1, "",
     "  casus help code\n", run_help},
    {"version", "", "print the version", OPTION_HELP, 0, 0, "", "  casus version\n", run_version},
};
const size_t command_count = sizeof command_table / sizeof *command_table;

const command_row *command_find(const char *const name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(command_table[i].name, name) == 0) return &command_table[i];
    return NULL;
}

int run_version(const argument_set *const arguments)
{
    (void)arguments;
    printf("casus %s\n", casus_version());
    return EXIT_OK;
}
