/* What a user would lose is said at each test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "syntax/conllu.h"
#include "syntax/lemma.h"
#include "syntax/model.h"
#include "syntax/tree.h"
#include "syntax/units.h"

static const char *model_path;

static uint64_t random_state = 1;

static uint32_t random_below(const uint32_t limit)
{
    random_state = random_state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(random_state >> 33) % limit;
}

/* Names in CoNLL-U would not be read back as what was written. */
static void names_go_both_ways(void **const state)
{
    (void)state;
    for (int i = 1; i < UPOS_COUNT; i++)
        assert_int_equal(casus_upos_from(casus_str_from(casus_upos_name((casus_upos)i))), i);
    for (int i = 1; i < DEP_COUNT; i++)
        assert_int_equal(casus_deprel_from(casus_str_from(casus_deprel_name((casus_deprel)i))), i);
    assert_int_equal(casus_deprel_from(STR("nsubj:unheard")), DEP_NSUBJ);
    assert_int_equal(casus_deprel_from(STR("unheard")), DEP_DEP);
    assert_int_equal(casus_deprel_main(DEP_NSUBJ_PASS), DEP_NSUBJ);
    assert_int_equal(casus_upos_from(STR("")), UPOS_NONE);
    char feats[512];
    casus_features_write(FEAT_PLURAL | FEAT_PAST | FEAT_PASSIVE, feats, sizeof feats);
    assert_string_equal(feats, "Number=Plur|Tense=Past|Voice=Pass");
    assert_int_equal(casus_features_from(casus_str_from(feats)),
                     FEAT_PLURAL | FEAT_PAST | FEAT_PASSIVE);
    casus_features_write(0, feats, sizeof feats);
    assert_string_equal(feats, "_");
    casus_features_write(UINT32_MAX, feats, 12);
    assert_string_equal(feats, "Case=Acc");
}

static double tree_score(const uint32_t count, const float *const scores, const uint32_t stride,
                         const uint32_t *const heads)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) sum += (double)scores[i * stride + heads[i]];
    return sum;
}

static bool is_tree(const uint32_t count, const uint32_t *const heads)
{
    uint32_t roots = 0;
    for (uint32_t i = 0; i < count; i++) {
        roots += heads[i] == 0;
        uint32_t at = i + 1, steps = 0;
        while (at && steps++ <= count) at = heads[at - 1];
        if (at) return false;
    }
    return roots == 1;
}

/* The best of all trees, tried one by one. */
static double best_by_trial(const uint32_t count, const float *const scores, const uint32_t stride)
{
    uint32_t heads[5] = {0};
    double best = -1e18;
    for (;;) {
        if (is_tree(count, heads)) best = fmax(best, tree_score(count, scores, stride, heads));
        uint32_t i = 0;
        while (i < count && ++heads[i] > count) heads[i++] = 0;
        if (i == count) return best;
    }
}

/* Sentences would have cycles, several roots or worse trees than the model's scores allow. */
static void trees_are_the_best(void **const state)
{
    (void)state;
    casus_arena *const arena = casus_arena_create();
    for (int trial = 0; trial < 400; trial++) {
        const uint32_t count = 1 + random_below(5), stride = 8;
        float scores[5 * 8];
        uint32_t heads[5];
        for (uint32_t i = 0; i < 40; i++) scores[i] = (float)random_below(2000) / 100.0f - 10.0f;
        for (uint32_t i = 0; i < count; i++) scores[i * stride + i + 1] = -1e9f;
        casus_tree_best(arena, count, scores, stride, heads);
        assert_true(is_tree(count, heads));
        assert_true(fabs(tree_score(count, scores, stride, heads) -
                         best_by_trial(count, scores, stride)) < 1e-3);
    }
    casus_arena_destroy(arena);
}

/* A hostile sentence would hang or break the parser. */
static void long_and_odd_trees_end(void **const state)
{
    (void)state;
    enum { COUNT = 400, STRIDE = 416 };
    casus_arena *const arena = casus_arena_create();
    float *const scores = malloc(COUNT * STRIDE * sizeof *scores);
    uint32_t heads[COUNT];
    for (uint32_t i = 0; i < COUNT; i++)
        for (uint32_t j = 0; j < STRIDE; j++)
            scores[i * STRIDE + j] = j == (i ^ 1) + 1 ? 50.0f : (float)random_below(100) / 10.0f;
    casus_tree_best(arena, COUNT, scores, STRIDE, heads);
    assert_true(is_tree(COUNT, heads));
    for (uint32_t i = 0; i < COUNT * STRIDE; i++) scores[i] = NAN;
    casus_tree_best(arena, COUNT, scores, STRIDE, heads);
    assert_true(is_tree(COUNT, heads));
    free(scores);
    casus_arena_destroy(arena);
}

