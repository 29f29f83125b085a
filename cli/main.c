#include "command.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static int run(const command_row *const command, char **const words)
{
    argument_set arguments;
    int code = EXIT_WRONG_USE;
    if (arguments_parse(command, words, &arguments)) {
        if (arguments.help) {
            help_command(command, stdout);
            code = EXIT_OK;
        } else
            code = command->run(&arguments);
    }
    free(arguments.operands);
    return code;
}

int main(const int count, char **const words)
{
    signal(SIGPIPE, SIG_IGN); /* a broken pipe shows as a failed write, which ends us quietly */
    const char *name = count > 1 ? words[1] : NULL;
    if (!name) {
        help_all(stderr);
        return EXIT_WRONG_USE;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) name = "help";
    if (strcmp(name, "--version") == 0) name = "version";
    const command_row *const command = command_find(name);
    if (!command) {
        fprintf(stderr, "casus: no such command: %s (see `casus help`)\n", name);
        return EXIT_WRONG_USE;
    }
    int code = run(command, words + 2);
    if (fflush(stdout) != 0 && errno != EPIPE && code == EXIT_OK) {
        fprintf(stderr, "casus: standard output: %s\n", strerror(errno));
        code = EXIT_OUTPUT;
    }
    return code;
}
