/* Actors and classes of words from stanza files. */
#include "entity/build_internal.h"
#include "entity/cues.h"

static const struct {
    const char *key;
    lex_type type;
} name_keys[] = {
    {"name", LEX_NAME},           {"alias", LEX_ALIAS},   {"abbr", LEX_ABBR},
    {"adjective", LEX_ADJECTIVE}, {"people", LEX_PEOPLE}, {"metonym", LEX_METONYM},
    {"label", LEX_LABEL},         {"old", LEX_OLD},
};

static const struct {
    const char *words;
    lex_relation type;
} relation_words[] = {
    {"part of", LINK_PART},           {"wing of", LINK_WING},
    {"media arm of", LINK_MEDIA},     {"faction of", LINK_FACTION},
    {"successor of", LINK_SUCCESSOR}, {"affiliate of", LINK_AFFILIATE},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool key_is(const casus_stanza_line *const line, const char *const key)
{
    return casus_str_equal(line->key, casus_str_from(key));
}

static void dates_of(const lex_builder *const builder, const casus_str qualifier,
                     const uint32_t line, uint32_t *const since, uint32_t *const until)
{
    *since = *until = 0;
    if (qualifier.size && !lex_range(qualifier, since, until))
        lex_complain_of(builder, line, "is no range of dates", qualifier);
}

static bool read_names(lex_builder *const builder, const casus_stanza_line *const line,
                       const uint32_t actor)
{
    for (size_t i = 0; i < COUNT(name_keys); i++) {
        if (!key_is(line, name_keys[i].key)) continue;
        casus_str rest = line->value, item, qualifier;
        while (casus_stanza_item(&rest, &item, &qualifier)) {
            lex_entry entry = {.index = actor, .type = (uint8_t)name_keys[i].type};
            dates_of(builder, qualifier, line->line, &entry.since, &entry.until);
            if (!lex_add(builder, item, entry))
                lex_complain_of(builder, line->line, "holds no word", item);
        }
        return true;
    }
    return false;
}

static void read_parents(lex_builder *const builder, const casus_stanza_line *const line,
                         const uint32_t actor)
{
    casus_str rest = line->value, item, qualifier;
    while (casus_stanza_item(&rest, &item, &qualifier)) {
        pending_link link = {
            .index = actor, .type = LINK_TYPES, .line = line->line, .file = builder->file};
        dates_of(builder, qualifier, line->line, &link.since, &link.until);
        for (size_t i = 0; i < COUNT(relation_words) && link.type == LINK_TYPES; i++) {
            const casus_str words = casus_str_from(relation_words[i].words);
            if (!casus_str_starts(item, words)) continue;
            link.type = relation_words[i].type;
            link.target = casus_str_trim(casus_str_slice(item, words.size, SIZE_MAX));
        }
        if (link.type == LINK_TYPES)
            lex_complain_of(builder, line->line, "is no kind of parent", item);
        else
            VEC_PUSH(&builder->parents, builder->arena, link);
    }
}

static void read_persons(lex_builder *const builder, const casus_stanza *const stanza,
                         const casus_stanza_line *const line)
{
    casus_str rest = line->value, item, qualifier;
    while (casus_stanza_item(&rest, &item, &qualifier)) {
        uint32_t since, until;
        dates_of(builder, qualifier, line->line, &since, &until);
        lex_add_person(builder, item, casus_stanza_get(stanza, "country"), line->key,
                       casus_stanza_get(stanza, "sector"), stanza->id, since, until,
                       (casus_str){NULL, 0}, line->line);
    }
}

static bool is_lower_of(const casus_str id, const casus_str country)
{
    return country.size && casus_str_equal_nocase(id, country);
}

static uint8_t flags_of(const casus_stanza *const stanza)
{
    const bool government = casus_str_equal(casus_stanza_get(stanza, "sector"), STR("GOV"));
    const bool adjective = casus_stanza_get(stanza, "adjective").size > 0;
    if (is_lower_of(stanza->id, casus_stanza_get(stanza, "country")))
        return ACTOR_STATE | ACTOR_TERRITORY;
    if (government && adjective) return ACTOR_TERRITORY;
    const casus_str kind = casus_stanza_get(stanza, "kind");
    return casus_str_equal(kind, STR("people")) ? ACTOR_COMMUNITY : 0;
}

static void read_contexts(lex_builder *const builder, const casus_stanza *const stanza,
                          lex_actor *const actor)
{
    casus_str rest = casus_stanza_get(stanza, "context"), item, qualifier;
    actor->first_context = builder->contexts.count;
    while (casus_stanza_item(&rest, &item, &qualifier)) {
        VEC_PUSH(&builder->contexts, builder->arena, lex_intern(builder, item));
        actor->contexts++;
    }
}

/* An actor that an earlier file has already is replaced: its names lead to the new one. */
static uint32_t number_of(lex_builder *const builder, const casus_stanza *const stanza)
{
    const uint32_t known = casus_map_get(&builder->ids, stanza->id);
    if (known != CASUS_NONE) {
        lex_complain_of(builder, stanza->line, "is defined twice", stanza->id);
        return known;
    }
    VEC_PUSH(&builder->actors, builder->arena, (lex_actor){0});
    casus_map_put(&builder->ids, builder->arena, stanza->id, builder->actors.count - 1);
    return builder->actors.count - 1;
}

/* Dated codes stand in order of time: the last is today's. */
static casus_str last_item(casus_str value)
{
    casus_str item = {NULL, 0}, last = item, qualifier;
    while (casus_stanza_item(&value, &item, &qualifier)) last = item;
    return last;
}

static void read_actor(lex_builder *const builder, const casus_stanza *const stanza)
{
    const uint32_t number = number_of(builder, stanza);
    lex_actor actor = {0};
    const int kind = lex_kind(casus_stanza_get(stanza, "kind"));
    casus_str name = casus_stanza_get(stanza, "name"), first, qualifier;
    if (!casus_stanza_item(&name, &first, &qualifier)) first = stanza->id;
    actor.id = lex_intern(builder, stanza->id);
    actor.name = lex_intern(builder, first);
    casus_str adjectives = casus_stanza_get(stanza, "adjective"), adjective;
    if (casus_stanza_item(&adjectives, &adjective, &qualifier))
        actor.adjective = lex_intern(builder, adjective);
    actor.sector = lex_intern(builder, casus_stanza_get(stanza, "sector"));
    actor.country = lex_intern(builder, casus_stanza_get(stanza, "country"));
    actor.cameo = lex_intern(builder, last_item(casus_stanza_get(stanza, "cameo")));
    actor.wikidata = lex_intern(builder, casus_stanza_get(stanza, "wikidata"));
    actor.kind = (uint8_t)(kind < 0 ? KIND_ORGANIZATION : kind);
    actor.flags = flags_of(stanza);
    read_contexts(builder, stanza, &actor);
    for (uint32_t i = 0; i < stanza->lines.count; i++) {
        const casus_stanza_line *const line = &stanza->lines.at[i];
        if (read_names(builder, line, number)) continue;
        if (key_is(line, "parent"))
            read_parents(builder, line, number);
        else if (key_is(line, "leader") || key_is(line, "spokesman"))
            read_persons(builder, stanza, line);
    }
    builder->actors.at[number] = actor;
}

void lex_read_stanzas(lex_builder *const builder, casus_str text)
{
    uint32_t line = 1;
    bool found = true;
    while (found) {
        casus_stanza stanza;
        casus_error error;
        if (casus_stanza_next(&text, &line, builder->arena, &stanza, &found, &error) != CASUS_OK) {
            lex_complain_of(builder, (uint32_t)error.line, error.detail, stanza.id);
            found = true;
            if (!stanza.id.size) continue;
        } else if (!found)
            break;
        read_actor(builder, &stanza);
    }
}

void lex_read_cues(lex_builder *const builder, casus_str text)
{
    uint32_t line = 1;
    for (;;) {
        bool found;
        casus_stanza stanza;
        casus_error error;
        if (casus_stanza_next(&text, &line, builder->arena, &stanza, &found, &error) != CASUS_OK) {
            lex_complain_of(builder, (uint32_t)error.line, error.detail, stanza.id);
            continue;
        }
        if (!found) return;
        const int cue = casus_cue_from(stanza.id);
        if (cue < 0) {
            lex_complain_of(builder, stanza.line, "is no class of words", stanza.id);
            continue;
        }
        for (uint32_t i = 0; i < stanza.lines.count; i++) {
            casus_str rest = stanza.lines.at[i].value, item, qualifier;
            while (casus_stanza_item(&rest, &item, &qualifier)) {
                casus_tokens tokens = {0};
                casus_tokens_of(builder->arena, item, &tokens);
                if (tokens.count != 1)
                    lex_complain_of(builder, stanza.lines.at[i].line, "is not one word", item);
                else {
                    /* the number first: it may move the array */
                    const uint32_t token = lex_token_number(builder, tokens.at[0]);
                    builder->cues.at[token] |= CUE_BIT(cue);
                }
            }
        }
    }
}
