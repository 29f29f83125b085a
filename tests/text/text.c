/* Words, sentences, quotations, numbers: what the rooms above would misread if they were cut wrong.
 */
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/fold.h"
#include "unit.h"

typedef struct fixture {
    casus_text_data *data;
    casus_arena *arena;
    casus_document document;
} fixture;

static int set_up(void **const state)
{
    fixture *const f = calloc(1, sizeof *f);
    char path[4096];
    snprintf(path, sizeof path, "%s/data/text", getenv("CASUS_SOURCE"));
    if (!f || casus_text_data_open(path, &f->data, NULL)) return -1;
    f->arena = casus_arena_create();
    *state = f;
    return 0;
}

static int tear_down(void **const state)
{
    fixture *const f = *state;
    casus_text_data_destroy(f->data);
    casus_arena_destroy(f->arena);
    free(f);
    return 0;
}

static void segment(fixture *const f, const char *const text)
{
    casus_arena_clean(f->arena);
    f->document = (casus_document){.arena = f->arena, .article.text = casus_str_from(text)};
    casus_text_segment(f->data, &f->document);
}

/* The words joined by blanks, sentences by " || ". */
static casus_str shown(const fixture *const f)
{
    casus_str out = STR("");
    for (uint32_t i = 0; i < f->document.words.count; i++) {
        const casus_word *const word = &f->document.words.at[i];
        const char *const gap = !i ? "" : word->sentence != word[-1].sentence ? " || " : " ";
        out = casus_arena_format(f->arena, "%.*s%s%.*s", (int)out.size, out.at, gap,
                                 (int)word->form.size, word->form.at);
    }
    return out;
}

