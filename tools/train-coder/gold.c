#include "gold.h"

#include "text/fold.h"

enum { WORDS = 32 };

/* Lower case, without articles, possessives and punctuation. */
static casus_str normal(casus_arena *const arena, const casus_str text)
{
    static const char *const articles[] = {"the", "a", "an", "its", "his", "her", "their", "some", "several",
                                           "suspected", "alleged"};
    const casus_str lower = casus_lower(arena, text);
    char *const out = casus_arena_take(arena, lower.size + 2, 1);
    size_t size = 0;
    for (size_t i = 0; i < lower.size; i++) {
        const unsigned char c = (unsigned char)lower.at[i];
        const bool typographic = c == 0xE2 && i + 2 < lower.size && (unsigned char)lower.at[i + 1] == 0x80;
        const bool apostrophe = c == '\'' || (typographic && (unsigned char)lower.at[i + 2] == 0x99);
        if (typographic) i += 2;
        if (apostrophe) { /* an apostrophe and the s behind it go */
            const bool s = i + 1 < lower.size && lower.at[i + 1] == 's' &&
                           (i + 2 == lower.size || !((lower.at[i + 2] >= 'a' && lower.at[i + 2] <= 'z')));
            if (s) i++;
            continue;
        }
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c >= 0x80 && !typographic);
        if (word)
            out[size++] = (char)c;
        else if (size && out[size - 1] != ' ')
            out[size++] = ' ';
    }
    casus_str found = casus_str_trim((casus_str){out, size});
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
            const casus_str article = casus_str_from(articles[i]);
            if (!casus_str_starts(found, article) || found.size <= article.size || found.at[article.size] != ' ')
                continue;
            found = casus_str_trim(casus_str_slice(found, article.size, SIZE_MAX));
            again = true;
        }
    }
    return found;
}

static uint32_t split(casus_str text, casus_str *const words)
{
    uint32_t count = 0;
    casus_str word;
    while (count < WORDS && casus_str_cut(&text, ' ', &word))
        if (word.size) words[count++] = word;
    return count;
}

static bool all_in(const casus_str *const few, const uint32_t few_count, const casus_str *const many,
                   const uint32_t many_count)
{
    for (uint32_t i = 0; i < few_count; i++) {
        bool found = false;
        for (uint32_t j = 0; j < many_count && !found; j++) found = casus_str_equal(few[i], many[j]);
        if (!found) return false;
    }
    return true;
}

/* One alternative of the gold against one name of ours, both normal. */
static bool same_name(const casus_str wanted, const bool proper, const casus_str name)
{
    if (casus_str_equal(wanted, name)) return wanted.size > 0;
    casus_str a[WORDS], b[WORDS];
    const uint32_t na = split(wanted, a), nb = split(name, b);
    const bool wanted_short = na <= nb;
    const casus_str *const few = wanted_short ? a : b, *const many = wanted_short ? b : a;
    const uint32_t few_count = wanted_short ? na : nb, many_count = wanted_short ? nb : na;
    if (!few_count || !all_in(few, few_count, many, many_count)) return false;
    return few_count > 1 || (!proper && casus_str_equal(few[0], many[many_count - 1]));
}

/* "A|B|C" against one name. */
static bool same_as_any(casus_arena *const arena, casus_str gold, const casus_str name)
{
    const casus_str ours = normal(arena, name);
    casus_str alternative;
    while (casus_str_cut(&gold, '|', &alternative)) {
        alternative = casus_str_trim(alternative);
        if (!alternative.size) continue;
        const bool proper = !(alternative.at[0] >= 'a' && alternative.at[0] <= 'z');
        if (same_name(normal(arena, alternative), proper, ours)) return true;
    }
    return false;
}

static bool is_actor(casus_arena *const arena, const casus_str gold, const casus_document *const document,
                     const uint32_t actor)
{
    const casus_actor *const found = &document->record.actors.at[actor];
    if (same_as_any(arena, gold, found->name)) return true;
    for (uint32_t i = 0; i < found->mentions.count; i++)
        if (same_as_any(arena, gold,
                        casus_document_text(document, document->record.mentions.at[found->mentions.at[i]].span)))
            return true;
    return false;
}

