/* What a user would lose: actors that are not found, joined wrongly, or called by the wrong name.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "entity/build.h"
#include "entity/dict.h"
#include "entity/entity.h"
#include "mock.h"

static const char actors_text[] =
    "[mal]\nname: Malvia\nadjective: Malvian\npeople: Malvians\nmetonym: Port Malo\n"
    "kind: organization\nsector: GOV\ncountry: MAL\ncameo: MAL\n"
    "[mal-army]\nname: Malvia Army\nkind: organization\nsector: MIL\ncountry: MAL\n"
    "parent: part of mal\n"
    "[mal-front]\nname: Highland Front\nabbr: HF\nlabel: Highland bandits\n"
    "old: Highland Committee | 1980..1999\nkind: organization\nsector: REB\ncountry: MAL\n"
    "leader: Tomas Arden | 2001..2010; Ivo Kell | 2011..\n"
    "[tor]\nname: Torland\nadjective: Torlandic\nkind: organization\nsector: GOV\ncountry: TOR\n"
    "[tor-guard]\nname: Sons of Dawn\nkind: organization\nsector: REB\ncountry: TOR\n"
    "[mal-guard]\nname: Sons of Dawn\nkind: organization\nsector: REB\ncountry: MAL\n";

static const char roles_text[] = "singular\tplural\tsector\tkind\tarmed\tnote\n"
                                 "soldier\tsoldiers\tMIL\tperson\ty\t\n"
                                 "fighter\tfighters\tUNK\tperson\ty\t\n"
                                 "army\tarmies\tMIL\torganization\ty\t\n"
                                 "villager\tvillagers\tCVL\tperson\tn\t\n"
                                 "spokesman\tspokesmen\tGOV\tperson\tn\t\n";

static const char titles_text[] = "title\tsector\tbody\thonorific\nGeneral\tMIL\tarmy\tn\n";
static const char shapes_text[] = "pattern\tsector\tkind\tnote\n* Liberation Army\tREB\t"
                                  "organization\t\n";

static const char cues_text[] =
    "[he]\nwords: he; him; his\n[it]\nwords: it; its\n[they]\nwords: they; them; their\n"
    "[relative]\nwords: who; which; that\n[definite]\nwords: the\n[indefinite]\nwords: a; an\n"
    "[locative-preposition]\nwords: in; near\n[agentive-preposition]\nwords: by; with; against\n"
    "[speech-verb]\nwords: said; say; accused; denied\n[human-object-verb]\nwords: accused\n"
    "[group-noun]\nwords: group\n[state-noun]\nwords: country; countries\n[both]\nwords: both; "
    "two\n"
    "[sides-noun]\nwords: sides; countries\n[fighters-noun]\nwords: fighters\n";

typedef struct test_world {
    char folder[64];
    casus_actors *actors;
    casus_arena *arena;
    casus_document document;
} test_world;

static void write_file(const char *const folder, const char *const name, const char *const text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *const file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **const state)
{
    test_world *const world = calloc(1, sizeof *world);
    char image[128];
    casus_error error;
    casus_lexicon lexicon;
    strcpy(world->folder, "/tmp/casus-entity-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    world->arena = casus_arena_create();
    lex_builder *const builder = lex_builder_create(world->arena, NULL, NULL);
    lex_builder_text(builder, "actors.txt", casus_str_from(actors_text));
    lex_builder_text(builder, "roles.tsv", casus_str_from(roles_text));
    lex_builder_text(builder, "titles.tsv", casus_str_from(titles_text));
    lex_builder_text(builder, "shapes.tsv", casus_str_from(shapes_text));
    lex_builder_text(builder, "cues.txt", casus_str_from(cues_text));
    lex_builder_finish(builder, &lexicon);
    snprintf(image, sizeof image, "%s/actors.image", world->folder);
    assert_int_equal(lex_write(&lexicon, image, &error), CASUS_OK);
    assert_int_equal(casus_actors_open(image, NULL, &world->actors, &error), CASUS_OK);
    *state = world;
    return 0;
}

static int tear_down(void **const state)
{
    test_world *const world = *state;
    char command[160];
    casus_actors_close(world->actors);
    casus_arena_destroy(world->arena);
    snprintf(command, sizeof command, "rm -r %s", world->folder);
    const int done = system(command);
    free(world);
    return done;
}

static casus_document *link_rows(test_world *const world, const char *const published,
                                 const char *const rows)
{
    mock_document(&world->document, world->arena, rows);
    world->document.article.published = casus_str_from(published);
    casus_entity_link(world->actors, &world->document);
    return &world->document;
}

static const casus_actor *actor_at(const casus_document *const document, const uint32_t word)
{
    const uint32_t actor = casus_entity_at(document, word);
    return actor == CASUS_NONE ? NULL : &document->record.actors.at[actor];
}

static void assert_id(const casus_document *const document, const uint32_t word,
                      const char *const id)
{
    const casus_actor *const actor = actor_at(document, word);
    assert_non_null(actor);
    assert_int_equal(actor->id.size, strlen(id));
    assert_memory_equal(actor->id.at, id, actor->id.size);
}

static void assert_name(const casus_document *const document, const uint32_t word,
                        const char *const name)
{
    const casus_actor *const actor = actor_at(document, word);
    assert_non_null(actor);
    assert_int_equal(actor->name.size, strlen(name));
    assert_memory_equal(actor->name.at, name, actor->name.size);
}

static void names_aliases_and_labels_are_one_actor(void **const state)
{
    const casus_document *const document =
        link_rows(*state, "2015-01-01",
                  "The DET 3 det|Highland PROPN 3 compound|Front PROPN 4 nsubj|said VERB 0 root||"
                  "HF PROPN 2 nsubj|denied VERB 0 root||"
                  "Highland ADJ 2 amod|bandits NOUN 3 nsubj|fled VERB 0 root");
    assert_id(document, 2, "mal-front");
    assert_int_equal(casus_entity_at(document, 4), casus_entity_at(document, 2));
    assert_int_equal(casus_entity_at(document, 7), casus_entity_at(document, 2));
}

static void abbreviations_need_their_capitals(void **const state)
{
    const casus_document *const document = link_rows(
        *state, "2015-01-01",
        "Boats NOUN 2 nsubj|used VERB 0 root|Hf NOUN 2 obj|radios NOUN 2 obj|Today NOUN 2 obl");
    const casus_actor *const radio = actor_at(document, 2);
    assert_true(!radio || radio->id.size == 0);
}

static void a_capital_acts_or_is_a_place_by_its_syntax(void **const state)
{
    const casus_document *const document =
        link_rows(*state, "2015-01-01",
                  "Port PROPN 2 compound|Malo PROPN 3 nsubj|said VERB 0 root||"
                  "Soldiers NOUN 2 nsubj|died VERB 0 root|in ADP 5 case|Port PROPN 5 compound|"
                  "Malo PROPN 2 obl");
    assert_id(document, 1, "mal");
    assert_null(actor_at(document, 7));
}

static void descriptions_take_country_and_body(void **const state)
{
    const casus_document *const document = link_rows(
        *state, "2015-01-01",
        "Malvian ADJ 2 amod|soldiers NOUN 3 nsubj|met VERB 0 root|HF PROPN 5 compound|"
        "fighters NOUN 3 obj||The DET 3 det|Malvian ADJ 3 amod|army NOUN 4 nsubj|said VERB 0 root");
    const casus_actor *const soldiers = actor_at(document, 1);
    assert_non_null(soldiers);
    assert_int_equal(soldiers->kind, KIND_PEOPLE);
    assert_memory_equal(soldiers->country.at, "MAL", 3);
    assert_memory_equal(document->record.actors.at[soldiers->affiliation].id.at, "mal-army", 8);
    const casus_actor *const fighters = actor_at(document, 4);
    assert_non_null(fighters);
    assert_memory_equal(document->record.actors.at[fighters->affiliation].id.at, "mal-front", 9);
    assert_id(document, 7, "mal-army");
}

static void the_leader_of_the_day_is_who_leads_the_front(void **const state)
{
    const casus_document *const document =
        link_rows(*state, "2005-01-01",
                  "Tomas PROPN 3 nsubj|Arden PROPN 1 flat|said VERB 0 root||"
                  "Arden PROPN 2 nsubj|denied VERB 0 root");
    assert_name(document, 0, "Tomas Arden");
    assert_int_equal(casus_entity_at(document, 3), casus_entity_at(document, 0));
}

static void unknown_names_are_kept(void **const state)
{
    const casus_document *const document = link_rows(
        *state, "2015-01-01",
        "Coastal PROPN 3 compound|Liberation PROPN 3 compound|Army PROPN 4 nsubj|said VERB 0 root|"
        "General PROPN 6 compound|Ruda PROPN 4 obj|Vell PROPN 6 flat||"
        "Vell PROPN 2 nsubj|denied VERB 0 root");
    assert_name(document, 2, "Coastal Liberation Army");
    assert_memory_equal(actor_at(document, 2)->sector.at, "REB", 3);
    assert_int_equal(actor_at(document, 5)->kind, KIND_PERSON);
    assert_int_equal(casus_entity_at(document, 7), casus_entity_at(document, 5));
}

static void pronouns_and_definite_nouns_find_their_actor(void **const state)
{
    const casus_document *const document =
        link_rows(*state, "2015-01-01",
                  "Highland PROPN 2 compound|Front PROPN 3 nsubj|said VERB 0 root|it PRON 5 "
                  "nsubj|left VERB 3 "
                  "ccomp||The DET 2 det|group NOUN 3 nsubj|denied VERB 0 root|villagers NOUN 3 "
                  "obj|who PRON 6 "
                  "nsubj|fled VERB 4 acl:relcl");
    assert_int_equal(casus_entity_at(document, 3), casus_entity_at(document, 1));
    assert_int_equal(casus_entity_at(document, 6), casus_entity_at(document, 1));
    assert_int_equal(casus_entity_at(document, 9), casus_entity_at(document, 8));
}

static void a_pronoun_is_not_the_subject_beside_it(void **const state)
{
    const casus_document *const document =
        link_rows(*state, "2015-01-01",
                  "Torland PROPN 2 nsubj|said VERB 0 root||"
                  "Malvia PROPN 2 nsubj|accused VERB 0 root|it PRON 2 obj");
    assert_id(document, 4, "tor");
}

static void both_sides_are_the_two_before(void **const state)
{
    casus_refs refs = {0};
    const casus_document *const document =
        link_rows(*state, "2015-01-01",
                  "Malvia PROPN 4 nsubj|and CCONJ 3 cc|Torland PROPN 1 conj|accused VERB 0 root||"
                  "Both DET 2 det|countries NOUN 3 nsubj|denied VERB 0 root");
    casus_entity_group(document, 5, &refs);
    assert_int_equal(refs.count, 2);
    assert_int_equal(refs.at[0], casus_entity_at(document, 0));
    assert_int_equal(refs.at[1], casus_entity_at(document, 2));
}

static void homonyms_follow_the_country_of_the_text(void **const state)
{
    const casus_document *document = link_rows(*state, "2015-01-01",
                                               "Sons PROPN 4 nsubj|of ADP 3 case|Dawn PROPN 1 "
                                               "nmod|accused VERB 0 root|Torland PROPN 4 obj");
    assert_id(document, 0, "tor-guard");
    document = link_rows(*state, "2015-01-01",
                         "Sons PROPN 4 nsubj|of ADP 3 case|Dawn PROPN 1 nmod|said VERB 0 root");
    assert_int_equal(actor_at(document, 0)->id.size, 0);
}

static void a_users_own_file_wins(void **const state)
{
    test_world *const world = *state;
    char own[128], image[128];
    casus_actors *actors;
    casus_error error;
    snprintf(own, sizeof own, "%s/own", world->folder);
    snprintf(image, sizeof image, "%s/actors.image", world->folder);
    assert_int_equal(system("true"), 0);
    char command[160];
    snprintf(command, sizeof command, "mkdir -p %s", own);
    assert_int_equal(system(command), 0);
    write_file(own, "mine.txt",
               "[my-front]\nname: Highland Front\nkind: organization\nsector: OPP\n");
    assert_int_equal(casus_actors_open(image, own, &actors, &error), CASUS_OK);
    mock_document(&world->document, world->arena,
                  "Highland PROPN 2 compound|Front PROPN 3 nsubj|said VERB 0 root");
    casus_entity_link(actors, &world->document);
    assert_id(&world->document, 1, "my-front");
    casus_actors_close(actors);
}

static void a_damaged_image_is_refused(void **const state)
{
    test_world *const world = *state;
    char path[128];
    casus_actors *actors;
    casus_error error;
    snprintf(path, sizeof path, "%s/broken", world->folder);
    write_file(world->folder, "broken", "CASUSIMG but no more than that");
    assert_int_equal(casus_actors_open(path, NULL, &actors, &error), CASUS_ERROR_DATA);
    assert_null(actors);
}

static char *imported(test_world *const world, const char *const text,
                      casus_dict_counts *const counts)
{
    char path[128], *bytes = NULL;
    size_t size;
    casus_error error;
    write_file(world->folder, "import", text);
    snprintf(path, sizeof path, "%s/import", world->folder);
    FILE *const out = open_memstream(&bytes, &size), *const report = tmpfile();
    assert_int_equal(casus_dict_import(path, out, report, counts, &error), CASUS_OK);
    fclose(out);
    fclose(report);
    return bytes;
}

static void the_fields_actor_files_are_read(void **const state)
{
    casus_dict_counts counts;
    char *const text = imported(*state,
                                "# header\nHIGHLAND_FRONT_ [MALREB]\n+HIGHLANDERS_\n\n"
                                "TOMAS_ARDEN_ ; a comment\n\t[MALREB 910101-991231]\n"
                                "\t[MALGOV >20000101]\n\t[BROKEN 99]\n",
                                &counts);
    assert_non_null(strstr(text, "name: Highland Front\nalias: Highlanders\n"));
    assert_non_null(
        strstr(text, "cameo: MALREB | 1991-01-01..1999-12-31; MALGOV | 2000-01-01..\n"));
    assert_int_equal(counts.problems, 1);
    assert_int_equal(counts.entries, counts.read + 1);
    free(text);
}

static void the_fields_agent_files_are_read(void **const state)
{
    casus_dict_counts counts;
    char *const text = imported(*state,
                                "!PERSON! = MAN, MEN\nCATTLE!PERSON! [~AGR]\n"
                                "FOX {FOXEN} [~XYZ]\nDEPUTY_ [~LEG]\nSHEEP {} [~AGR]\n",
                                &counts);
    assert_non_null(strstr(text, "cattleman\t\tAGR\t"));
    assert_non_null(strstr(text, "cattlemen\t\tAGR\t"));
    assert_non_null(strstr(text, "fox\tfoxen\tXYZ\t"));
    assert_non_null(strstr(text, "deputy\tdeputies\tLEG\t"));
    assert_non_null(strstr(text, "sheep\t\tAGR\t"));
    assert_int_equal(counts.problems, 0);
    free(text);
}

static void the_check_finds_twins_circles_and_dead_dates(void **const state)
{
    test_world *const world = *state;
    char folder[128], command[160], *bytes = NULL;
    size_t size;
    casus_dict_counts counts;
    casus_error error;
    snprintf(folder, sizeof folder, "%s/bad", world->folder);
    snprintf(command, sizeof command, "mkdir -p %s", folder);
    assert_int_equal(system(command), 0);
    write_file(folder, "bad.txt",
               "[a]\nname: Alpha\nparent: part of b\nold: Omega | 2001..1999\n"
               "[b]\nname: Beta\nparent: wing of a\n[a]\nname: Gamma\n");
    FILE *const out = open_memstream(&bytes, &size);
    const char *const folders[] = {folder, NULL};
    assert_int_equal(casus_dict_check(folders, out, &counts, &error), CASUS_OK);
    fclose(out);
    assert_non_null(strstr(bytes, "is defined twice"));
    assert_non_null(strstr(bytes, "is its own parent"));
    assert_non_null(strstr(bytes, "ends before it begins"));
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_aliases_and_labels_are_one_actor),
        cmocka_unit_test(abbreviations_need_their_capitals),
        cmocka_unit_test(a_capital_acts_or_is_a_place_by_its_syntax),
        cmocka_unit_test(descriptions_take_country_and_body),
        cmocka_unit_test(the_leader_of_the_day_is_who_leads_the_front),
        cmocka_unit_test(unknown_names_are_kept),
        cmocka_unit_test(pronouns_and_definite_nouns_find_their_actor),
        cmocka_unit_test(a_pronoun_is_not_the_subject_beside_it),
        cmocka_unit_test(both_sides_are_the_two_before),
        cmocka_unit_test(homonyms_follow_the_country_of_the_text),
        cmocka_unit_test(a_users_own_file_wins),
        cmocka_unit_test(a_damaged_image_is_refused),
        cmocka_unit_test(the_fields_actor_files_are_read),
        cmocka_unit_test(the_fields_agent_files_are_read),
        cmocka_unit_test(the_check_finds_twins_circles_and_dead_dates),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
