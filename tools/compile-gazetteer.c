/* Compiles the lists of places into the image that casus maps.
 *
 *     compile-gazetteer OUT.img FILE…
 *
 * Files are told apart by their names and have to come in the order that compile.h gives; *.xz is
 * unpacked on the way. */
#include <lzma.h>
#include <stdio.h>
#include <stdlib.h>

#include "geo/compile.h"

enum { MOST = 512 << 20 }; /* bytes of one unpacked file */

static casus_str unpack(casus_arena *const arena, const casus_str packed)
{
    size_t room = packed.size * 8 + 4096;
    for (;; room *= 2) {
        uint8_t *const bytes = ARENA_ARRAY(arena, uint8_t, room);
        uint64_t memory = UINT64_MAX;
        size_t in = 0, out = 0;
        const lzma_ret result =
            lzma_stream_buffer_decode(&memory, LZMA_FAIL_FAST, NULL, (const uint8_t *)packed.at,
                                      &in, packed.size, bytes, &out, room);
        if (result == LZMA_OK) return (casus_str){(const char *)bytes, out};
        if (result != LZMA_BUF_ERROR || room > MOST) return (casus_str){NULL, 0};
    }
}

static casus_code add(casus_geo_builder *const builder, casus_arena *const arena,
                      const char *const path, casus_error *const error)
{
    char *bytes;
    size_t size;
    const casus_code code = casus_file_read(path, MOST, &bytes, &size, error);
    if (code != CASUS_OK) return code;
    casus_str text = casus_arena_copy(arena, (casus_str){bytes, size});
    free(bytes);
    const char *const slash = strrchr(path, '/');
    casus_str name = casus_str_from(slash ? slash + 1 : path);
    if (casus_str_ends(name, STR(".xz"))) {
        name = casus_arena_copy(arena, casus_str_slice(name, 0, name.size - 3));
        text = unpack(arena, text);
        if (!text.at) return casus_fail(error, CASUS_ERROR_DATA, 0, 0, "damaged xz file");
    }
    return casus_geo_builder_add(builder, name.at, text, error);
}

int main(const int count, char **const arguments)
{
    if (count < 3) {
        fprintf(stderr, "usage: compile-gazetteer OUT.img FILE...\n");
        return 2;
    }
    casus_error error = {0};
    casus_arena *const arena = casus_arena_create();
    if (!arena) return 70;
    casus_geo_builder *const builder = casus_geo_builder_new(arena, NULL);
    casus_code code = CASUS_OK;
    int at = 2;
    for (; code == CASUS_OK && at < count; at++) code = add(builder, arena, arguments[at], &error);
    casus_geo_layer layer;
    if (code == CASUS_OK) {
        casus_geo_builder_finish(builder, &layer);
        at = 2;
        code = casus_geo_write(arguments[1], &layer, &error);
    }
    if (code != CASUS_OK)
        fprintf(stderr, "%s:%u: %s: %s\n", arguments[at - 1], (unsigned)error.line,
                casus_code_message(code), error.detail);
    casus_arena_destroy(arena);
    return code == CASUS_OK ? 0 : 1;
}
