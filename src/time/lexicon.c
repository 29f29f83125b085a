#include "time/lexicon.h"

#include "base/stanza.h"

static const char *const class_names[TIME_CLASSES] = {
    "",          "month",    "weekday",    "unit",         "units",    "season",  "daypart",
    "deictic",   "clock",    "meridiem",   "zone",         "hourword", "ref",     "refadj",
    "part",      "half",     "which",      "whichcontext", "shift",    "set",     "every",
    "span",      "era",      "decadeword", "ordinal",      "yearprep", "notyear", "future",
    "utterance", "parthalf", "partnoun",   "during",       "per",      "openend", "openstart",
    "ahead",     "be"};

static bool to_int(casus_str text, int32_t *const value)
{
    const bool negative = casus_str_starts(text, STR("-"));
    if (negative) text = casus_str_slice(text, 1, SIZE_MAX);
    uint64_t number = 0;
    if (!casus_str_to_u64(text, &number) || number > 1000000) return false;
    *value = negative ? -(int32_t)number : (int32_t)number;
    return true;
}

static void add_word(casus_time_data *const data, const casus_str word, time_entry entry)
{
    entry.next = casus_map_get(&data->words, word);
    VEC_PUSH(&data->entries, data->arena, entry);
    casus_map_put(&data->words, data->arena, casus_arena_copy(data->arena, word),
                  data->entries.count - 1);
}

static casus_code add_words(void *const into, const casus_str *const columns, const uint32_t count,
                            const uint32_t line, casus_error *const error)
{
    (void)count; /* columns that are missing are empty, and no value */
    casus_time_data *const data = into;
    casus_str name = columns[0], words = columns[2], word;
    const bool ambiguous = casus_str_ends(name, STR("?"));
    if (ambiguous) name.size--;
    uint32_t klass = 1;
    while (klass < TIME_CLASSES && !casus_str_equal(name, casus_str_from(class_names[klass]))) {
        klass++;
    }
    int32_t value = 0;
    if (klass == TIME_CLASSES || !to_int(columns[1], &value) || value < 0) {
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "bad class or value");
    }
    while (casus_str_cut(&words, ' ', &word)) {
        if (!word.size) continue;
        add_word(data, word, (time_entry){(uint8_t)klass, ambiguous, (uint16_t)value, CASUS_NONE});
    }
    return CASUS_OK;
}

static const char *const rule_names[FEAST_RULES] = {"hijri",  "solar",    "gregorian",
                                                    "easter", "orthodox", "table"};

static bool parse_rule(const casus_time_data *const data, casus_str text, feast *const made)
{
    casus_str name, field;
    if (!casus_str_cut(&text, ' ', &name)) return false;
    uint32_t rule = 0;
    while (rule < FEAST_RULES && !casus_str_equal(name, casus_str_from(rule_names[rule]))) rule++;
    if (rule == FEAST_RULES || !casus_str_cut(&text, ' ', &field)) return false;
    made->rule = (feast_rule)rule;
    if (rule == FEAST_TABLE) {
        made->table = casus_arena_copy(data->arena, field);
        return true;
    }
    if (!to_int(field, &made->a)) return false;
    return rule >= FEAST_EASTER || (casus_str_cut(&text, ' ', &field) && to_int(field, &made->b));
}

/* A row of two columns is a table of dates, one of three a feast. */
static casus_code add_feast(void *const into, const casus_str *const columns, const uint32_t count,
                            const uint32_t line, casus_error *const error)
{
    casus_time_data *const data = into;
    casus_str list = columns[count == 2 ? 1 : 0], item;
    feast made = {.days = 1};
    if (count == 3 && (!parse_rule(data, columns[1], &made) || !to_int(columns[2], &made.days))) {
        return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "bad rule of a feast");
    }
    if (count == 3) VEC_PUSH(&data->feasts, data->arena, made);
    while (casus_str_cut(&list, count == 3 ? ';' : ' ', &item)) {
        item = casus_str_trim(item);
        casus_day day;
        casus_str rest = item, start;
        if (count == 3 && casus_str_cut(&rest, ' ', &start)) {
            start = casus_str_slice(start, 0, casus_str_find(start, STR("'")));
            casus_map_put(&data->feast_starts, data->arena, casus_arena_copy(data->arena, start),
                          0);
        }
        if (count == 3) {
            casus_map_put(&data->feast_names, data->arena, casus_arena_copy(data->arena, item),
                          data->feasts.count - 1);
        } else if (casus_day_parse(item, &day)) {
            VEC_PUSH(&data->feast_days, data->arena,
                     (feast_day){casus_arena_copy(data->arena, columns[0]), casus_day_number(day)});
        } else {
            return casus_fail(error, CASUS_ERROR_SYNTAX, line, UINT64_MAX, "bad day of a feast");
        }
    }
    return CASUS_OK;
}

casus_code casus_time_open(const char *const folder, const casus_text_data *const text,
                           casus_time_data **const data, casus_error *const error)
{
    *data = NULL;
    casus_arena *const arena = casus_arena_create();
    if (!arena) return casus_fail(error, CASUS_ERROR_DATA, 0, UINT64_MAX, "no memory");
    casus_time_data *const fresh = ARENA_NEW(arena, casus_time_data);
    fresh->arena = arena;
    fresh->text = text;
    casus_code code = casus_table_file(folder, "words.txt", add_words, fresh, error);
    if (!code) code = casus_table_file(folder, "feasts.txt", add_feast, fresh, error);
    if (code) {
        casus_time_close(fresh);
        return code;
    }
    *data = fresh;
    return CASUS_OK;
}

void casus_time_close(casus_time_data *const data)
{
    if (data) casus_arena_destroy(data->arena);
}

static int32_t hijri_in_year(const feast *const kept, const int32_t year, const int32_t nth)
{
    const int32_t first = casus_day_number((casus_day){year, 1, 1});
    int32_t hijri = casus_hijri_year_of(first);
    int32_t number = casus_hijri_number(hijri, kept->a, kept->b);
    if (number < first) number = casus_hijri_number(++hijri, kept->a, kept->b);
    if (nth) number = casus_hijri_number(++hijri, kept->a, kept->b);
    return casus_day_of(number).year == year ? number : INT32_MIN;
}

static int32_t table_in_year(const casus_time_data *const data, const feast *const kept,
                             const int32_t year)
{
    for (uint32_t i = 0; i < data->feast_days.count; i++) {
        const feast_day *const day = &data->feast_days.at[i];
        if (casus_str_equal(day->table, kept->table) && casus_day_of(day->number).year == year) {
            return day->number;
        }
    }
    return INT32_MIN;
}

int32_t casus_feast_in_year(const casus_time_data *const data, const feast *const kept,
                            const int32_t year, const int32_t nth)
{
    if (kept->rule == FEAST_HIJRI) return hijri_in_year(kept, year, nth);
    if (nth) return INT32_MIN;
    switch (kept->rule) {
    case FEAST_SOLAR:
        return casus_solar_number(year - 621, kept->a, kept->b);
    case FEAST_GREGORIAN:
        return casus_day_number((casus_day){year, kept->a, kept->b});
    case FEAST_EASTER:
        return casus_easter_number(year) + kept->a;
    case FEAST_ORTHODOX:
        return casus_orthodox_easter_number(year) + kept->a;
    default:
        return table_in_year(data, kept, year);
    }
}
