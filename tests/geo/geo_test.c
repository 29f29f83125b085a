#include "unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "geo/compile.h"
#include "geo/names.h"
#include "ingest/ingest.h"
#include "syntax/syntax.h"
#include "text/text.h"

static casus_text_data *text_data;
static casus_gazetteer *gazetteer;
static casus_syntax_model *model;

static int open_all(void **state)
{
    (void)state;
    casus_error error = {0};
    if (casus_text_data_open(SOURCE_ROOT "/data/text", &text_data, &error) != CASUS_OK) return 1;
    if (casus_gazetteer_open(BUILD_ROOT "/gazetteer.image", NULL, &gazetteer, &error) != CASUS_OK)
        return 1;
    if (casus_syntax_open(SOURCE_ROOT "/models/english.model", &model, &error) != CASUS_OK)
        model = NULL;
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    casus_syntax_close(model);
    casus_gazetteer_close(gazetteer);
    casus_text_data_destroy(text_data);
    return 0;
}

static casus_document *tag(const casus_gazetteer *const places, const char *const text,
                           const size_t size, const bool parsed)
{
    casus_document *const document = calloc(1, sizeof *document);
    document->arena = casus_arena_create();
    document->article.text = casus_arena_copy(document->arena, (casus_str){text, size});
    casus_text_segment(text_data, document);
    if (parsed) casus_syntax_parse(model, document);
    casus_geo_tag(places, document);
    return document;
}

static void drop(casus_document *const document)
{
    casus_arena_destroy(document->arena);
    free(document);
}

/* The mention that covers these words of the text, or NULL. */
static const casus_place_mention *mention_of(const casus_document *const document,
                                             const casus_str words)
{
    const size_t at = casus_str_find(document->article.text, words);
    for (uint32_t i = 0; i < document->record.place_mentions.count; i++) {
        const casus_place_mention *const mention = &document->record.place_mentions.at[i];
        if (mention->span.begin <= at && at < mention->span.end) return mention;
    }
    return NULL;
}

/* "Machh=PAK/l" or "!Reading" */
static bool fulfilled(const casus_document *const document, const casus_str item)
{
    if (item.at[0] == '!') return !mention_of(document, casus_str_slice(item, 1, SIZE_MAX));
    casus_str rest = item, words, country;
    casus_str_cut(&rest, '=', &words);
    casus_str_cut(&rest, '/', &country);
    const casus_place_mention *const mention = mention_of(document, words);
    if (!mention) return false;
    const casus_place *const place = &document->record.places.at[mention->place];
    if (!casus_str_equal(country, STR("-")) && !casus_str_equal(place->country, country))
        return false;
    return (mention->use == USE_ASSOCIATIVE) == (rest.at[0] == 'a');
}

static void check_toponyms(const bool parsed, uint32_t *const wanted, uint32_t *const missed)
{
    casus_error error;
    char *bytes;
    size_t size;
    assert_int_equal(
        casus_file_read(SOURCE_ROOT "/tests/geo/toponyms.tsv", 1 << 20, &bytes, &size, &error),
        CASUS_OK);
    casus_str rest = {bytes, size}, columns[2];
    uint32_t line = 1, count;
    while (casus_table_row(&rest, &line, columns, 2, &count)) {
        casus_document *const document = tag(gazetteer, columns[0].at, columns[0].size, parsed);
        casus_str items = columns[1], item;
        while (casus_str_cut(&items, ';', &item)) {
            item = casus_str_trim(item);
            ++*wanted;
            if (fulfilled(document, item)) continue;
            ++*missed;
            fprintf(stderr, "%u%s: %.*s\n", line - 1, parsed ? " (parsed)" : "", (int)item.size,
                    item.at);
        }
        drop(document);
    }
    free(bytes);
}