/* A lemma would be half a character or another word. */
static void lemma_scripts_apply(void **const state)
{
    (void)state;
    const char *const pairs[][2] = {{"raided", "raid"}, {"Soldiers", "soldier"}, {"was", "be"},
                                    {"Kabul", "Kabul"}, {"señores", "señor"},    {"ê", "é"}};
    casus_arena *const arena = casus_arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        casus_script script;
        const casus_str form = casus_str_from(pairs[i][0]), lemma = casus_str_from(pairs[i][1]);
        assert_true(casus_script_find(form, lemma, &script));
        assert_true(casus_str_equal(casus_script_apply(arena, &script, form), lemma));
    }
    casus_script script;
    assert_true(casus_script_find(STR("raided"), STR("raid"), &script));
    assert_true(casus_str_equal(casus_script_apply(arena, &script, STR("\xc3\xa9z")),
                                STR("\xc3\xa9z"))); /* two bytes are one character and a half */
    casus_arena_destroy(arena);
}

/* Typographic text would be read as unknown words. */
static void normal_forms(void **const state)
{
    (void)state;
    char normal[CASUS_UNIT_BYTES];
    const casus_str form = STR("D\xe2\x80\x99\xc3\x89tat");
    const uint32_t size = casus_unit_normal(form, normal);
    assert_true(casus_str_equal((casus_str){normal, size}, STR("d'\xc3\xa9tat")));
    char junk[3000];
    casus_units units;
    for (int trial = 0; trial < 200; trial++) {
        const uint32_t length = random_below(sizeof junk);
        for (uint32_t i = 0; i < length; i++) junk[i] = (char)random_below(256);
        assert_true(casus_unit_normal((casus_str){junk, length}, normal) <= CASUS_UNIT_BYTES);
        casus_units_of((casus_str){junk, length}, true, &units);
        assert_true(units.count <= CASUS_UNITS);
    }
}

static void fill_bytes(int8_t *const at, const size_t size)
{
    for (size_t i = 0; i < size; i++) at[i] = (int8_t)((int)random_below(255) - 127);
}

static void fill_floats(float *const at, const size_t size)
{
    for (size_t i = 0; i < size; i++) at[i] = (float)random_below(20001) / 5000.0f - 2.0f;
}

enum { ROWS = 23, DEPTH = 48, WIDTH = 112 };

typedef struct results {
    float products[ROWS * WIDTH], added[ROWS * WIDTH], dense[ROWS * WIDTH], cell[64], row[DEPTH];
    float scale, sum;
    int8_t hidden[64], bytes[DEPTH];
} results;

static void run_kernels(const casus_kernels *const k, results *const r)
{
    static int8_t a[ROWS * DEPTH], packed[DEPTH * WIDTH];
    static float scale[WIDTH], bias[WIDTH], row_scale[ROWS], left[ROWS * DEPTH],
        right[DEPTH * WIDTH];
    static int32_t offset[WIDTH];
    memset(r, 0, sizeof *r);
    random_state = 7;
    fill_bytes(a, sizeof a);
    fill_bytes(packed, sizeof packed);
    fill_floats(scale, WIDTH);
    fill_floats(bias, WIDTH);
    fill_floats(row_scale, ROWS);
    fill_floats(left, ROWS * DEPTH);
    fill_floats(right, DEPTH * WIDTH);
    for (uint32_t c = 0; c < WIDTH; c++) {
        offset[c] = 0;
        for (uint32_t d = 0; d < DEPTH; d++)
            offset[c] -= 128 * packed[c / 16 * 16 * DEPTH + d / 4 * 64 + c % 16 * 4 + d % 4];
    }
    const casus_weights with = {packed, scale, bias, offset, DEPTH, WIDTH};
    const casus_weights without = {packed, scale, NULL, offset, DEPTH, WIDTH};
    k->multiply(ROWS, a, DEPTH, &with, row_scale, r->products);
    memcpy(r->added, r->products, sizeof r->added);
    k->multiply(ROWS, a, DEPTH, &without, NULL, r->added);
    k->matmul(ROWS, WIDTH, DEPTH, left, DEPTH, right, WIDTH, bias, r->dense, WIDTH);
    fill_floats(r->cell, 64);
    k->gates(64, r->products, r->cell, r->hidden);
    k->add_row(DEPTH, a, 0.37f, r->row);
    r->scale = k->quantise(DEPTH, left, r->bytes);
    r->sum = k->partition(45, left, 2.0f);
}

/* The same article would be coded differently on another machine. */
static void kernels_agree(void **const state)
{
    (void)state;
    static results portable, other;
    run_kernels(casus_kernels_at(0), &portable);
    for (uint32_t i = 1; i < CASUS_KERNELS_MOST; i++) {
        if (!casus_kernels_at(i)) continue;
        run_kernels(casus_kernels_at(i), &other);
        assert_memory_equal(&portable, &other, sizeof portable);
    }
}

