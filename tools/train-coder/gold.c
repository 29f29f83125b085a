#include "gold.h"

#include "names.h"

static casus_str string_of(const json_t *const value)
{
    return casus_str_from(json_string_value(value) ? json_string_value(value) : "");
}

static bool has_type(const json_t *const gold, const char *const name)
{
    const json_t *const type = json_object_get(gold, "type");
    if (json_is_string(type)) return strcmp(json_string_value(type), name) == 0;
    size_t i;
    json_t *one;
    json_array_foreach((json_t *)(uintptr_t)type, i,
                       one) if (strcmp(json_string_value(one), name) == 0) return true;
    return false;
}

static int slot_hits(casus_arena *const arena, const json_t *const wanted,
                     const casus_refs *const given, const casus_document *const document)
{
    bool used[64] = {false};
    int hits = 0;
    size_t i;
    json_t *one;
    json_array_foreach((json_t *)(uintptr_t)wanted, i, one)
    {
        for (uint32_t j = 0; j < given->count && j < 64; j++) {
            if (used[j] || !names_is_actor(arena, string_of(one), document, given->at[j])) continue;
            used[j] = true;
            hits++;
            break;
        }
    }
    return hits;
}

/* Whether the quotation stands in the text over the span. */
static bool overlaps(const json_t *const quotation, const char *const text, const casus_span span)
{
    const char *const wanted = json_string_value(quotation);
    if (!wanted || !*wanted) return false;
    const char *const at = strstr(text, wanted);
    if (!at) return false;
    const size_t begin = (size_t)(at - text), end = begin + strlen(wanted);
    return begin < span.end && span.begin < end;
}

static bool trigger_agrees(casus_arena *const arena, const json_t *const gold,
                           const casus_str trigger)
{
    const casus_str ours = names_normal(arena, trigger);
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gold, "trigger"), i, one)
    {
        const casus_str wanted = names_normal(arena, string_of(one));
        if (wanted.size &&
            (casus_str_find(ours, wanted) != SIZE_MAX || casus_str_find(wanted, ours) != SIZE_MAX))
            return true;
    }
    return false;
}

static int count_hits(const json_t *const gold, const casus_event *const event)
{
    int hits = 0;
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gold, "counts"), i, one)
    {
        const int effect = casus_effect_from(string_of(json_object_get(one, "effect")));
        const uint64_t number = (uint64_t)json_integer_value(json_object_get(one, "count"));
        for (uint32_t j = 0; j < event->counts.count; j++) {
            const casus_count *const count = &event->counts.at[j];
            if ((int)count->effect != effect || (count->min != number && count->max != number))
                continue;
            hits++;
            break;
        }
    }
    return hits;
}

int gold_event_agreement(const json_t *const gold, const casus_event *const event,
                         const casus_document *const document, const char *const text,
                         casus_arena *const arena)
{
    if (!has_type(gold, casus_event_type_name(event->type))) return 0;
    int score = 3 * slot_hits(arena, json_object_get(gold, "source"), &event->source, document) +
                3 * slot_hits(arena, json_object_get(gold, "target"), &event->target, document);
    const casus_str place = string_of(json_object_get(gold, "place"));
    if (place.size && event->place != CASUS_NONE &&
        names_is_place(arena, place, document, event->place))
        score += 2;
    if (trigger_agrees(arena, gold, event->trigger)) score += 3;
    if (overlaps(json_object_get(gold, "evidence"), text, event->span)) score += 2;
    if (score == 0) return 0;
    casus_str date = string_of(json_object_get(gold, "date")), start;
    if (casus_str_cut(&date, '/', &start) && start.size &&
        casus_str_starts(event->date.start, start))
        score++;
    return score + count_hits(gold, event);
}

/* Weights of what ties a mention to a gold event.  That its word stands in the quotation is nearly
 * proof; the word alone may tell any. */
enum {
    TOLD_THERE = 5,
    TOLD_NEAR = 3,
    TOLD_WORD = 1,
    TOLD_SOURCE = 2,
    TOLD_TARGET = 3,
    TOLD_PLACE = 2,
    TOLD_FIGURE = 4
};

int gold_mention_agreement(const json_t *const gold, const casus_event *const event,
                           const casus_document *const document, const char *const text,
                           casus_arena *const arena)
{
    if (!has_type(gold, casus_event_type_name(event->type))) return 0;
    const json_t *const evidence = json_object_get(gold, "evidence");
    const casus_word *const word = &document->words.at[event->trigger_word];
    int score = overlaps(evidence, text, word->span)                                    ? TOLD_THERE
                : overlaps(evidence, text, document->sentences.at[word->sentence].span) ? TOLD_NEAR
                                                                                        : 0;
    if (trigger_agrees(arena, gold, event->trigger)) score += TOLD_WORD;
    score +=
        TOLD_SOURCE * slot_hits(arena, json_object_get(gold, "source"), &event->source, document) +
        TOLD_TARGET * slot_hits(arena, json_object_get(gold, "target"), &event->target, document);
    const casus_str place = string_of(json_object_get(gold, "place"));
    if (place.size && event->place != CASUS_NONE &&
        names_is_place(arena, place, document, event->place))
        score += TOLD_PLACE;
    const int hits = count_hits(gold, event);
    score += TOLD_FIGURE * hits - ((int)event->counts.count - hits);
    casus_str date = string_of(json_object_get(gold, "date")), start;
    if (score > 0 && casus_str_cut(&date, '/', &start) && start.size &&
        casus_str_starts(event->date.start, start))
        score++;
    return score > 0 ? score : 0;
}