/* A reader of the map would see the event in the wrong country, or a person as a town. */
static void toponyms_in_context_are_right(void **state)
{
    (void)state;
    uint32_t wanted = 0, missed = 0;
    check_toponyms(false, &wanted, &missed);
    assert_true(wanted >= 400);
    assert_int_equal(missed, 0);
    if (!model) return;
    wanted = missed = 0;
    check_toponyms(true, &wanted, &missed);
    fprintf(stderr, "with the model: %u of %u toponyms missed\n", missed, wanted);
    assert_true(missed * 50 <= wanted); /* the model may be trained anew */
}

static void relations_keep_their_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *place, *relation;
    } cases[] = {
        {"The camp lies 20 km south of Aleppo.", "Aleppo", "20 km south of"},
        {"A blast was heard near Kandahar.", "Kandahar", "near"},
        {"Shots rang on the outskirts of Tripoli.", "Tripoli", "on the outskirts of"},
        {"A blast was heard in Kandahar.", "Kandahar", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        casus_document *const document =
            tag(gazetteer, cases[i].text, strlen(cases[i].text), false);
        const casus_place_mention *const mention =
            mention_of(document, casus_str_from(cases[i].place));
        assert_non_null(mention);
        assert_true(casus_str_equal(mention->relation, casus_str_from(cases[i].relation)));
        drop(document);
    }
}

/* Two mentions of one place are one record; its parents are in it. */
static void one_place_is_one_record(void **state)
{
    (void)state;
    const char text[] = "Police in Quetta, Balochistan, held a man. He left Quetta on Monday.";
    casus_document *const document = tag(gazetteer, text, sizeof text - 1, false);
    assert_int_equal(document->record.places.count, 2);
    const casus_place *const quetta = &document->record.places.at[0];
    assert_int_equal(quetta->mentions.count, 2);
    assert_true(casus_str_equal(quetta->admin1, STR("Balochistan")));
    assert_true(casus_str_equal(quetta->id, STR("geonames:1167528")));
    assert_int_equal(quetta->precision, PLACE_CITY);
    assert_true(fabs(quetta->lat - 30.18) < 0.1 && fabs(quetta->lon - 67) < 0.1);
    drop(document);
}

static void unknown_villages_are_kept(void **state)
{
    (void)state;
    const char text[] = "Gunmen entered the village of Kharbaqa in Diyala province, Iraq.";
    casus_document *const document = tag(gazetteer, text, sizeof text - 1, false);
    const casus_place_mention *const mention = mention_of(document, STR("Kharbaqa"));
    assert_non_null(mention);
    const casus_place *const place = &document->record.places.at[mention->place];
    assert_int_equal(place->id.size, 0);
    assert_true(isnan(place->lat) && isnan(place->lon));
    assert_true(casus_str_equal(place->country, STR("IRQ")));
    drop(document);
}

static void wire_text_without_capitals_has_places(void **state)
{
    (void)state;
    const char text[] = "guerrillas attacked a garrison in san salvador on monday, the army of el "
                        "salvador said. troops were sent from san miguel.";
    casus_document *const document = tag(gazetteer, text, sizeof text - 1, false);
    assert_non_null(mention_of(document, STR("san salvador")));
    assert_non_null(mention_of(document, STR("el salvador")));
    drop(document);
}

/* The event is put where its own clause says, not where the story began. */
static void events_take_the_place_of_their_clause(void **state)
{
    (void)state;
    if (!model) skip();
    const char text[] = "Officials met in Baghdad. A bomb killed two men in Mosul on Friday, after "
                        "gunmen attacked a post in Tikrit.";
    casus_document *const document = tag(gazetteer, text, sizeof text - 1, true);
    const struct {
        casus_str trigger, place;
    } cases[] = {{STR("killed"), STR("Mosul")}, {STR("attacked"), STR("Tikrit")}};
    for (size_t c = 0; c < 2; c++)
        for (uint32_t i = 0; i < document->words.count; i++) {
            if (!casus_str_equal(document->words.at[i].form, cases[c].trigger)) continue;
            const uint32_t place = casus_geo_of_event(document, i);
            assert_int_not_equal(place, CASUS_NONE);
            const casus_place_mention *const mention = mention_of(document, cases[c].place);
            assert_non_null(mention);
            assert_int_equal(place, mention->place);
        }
    drop(document);
}

