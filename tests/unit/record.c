#include "unit.h"

#include "record/describe.h"

#include <math.h>

static void json_escapes_what_it_has_to(void **state)
{
    (void)state;
    casus_output output = {0};
    casus_json json = {.output = &output};
    casus_json_open(&json, NULL, '{');
    casus_json_text(&json, "t", STR("a\"b\\c\n\t\x01\xc3\xa9"));
    casus_json_text_or_null(&json, "n", STR(""));
    casus_json_open(&json, "l", '[');
    casus_json_bool(&json, NULL, true);
    casus_json_integer(&json, NULL, UINT64_MAX);
    casus_json_close(&json, ']');
    casus_json_open(&json, "e", '[');
    casus_json_close(&json, ']');
    casus_json_close(&json, '}');
    assert_string_equal(output.bytes, "{\"t\":\"a\\\"b\\\\c\\n\\t\\u0001\xc3\xa9\",\"n\":null,"
                                      "\"l\":[true,18446744073709551615],\"e\":[]}");
    casus_output_destroy(&output);
}

static void numbers_are_short_and_the_same_everywhere(void **state)
{
    (void)state;
    casus_output output = {0};
    casus_json json = {.output = &output};
    const double numbers[] = {31.83, 70.9, -0.0, 100, 0.126, NAN, -0.001};
    casus_json_open(&json, NULL, '[');
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        casus_json_number(&json, NULL, numbers[i], 2);
    casus_json_close(&json, ']');
    assert_string_equal(output.bytes, "[31.83,70.9,0,100,0.13,null,0]");
    casus_output_destroy(&output);
}

