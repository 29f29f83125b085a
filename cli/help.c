#include "command.h"

#include <string.h>

static const struct {
    int code;
    const char *meaning;
} exit_codes[] = {
    {EXIT_OK, "all done"},
    {EXIT_WRONG_USE, "an option or argument that cannot be"},
    {EXIT_INPUT, "an input failed (standard error names it); all others were done"},
    {EXIT_KNOWLEDGE, "a data file of Casus is missing or damaged"},
    {EXIT_OUTPUT, "the output could not be written"},
    {EXIT_INTERNAL, "out of memory, or a fault of the program"},
};

void help_all(FILE *const file)
{
    fputs("Usage: casus COMMAND [OPTIONS] FILE...\n"
          "Reads reporting on conflicts and keeps the record: who did what to whom, where, when,\n"
          "how many, and who says so.\n\nCommands:\n",
          file);
    for (size_t i = 0; i < command_count; i++)
        fprintf(file, "  %-8s %-17s %s\n", command_table[i].name, command_table[i].operands,
                command_table[i].summary);
    fputs("\nOptions of a command: casus help COMMAND\n\nExit codes:\n", file);
    for (size_t i = 0; i < sizeof exit_codes / sizeof *exit_codes; i++)
        fprintf(file, "  %2d  %s\n", exit_codes[i].code, exit_codes[i].meaning);
    fputs("\nExamples:\n", file);
    for (size_t i = 0; i < command_count; i++) fputs(command_table[i].examples, file);
}

static void help_option(const option_row *const row, FILE *const file)
{
    char words[40];
    const char letter[] = {'-', row->letter, ',', ' ', '\0'};
    snprintf(words, sizeof words, "%s--%s%s%s", row->letter ? letter : "    ", row->name,
             row->value ? " " : "", row->value ? row->value : "");
    fprintf(file, "  %-21s %s\n", words, row->help);
}

void help_command(const command_row *const command, FILE *const file)
{
    fprintf(file, "Usage: casus %s [OPTIONS] %s\nTo %s.\n", command->name, command->operands,
            command->summary);
    if (*command->description) fprintf(file, "\n%s\n", command->description);
    fputs("\nOptions:\n", file);
    for (size_t i = 0; i < option_count; i++)
        if (command->options & option_table[i].bit) help_option(&option_table[i], file);
    fprintf(file, "\nExamples:\n%s", command->examples);
}

int run_help(const argument_set *const arguments)
{
    if (arguments->count == 0) {
        help_all(stdout);
        return EXIT_OK;
    }
    const command_row *const command = command_find(arguments->operands[0]);
    if (!command) {
        fprintf(stderr, "casus help: no such command: %s (see `casus help`)\n",
                arguments->operands[0]);
        return EXIT_WRONG_USE;
    }
    help_command(command, stdout);
    return EXIT_OK;
}
