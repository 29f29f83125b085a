/* The coder: what an analyst would lose if a lexicon error went unseen, a party changed sides, a
 * denial became a fact, or one attack became two. */
#include "coding/coding.h"

#include <stdio.h>
#include <stdlib.h>

#include "coding/judge.h"
#include "pipeline.h"
#include "unit.h"

typedef struct fixture {
    casus_engine *engine;
    casus_document *document;
} fixture;

static int set_up(void **const state)
{
    fixture *const f = calloc(1, sizeof *f);
    if (!f || casus_engine_open(NULL, &f->engine, NULL) != CASUS_OK) return -1;
    f->document = casus_document_create();
    *state = f;
    return 0;
}

static int tear_down(void **const state)
{
    fixture *const f = *state;
    casus_document_destroy(f->document);
    casus_engine_close(f->engine);
    free(f);
    return 0;
}

static const casus_record *code(fixture *const f, const char *const text)
{
    const casus_article_source source = {.text = text, .id = "test", .published = "2025-03-12"};
    assert_int_equal(casus_document_set(f->document, &source, NULL), CASUS_OK);
    assert_int_equal(casus_engine_code(f->engine, f->document, NULL), CASUS_OK);
    return &f->document->record;
}

static const casus_event *event_of(const casus_record *const record, const casus_event_type type)
{
    for (uint32_t i = 0; i < record->events.count; i++)
        if (record->events.at[i].type == type) return &record->events.at[i];
    fail_msg("no %s among %u events", casus_event_type_name(type), record->events.count);
    return NULL;
}

static void assert_party(const casus_record *const record, const casus_refs *const refs,
                         const char *const name)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (casus_str_equal(record->actors.at[refs->at[i]].name, casus_str_from(name))) return;
    fail_msg("%s is not among %u parties", name, refs->count);
}

static void a_passive_has_its_sides(void **const state)
{
    const casus_record *const record =
        code(*state, "Two villages were shelled by rebels near Goma on Monday.");
    const casus_event *const event = event_of(record, EVENT_ASSAULT);
    assert_party(record, &event->source, "rebels");
}

static void an_active_and_its_toll(void **const state)
{
    const casus_record *const record =
        code(*state, "Gunmen killed five soldiers near Gao on Monday.");
    const casus_event *const event = event_of(record, EVENT_ASSAULT);
    assert_party(record, &event->source, "Gunmen");
    assert_party(record, &event->target, "soldiers");
    assert_int_equal(event->counts.count, 1);
    assert_int_equal(event->counts.at[0].effect, EFFECT_KILLED);
    assert_int_equal(event->counts.at[0].min, 5);
    assert_str(event->date.start, "2025-03-10");
}

static void who_says_so_is_kept(void **const state)
{
    const casus_record *const record =
        code(*state, "Gunmen killed five soldiers near Gao on Monday, the governor said.");
    const casus_event *const event = event_of(record, EVENT_ASSAULT);
    assert_int_equal(event->statements.count, 1);
    assert_int_equal(event->statements.at[0].stance, STANCE_STATES);
    assert_str(record->actors.at[event->statements.at[0].by].name, "governor");
}

static void one_attack_told_twice_is_one(void **const state)
{
    const casus_record *const record = code(
        *state,
        "Gunmen attacked a police post near Maradi on Tuesday. The attack killed three officers.");
    uint32_t assaults = 0;
    for (uint32_t i = 0; i < record->events.count; i++)
        assaults += record->events.at[i].type == EVENT_ASSAULT;
    assert_int_equal(assaults, 1);
    assert_int_equal(event_of(record, EVENT_ASSAULT)->counts.count, 1);
}

static void sport_and_metaphor_are_no_war(void **const state)
{
    assert_int_equal(code(*state, "The bank raised interest rates on Thursday.")->events.count, 0);
    assert_int_equal(
        code(*state, "The committee killed the bill after a long debate.")->events.count, 0);
}

static void a_conditional_is_a_warning(void **const state)
{
    const casus_record *const record =
        code(*state, "If the raids go on, the talks could collapse.");
    assert_int_equal(record->warnings.count, 1);
    assert_str(record->warnings.at[0].modality, "could");
}

static void the_press_is_the_way_that_words_came(void **const state)
{
    const casus_record *const record =
        code(*state, "If the raids go on, the talks could collapse, a diplomat told Reuters.");
    assert_int_equal(record->warnings.count, 1);
    const casus_statements *const said = &record->warnings.at[0].statements;
    assert_int_equal(said->count, 1);
    assert_int_equal(said->at[0].stance, STANCE_WARNS);
    assert_party(record, &said->at[0].via, "Reuters");
}

