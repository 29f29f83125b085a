#include "unit.h"

#include "ingest/ingest.h"
#include "ingest/normal.h"
#include "ingest/page.h"
#include "ingest/sha256.h"

#include <stdlib.h>

/* The examples of FIPS 180-4 and its predecessor. */
static void sha256_follows_the_standard(void **state)
{
    (void)state;
    char hex[65];
    casus_sha256_hex(STR("abc"), hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    casus_sha256_hex(STR(""), hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    casus_sha256_hex(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hex);
    assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *const million = malloc(1000000);
    assert_non_null(million);
    memset(million, 'a', 1000000);
    casus_sha256_hex((casus_str){million, 1000000}, hex);
    free(million);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void days_are_read_in_all_common_forms(void **state)
{
    casus_arena *const arena = *state;
    assert_str(casus_iso_day(arena, STR("2024-05-06")), "2024-05-06");
    assert_str(casus_iso_day(arena, STR(" 2024-05-06T23:59:59+02:00 ")), "2024-05-06");
    assert_str(casus_iso_day(arena, STR("20240229")), "2024-02-29");
    assert_str(casus_iso_day(arena, STR("Mon, 06 May 2024 10:00:00 GMT")), "2024-05-06");
    assert_str(casus_iso_day(arena, STR("May 6, 2024")), "2024-05-06");
    assert_str(casus_iso_day(arena, STR("6 May 2024")), "2024-05-06");
}

/* A wrong day would move every "on Monday" of the article. */
static void days_that_do_not_exist_are_no_days(void **state)
{
    casus_arena *const arena = *state;
    static const char *const wrong[] = {"2023-02-29", "2024-13-01", "2024-00-10", "2024-05",
                                        "yesterday",  "1715000000", "2024-04-31", ""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_str(casus_iso_day(arena, casus_str_from(wrong[i])), "");
}

static void bad_utf8_is_found_where_it_is(void **state)
{
    (void)state;
    assert_int_equal(casus_utf8_check(STR("Caf\xc3\xa9")), 5);
    assert_int_equal(casus_utf8_check(STR("Caf\xe9 x")), 3);
    assert_int_equal(casus_utf8_check(STR("ab\xc3")), 2);
    assert_int_equal(casus_utf8_check(STR("\xc0\xaf")), 0);         /* overlong */
    assert_int_equal(casus_utf8_check(STR("a\xed\xa0\x80")), 1);    /* surrogate */
    assert_int_equal(casus_utf8_check(STR("\xf4\x90\x80\x80")), 0); /* beyond U+10FFFF */
}

static void text_is_composed_and_its_lines_unified(void **state)
{
    casus_str normal;
    assert_int_equal(casus_normalise(*state, STR("e\xcc\x81\r\nx\ry\tz\x02"), &normal, NULL),
                     CASUS_OK);
    assert_str(normal, "\xc3\xa9\nx\ny\tz ");
    assert_str(casus_normalise_line(*state, STR("  a \n\t b\xc2\xa0 ")), "a b");
}

static void formats_are_told_by_content(void **state)
{
    (void)state;
    static const struct {
        const char *head;
        casus_format format;
    } cases[] = {
        {"Gunmen attacked", CASUS_FORMAT_TEXT},
        {"[Updated] Gunmen attacked", CASUS_FORMAT_TEXT},
        {"{not json}", CASUS_FORMAT_TEXT},
        {"< 5 people were hurt", CASUS_FORMAT_TEXT},
        {"{\"id\": 1}\n{\"id\": 2}", CASUS_FORMAT_LINES},
        {"{\"id\": 1, \"text\": \"cut\n{\"id\": 2}", CASUS_FORMAT_LINES},
        {"{\n \"id\": 1\n}", CASUS_FORMAT_JSON},
        {" [ {\"id\": 1} ]", CASUS_FORMAT_JSON},
        {"\xef\xbb\xbf<!DOCTYPE html><p>", CASUS_FORMAT_HTML},
        {"<?xml version=\"1.0\"?><html>", CASUS_FORMAT_HTML},
        {"<!-- page --><BODY>", CASUS_FORMAT_HTML},
        {"", CASUS_FORMAT_TEXT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(casus_sniff(casus_str_from(cases[i].head)), cases[i].format);
}

static void json_objects_end_at_their_bracket(void **state)
{
    (void)state;
    casus_json_scan scan = {0};
    assert_int_equal(casus_json_extent(STR("{\"a\": \"}\\\"{\", \"b\": [1, {}]} rest"), &scan), 27);
    scan = (casus_json_scan){0};
    assert_int_equal(casus_json_extent(STR("{\"a\": \"}"), &scan), 0); /* goes on */
    assert_int_equal(casus_json_extent(STR("{\"a\": \"}\"}"), &scan), 10);
}

static void nesting_counts_what_stays_open(void **state)
{
    (void)state;
    assert_int_equal(page_nesting(STR("<p>a<p>b<p>c"), 100), 1);
    assert_int_equal(page_nesting(STR("<ul><li>a<li>b<ul><li>c</ul></ul>"), 100), 4);
    assert_int_equal(page_nesting(STR("<div><br><img><div></div></div><div></div>"), 100), 2);
    assert_int_equal(page_nesting(STR("<script>'<div><div>'</script><!-- <div> --><b>"), 100), 1);
    assert_int_equal(page_nesting(STR("<div><div><div><div>"), 3), 3);
}

static casus_article read_page(casus_arena *const arena, const char *const html)
{
    casus_article article = {.id = {NULL, 0}};
    assert_int_equal(casus_article_from_html(arena, casus_str_from(html), &article, NULL),
                     CASUS_OK);
    return article;
}

/* The metadata is what dates of events are counted from. */
static void pages_tell_title_date_and_publisher(void **state)
{
    casus_article article = read_page(
        *state,
        "<html lang=fr><head><title>Two killed near the border | The Daily</title>"
        "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebPage\"}, {\"@type\":"
        "\"NewsArticle\", \"datePublished\": \"2023-04-05T01:02:03Z\", \"publisher\": [{\"name\":"
        "\"Daily\"}]}]}</script><link rel=canonical href='http://example.org/1'></head>"
        "<body><p>Two men were killed near the border on Monday, officials "
        "said.</p></body></html>");
    assert_str(article.title, "Two killed near the border");
    assert_str(article.published, "2023-04-05");
    assert_str(article.publisher, "Daily");
    assert_str(article.language, "fr");
    assert_str(article.url, "http://example.org/1");
    article = read_page(*state,
                        "<title>T</title><time datetime=2020-01-01>x</time>"
                        "<time itemprop=datePublished datetime=2021-02-03>y</time><p>Text of it.");
    assert_str(article.published, "2021-02-03");
}

static void pages_lose_what_surrounds_the_article(void **state)
{
    const casus_article article = read_page(
        *state,
        "<body><nav><a href=/>Home</a> <a href=/w>World</a></nav><div class=sidebar>Most read</div>"
        "<div class=story><p>Shelling hit a market in the north of the town on Friday, residents "
        "said."
        "<p>At least four people, two of them children, were hurt, according to a clinic."
        "<div class=share-bar><a href=#>Share</a></div>"
        "<p>The army said it was looking into the report, which it called "
        "&quot;doubtful&quot;.</div>"
        "<footer>All rights reserved, the paper</footer>");
    assert_str(article.text,
               "Shelling hit a market in the north of the town on Friday, residents said.\n"
               "At least four people, two of them children, were hurt, according to a clinic.\n"
               "The army said it was looking into the report, which it called \"doubtful\".");
}

static void articles_from_memory_are_checked(void **state)
{
    (void)state;
    casus_document *const document = casus_document_create();
    casus_error error;
    casus_article_source source = {.text = "A text.", .published = "2024-05-06"};
    assert_int_equal(casus_document_set(document, &source, &error), CASUS_OK);
    size_t size;
    assert_int_equal(strncmp(casus_document_id(document, &size), "sha256:", 7), 0);
    assert_int_equal(size, 7 + 64);
    source.published = "soon";
    assert_int_equal(casus_document_set(document, &source, &error), CASUS_ERROR_SYNTAX);
    source.text = "\xff";
    assert_int_equal(casus_document_set(document, &source, &error), CASUS_ERROR_ENCODING);
    source.text = NULL;
    assert_int_equal(casus_document_set(document, &source, &error), CASUS_ERROR_EMPTY);
    casus_document_destroy(document);
    casus_document_destroy(NULL);
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, with_arena, without_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_follows_the_standard),
        WITH_ARENA(days_are_read_in_all_common_forms),
        WITH_ARENA(days_that_do_not_exist_are_no_days),
        cmocka_unit_test(bad_utf8_is_found_where_it_is),
        WITH_ARENA(text_is_composed_and_its_lines_unified),
        cmocka_unit_test(formats_are_told_by_content),
        cmocka_unit_test(json_objects_end_at_their_bracket),
        cmocka_unit_test(nesting_counts_what_stays_open),
        WITH_ARENA(pages_tell_title_date_and_publisher),
        WITH_ARENA(pages_lose_what_surrounds_the_article),
        cmocka_unit_test(articles_from_memory_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