/* A gate would open the wrong way: compared with the formula in double precision. */
static void gates_follow_the_formula(void **const state)
{
    (void)state;
    float gates[64], cell[16];
    int8_t hidden[16];
    fill_floats(gates, 64);
    fill_floats(cell, 16);
    float before[16];
    memcpy(before, cell, sizeof before);
    casus_kernels_choose()->gates(16, gates, cell, hidden);
    for (int i = 0; i < 16; i++) {
        const double in = 1 / (1 + exp(-(double)gates[i]));
        const double forget = 1 / (1 + exp(-(double)gates[16 + i]));
        const double out = 1 / (1 + exp(-(double)gates[48 + i]));
        const double c = forget * (double)before[i] + in * tanh((double)gates[32 + i]);
        assert_true(fabs((double)cell[i] - c) < 1e-3);
        assert_true(fabs(hidden[i] / 127.0 - out * tanh(c)) < 0.006);
    }
}

/* Training would read wrong trees without a word of warning. */
static void conllu_is_checked(void **const state)
{
    (void)state;
    casus_arena *const arena = casus_arena_create();
    casus_conllu bank;
    casus_error error = {0};
    const casus_str good = STR("# text = He won't\n1\tHe\the\tPRON\t_\t_\t3\tnsubj\t_\t_\n"
                               "2-3\twon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                               "2\two\twill\tAUX\t_\t_\t3\taux\t_\t_\n"
                               "3\tn't\tnot\tPART\t_\t_\t0\troot\t_\t_\n"
                               "3.1\tx\tx\tX\t_\t_\t_\t_\t_\t_");
    assert_int_equal(casus_conllu_read(arena, good, &bank, &error), CASUS_OK);
    assert_int_equal(bank.sentences.count, 1);
    assert_int_equal(bank.words.count, 3);
    assert_int_equal(bank.words.at[1].head, 3);
    const casus_str bad[] = {STR("1\tHe\the\n"), STR("2\tHe\the\tX\t_\t_\t0\troot\t_\t_\n"),
                             STR("\n1\tHe\the\tX\t_\t_\t2\troot\t_\t_\n\n"),
                             STR("1\tHe\the\tX\t_\t_\t-1\troot\t_\t_\n")};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(casus_conllu_read(arena, bad[i], &bank, &error), CASUS_ERROR_SYNTAX);
        assert_true(error.line > 0);
    }
    casus_arena_destroy(arena);
}

static void add_sentence(casus_document *const d, const char *const *const forms,
                         const uint32_t count)
{
    VEC_PUSH(&d->sentences, d->arena, (casus_sentence){.first = d->words.count, .count = count});
    for (uint32_t i = 0; i < count; i++)
        VEC_PUSH(&d->words, d->arena, (casus_word){.form = casus_str_from(forms[i])});
}

static void check_sound(const casus_document *const d)
{
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        const casus_sentence *const sentence = &d->sentences.at[s];
        uint32_t roots = 0;
        assert_true(sentence->confidence >= 0 && sentence->confidence <= 1.001f);
        for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            const casus_word *const w = &d->words.at[i];
            uint32_t at = i, steps = 0;
            while (d->words.at[at].head != at && steps++ <= sentence->count)
                at = d->words.at[at].head;
            assert_true(steps <= sentence->count);
            roots += w->head == i;
            assert_int_equal(w->head == i, w->deprel == DEP_ROOT);
            assert_true(w->head >= sentence->first && w->head < sentence->first + sentence->count);
            assert_true(w->upos > 0 && w->upos < UPOS_COUNT && w->lemma.size > 0);
        }
        assert_int_equal(roots, sentence->count ? 1 : 0);
    }
}

/* The simplest report would be read wrongly. */
static void a_plain_sentence(void **const state)
{
    casus_document d = {.arena = casus_arena_create()};
    const char *const forms[] = {"Soldiers", "raided", "a", "camp", "near", "Goma", "."};
    add_sentence(&d, forms, 7);
    casus_syntax_parse(*state, &d);
    check_sound(&d);
    assert_int_equal(d.words.at[1].head, 1);
    assert_int_equal(d.words.at[0].head, 1);
    assert_int_equal(d.words.at[0].deprel, DEP_NSUBJ);
    assert_int_equal(d.words.at[3].deprel, DEP_OBJ);
    assert_int_equal(d.words.at[0].upos, UPOS_NOUN);
    assert_true(d.words.at[0].features & FEAT_PLURAL);
    assert_true(d.words.at[1].features & FEAT_PAST);
    assert_true(casus_str_equal(d.words.at[0].lemma, STR("soldier")));
    assert_int_equal(d.words.at[5].ner, NER_PLACE);
    assert_int_equal(d.first_child[1], 0);
    assert_int_equal(d.next_sibling[0], 3);
    assert_int_equal(d.first_child[0], CASUS_NONE);
    assert_true(d.sentences.at[0].confidence > 0.5f);
    casus_arena_destroy(d.arena);
}