int gold_relation_agreement(const json_t *const gold, const casus_relation *const relation,
                            const casus_document *const document, casus_arena *const arena)
{
    if (!has_type(gold, casus_relation_type_name(relation->type))) return 0;
    const casus_str from = string_of(json_object_get(gold, "from")),
                    to = string_of(json_object_get(gold, "to"));
    if (relation->type == RELATION_OPERATES_IN)
        return names_is_actor(arena, from, document, relation->from) &&
                       names_is_place(arena, to, document, relation->to)
                   ? 2
                   : 0;
    const bool straight = names_is_actor(arena, from, document, relation->from) &&
                          names_is_actor(arena, to, document, relation->to);
    const bool either =
        relation->type == RELATION_ALLIED_WITH || relation->type == RELATION_OPPOSES;
    const bool reversed = either && names_is_actor(arena, from, document, relation->to) &&
                          names_is_actor(arena, to, document, relation->from);
    return straight || reversed ? 2 : 0;
}

int gold_warning_agreement(const json_t *const gold, const casus_warning *const warning,
                           const casus_document *const document, const char *const text)
{
    (void)document;
    return 2 * overlaps(json_object_get(gold, "outcome"), text, warning->outcome) +
           overlaps(json_object_get(gold, "condition"), text, warning->condition);
}

bool gold_has_speaker(const json_t *const gold, const casus_statement *const statement,
                      const casus_document *const document, casus_arena *const arena)
{
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gold, "statements"), i,
                       one) if (names_is_actor(arena, string_of(json_object_get(one, "by")),
                                               document, statement->by)) return true;
    return false;
}

int gold_statement(const json_t *const gold, const casus_statement *const statement,
                   const casus_document *const document, casus_arena *const arena)
{
    const char *const stance = casus_stance_name(statement->stance);
    size_t i, j;
    json_t *one, *name;
    json_array_foreach(json_object_get(gold, "statements"), i, one)
    {
        if (!names_is_actor(arena, string_of(json_object_get(one, "by")), document, statement->by))
            continue;
        const json_t *const wanted = json_object_get(one, "stance");
        if (json_is_string(wanted) && strcmp(json_string_value(wanted), stance) == 0) return (int)i;
        json_array_foreach((json_t *)(uintptr_t)wanted, j,
                           name) if (strcmp(json_string_value(name), stance) == 0) return (int)i;
    }
    return -1;
}

static const char *choice_key(const judge_kind kind)
{
    return kind == JUDGE_PLACE ? "place" : "date";
}

bool gold_has_choice(const json_t *const gold, const judge_kind kind)
{
    return string_of(json_object_get(gold, choice_key(kind))).size > 0;
}

bool gold_has_chosen(const json_t *const gold, const judge_kind kind, const void *const choice,
                     const casus_document *const document, casus_arena *const arena)
{
    casus_str wanted = string_of(json_object_get(gold, choice_key(kind))), start;
    if (kind == JUDGE_PLACE)
        return names_is_place(arena, wanted, document, ((const place_choice *)choice)->place);
    return casus_str_cut(&wanted, '/', &start) && start.size &&
           casus_str_starts(((const date_choice *)choice)->date.start, start);
}

bool gold_has_toll(const json_t *const gold, const toll_proposal *const given)
{
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gold, "counts"), i, one)
    {
        const uint64_t number = (uint64_t)json_integer_value(json_object_get(one, "count"));
        if (casus_effect_from(string_of(json_object_get(one, "effect"))) == (int)given->effect &&
            (given->min == number || given->max == number))
            return true;
    }
    return false;
}

bool gold_is_optional(const json_t *const gold)
{
    return json_is_true(json_object_get(gold, "optional"));
}

static const char *role_name(const filler_role as)
{
    static const char *const names[FILLER_ROLES] = {"PerpInd", "PerpOrg", "Victim", "Target",
                                                    "Weapon"};
    return names[as];
}

static bool lists(casus_arena *const arena, const json_t *const entity, const casus_str text)
{
    const casus_str ours = names_normal(arena, text);
    size_t i;
    json_t *name;
    json_array_foreach(
        (json_t *)(uintptr_t)entity, i,
        name) if (casus_str_equal(names_normal(arena, string_of(name)), ours)) return true;
    return false;
}

int gold_filler_label(const json_t *const roles, const filler *const one, casus_arena *const arena,
                      uint32_t *const found)
{
    size_t i;
    json_t *entity;
    json_array_foreach(json_object_get(roles, role_name(one->role)), i, entity)
    {
        *found = (uint32_t)i;
        if (lists(arena, entity, one->thing.text)) return 1;
    }
    return 0;
}
