/* Freezing what was read into the arrays of a lexicon. */
#include <stdlib.h>

#include "entity/build_internal.h"

static int by_node(const void *const left, const void *const right)
{
    const pending_entry *const a = left, *const b = right;
    if (a->node != b->node) return a->node < b->node ? -1 : 1;
    if (a->entry.type != b->entry.type) return a->entry.type < b->entry.type ? -1 : 1;
    if (a->entry.index != b->entry.index) return a->entry.index < b->entry.index ? -1 : 1;
    if (a->entry.since != b->entry.since) return a->entry.since < b->entry.since ? -1 : 1;
    return (a->entry.until > b->entry.until) - (a->entry.until < b->entry.until);
}

static void freeze_entries(lex_builder *const builder, casus_lexicon *const lexicon)
{
    const uint32_t count = builder->entries.count;
    if (count) qsort(builder->entries.at, count, sizeof *builder->entries.at, by_node);
    lex_entry *const entries = ARENA_ARRAY(builder->arena, lex_entry, count + 1);
    lex_node *const nodes = ARENA_ARRAY(builder->arena, lex_node, builder->nodes);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        const pending_entry *const at = &builder->entries.at[i];
        if (i && memcmp(at, at - 1, sizeof *at) == 0) continue;
        if (nodes[at->node].count++ == 0) nodes[at->node].first = kept;
        entries[kept++] = at->entry;
    }
    lexicon->entries = entries;
    lexicon->entry_count = kept;
    lexicon->nodes = nodes;
    lexicon->node_count = builder->nodes;
}

static uint32_t room_for(const uint32_t count)
{
    uint32_t room = 16;
    while (room < count * 2) room *= 2;
    return room;
}

static void freeze_tables(lex_builder *const builder, casus_lexicon *const lexicon)
{
    const uint32_t edge_room = room_for(builder->edge_list.count);
    lex_edge *const edges = ARENA_ARRAY(builder->arena, lex_edge, edge_room);
    for (uint32_t i = 0; i < builder->edge_list.count; i++) {
        const lex_edge edge = builder->edge_list.at[i];
        uint32_t slot = lex_edge_hash(edge.node, edge.token) & (edge_room - 1);
        while (edges[slot].child) slot = (slot + 1) & (edge_room - 1);
        edges[slot] = edge;
    }
    const uint32_t slot_room = room_for(builder->token_texts.count);
    uint32_t *const slots = ARENA_ARRAY(builder->arena, uint32_t, slot_room);
    for (uint32_t i = 0; i < builder->token_texts.count; i++) {
        const casus_str text = {builder->pool.at + builder->token_texts.at[i].at,
                                builder->token_texts.at[i].size};
        uint32_t slot = lex_token_hash(text) & (slot_room - 1);
        while (slots[slot]) slot = (slot + 1) & (slot_room - 1);
        slots[slot] = i + 1;
    }
    lexicon->edges = edges;
    lexicon->edge_count = edge_room;
    lexicon->slots = slots;
    lexicon->slot_count = slot_room;
}

static int by_actor(const void *const left, const void *const right)
{
    const pending_link *const a = left, *const b = right;
    if (a->index != b->index) return a->index < b->index ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

static void resolve_links(lex_builder *const builder)
{
    if (builder->parents.count)
        qsort(builder->parents.at, builder->parents.count, sizeof *builder->parents.at, by_actor);
    for (uint32_t i = 0; i < builder->parents.count; i++) {
        const pending_link *const link = &builder->parents.at[i];
        const uint32_t target = casus_map_get(&builder->ids, link->target);
        builder->file = link->file;
        if (target == CASUS_NONE) {
            lex_complain_of(builder, link->line, "is no actor of this lexicon", link->target);
            continue;
        }
        lex_actor *const actor = &builder->actors.at[link->index];
        if (actor->links++ == 0) actor->first_link = builder->links.count;
        VEC_PUSH(&builder->links, builder->arena,
                 (lex_link){link->type, target, link->since, link->until});
    }
    for (uint32_t i = 0; i < builder->bodies.count; i++) {
        const pending_link *const link = &builder->bodies.at[i];
        const uint32_t body = casus_map_get(&builder->ids, link->target);
        builder->file = link->file;
        if (body == CASUS_NONE)
            lex_complain_of(builder, link->line, "is no actor of this lexicon", link->target);
        else
            builder->persons.at[link->index].body = body;
    }
}

static casus_str country_of(const lex_builder *const builder, const uint32_t actor)
{
    const lex_text text = builder->actors.at[actor].country;
    return (casus_str){builder->pool.at + text.at, text.size};
}

static void freeze_states(lex_builder *const builder, casus_lexicon *const lexicon)
{
    uint32_t *const states = ARENA_ARRAY(builder->arena, uint32_t, builder->actors.count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < builder->actors.count; i++) {
        if (!(builder->actors.at[i].flags & ACTOR_STATE)) continue;
        uint32_t at = count++;
        while (at &&
               casus_str_compare(country_of(builder, states[at - 1]), country_of(builder, i)) > 0) {
            states[at] = states[at - 1];
            at--;
        }
        states[at] = i;
    }
    lexicon->countries = states;
    lexicon->country_count = count;
}

void lex_builder_finish(lex_builder *const builder, casus_lexicon *const lexicon)
{
    *lexicon = (casus_lexicon){0};
    resolve_links(builder);
    freeze_entries(builder, lexicon);
    freeze_tables(builder, lexicon);
    freeze_states(builder, lexicon);
    lexicon->pool = builder->pool.at;
    lexicon->pool_size = builder->pool.count;
    lexicon->actors = builder->actors.at;
    lexicon->actor_count = builder->actors.count;
    lexicon->links = builder->links.at;
    lexicon->link_count = builder->links.count;
    lexicon->contexts = builder->contexts.at;
    lexicon->context_count = builder->contexts.count;
    lexicon->persons = builder->persons.at;
    lexicon->person_count = builder->persons.count;
    lexicon->roles = builder->roles.at;
    lexicon->role_count = builder->roles.count;
    lexicon->titles = builder->titles.at;
    lexicon->title_count = builder->titles.count;
    lexicon->shapes = builder->shapes.at;
    lexicon->shape_count = builder->shapes.count;
    lexicon->tokens = builder->token_texts.at;
    lexicon->token_count = builder->token_texts.count;
    lexicon->cues = builder->cues.at;
    lexicon->cue_count = builder->cues.count;
}

#define PART(name, field, counted)                                                                 \
    {                                                                                              \
        name, lexicon->field, (size_t)lexicon->counted * sizeof *lexicon->field                    \
    }

casus_code lex_write(const casus_lexicon *const lexicon, const char *const path,
                     casus_error *const error)
{
    const casus_image_part parts[] = {
        PART("actor.pool", pool, pool_size),
        PART("actor.actors", actors, actor_count),
        PART("actor.links", links, link_count),
        PART("actor.contexts", contexts, context_count),
        PART("actor.persons", persons, person_count),
        PART("actor.roles", roles, role_count),
        PART("actor.titles", titles, title_count),
        PART("actor.shapes", shapes, shape_count),
        PART("actor.entries", entries, entry_count),
        PART("actor.nodes", nodes, node_count),
        PART("actor.edges", edges, edge_count),
        PART("actor.tokens", tokens, token_count),
        PART("actor.slots", slots, slot_count),
        PART("actor.cues", cues, cue_count),
        PART("actor.states", countries, country_count),
    };
    return casus_image_write(path, parts, sizeof parts / sizeof *parts, error);
}