static void an_event_without_a_place_has_none(void **state)
{
    (void)state;
    const char text[] = "Turkish police said that two men attacked a guard.";
    casus_document *const document = tag(gazetteer, text, sizeof text - 1, false);
    for (uint32_t i = 0; i < document->words.count; i++)
        assert_int_equal(casus_geo_of_event(document, i), CASUS_NONE);
    assert_int_equal(casus_geo_of_event(document, UINT32_MAX), CASUS_NONE);
    drop(document);
}

static void write_file(const char *const path, const char *const text)
{
    FILE *const file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* An analyst's own list adds a village and moves a town; ours stays for the rest. */
static void the_users_places_win(void **state)
{
    (void)state;
    char folder[] = "/tmp/casus-geo-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/places-mine.tsv", folder);
    write_file(path, "Kharbaqa\tHarbaqa\tPPL\t34.1\t45.2\tIRQ\tDiyala\t\tmy survey\n");
    casus_error error = {0};
    casus_gazetteer *mine;
    assert_int_equal(casus_gazetteer_open(BUILD_ROOT "/gazetteer.image", folder, &mine, &error),
                     CASUS_OK);
    const char text[] = "Gunmen entered the village of Harbaqa near Baghdad.";
    casus_document *const document = tag(mine, text, sizeof text - 1, false);
    const casus_place_mention *const mention = mention_of(document, STR("Harbaqa"));
    assert_non_null(mention);
    const casus_place *const place = &document->record.places.at[mention->place];
    assert_true(casus_str_equal(place->name, STR("Kharbaqa")));
    assert_true(casus_str_equal(place->admin1, STR("Diyala")));
    assert_true(fabs(place->lat - 34.1) < 0.001);
    assert_non_null(mention_of(document, STR("Baghdad")));
    drop(document);
    casus_gazetteer_close(mine);
    write_file(path, "Kharbaqa\t\tPPL\t134.1\t45.2\tIRQ\n");
    assert_int_equal(casus_gazetteer_open(BUILD_ROOT "/gazetteer.image", folder, &mine, &error),
                     CASUS_ERROR_SYNTAX);
    assert_int_equal(error.line, 1);
    unlink(path);
    rmdir(folder);
}

static void a_damaged_image_is_refused(void **state)
{
    (void)state;
    char path[] = "/tmp/casus-image-XXXXXX";
    const int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    write_file(path, "CASUSIMG no gazetteer at all, but long enough for a header");
    casus_error error = {0};
    casus_gazetteer *none;
    assert_int_equal(casus_gazetteer_open(path, NULL, &none, &error), CASUS_ERROR_DATA);
    assert_null(none);
    casus_image_part part = {"places", "x", 1};
    assert_int_equal(casus_image_write(path, &part, 1, &error), CASUS_OK);
    assert_int_equal(casus_gazetteer_open(path, NULL, &none, &error), CASUS_ERROR_DATA);
    unlink(path);
}

static void distances_are_on_the_sphere(void **state)
{
    (void)state;
    assert_true(fabs(casus_geo_distance(0, 0, 0, 180) - 20015) < 1);
    assert_true(fabs(casus_geo_distance(34.5281, 69.1723, 31.558, 74.3507) - 586) < 10);
    assert_true(casus_geo_distance(10, 20, 10, 20) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(toponyms_in_context_are_right),
        cmocka_unit_test(relations_keep_their_words),
        cmocka_unit_test(one_place_is_one_record),
        cmocka_unit_test(unknown_villages_are_kept),
        cmocka_unit_test(wire_text_without_capitals_has_places),
        cmocka_unit_test(events_take_the_place_of_their_clause),
        cmocka_unit_test(an_event_without_a_place_has_none),
        cmocka_unit_test(the_users_places_win),
        cmocka_unit_test(a_damaged_image_is_refused),
        cmocka_unit_test(distances_are_on_the_sphere),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
