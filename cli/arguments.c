#include "command.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A day that exists: timegm moves one that does not to another. */
static bool set_published(argument_set *const arguments, const char *const value)
{
    struct tm day = {0};
    const char *const end = strptime(value, "%Y-%m-%d", &day);
    if (strlen(value) != strlen("YYYY-MM-DD") || !end || *end) return false;
    const int wanted = day.tm_mday;
    timegm(&day);
    arguments->published = value;
    return day.tm_mday == wanted;
}

static bool set_jobs(argument_set *const arguments, const char *const value)
{
    char *end;
    const unsigned long jobs = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || jobs < 1 || jobs > 256) return false;
    arguments->jobs = (unsigned)jobs;
    return true;
}

static bool set_format(argument_set *const arguments, const char *const value)
{
    arguments->format = value;
    return strcmp(value, "jsonl") == 0 || strcmp(value, "table") == 0;
}

static bool set_data(argument_set *const arguments, const char *const value)
{
    arguments->data = value;
    return *value != '\0';
}

static bool set_user(argument_set *const arguments, const char *const value)
{
    arguments->user = value;
    return *value != '\0';
}

static bool set_text(argument_set *const arguments, const char *const value)
{
    (void)value;
    arguments->text = true;
    return true;
}

static bool set_help(argument_set *const arguments, const char *const value)
{
    (void)value;
    arguments->help = true;
    return true;
}

const option_row option_table[] = {
    {OPTION_PUBLISHED, 0, "published", "DATE",
     "the day (YYYY-MM-DD) that articles without a date of their own appeared", set_published},
    {OPTION_JOBS, 'j', "jobs", "N", "code N documents at a time (1); the output is the same",
     set_jobs},
    {OPTION_FORMAT, 0, "format", "FORMAT", "jsonl (the default), or table for people", set_format},
    {OPTION_TEXT, 0, "text", NULL, "put the article's text into the record", set_text},
    {OPTION_DATA, 0, "data", "DIR", "the folder that holds data/, models/ and the compiled images",
     set_data},
    {OPTION_USER, 0, "user", "DIR", "a folder of your own lexicon files, which win over ours",
     set_user},
    {OPTION_HELP, 'h', "help", NULL, "show the help of the command", set_help},
};
const size_t option_count = sizeof option_table / sizeof *option_table;

/* The row of "--name", "--name=value", "-x" or "-xVALUE"; NULL where the command has none such. */
static const option_row *find_option(const command_row *const command, const char *const word)
{
    for (size_t i = 0; i < option_count; i++) {
        const option_row *const row = &option_table[i];
        if (!(command->options & row->bit)) continue;
        if (word[1] != '-' && word[1] == row->letter && (!word[2] || row->value)) return row;
        const size_t size = strlen(row->name);
        if (word[1] == '-' && strncmp(word + 2, row->name, size) == 0 &&
            (!word[2 + size] || (word[2 + size] == '=' && row->value)))
            return row;
    }
    return NULL;
}

static bool complain(const command_row *const command, const char *const what,
                     const char *const word)
{
    fprintf(stderr, "casus %s: %s: %s (see `casus help %s`)\n", command->name, what, word,
            command->name);
    return false;
}

/* Takes the option that `*words` stands at, and steps over its value. */
static bool take_option(const command_row *const command, char ***const words,
                        argument_set *const arguments)
{
    const char *const word = **words;
    const option_row *const row = find_option(command, word);
    if (!row) return complain(command, "no such option", word);
    const char *value = NULL;
    if (row->value) {
        const char *const equals = strchr(word, '=');
        value = word[1] != '-' && word[2] ? word + 2 : equals ? equals + 1 : *++*words;
        if (!value) return complain(command, "a value is missing behind", word);
    }
    if (!row->set(arguments, value)) return complain(command, "cannot be", value ? value : word);
    return true;
}

bool arguments_parse(const command_row *const command, char **words, argument_set *const arguments)
{
    *arguments = (argument_set){.jobs = 1, .format = "jsonl"};
    size_t room = 0;
    while (words[room]) room++;
    arguments->operands = calloc(room + 1, sizeof *arguments->operands);
    if (!arguments->operands) return complain(command, "out of memory", "");
    bool options = true;
    for (; *words; words++) {
        if (options && strcmp(*words, "--") == 0)
            options = false;
        else if (options && (*words)[0] == '-' && (*words)[1]) {
            if (!take_option(command, &words, arguments)) return false;
        } else
            arguments->operands[arguments->count++] = *words;
    }
    if (arguments->help) return true;
    if (arguments->count < command->least) return complain(command, "missing", command->operands);
    if (arguments->count > command->most)
        return complain(command, "one too many", arguments->operands[command->most]);
    return true;
}
