/* Any bytes as HTML. */
#include "ingest/ingest.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    casus_arena *const arena = casus_arena_create();
    casus_article article = {.text = STR("")};
    casus_error error;
    casus_article_from_html(arena, (casus_str){(const char *)bytes, size}, &article, &error);
    casus_arena_destroy(arena);
    return 0;
}
