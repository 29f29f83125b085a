/* Dates: what a reader of the record would lose if an expression were missed or set wrong. */
#include "time/calendar.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/stanza.h"
#include "pipeline.h"
#include "unit.h"

typedef struct fixture {
    casus_engine *engine;
    casus_document *document;
} fixture;

static int set_up(void **const state)
{
    fixture *const f = calloc(1, sizeof *f);
    casus_error error = {0};
    if (!f || casus_engine_open(NULL, &f->engine, &error)) return -1;
    f->document = casus_document_create();
    *state = f;
    return f->document ? 0 : -1;
}

static int tear_down(void **const state)
{
    fixture *const f = *state;
    casus_document_destroy(f->document);
    casus_engine_close(f->engine);
    free(f);
    return 0;
}

static void code_text(fixture *const f, const char *const text, const char *const published)
{
    casus_error error = {0};
    const casus_article_source article = {.text = text, .published = published, .id = "test"};
    assert_int_equal(casus_document_set(f->document, &article, &error), CASUS_OK);
    assert_int_equal(casus_engine_code(f->engine, f->document, &error), CASUS_OK);
}

/* The column as a C string, with "\n" as a line break. */
static char *unescape(const casus_str column)
{
    char *const text = calloc(column.size + 1, 1);
    size_t size = 0;
    assert_non_null(text);
    for (size_t i = 0; i < column.size; i++) {
        const bool escape = column.at[i] == '\\' && i + 1 < column.size && column.at[i + 1] == 'n';
        text[size++] = escape ? '\n' : column.at[i];
        i += escape;
    }
    return text;
}

/* Is the wanted expression there with its type and value?  "-" wants none at all. */
static bool row_holds(fixture *const f, const casus_str *const columns)
{
    char *const text = unescape(columns[1]), *const published = unescape(columns[0]);
    code_text(f, text, published);
    free(text);
    free(published);
    const casus_record *const record = &f->document->record;
    if (casus_str_equal(columns[2], STR("-"))) return record->times.count == 0;
    for (uint32_t i = 0; i < record->times.count; i++) {
        const casus_timex *const timex = &record->times.at[i];
        if (casus_str_equal(casus_document_text(f->document, timex->span), columns[2]) &&
            casus_str_equal(columns[3], casus_str_from(casus_timex_type_name(timex->type))) &&
            casus_str_equal(timex->value, columns[4])) {
            return true;
        }
    }
    return false;
}

static void print_failure(const fixture *const f, const casus_str *const columns,
                          const uint32_t line)
{
    print_error("expressions.tsv:%u: %.*s: wanted %.*s %.*s, found", line - 1, (int)columns[1].size,
                columns[1].at, (int)columns[2].size, columns[2].at, (int)columns[4].size,
                columns[4].at);
    for (uint32_t i = 0; i < f->document->record.times.count; i++) {
        const casus_timex *const timex = &f->document->record.times.at[i];
        const casus_str text = casus_document_text(f->document, timex->span);
        print_error(" [%.*s %s %.*s]", (int)text.size, text.at, casus_timex_type_name(timex->type),
                    (int)timex->value.size, timex->value.at);
    }
    print_error("\n");
}

static void test_expressions(void **const state)
{
    char path[4096], *bytes = NULL;
    size_t size = 0;
    uint32_t line = 1, count = 0, rows = 0, failures = 0;
    casus_str columns[5];
    snprintf(path, sizeof path, "%s/tests/time/expressions.tsv", getenv("CASUS_SOURCE"));
    assert_int_equal(casus_file_read(path, 1 << 20, &bytes, &size, NULL), CASUS_OK);
    casus_str rest = {bytes, size};
    while (casus_table_row(&rest, &line, columns, 5, &count)) {
        rows++;
        if (count == 5 && row_holds(*state, columns)) continue;
        print_failure(*state, columns, line);
        failures++;
    }
    free(bytes);
    assert_in_range(rows, 400, 10000);
    assert_int_equal(failures, 0);
}

/* The first word of the form in the document. */
static uint32_t find_word(const fixture *const f, const char *const form)
{
    for (uint32_t i = 0; i < f->document->words.count; i++) {
        if (casus_str_equal(f->document->words.at[i].form, casus_str_from(form))) return i;
    }
    fail_msg("no word %s", form);
    return 0;
}

/* An event keeps its own day: not the day of the words, nor that of another deed. */
static void test_events(void **const state)
{
    static const struct {
        const char *text, *trigger, *start, *end;
    } cases[] = {
        {"Gunmen killed six farmers near Gao on Monday.", "killed", "2025-09-22", "2025-09-22"},
        {"Six farmers were killed near Gao, the army said on Monday.", "killed", "", ""},
        {"The minister condemned Sunday's attack.", "attack", "2025-09-21", "2025-09-21"},
        {"Rebels have held the town since 2021.", "held", "2021", ""},
        {"He was jailed for the 2013 siege on Friday.", "siege", "2013", "2013"},
        {"Soldiers arrived on Tuesday and burned a market.", "burned", "2025-09-23", "2025-09-23"},
        {"A blast on Saturday killed nine. It also wrecked a bus.", "wrecked", "2025-09-20",
         "2025-09-20"},
        {"They buried him on Monday, a day after gunmen shot him.", "shot", "2025-09-21",
         "2025-09-21"},
        {"Clashes between 3 and 5 May left 40 dead.", "Clashes", "2025-05-03", "2025-05-05"},
    };
    fixture *const f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        code_text(f, cases[i].text, "2025-09-24");
        const casus_date date =
            casus_time_of_event(f->engine->time, f->document, find_word(f, cases[i].trigger), NULL);
        assert_str(date.start, cases[i].start);
        assert_str(date.end, cases[i].end);
    }
}

static void test_calendar(void **const state)
{
    (void)state;
    for (int32_t number = -800000; number < 100000; number += 37) { /* years -220 to 2243 */
        assert_int_equal(casus_day_number(casus_day_of(number)), number);
    }
    int32_t week_year = 0;
    const int32_t monday = casus_day_number((casus_day){2024, 12, 30});
    assert_int_equal(casus_weekday(monday), 1);
    assert_int_equal(casus_iso_week(monday, &week_year), 1);
    assert_int_equal(week_year, 2025);
    assert_int_equal(casus_hijri_number(1445, 9, 1), casus_day_number((casus_day){2024, 3, 11}));
    assert_int_equal(casus_solar_number(1403, 1, 1), casus_day_number((casus_day){2024, 3, 20}));
    assert_int_equal(casus_easter_number(2024), casus_day_number((casus_day){2024, 3, 31}));
    assert_int_equal(casus_orthodox_easter_number(2024), casus_day_number((casus_day){2024, 5, 5}));
}

/* Without a day of publication nothing is guessed. */
static void test_no_publication(void **const state)
{
    fixture *const f = *state;
    code_text(f, "Two men were shot yesterday.", NULL);
    assert_int_equal(f->document->record.times.count, 1);
    assert_int_equal(f->document->record.times.at[0].date.start.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar),
        cmocka_unit_test_setup_teardown(test_expressions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_events, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_publication, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
