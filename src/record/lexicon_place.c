#include "record/lexicon_place.h"

#include "base/file.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_head(const casus_str line, const casus_str id)
{
    if (line.size == id.size + 2 && line.at[0] == '[' && line.at[line.size - 1] == ']')
        return casus_str_equal(casus_str_slice(line, 1, id.size), id);
    return casus_str_starts(line, id) && line.size > id.size && line.at[id.size] == '\t';
}

static void copy_stanza(casus_str rest, const casus_str head, casus_output *const lines)
{
    casus_str line = head;
    const bool stanza = head.at[0] == '[';
    do {
        line = casus_str_trim(line);
        casus_put(lines, STR("    | "));
        casus_put(lines, line);
        casus_put(lines, STR("\n"));
    } while (stanza && casus_str_cut(&rest, '\n', &line) && casus_str_trim(line).size &&
             line.at[0] != '[');
}

static bool search(const char *const path, const casus_str text, const casus_str id,
                   casus_output *const place, casus_output *const lines)
{
    casus_str rest = text, line;
    for (unsigned number = 1; casus_str_cut(&rest, '\n', &line); number++) {
        if (!is_head(casus_str_trim(line), id)) continue;
        if (place) casus_put_format(place, "%s:%u", path, number);
        if (lines) copy_stanza(rest, line, lines);
        return true;
    }
    return false;
}

static int is_lexicon(const struct dirent *const entry)
{
    const casus_str name = casus_str_from(entry->d_name);
    return name.at[0] != '.' &&
           (casus_str_ends(name, STR(".txt")) || casus_str_ends(name, STR(".tsv")));
}

bool lexicon_place(const char *const folder, const casus_str id, casus_output *const place,
                   casus_output *const lines)
{
    struct dirent **names;
    const int count = id.size ? scandir(folder, &names, is_lexicon, alphasort) : -1;
    if (count < 0) return false;
    bool found = false;
    for (int i = 0; i < count; i++) {
        char path[PATH_MAX];
        casus_mapping mapping = {NULL, 0};
        const int size = snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        if (!found && size > 0 && size < PATH_MAX &&
            casus_file_map(path, &mapping, NULL) == CASUS_OK) {
            found = search(path, (casus_str){mapping.bytes, mapping.size}, id, place, lines);
            casus_file_unmap(&mapping);
        }
        free(names[i]);
    }
    free(names);
    return found;
}
