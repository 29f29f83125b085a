/* What is wrong with lexicon files. */
#include "entity/build_internal.h"
#include "entity/dict.h"

typedef struct checker {
    FILE *out;
    casus_dict_counts *counts;
} checker;

static void tell(void *const context, const char *const file, const uint32_t line,
                 const char *const message, const casus_str what)
{
    checker *const check = context;
    check->counts->problems++;
    fprintf(check->out, "%s:%u: %.*s: %s\n", file ? file : "", line, (int)what.size,
            what.at ? what.at : "", message);
}

/* The words that lead to each node, by the edges that were made on the way. */
static casus_str words_of(const lex_builder *const builder, uint32_t node)
{
    casus_str text = {"", 0};
    while (node) {
        const lex_edge *const edge = &builder->edge_list.at[node - 1];
        const lex_text token = builder->token_texts.at[edge->token];
        const char *const bytes = builder->pool.at + token.at;
        text = casus_arena_format(builder->arena, text.size ? "%.*s %.*s" : "%.*s%.*s",
                                  (int)token.size, bytes, (int)text.size, text.at);
        node = edge->node;
    }
    return text;
}

static bool overlap(const lex_entry *const a, const lex_entry *const b)
{
    return (!a->until || !b->since || b->since <= a->until) &&
           (!b->until || !a->since || a->since <= b->until);
}

static void check_dates(const lex_builder *const builder, checker *const check)
{
    for (uint32_t i = 0; i < builder->entries.count; i++) {
        const lex_entry *const at = &builder->entries.at[i].entry;
        if (at->since && at->until && at->until < at->since / 10000 * 10000)
            tell(check, "", 0, "ends before it begins",
                 words_of(builder, builder->entries.at[i].node));
    }
}

static bool is_name(const lex_entry *const entry)
{
    return entry->type <= LEX_OLD && entry->type != LEX_ADJECTIVE && entry->type != LEX_PEOPLE;
}

static casus_str id_of(const lex_builder *const builder, const uint32_t actor)
{
    const lex_text id = builder->actors.at[actor].id;
    return (casus_str){builder->pool.at + id.at, id.size};
}

static void check_node(const lex_builder *const builder, const casus_lexicon *const lexicon,
                       const uint32_t node, checker *const check)
{
    uint32_t count;
    const lex_entry *const entries = lex_entries(lexicon, node, &count);
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count; b++) {
            if (!is_name(&entries[a]) || !is_name(&entries[b])) continue;
            if (entries[a].index == entries[b].index || !overlap(&entries[a], &entries[b]))
                continue;
            const lex_actor *const left = &lexicon->actors[entries[a].index];
            const lex_actor *const right = &lexicon->actors[entries[b].index];
            const bool told_apart =
                (left->contexts || left->country.size) &&
                (right->contexts || right->country.size) &&
                (left->contexts || right->contexts || left->country.at != right->country.at);
            if (told_apart) continue;
            const casus_str one = id_of(builder, entries[a].index);
            const casus_str two = id_of(builder, entries[b].index);
            tell(check, "", 0, "names two actors that no context tells apart",
                 casus_arena_format(builder->arena, "%.*s (%.*s, %.*s)",
                                    (int)words_of(builder, node).size, words_of(builder, node).at,
                                    (int)one.size, one.at, (int)two.size, two.at));
            return;
        }
}

/* Parents of one kind that lead back to the actor. */
static void check_circles(const lex_builder *const builder, const casus_lexicon *const lexicon,
                          checker *const check)
{
    enum { DEEP = 64 };
    for (uint32_t i = 0; i < lexicon->actor_count; i++) {
        uint32_t at = i, depth = 0;
        while (depth++ < DEEP && lexicon->actors[at].links) {
            const lex_link *const link = &lexicon->links[lexicon->actors[at].first_link];
            if (link->type == LINK_SUCCESSOR || link->type == LINK_AFFILIATE) break;
            at = link->actor;
            if (at == i) {
                tell(check, "", 0, "is its own parent", id_of(builder, i));
                break;
            }
        }
    }
}

casus_code casus_dict_check(const char *const *folders, FILE *const out,
                            casus_dict_counts *const counts, casus_error *const error)
{
    *counts = (casus_dict_counts){0};
    checker check = {out, counts};
    casus_arena *const arena = casus_arena_create();
    if (!arena) return casus_fail(error, CASUS_ERROR_LIMIT, 0, 0, "out of memory");
    lex_builder *const builder = lex_builder_create(arena, tell, &check);
    casus_code code = CASUS_OK;
    for (; *folders && code == CASUS_OK; folders++)
        code = lex_builder_folder(builder, *folders, error);
    if (code == CASUS_OK) {
        casus_lexicon lexicon;
        lex_builder_finish(builder, &lexicon);
        check_dates(builder, &check);
        for (uint32_t node = 1; node < lexicon.node_count; node++)
            check_node(builder, &lexicon, node, &check);
        check_circles(builder, &lexicon, &check);
        counts->entries = lexicon.entry_count;
        counts->read = lexicon.entry_count;
    }
    casus_arena_destroy(arena);
    return code;
}
