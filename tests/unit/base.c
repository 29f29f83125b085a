#include "unit.h"

#include "base/image.h"
#include "base/map.h"
#include "base/stanza.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void cutting_gives_each_field_once(void **state)
{
    (void)state;
    casus_str rest = STR("a;;b"), field;
    assert_true(casus_str_cut(&rest, ';', &field));
    assert_str(field, "a");
    assert_true(casus_str_cut(&rest, ';', &field));
    assert_str(field, "");
    assert_true(casus_str_cut(&rest, ';', &field));
    assert_str(field, "b");
    assert_false(casus_str_cut(&rest, ';', &field));
}

static void numbers_that_overflow_are_refused(void **state)
{
    (void)state;
    uint64_t value = 7;
    assert_true(casus_str_to_u64(STR("18446744073709551615"), &value));
    assert_true(value == UINT64_MAX);
    assert_false(casus_str_to_u64(STR("18446744073709551616"), &value));
    assert_false(casus_str_to_u64(STR("-1"), &value));
    assert_false(casus_str_to_u64(STR("12x"), &value));
    assert_false(casus_str_to_u64(STR(""), &value));
}

static void slices_stay_inside(void **state)
{
    (void)state;
    assert_str(casus_str_slice(STR("rebels"), 2, 100), "bels");
    assert_str(casus_str_slice(STR("rebels"), 9, 1), "");
    assert_int_equal(casus_str_find(STR("aab"), STR("ab")), 1);
    assert_true(casus_str_find(STR("aab"), STR("aabb")) == SIZE_MAX);
    assert_str(casus_str_trim(STR(" \t x y\r\n")), "x y");
}

static void arena_memory_is_zeroed_and_kept(void **state)
{
    casus_arena *const arena = *state;
    char *const first = casus_arena_take(arena, 100, 1);
    memset(first, 'x', 100);
    const casus_str copy = casus_arena_copy(arena, STR("kept"));
    for (int i = 0; i < 50; i++) { /* over many blocks */
        char *const more = casus_arena_take(arena, 1000, 100);
        for (int j = 0; j < 100000; j += 999) assert_int_equal(more[j], 0);
        memset(more, 'y', 100000);
    }
    assert_str(copy, "kept");
    casus_arena_clean(arena);
    assert_int_equal(casus_arena_used(arena), 0);
    assert_int_equal(*(char *)casus_arena_take(arena, 100, 1), 0);
}

static void maps_find_what_was_put(void **state)
{
    casus_arena *const arena = *state;
    casus_map map = {0};
    assert_int_equal(casus_map_get(&map, STR("none")), CASUS_NONE);
    for (uint32_t i = 0; i < 5000; i++)
        casus_map_put(&map, arena, casus_arena_format(arena, "key %u", i), i);
    casus_map_put(&map, arena, STR("key 17"), 99);
    assert_int_equal(map.entries.count, 5000);
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(casus_map_get(&map, casus_arena_format(arena, "key %u", i)),
                         i == 17 ? 99 : i);
    assert_int_equal(casus_map_get(&map, STR("key 5000")), CASUS_NONE);
    assert_str(map.entries.at[4999].key, "key 4999");
}

static void stanzas_are_read_in_order(void **state)
{
    casus_str rest =
        STR("# sources\n\n[one]\nname: First\nalias: a; b | 1990..\n\n[two]\nname: Second");
    uint32_t line = 1;
    casus_stanza stanza;
    bool found;
    casus_error error;
    assert_int_equal(casus_stanza_next(&rest, &line, *state, &stanza, &found, &error), CASUS_OK);
    assert_true(found);
    assert_str(stanza.id, "one");
    assert_str(casus_stanza_get(&stanza, "name"), "First");
    assert_str(casus_stanza_get(&stanza, "nothing"), "");
    casus_str value = casus_stanza_get(&stanza, "alias"), item, qualifier;
    assert_true(casus_stanza_item(&value, &item, &qualifier));
    assert_str(item, "a");
    assert_true(casus_stanza_item(&value, &item, &qualifier));
    assert_str(item, "b");
    assert_str(qualifier, "1990..");
    assert_false(casus_stanza_item(&value, &item, &qualifier));
    assert_int_equal(casus_stanza_next(&rest, &line, *state, &stanza, &found, &error), CASUS_OK);
    assert_str(stanza.id, "two");
    assert_int_equal(casus_stanza_next(&rest, &line, *state, &stanza, &found, &error), CASUS_OK);
    assert_false(found);
}

/* An analyst has to learn the line of the slip, and keep the rest of the file. */
static void damaged_stanzas_name_their_line(void **state)
{
    casus_str rest = STR("[one]\nname: First\nno colon here\n\n[two]\nname: Second\n");
    uint32_t line = 1;
    casus_stanza stanza;
    bool found, second = false;
    casus_error error = {0};
    unsigned errors = 0;
    for (;;) {
        if (casus_stanza_next(&rest, &line, *state, &stanza, &found, &error) != CASUS_OK) {
            errors++;
            assert_int_equal(error.line, 3);
        } else if (!found)
            break;
        else
            second |= casus_str_equal(stanza.id, STR("two"));
    }
    assert_int_equal(errors, 1);
    assert_true(second);
}

static void write_file(const char *const path, const void *const bytes, const size_t size)
{
    FILE *const file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

/* Any byte of a knowledge file may be wrong; opening has to refuse or stay inside the file. */
static void damaged_images_are_refused(void **state)
{
    (void)state;
    char path[] = "/tmp/casus-image-XXXXXX";
    const int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    const uint32_t numbers[] = {1, 2, 3};
    const casus_image_part parts[] = {{"names", "abc", 3}, {"numbers", numbers, sizeof numbers}};
    assert_int_equal(casus_image_write(path, parts, 2, NULL), CASUS_OK);
    casus_image image;
    assert_int_equal(casus_image_open(path, &image, NULL), CASUS_OK);
    uint32_t count;
    const uint32_t *const array = casus_image_array(&image, "numbers", sizeof *numbers, &count);
    assert_int_equal(count, 3);
    assert_memory_equal(array, numbers, sizeof numbers);
    size_t size;
    assert_null(casus_image_section(&image, "absent", &size));
    char copy[512];
    assert_true(image.mapping.size <= sizeof copy);
    const size_t whole = image.mapping.size;
    memcpy(copy, image.mapping.bytes, whole);
    casus_image_close(&image);
    for (size_t cut = 1; cut < whole; cut += 7) {
        write_file(path, copy, cut);
        if (casus_image_open(path, &image, NULL) != CASUS_OK) continue;
        const char *const bytes = casus_image_section(&image, "numbers", &size);
        for (size_t i = 0; i < size; i++) assert_true(bytes[i] >= 0);
        casus_image_close(&image);
    }
    copy[0] = 'X';
    write_file(path, copy, whole);
    assert_int_equal(casus_image_open(path, &image, NULL), CASUS_ERROR_DATA);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cutting_gives_each_field_once),
        cmocka_unit_test(numbers_that_overflow_are_refused),
        cmocka_unit_test(slices_stay_inside),
        cmocka_unit_test_setup_teardown(arena_memory_is_zeroed_and_kept, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(maps_find_what_was_put, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(stanzas_are_read_in_order, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(damaged_stanzas_name_their_line, with_arena, without_arena),
        cmocka_unit_test(damaged_images_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
