#include "blocks_gold.h"

#include "record/record.h"

static json_t *string_of(const casus_str text)
{
    return json_stringn_nocheck(text.at ? text.at : "", text.size);
}

/* "A;B" as a list. */
static json_t *list_of(casus_str items, const char separator)
{
    json_t *const list = json_array();
    casus_str one;
    while (casus_str_cut(&items, separator, &one)) {
        one = casus_str_trim(one);
        if (one.size) json_array_append_new(list, string_of(one));
    }
    return list;
}

static bool add_statement(json_t *const statements, const casus_str field)
{
    casus_str by;
    const int stance = block_statement(field, &by);
    if (stance < 0) return false;
    json_array_append_new(statements, json_pack("{s:o, s:s}", "by", string_of(by), "stance",
                                                casus_stance_name((casus_stance)stance)));
    return true;
}

static bool add_count(json_t *const counts, const casus_str field)
{
    casus_str rest = field, word;
    casus_str_cut(&rest, ' ', &word);
    const int effect = casus_effect_from(word);
    uint64_t number = 0;
    if (effect < 0 || !casus_str_to_u64(casus_str_trim(rest), &number)) return false;
    json_array_append_new(counts,
                          json_pack("{s:s, s:I}", "effect", casus_effect_name((casus_effect)effect),
                                    "count", (json_int_t)number));
    return true;
}

static json_t *event_of(const corpus_block *const block, casus_str line)
{
    casus_str type = {0}, parties = {0}, from, to, field;
    block_field(&line, &type);
    block_field(&line, &parties);
    block_sides(parties, &from, &to);
    json_t *const counts = json_array(), *const statements = json_array();
    json_t *const event = json_pack("{s:o, s:o, s:o, s:o, s:o}", "type", list_of(type, '/'),
                                    "source", list_of(from, ';'), "target", list_of(to, ';'),
                                    "counts", counts, "statements", statements);
    /* The block is the evidence where it tells of nothing else. */
    if (block->checks.count == 1) json_object_set_new(event, "evidence", string_of(block->text));
    while (block_field(&line, &field)) {
        if (add_count(counts, field) || add_statement(statements, field)) continue;
        const bool date = casus_str_starts(field, STR("date "));
        if (date || casus_str_starts(field, STR("place ")))
            json_object_set_new(event, date ? "date" : "place",
                                string_of(casus_str_slice(field, date ? 5 : 6, SIZE_MAX)));
        else if (casus_factuality_from(field) >= 0)
            json_object_set_new(event, "factuality", string_of(field));
    }
    return event;
}

static json_t *relation_of(casus_str line)
{
    casus_str type = {0}, parties = {0}, from, to, field;
    block_field(&line, &type);
    block_field(&line, &parties);
    block_sides(parties, &from, &to);
    json_t *const statements = json_array();
    while (block_field(&line, &field)) add_statement(statements, field);
    return json_pack("{s:o, s:o, s:o, s:o}", "type", list_of(type, '/'), "from", string_of(from),
                     "to", string_of(to), "statements", statements);
}

static json_t *warning_of(const casus_str line)
{
    const size_t arrow = casus_str_find(line, STR("=>"));
    const casus_str outcome =
        arrow == SIZE_MAX ? line : casus_str_trim(casus_str_slice(line, arrow + 2, SIZE_MAX));
    return json_pack("{s:o, s:o}", "condition",
                     string_of(casus_str_trim(casus_str_slice(line, 0, arrow))), "outcome",
                     string_of(outcome));
}

/* The list of a kind, made when the first line asks for it. */
static json_t *list_in(json_t *const gold, const char *const key)
{
    json_t *list = json_object_get(gold, key);
    if (list) return list;
    list = json_array();
    json_object_set_new(gold, key, list);
    return list;
}

static bool has_statement(const json_t *const list)
{
    size_t i;
    json_t *one;
    json_array_foreach((json_t *)(uintptr_t)list, i,
                       one) if (json_array_size(json_object_get(one, "statements"))) return true;
    return false;
}

/* A block that asks for no statement on its events, or relations, tests something else, and says
 * nothing of who said it. */
static void forget_statements(json_t *const list)
{
    size_t i;
    json_t *one;
    if (has_statement(list)) return;
    json_array_foreach(list, i, one) json_object_del(one, "statements");
}

json_t *block_gold(const corpus_block *const block)
{
    json_t *const gold = json_object();
    for (uint32_t i = 0; i < block->checks.count; i++) {
        const casus_str check = block->checks.at[i];
        if (check.at[0] == '%') continue; /* no judge learns ACLED's types */
        const bool optional = check.size > 1 && check.at[1] == '?';
        const casus_str line = casus_str_trim(casus_str_slice(check, optional ? 2 : 1, SIZE_MAX));
        json_t *const list = list_in(gold, check.at[0] == '='   ? "events"
                                           : check.at[0] == '~' ? "relations"
                                                                : "warnings");
        if (casus_str_equal(line, STR("nothing"))) continue;
        json_array_append_new(list, check.at[0] == '='   ? event_of(block, line)
                                    : check.at[0] == '~' ? relation_of(line)
                                                         : warning_of(line));
        if (optional)
            json_object_set_new(json_array_get(list, json_array_size(list) - 1), "optional",
                                json_true());
    }
    forget_statements(json_object_get(gold, "events"));
    forget_statements(json_object_get(gold, "relations"));
    return gold;
}
