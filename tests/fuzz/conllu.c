/* Any bytes as CoNLL-U: heads stay inside of their sentences. */
#include <stdlib.h>

#include "syntax/conllu.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    casus_arena *const arena = casus_arena_create();
    casus_conllu bank;
    if (casus_conllu_read(arena, (casus_str){(const char *)bytes, size}, &bank, NULL) == CASUS_OK)
        for (uint32_t s = 0; s < bank.sentences.count; s++) {
            const casus_conllu_sentence *const at = &bank.sentences.at[s];
            if (!at->count || at->first + at->count > bank.words.count) abort();
            for (uint32_t i = 0; i < at->count; i++)
                if (bank.words.at[at->first + i].head > at->count) abort();
        }
    casus_arena_destroy(arena);
    return 0;
}
