#include "coding/unnamed.h"

#include "coding/parties.h"
#include "coding/tree.h"

enum { CONJUNCTS = 6, MODIFIERS = 3 };

/* A common noun that is no actor, place, time or happening of its own. */
static bool is_unnamed(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint8_t upos = tree_word(document, word)->upos;
    return (upos == UPOS_NOUN || upos == UPOS_PROPN) && party_over(coding, word) == CASUS_NONE &&
           document->place_at[word] == CASUS_NONE && document->time_at[word] == CASUS_NONE &&
           !match_is_event_noun(coding, word);
}

static void hint_heads(coder_state *const coding, event_draft *const draft, const uint32_t word,
                       const role_hint hint, const int depth)
{
    const casus_document *const document = coding->document;
    if (word != draft->word && is_unnamed(coding, word)) {
        role_hint one = hint;
        one.noun = word;
        VEC_PUSH(&draft->hints, coding->arena, one);
    }
    if (depth == 0) return;
    for (EACH_CHILD(document, word, child))
        if (tree_main_deprel(document, child) == DEP_CONJ && !tree_is_verbal(document, child))
            hint_heads(coding, draft, child, hint, depth - 1);
}

void unnamed_hint(coder_state *const coding, event_draft *const draft, const uint32_t word,
                  const role_way way, const uint16_t key)
{
    const role_hint hint = {CASUS_NONE, CASUS_NONE, CASUS_NONE, key, way, true, false};
    hint_heads(coding, draft, word, hint, CONJUNCTS);
}

casus_span unnamed_span(const casus_document *const document, const uint32_t word)
{
    const uint32_t from = document->sentences.at[tree_word(document, word)->sentence].first;
    uint32_t first = word;
    while (first > from && word - first < MODIFIERS &&
           tree_word(document, first - 1)->head == word) {
        const casus_deprel deprel = tree_main_deprel(document, first - 1);
        if (deprel != DEP_COMPOUND && deprel != DEP_AMOD) break;
        first--;
    }
    return tree_span(document, first, word);
}

uint32_t unnamed_party(coder_state *const coding, const uint32_t word)
{
    casus_document *const document = coding->document;
    casus_record *const record = &document->record;
    const casus_span span = unnamed_span(document, word);
    const casus_str name = casus_document_text(document, span);
    for (uint32_t i = 0; i < record->actors.count; i++)
        if (!record->actors.at[i].id.size && casus_str_equal(record->actors.at[i].name, name))
            return i;
    return party_add(
        coding,
        (casus_actor){
            .name = name, .kind = KIND_PEOPLE, .sector = STR("UNK"), .affiliation = CASUS_NONE},
        word, span);
}