/* A neighbour who is said to arm those who were raided denies the arming, not the raid. */
static void a_charge_of_backing_is_contested(void **const state)
{
    const casus_record *const record =
        code(*state, "Security forces raided a hideout near Tessenei and killed 13 fighters, the "
                     "military said. It accused Eritrea of arming them, which Asmara denies.");
    assert_int_equal(record->relations.count, 1);
    const casus_relation *const relation = &record->relations.at[0];
    assert_int_equal(relation->type, RELATION_SUPPORTS);
    assert_true(casus_str_equal(record->actors.at[relation->to].name, STR("fighters")));
    assert_int_equal(relation->statements.count, 2);
    const casus_event *const raid = event_of(record, EVENT_ASSAULT);
    for (uint32_t i = 0; i < raid->statements.count; i++)
        assert_int_not_equal(raid->statements.at[i].stance, STANCE_DENIES);
}

static void evidence_lies_in_the_text(void **const state)
{
    fixture *const f = *state;
    const casus_record *const record = code(f, "Police arrested twelve protesters in Lima on "
                                               "Friday, after the union had called a strike.");
    for (uint32_t i = 0; i < record->events.count; i++) {
        const casus_event *const event = &record->events.at[i];
        assert_true(event->span.begin < event->span.end);
        assert_true(event->span.end <= f->document->article.text.size);
        assert_true(event->rule.size > 0);
        assert_true(event->confidence >= 0 && event->confidence <= 1);
    }
}

/* A lexicon folder with one file of this text. */
static casus_code open_lexicon(const char *const text, casus_error *const error)
{
    char folder[] = "/tmp/casus-lexicon-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.txt", folder);
    FILE *const file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    casus_ontology *ontology;
    const casus_code code = casus_ontology_open(folder, NULL, &ontology, error);
    if (code == CASUS_OK) casus_ontology_close(ontology);
    remove(path);
    remove(folder);
    return code;
}

static void a_wrong_lexicon_names_its_line(void **const state)
{
    (void)state;
    casus_error error;
    assert_int_equal(
        open_lexicon("[raid]\nverb: raid\nevent: ASSAULT\nroles: subj=source; obj=target\n",
                     &error),
        CASUS_OK);
    assert_int_equal(open_lexicon("[raid]\nverb: raid\nevent: ASAULT\n", &error),
                     CASUS_ERROR_SYNTAX);
    assert_int_equal(error.line, 3);
    assert_int_equal(open_lexicon("[raid]\nverb: raid\nroles: subj=sorce\n", &error),
                     CASUS_ERROR_SYNTAX);
    assert_int_equal(error.line, 3);
    assert_int_equal(open_lexicon("verb: raid\n", &error), CASUS_ERROR_SYNTAX);
    assert_int_equal(open_lexicon("[raid\n", &error), CASUS_ERROR_SYNTAX);
}

static void odds_follow_the_weights(void **const state)
{
    (void)state;
    const char *const path = "/tmp/casus-weights-test";
    FILE *const file = fopen(path, "w");
    assert_non_null(file);
    fputs("event\t(bias)\t-1\nevent\t(threshold)\t0.4\nevent\tlemma=raid\t3\n", file);
    fclose(file);
    judge_weights *weights;
    assert_int_equal(judge_open(path, &weights, NULL), CASUS_OK);
    judge_features raid = {.arena = casus_arena_create()};
    judge_add(&raid, "lemma", STR("raid"));
    const float likely = judge_probability(weights, JUDGE_EVENT, &raid);
    raid.hashes.count = 0;
    const float unlikely = judge_probability(weights, JUDGE_EVENT, &raid);
    assert_true(likely > 0.88F && likely < 0.89F);     /* 1 / (1 + exp(-2)) */
    assert_true(unlikely > 0.26F && unlikely < 0.27F); /* 1 / (1 + exp(1)) */
    assert_true(judge_threshold(weights, JUDGE_EVENT) > 0.39F);
    assert_true(judge_probability(weights, JUDGE_WARNING, &raid) == 0.5F);
    casus_arena_destroy(raid.arena);
    judge_close(weights);
    remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_passive_has_its_sides),
        cmocka_unit_test(an_active_and_its_toll),
        cmocka_unit_test(who_says_so_is_kept),
        cmocka_unit_test(one_attack_told_twice_is_one),
        cmocka_unit_test(sport_and_metaphor_are_no_war),
        cmocka_unit_test(a_conditional_is_a_warning),
        cmocka_unit_test(the_press_is_the_way_that_words_came),
        cmocka_unit_test(a_charge_of_backing_is_contested),
        cmocka_unit_test(evidence_lies_in_the_text),
        cmocka_unit_test(a_wrong_lexicon_names_its_line),
        cmocka_unit_test(odds_follow_the_weights),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
