/* Looking a name up. */
#include "entity/dict.h"
#include "entity/lexicon.h"

static const char *const type_names[LEX_TYPES] = {
    "name", "alias",  "abbr", "adjective",    "people", "metonym", "label",
    "old",  "person", "role", "role, plural", "title",  "shape",   "cue"};

static const char *const link_names[LINK_TYPES] = {"part of",    "wing of",      "media arm of",
                                                   "faction of", "successor of", "affiliate of"};

static void put(FILE *const out, const char *const key, const casus_str value)
{
    if (value.size) fprintf(out, "  %s: %.*s\n", key, (int)value.size, value.at);
}

static void put_dates(FILE *const out, const uint32_t since, const uint32_t until)
{
    if (!since && !until) return;
    fputs(" | ", out);
    if (since) fprintf(out, "%u", since);
    fputs("..", out);
    if (until) fprintf(out, "%u", until);
}

static void put_actor(const casus_lexicon *const lexicon, const uint32_t index, FILE *const out)
{
    if (index >= lexicon->actor_count) return;
    const lex_actor *const actor = &lexicon->actors[index];
    const casus_str id = lex_str(lexicon, actor->id);
    fprintf(out, "[%.*s]\n", (int)id.size, id.at);
    put(out, "name", lex_str(lexicon, actor->name));
    put(out, "kind",
        casus_str_from(actor->kind < KIND_COUNT ? casus_kind_name((casus_kind)actor->kind) : ""));
    put(out, "sector", lex_str(lexicon, actor->sector));
    put(out, "country", lex_str(lexicon, actor->country));
    put(out, "cameo", lex_str(lexicon, actor->cameo));
    put(out, "wikidata", lex_str(lexicon, actor->wikidata));
    for (uint32_t i = 0; i < actor->links; i++) {
        if (actor->first_link + i >= lexicon->link_count) return;
        const lex_link *const link = &lexicon->links[actor->first_link + i];
        if (link->type >= LINK_TYPES || link->actor >= lexicon->actor_count) continue;
        const casus_str parent = lex_str(lexicon, lexicon->actors[link->actor].id);
        fprintf(out, "  parent: %s %.*s", link_names[link->type], (int)parent.size, parent.at);
        put_dates(out, link->since, link->until);
        fputc('\n', out);
    }
}

static void put_person(const casus_lexicon *const lexicon, const uint32_t index, FILE *const out)
{
    if (index >= lexicon->person_count) return;
    const lex_person *const person = &lexicon->persons[index];
    const casus_str id = lex_str(lexicon, person->id);
    fprintf(out, "[%.*s]\n", (int)id.size, id.at);
    put(out, "name", lex_str(lexicon, person->name));
    put(out, "office", lex_str(lexicon, person->office));
    put(out, "sector", lex_str(lexicon, person->sector));
    put(out, "country", lex_str(lexicon, person->country));
    if (person->body < lexicon->actor_count)
        put(out, "body", lex_str(lexicon, lexicon->actors[person->body].id));
}

static void put_entry(const casus_lexicon *const lexicon, const lex_entry *const entry,
                      FILE *const out)
{
    if (entry->type >= LEX_TYPES) return;
    fputs(type_names[entry->type], out);
    put_dates(out, entry->since, entry->until);
    fputs(" of ", out);
    if (entry->type < LEX_PERSON)
        put_actor(lexicon, entry->index, out);
    else if (entry->type == LEX_PERSON)
        put_person(lexicon, entry->index, out);
    else if (entry->type <= LEX_ROLES && entry->index < lexicon->role_count) {
        const lex_role *const role = &lexicon->roles[entry->index];
        fputs("roles.tsv\n", out);
        put(out, "singular", lex_str(lexicon, role->singular));
        put(out, "plural", lex_str(lexicon, role->plural));
        put(out, "sector", lex_str(lexicon, role->sector));
    } else if (entry->type == LEX_TITLE && entry->index < lexicon->title_count) {
        fputs("titles.tsv\n", out);
        put(out, "title", lex_str(lexicon, lexicon->titles[entry->index].text));
        put(out, "sector", lex_str(lexicon, lexicon->titles[entry->index].sector));
    } else if (entry->type == LEX_SHAPE && entry->index < lexicon->shape_count) {
        fputs("shapes.tsv\n", out);
        put(out, "sector", lex_str(lexicon, lexicon->shapes[entry->index].sector));
    } else
        fputs("?\n", out);
}

/* Actors whose canonical names hold the words. */
static uint32_t find_within(const casus_lexicon *const lexicon, casus_arena *const arena,
                            const casus_str key, FILE *const out)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < lexicon->actor_count; i++) {
        const casus_str name = casus_tokens_key(arena, lex_str(lexicon, lexicon->actors[i].name));
        if (casus_str_find(name, key) == SIZE_MAX) continue;
        put_actor(lexicon, i, out);
        found++;
    }
    return found;
}

casus_code casus_dict_find(const casus_actors *const actors, const casus_str name, FILE *const out,
                           casus_error *const error)
{
    uint32_t found = 0;
    casus_arena *const arena = casus_arena_create();
    if (!arena) return casus_fail(error, CASUS_ERROR_LIMIT, 0, 0, "out of memory");
    for (uint32_t layer = LAYERS; layer-- > 0;) {
        const casus_lexicon *const lexicon = &actors->layers[layer];
        uint32_t count;
        if (!lexicon->node_count) continue;
        const lex_entry *const entries =
            lex_entries(lexicon, lex_find(lexicon, arena, name), &count);
        for (uint32_t i = 0; i < count; i++) put_entry(lexicon, &entries[i], out);
        found += count;
    }
    const casus_str key = casus_tokens_key(arena, name);
    for (uint32_t layer = LAYERS; key.size && !found && layer-- > 0;)
        if (actors->layers[layer].node_count)
            found += find_within(&actors->layers[layer], arena, key, out);
    casus_arena_destroy(arena);
    if (found) return CASUS_OK;
    return casus_fail(error, CASUS_ERROR_NOT_FOUND, 0, UINT64_MAX, "%.*s", (int)name.size, name.at);
}