static bool is_place(casus_arena *const arena, const casus_str gold, const casus_document *const document,
                     const uint32_t place)
{
    const casus_place *const found = &document->record.places.at[place];
    if (same_as_any(arena, gold, found->name)) return true;
    for (uint32_t i = 0; i < found->mentions.count; i++)
        if (same_as_any(arena, gold,
                        casus_document_text(document, document->record.place_mentions.at[found->mentions.at[i]].span)))
            return true;
    return false;
}

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
    json_array_foreach((json_t *)(uintptr_t)type, i, one) if (strcmp(json_string_value(one), name) == 0) return true;
    return false;
}

static int slot_hits(casus_arena *const arena, const json_t *const wanted, const casus_refs *const given,
                     const casus_document *const document)
{
    bool used[64] = {false};
    int hits = 0;
    size_t i;
    json_t *one;
    json_array_foreach((json_t *)(uintptr_t)wanted, i, one)
    {
        for (uint32_t j = 0; j < given->count && j < 64; j++) {
            if (used[j] || !is_actor(arena, string_of(one), document, given->at[j])) continue;
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

static bool trigger_agrees(casus_arena *const arena, const json_t *const gold, const casus_str trigger)
{
    const casus_str ours = normal(arena, trigger);
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gold, "trigger"), i, one)
    {
        const casus_str wanted = normal(arena, string_of(one));
        if (wanted.size && (casus_str_find(ours, wanted) != SIZE_MAX || casus_str_find(wanted, ours) != SIZE_MAX))
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
            if ((int)count->effect != effect || (count->min != number && count->max != number)) continue;
            hits++;
            break;
        }
    }
    return hits;
}

int gold_event_agreement(const json_t *const gold, const casus_event *const event,
                         const casus_document *const document, const char *const text, casus_arena *const arena)
{
    if (!has_type(gold, casus_event_type_name(event->type))) return 0;
    int score = 3 * slot_hits(arena, json_object_get(gold, "source"), &event->source, document) +
                3 * slot_hits(arena, json_object_get(gold, "target"), &event->target, document);
    const casus_str place = string_of(json_object_get(gold, "place"));
    if (place.size && event->place != CASUS_NONE && is_place(arena, place, document, event->place)) score += 2;
    if (trigger_agrees(arena, gold, event->trigger)) score += 3;
    if (overlaps(json_object_get(gold, "evidence"), text, event->span)) score += 2;
    if (score == 0) return 0;
    casus_str date = string_of(json_object_get(gold, "date")), start;
    if (casus_str_cut(&date, '/', &start) && start.size && casus_str_starts(event->date.start, start)) score++;
    return score + count_hits(gold, event);
}

int gold_relation_agreement(const json_t *const gold, const casus_relation *const relation,
                            const casus_document *const document, casus_arena *const arena)
{
    if (!has_type(gold, casus_relation_type_name(relation->type))) return 0;
    const casus_str from = string_of(json_object_get(gold, "from")), to = string_of(json_object_get(gold, "to"));
    if (relation->type == RELATION_OPERATES_IN)
        return is_actor(arena, from, document, relation->from) && is_place(arena, to, document, relation->to) ? 2 : 0;
    const bool straight =
        is_actor(arena, from, document, relation->from) && is_actor(arena, to, document, relation->to);
    const bool either = relation->type == RELATION_ALLIED_WITH || relation->type == RELATION_OPPOSES;
    const bool reversed =
        either && is_actor(arena, from, document, relation->to) && is_actor(arena, to, document, relation->from);
    return straight || reversed ? 2 : 0;
}

int gold_warning_agreement(const json_t *const gold, const casus_warning *const warning,
                           const casus_document *const document, const char *const text)
{
    (void)document;
    return 2 * overlaps(json_object_get(gold, "outcome"), text, warning->outcome) +
           overlaps(json_object_get(gold, "condition"), text, warning->condition);
}

bool gold_is_optional(const json_t *const gold)
{
    return json_is_true(json_object_get(gold, "optional"));
}