static void test_words(void **const state)
{
    static const char *const cases[][2] = {
        {"They don't know.", "They do n't know ."},
        {"The army cannot hold it.", "The army can not hold it ."},
        {"We'll see the government's plan.", "We 'll see the government 's plan ."},
        {"The soldiers' wives wept.", "The soldiers ' wives wept ."},
        {"Iran-backed fighters", "Iran - backed fighters"},
        {"An anti-government march", "An anti-government march"},
        {"Lt. Col. J. F. Diallo spoke.", "Lt. Col. J. F. Diallo spoke ."},
        {"It cost $1,200.50 (about 5%).", "It cost $ 1,200.50 ( about 5 % ) ."},
        {"At 5:30pm on 24/9/2025 they left.", "At 5:30 pm on 24/9/2025 they left ."},
        {"They fled 20km north...", "They fled 20 km north ..."},
        {"See https://example.org/a?b=1, or mail a.b@example.org.",
         "See https://example.org/a?b=1 , or mail a.b@example.org ."},
        {"\"Stop,\" he said.", "\" Stop , \" he said ."},
        {"\xe2\x80\x9cWe won\xe2\x80\x99t,\xe2\x80\x9d she said\xe2\x80\x94twice.",
         "\xe2\x80\x9c We wo n\xe2\x80\x99t , \xe2\x80\x9d she said \xe2\x80\x94 twice ."},
        {"the 1990s and '90s", "the 1990s and '90s"},
        {"O'Brien met Qa'id in U.S.-held land", "O'Brien met Qa'id in U.S. - held land"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        segment(*state, cases[i][0]);
        assert_str(shown(*state), cases[i][1]);
    }
}

static void test_sentences(void **const state)
{
    static const char *const cases[][2] = {
        {"Mr. Sow left. He was 40.", "Mr. Sow left . || He was 40 ."},
        {"It sided with the U.S. The others did not.",
         "It sided with the U.S. || The others did not ."},
        {"They met on Sept. 5 in Doha. Talks failed.",
         "They met on Sept. 5 in Doha . || Talks failed ."},
        {"\"Who fired?\" he asked. \"We did not.\" Then he left.",
         "\" Who fired ? \" he asked . || \" We did not . \" || Then he left ."},
        {"Rebels take town\n\nRebels took it on Monday.",
         "Rebels take town || Rebels took it on Monday ."},
        {"the army fled. the rebels took it. gen. lopez was hurt.",
         "the army fled . || the rebels took it . || gen. lopez was hurt ."},
        {"the front said that the u.s. will not leave. it fired on the u.s. embassy.",
         "the front said that the u.s. will not leave . || it fired on the u.s. embassy ."},
        {"it read as follows:    we took the town.", "it read as follows : || we took the town ."},
        {"KABUL, March 3 (Wire) - Shots were heard.",
         "KABUL , March 3 ( Wire ) - || Shots were heard ."},
        {"The patrol was crossing the bridge in the early morning when\n"
         "the first shots were fired from the hills above the road, and\n"
         "two men fell.",
         "The patrol was crossing the bridge in the early morning when the first shots were fired "
         "from the hills above the road , and two men fell ."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        segment(*state, cases[i][0]);
        assert_str(shown(*state), cases[i][1]);
    }
}

static void test_kinds(void **const state)
{
    fixture *const f = *state;
    segment(f, "Rebels take town\n\nBy Aminata Sow\n\nKIDAL (Wire) - They came at dawn.\n\n"
               "They left.");
    static const casus_sentence_kind kinds[] = {SENTENCE_HEADLINE, SENTENCE_BYLINE,
                                                SENTENCE_DATELINE, SENTENCE_BODY, SENTENCE_BODY};
    static const uint32_t paragraphs[] = {0, 1, 2, 2, 3};
    assert_int_equal(f->document.sentences.count, 5);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(f->document.sentences.at[i].kind, kinds[i]);
        assert_int_equal(f->document.sentences.at[i].paragraph, paragraphs[i]);
    }
}

/* What is quoted is not what the publication says. */
static void test_quotations(void **const state)
{
    fixture *const f = *state;
    segment(f, "He said: \"They fired. We ran.\" Then he wept.");
    for (uint32_t i = 0; i < f->document.words.count; i++) {
        const bool inside = i >= 4 && i <= 9;
        assert_int_equal((f->document.words.at[i].flags & WORD_QUOTED) != 0, inside);
    }
}

static void test_numbers(void **const state)
{
    static const struct {
        const char *text;
        uint32_t words;
        uint64_t min, max;
    } cases[] = {
        {"thirteen men", 1, 13, 13},
        {"1,200 men", 1, 1200, 1200},
        {"two hundred and five men", 4, 205, 205},
        {"twenty-five men", 3, 25, 25},
        {"two dozen men", 2, 24, 24},
        {"dozens of men", 1, 24, 99},
        {"hundreds of men", 1, 200, 999},
        {"several men", 1, 3, 9},
        {"a couple of men", 2, 2, 2},
        {"at least 30 men", 3, 30, CASUS_UNBOUNDED},
        {"more than a hundred men", 4, 100, CASUS_UNBOUNDED},
        {"up to 40 men", 3, CASUS_UNBOUNDED, 40},
        {"nearly 3,000 men", 2, CASUS_UNBOUNDED, 3000},
        {"between 10 and 15 men", 4, 10, 15},
        {"ten or more men", 3, 10, CASUS_UNBOUNDED},
        {"3.5 million people", 2, 3500000, 3500000},
        {"tens of thousands of men", 3, 20000, 99999},
        {"several hundred men", 2, 200, 999},
        {"men of ten", 0, 0, 0},
        {"the third man", 0, 0, 0},
    };
    fixture *const f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t min = 0, max = 0;
        segment(f, cases[i].text);
        assert_int_equal(casus_text_number(f->data, &f->document, 0, &min, &max), cases[i].words);
        assert_int_equal(min, cases[i].min);
        assert_int_equal(max, cases[i].max);
    }
}

static void test_fold(void **const state)
{
    fixture *const f = *state;
    assert_str(casus_fold(f->arena, STR("U.S.")), "us");
    assert_str(casus_fold(f->arena, STR("Tehrik-i-Taliban  Pakistan")),
               "tehrik i taliban pakistan");
    assert_str(casus_fold(f->arena, STR("K\xc3\xb8"
                                        "benhavn \xc3\x89lys\xc3\xa9"
                                        "e")),
               "kobenhavn elysee");
    assert_str(casus_fold(f->arena, STR("Qur\xe2\x80\x99"
                                        "an")),
               "qur'an");
    assert_str(casus_lower(f->arena, STR("\xc3\x89T\xc3\x89")), "\xc3\xa9t\xc3\xa9");
    assert_true(casus_is_all_capitals(STR("UN-1")));
    assert_false(casus_is_all_capitals(STR("Un")));
    assert_true(casus_is_capitalised(STR("\xc3\x89lys")));
}

/* Bytes that are no text must not stop the reader. */
static void test_hostile(void **const state)
{
    fixture *const f = *state;
    segment(f, "");
    assert_int_equal(f->document.words.count, 0);
    segment(f, "\xff\xfe' \xe2\x80 ... \"\"\" ))) n't 's 'n");
    uint32_t end = 0;
    for (uint32_t i = 0; i < f->document.words.count; i++) {
        assert_true(f->document.words.at[i].span.begin >= end);
        assert_true(f->document.words.at[i].span.end > f->document.words.at[i].span.begin);
        end = f->document.words.at[i].span.end;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),   cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_kinds),   cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_fold),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
