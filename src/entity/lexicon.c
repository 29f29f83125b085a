#include "entity/lexicon.h"

#include <stdlib.h>

#include "entity/build.h"

enum { TOKEN_SEED = 0xac7 };

uint32_t lex_token_hash(const casus_str folded)
{
    return (uint32_t)casus_str_hash(folded, TOKEN_SEED);
}

uint32_t lex_edge_hash(const uint32_t node, const uint32_t token)
{
    uint64_t hash = ((uint64_t)node << 32 | token) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 29;
    return (uint32_t)(hash * UINT64_C(0xbf58476d1ce4e5b9) >> 32);
}

uint32_t lex_token(const casus_lexicon *const lexicon, const casus_str folded)
{
    if (!lexicon->slot_count) return CASUS_NONE;
    uint32_t slot = lex_token_hash(folded) & (lexicon->slot_count - 1);
    for (uint32_t tries = 0; tries < lexicon->slot_count && lexicon->slots[slot]; tries++) {
        const uint32_t token = lexicon->slots[slot] - 1;
        if (token < lexicon->token_count &&
            casus_str_equal(lex_str(lexicon, lexicon->tokens[token]), folded))
            return token;
        slot = (slot + 1) & (lexicon->slot_count - 1);
    }
    return CASUS_NONE;
}

uint32_t lex_step(const casus_lexicon *const lexicon, const uint32_t node, const uint32_t token)
{
    if (!lexicon->edge_count || token == CASUS_NONE) return 0;
    uint32_t slot = lex_edge_hash(node, token) & (lexicon->edge_count - 1);
    for (uint32_t tries = 0; tries < lexicon->edge_count; tries++) {
        const lex_edge *const edge = &lexicon->edges[slot];
        if (edge->child == 0) return 0;
        if (edge->node == node && edge->token == token)
            return edge->child < lexicon->node_count ? edge->child : 0;
        slot = (slot + 1) & (lexicon->edge_count - 1);
    }
    return 0;
}

const lex_entry *lex_entries(const casus_lexicon *const lexicon, const uint32_t node,
                             uint32_t *count)
{
    *count = 0;
    if (node == 0 || node >= lexicon->node_count) return NULL;
    const lex_node *const at = &lexicon->nodes[node];
    if (at->first > lexicon->entry_count || at->count > lexicon->entry_count - at->first)
        return NULL;
    *count = at->count;
    return lexicon->entries + at->first;
}

uint32_t lex_find(const casus_lexicon *const lexicon, casus_arena *const arena,
                  const casus_str text)
{
    casus_tokens tokens = {0};
    casus_tokens_of(arena, text, &tokens);
    uint32_t node = 0;
    for (uint32_t i = 0; i < tokens.count; i++) {
        node = lex_step(lexicon, node, lex_token(lexicon, tokens.at[i]));
        if (node == 0) return 0;
    }
    return node;
}

uint32_t lex_state(const casus_lexicon *const lexicon, const casus_str country)
{
    uint32_t low = 0, high = lexicon->country_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2, actor = lexicon->countries[middle];
        if (actor >= lexicon->actor_count) return CASUS_NONE;
        const int order =
            casus_str_compare(country, lex_str(lexicon, lexicon->actors[actor].country));
        if (order == 0) return actor;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return CASUS_NONE;
}

uint32_t lex_day(const casus_str text)
{
    uint32_t parts[3] = {0, 0, 0}, part = 0, digits = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.at[i];
        if (c == '-' && digits && part < 2) {
            part++;
            digits = 0;
        } else if (c >= '0' && c <= '9' && digits < 4) {
            parts[part] = parts[part] * 10 + (uint32_t)(c - '0');
            digits++;
        } else
            return 0;
    }
    if (parts[0] < 1 || parts[1] > 12 || parts[2] > 31) return 0;
    return parts[0] * 10000 + parts[1] * 100 + parts[2];
}

bool lex_valid(const uint32_t since, const uint32_t until, const uint32_t day)
{
    if (day == 0) return true;
    /* An end without month or day lasts to the end of its year or month. */
    uint32_t last = until;
    if (last && last % 100 == 0) last += 99;
    if (last && last / 100 % 100 == 0) last += 9900;
    return since <= day && (until == 0 || day <= last);
}

#define SECTION(name, field, type, counted)                                                        \
    lexicon->field = (const type *)casus_image_array(image, name, sizeof(type), &lexicon->counted)

static bool is_power(const uint32_t count)
{
    return (count & (count - 1)) == 0;
}

casus_code lex_map(const casus_image *const image, casus_lexicon *const lexicon,
                   casus_error *const error)
{
    size_t size;
    *lexicon = (casus_lexicon){0};
    lexicon->pool = casus_image_section(image, "actor.pool", &size);
    lexicon->pool_size = size <= UINT32_MAX ? (uint32_t)size : 0;
    SECTION("actor.actors", actors, lex_actor, actor_count);
    SECTION("actor.links", links, lex_link, link_count);
    SECTION("actor.contexts", contexts, lex_text, context_count);
    SECTION("actor.persons", persons, lex_person, person_count);
    SECTION("actor.roles", roles, lex_role, role_count);
    SECTION("actor.titles", titles, lex_title, title_count);
    SECTION("actor.shapes", shapes, lex_shape, shape_count);
    SECTION("actor.entries", entries, lex_entry, entry_count);
    SECTION("actor.nodes", nodes, lex_node, node_count);
    SECTION("actor.edges", edges, lex_edge, edge_count);
    SECTION("actor.tokens", tokens, lex_text, token_count);
    SECTION("actor.slots", slots, uint32_t, slot_count);
    SECTION("actor.cues", cues, uint64_t, cue_count);
    SECTION("actor.states", countries, uint32_t, country_count);
    if (!lexicon->pool || !lexicon->node_count || !is_power(lexicon->edge_count) ||
        !is_power(lexicon->slot_count) || lexicon->cue_count != lexicon->token_count)
        return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "no compiled actor lexicon");
    return CASUS_OK;
}

static casus_code build_user(casus_actors *const actors, const char *const folder,
                             casus_error *const error)
{
    actors->arena = casus_arena_create();
    if (!actors->arena) return casus_fail(error, CASUS_ERROR_LIMIT, 0, 0, "out of memory");
    lex_builder *const builder = lex_builder_create(actors->arena, NULL, NULL);
    const casus_code code = lex_builder_folder(builder, folder, error);
    if (code != CASUS_OK) return code;
    lex_builder_finish(builder, &actors->layers[LAYER_USER]);
    actors->has_user = true;
    return CASUS_OK;
}

casus_code casus_actors_open(const char *const image, const char *const user_folder,
                             casus_actors **const actors, casus_error *const error)
{
    *actors = NULL;
    casus_actors *const fresh = calloc(1, sizeof *fresh);
    if (!fresh) return casus_fail(error, CASUS_ERROR_LIMIT, 0, 0, "out of memory");
    casus_code code = casus_image_open(image, &fresh->image, error);
    if (code == CASUS_OK) code = lex_map(&fresh->image, &fresh->layers[LAYER_OURS], error);
    if (code == CASUS_OK && user_folder) code = build_user(fresh, user_folder, error);
    if (code == CASUS_OK)
        *actors = fresh;
    else
        casus_actors_close(fresh);
    return code;
}

void casus_actors_close(casus_actors *const actors)
{
    if (!actors) return;
    casus_image_close(&actors->image);
    casus_arena_destroy(actors->arena);
    free(actors);
}
