/* Any bytes as a lexicon file of any form, compiled and looked into. */
#include "entity/build.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const names[] = {"actors.txt", "roles.tsv", "cues.txt"};

int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    if (size < 2) return 0;
    casus_arena *const arena = casus_arena_create();
    casus_lexicon lexicon;
    lex_builder *const builder = lex_builder_create(arena, NULL, NULL);
    const casus_str text = {(const char *)bytes + 1, size - 1};
    lex_builder_text(builder, names[bytes[0] % 3], casus_arena_copy(arena, text));
    lex_builder_finish(builder, &lexicon);
    lex_find(&lexicon, arena, casus_str_slice(text, 0, 64));
    lex_state(&lexicon, casus_str_slice(text, 0, 3));
    casus_arena_destroy(arena);
    return 0;
}