/* A reader cuts the article's text at these numbers. */
static void spans_count_code_points(void **state)
{
    (void)state;
    char text[400];
    size_t size = 0;
    for (int i = 0; i < 100; i++) { /* one, two, three and four bytes */
        static const char *const letters[] = {"a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
        memcpy(text + size, letters[i % 4], strlen(letters[i % 4]));
        size += strlen(letters[i % 4]);
    }
    casus_points points = casus_points_create((casus_str){text, size});
    for (uint32_t byte = 0, point = 0; byte <= size; byte++) {
        assert_int_equal(casus_points_at(&points, byte), point);
        if (byte < size && (text[byte] & 0xc0) != 0x80) point++;
    }
    assert_int_equal(casus_points_at(&points, UINT32_MAX), 100);
    casus_points_destroy(&points);
}

static void names_and_enumerators_agree(void **state)
{
    (void)state;
    for (int i = 0; i < EVENT_TYPES; i++)
        assert_int_equal(
            casus_event_type_from(casus_str_from(casus_event_type_name((casus_event_type)i))), i);
    for (int i = 0; i < STANCE_COUNT; i++)
        assert_int_equal(casus_stance_from(casus_str_from(casus_stance_name(i))), i);
    for (int i = 0; i < EFFECT_COUNT; i++)
        assert_int_equal(casus_effect_from(casus_str_from(casus_effect_name(i))), i);
    for (int i = 0; i < FACT_COUNT; i++)
        assert_int_equal(casus_factuality_from(casus_str_from(casus_factuality_name(i))), i);
    for (int i = 0; i < RELATION_TYPES; i++)
        assert_int_equal(casus_relation_type_from(casus_str_from(casus_relation_type_name(i))), i);
    assert_int_equal(casus_event_type_from(STR("ASSAULTS")), -1);
    assert_string_equal(casus_event_type_name(EVENT_ASSAULT), "ASSAULT");
    assert_string_equal(casus_stance_name(STANCE_DENIES), "denies");
    assert_string_equal(casus_relation_type_name(RELATION_SPLIT_FROM), "SPLIT_FROM");
}

static void expect(casus_output *const output, const char *const text)
{
    assert_string_equal(output->bytes ? output->bytes : "", text);
    casus_output_destroy(output);
}

static void bounds_read_as_they_were_meant(void **state)
{
    (void)state;
    casus_output output = {0};
    describe_count(&(casus_count){.effect = EFFECT_KILLED, .min = 13, .max = 13}, &output);
    expect(&output, "killed 13");
    describe_count(&(casus_count){.effect = EFFECT_INJURED, .min = 30, .max = CASUS_UNBOUNDED},
                   &output);
    expect(&output, "injured 30+");
    describe_count(&(casus_count){.effect = EFFECT_MISSING, .min = 24, .max = 99}, &output);
    expect(&output, "missing 24-99");
    describe_date(&(casus_date){.start = STR("2021-01-01")}, &output);
    expect(&output, "since 2021-01-01");
    describe_date(&(casus_date){.start = STR("2021-01-01"), .end = STR("2021-01-31")}, &output);
    expect(&output, "2021-01-01..2021-01-31");
}

/* One event with everything in it, as docs/record.md has it. */
static void records_follow_the_contract(void **state)
{
    (void)state;
    casus_document *const document = casus_document_create();
    const casus_article_source source = {
        .text = "\xc3\x89lite troops raided a camp.", .id = "x", .published = "2024-05-06"};
    assert_int_equal(casus_document_set(document, &source, NULL), CASUS_OK);
    casus_arena *const arena = document->arena;
    casus_record *const record = &document->record;
    VEC_PUSH(&record->mentions, arena, (casus_mention){.span = {0, 13}});
    casus_actor *const actor = VEC_PUSH(
        &record->actors, arena,
        (casus_actor){.name = STR("troops"), .kind = KIND_PEOPLE, .affiliation = CASUS_NONE});
    VEC_PUSH(&actor->mentions, arena, 0);
    casus_event *const event = VEC_PUSH(&record->events, arena,
                                        (casus_event){.type = EVENT_ASSAULT,
                                                      .place = CASUS_NONE,
                                                      .caused_by = CASUS_NONE,
                                                      .part_of = CASUS_NONE,
                                                      .span = {0, 28},
                                                      .trigger = STR("raided"),
                                                      .rule = STR("raid"),
                                                      .confidence = 0.5f});
    VEC_PUSH(&event->source, arena, 0);
    casus_output output = {0};
    casus_write_record(document, 0, &output);
    expect(
        &output,
        "{\"casus\":1,\"document\":{\"id\":\"x\",\"source\":null,\"title\":null,\"publisher\":null,"
        "\"language\":null,\"published\":\"2024-05-06\"},\"actors\":[{\"ref\":\"a1\",\"id\":null,"
        "\"name\":\"troops\",\"kind\":\"people\",\"sector\":\"UNK\",\"country\":null,\"cameo\":"
        "null,"
        "\"affiliation\":null,\"mentions\":[{\"span\":[0,12],\"text\":\"\xc3\x89lite troops\"}]}],"
        "\"places\":[],\"times\":[],\"events\":[{\"ref\":\"e1\",\"type\":\"ASSAULT\",\"mode\":null,"
        "\"cameo\":null,\"acled\":null,\"contexts\":[],\"source\":[\"a1\"],\"target\":[],\"date\":"
        "null,"
        "\"place\":null,\"counts\":[],\"objects\":[],\"weapons\":[],\"factuality\":\"actual\","
        "\"statements\":[],\"caused_by\":null,\"part_of\":null,\"span\":[0,27],\"trigger\":"
        "\"raided\","
        "\"rule\":\"raid\",\"confidence\":0.5}],\"relations\":[],\"warnings\":[]}\n");
    casus_document_destroy(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_escapes_what_it_has_to),
        cmocka_unit_test(numbers_are_short_and_the_same_everywhere),
        cmocka_unit_test(spans_count_code_points),
        cmocka_unit_test(names_and_enumerators_agree),
        cmocka_unit_test(bounds_read_as_they_were_meant),
        cmocka_unit_test(records_follow_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
