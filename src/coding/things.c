#include "coding/things.h"

#include "coding/tree.h"
#include "text/fold.h"

const thing_class *things_class(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, word);
    if (at->upos != UPOS_NOUN && at->upos != UPOS_PROPN) return NULL;
    const casus_str lemma = casus_lower(coding->arena, at->lemma);
    if (word > document->sentences.at[at->sentence].first) {
        const casus_str before = casus_lower(coding->arena, tree_word(document, word - 1)->lemma);
        const casus_str both = casus_arena_format(coding->arena, "%.*s %.*s", (int)before.size,
                                                  before.at, (int)lemma.size, lemma.at);
        const thing_class *const found = ontology_thing(coding->ontology, both);
        if (found) return found;
    }
    return ontology_thing(coding->ontology, lemma);
}