/* Odd documents would crash the coder, or leave it words without trees. */
static void odd_documents(void **const state)
{
    casus_document empty = {.arena = casus_arena_create()};
    casus_syntax_parse(*state, &empty);
    casus_arena_destroy(empty.arena);
    casus_document d = {.arena = casus_arena_create()};
    const char *const junk[] = {"\xff\xfe",    "", "\xe2\x80", "...........", "\xf0\x9f\x92\xa3",
                                "Zzyzx-23/4%%"};
    const uint32_t lengths[] = {1, 0, 2, 400, 401, 1100, 3};
    for (size_t s = 0; s < sizeof lengths / sizeof *lengths; s++) {
        add_sentence(&d, NULL, 0);
        d.sentences.at[s].count = lengths[s];
        for (uint32_t i = 0; i < lengths[s]; i++)
            VEC_PUSH(&d.words, d.arena,
                     (casus_word){.form = casus_str_from(junk[random_below(6)])});
    }
    for (uint32_t i = 0; i < d.words.count; i++)
        if (!d.words.at[i].form.size) d.words.at[i].form = STR("x");
    casus_syntax_parse(*state, &d);
    check_sound(&d);
    casus_arena_destroy(d.arena);
}

/* What a sentence means would depend on the document around it. */
static void company_changes_nothing(void **const state)
{
    const char *const first[] = {"Rebels", "freed", "nine", "hostages", "on", "Sunday", "."};
    const char *const second[] = {"The", "army", "denied", "it"};
    casus_document together = {.arena = casus_arena_create()};
    casus_document alone = {.arena = casus_arena_create()};
    for (int i = 0; i < 90; i++) {
        add_sentence(&together, second, 4);
        add_sentence(&together, first, 7);
    }
    add_sentence(&alone, first, 7);
    casus_syntax_parse(*state, &together);
    casus_syntax_parse(*state, &alone);
    for (uint32_t s = 1; s < 180; s += 2) {
        const uint32_t at = together.sentences.at[s].first;
        assert_true(together.sentences.at[s].confidence == alone.sentences.at[0].confidence);
        for (uint32_t i = 0; i < 7; i++) {
            assert_int_equal(together.words.at[at + i].head - at, alone.words.at[i].head);
            assert_int_equal(together.words.at[at + i].deprel, alone.words.at[i].deprel);
        }
    }
    casus_arena_destroy(together.arena);
    casus_arena_destroy(alone.arena);
}

/* A damaged model would be used, or would crash the program. */
static void damaged_models_are_refused(void **const state)
{
    (void)state;
    casus_error error = {0};
    casus_syntax_model *model = NULL;
    char path[] = "/tmp/casus-model-XXXXXX";
    const int file = mkstemp(path);
    assert_true(file >= 0);
    FILE *const stream = fdopen(file, "wb");
    fputs("CASUSIMG and nothing that follows it", stream);
    fclose(stream);
    assert_int_equal(casus_syntax_open(path, &model, &error), CASUS_ERROR_DATA);
    assert_null(model);
    const casus_model_header header = {.version = CASUS_MODEL_VERSION, .hidden = 1u << 31};
    const casus_image_part part = {"header", &header, sizeof header};
    assert_int_equal(casus_image_write(path, &part, 1, &error), CASUS_OK);
    assert_int_equal(casus_syntax_open(path, &model, &error), CASUS_ERROR_DATA);
    remove(path);
    assert_int_equal(casus_syntax_open("/nonexistent", &model, &error), CASUS_ERROR_OPEN);
}

static int open_model(void **const state)
{
    casus_error error = {0};
    casus_syntax_model *model;
    if (casus_syntax_open(model_path, &model, &error) != CASUS_OK) return 1;
    *state = model;
    return 0;
}

static int close_model(void **const state)
{
    casus_syntax_close(*state);
    return 0;
}

int main(const int count, char **const arguments)
{
    if (count < 2) return 2;
    model_path = arguments[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_go_both_ways),
        cmocka_unit_test(trees_are_the_best),
        cmocka_unit_test(long_and_odd_trees_end),
        cmocka_unit_test(lemma_scripts_apply),
        cmocka_unit_test(normal_forms),
        cmocka_unit_test(kernels_agree),
        cmocka_unit_test(gates_follow_the_formula),
        cmocka_unit_test(conllu_is_checked),
        cmocka_unit_test(damaged_models_are_refused),
        cmocka_unit_test_setup_teardown(a_plain_sentence, open_model, close_model),
        cmocka_unit_test_setup_teardown(odd_documents, open_model, close_model),
        cmocka_unit_test_setup_teardown(company_changes_nothing, open_model, close_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
