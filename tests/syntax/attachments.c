/* Parses the sentences of attachments.txt and counts the attachments that are right:
 * attachments MODEL TEXT_DATA ATTACHMENTS KNOWN [--list]
 * Ends with 1 where one fails that is not known to, or one passes that is; --list prints all that
 * fail, for the list of known failures. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "syntax/syntax.h"
#include "text/text.h"

typedef struct runner {
    const casus_syntax_model *model;
    const casus_text_data *text;
    casus_arena *lasting;
    casus_map known; /* value 1 once it has failed */
    bool list;
    uint32_t sentences, attachments, passed, failed, surprises;
} runner;

static casus_str trimmed_until(casus_str *const rest, const char separator)
{
    casus_str part = {"", 0};
    casus_str_cut(rest, separator, &part);
    return casus_str_trim(part);
}

/* The word of that form ("form/2" the second), or CASUS_NONE. */
static uint32_t find_word(const casus_document *const d, const casus_str name)
{
    casus_str form = name;
    uint32_t wanted = 1;
    if (name.size > 2 && name.at[name.size - 2] == '/') {
        wanted = (uint32_t)(name.at[name.size - 1] - '0');
        form.size -= 2;
    }
    for (uint32_t i = 0; i < d->words.count; i++)
        if (casus_str_equal(d->words.at[i].form, form) && --wanted == 0) return i;
    return CASUS_NONE;
}

static bool relation_fits(const casus_deprel found, const casus_str wanted)
{
    const casus_str name = casus_str_from(casus_deprel_name(found));
    if (casus_str_equal(name, wanted)) return true;
    if (found == DEP_NSUBJ_PASS || found == DEP_OBL_AGENT) return false;
    return casus_str_equal(casus_str_from(casus_deprel_name(casus_deprel_main(found))), wanted);
}

static bool holds(const casus_document *const d, const casus_str child, const casus_str head,
                  const casus_str relation)
{
    const uint32_t word = find_word(d, child);
    if (word == CASUS_NONE) return false;
    const bool root = casus_str_equal(head, STR("ROOT"));
    const uint32_t above = root ? word : find_word(d, head);
    return d->words.at[word].head == above &&
           relation_fits((casus_deprel)d->words.at[word].deprel, relation);
}

static void report(runner *const r, const casus_str line, const casus_str claim, const bool right)
{
    const casus_str name = casus_arena_format(r->lasting, "%.*s | %.*s", (int)line.size, line.at,
                                              (int)claim.size, claim.at);
    const bool known = casus_map_get(&r->known, name) != CASUS_NONE;
    r->attachments++;
    r->passed += right;
    r->failed += !right;
    if (!right && r->list) printf("%.*s\n", (int)name.size, name.at);
    if (known) casus_map_put(&r->known, r->lasting, name, 1);
    if (right == known && !r->list) {
        printf("%s: %.*s\n", right ? "mended" : "NEW FAILURE", (int)name.size, name.at);
        r->surprises++;
    }
}

static void check_claim(runner *const r, const casus_document *const d, const casus_str line,
                        const casus_str claim)
{
    casus_str rest = claim;
    const casus_str child = trimmed_until(&rest, '<');
    const casus_str head = trimmed_until(&rest, ' ');
    report(r, line, claim, holds(d, child, head, casus_str_trim(rest)));
}

static void check_line(runner *const r, const casus_str line)
{
    const size_t bar = casus_str_find(line, STR(" | "));
    if (!line.size || line.at[0] == '#' || bar == SIZE_MAX) return;
    casus_document d = {.arena = casus_arena_create()};
    const casus_str text = casus_str_slice(line, 0, bar);
    casus_str claims = casus_str_slice(line, bar + 3, SIZE_MAX), claim;
    d.article.text = text;
    casus_text_segment(r->text, &d);
    casus_syntax_parse(r->model, &d);
    r->sentences++;
    while (casus_str_cut(&claims, ';', &claim)) check_claim(r, &d, text, casus_str_trim(claim));
    casus_arena_destroy(d.arena);
}

static bool each_line(const char *const path, runner *const r,
                      void (*const call)(runner *, casus_str))
{
    char *bytes;
    size_t size;
    if (casus_file_read(path, (size_t)1 << 24, &bytes, &size, NULL) != CASUS_OK) return false;
    casus_str rest = casus_arena_copy(r->lasting, (casus_str){bytes, size}), line;
    while (casus_str_cut(&rest, '\n', &line)) call(r, line);
    free(bytes);
    return true;
}

static void learn_known(runner *const r, const casus_str line)
{
    if (line.size && line.at[0] != '#') casus_map_put(&r->known, r->lasting, line, 0);
}

int main(const int count, char **const arguments)
{
    runner r = {.lasting = casus_arena_create()};
    casus_syntax_model *model;
    casus_text_data *text;
    casus_error error = {0};
    if (count < 5) return 2;
    if (casus_syntax_open(arguments[1], &model, &error) != CASUS_OK ||
        casus_text_data_open(arguments[2], &text, &error) != CASUS_OK) {
        fprintf(stderr, "%s: %s\n", casus_code_message(error.code), error.detail);
        return 2;
    }
    r.model = model;
    r.text = text;
    r.list = count > 5 && strcmp(arguments[5], "--list") == 0;
    if (!each_line(arguments[4], &r, learn_known) || !each_line(arguments[3], &r, check_line))
        return 2;
    if (!r.list)
        printf("%u sentences, %u attachments: %u right, %u known failures, %u surprises\n",
               r.sentences, r.attachments, r.passed, r.known.entries.count, r.surprises);
    casus_syntax_close(model);
    casus_text_data_destroy(text);
    casus_arena_destroy(r.lasting);
    return r.surprises != 0;
}
