#include "entity/link.h"

#include "text/fold.h"

casus_deprel relation_of(const casus_linker *const linker, const uint32_t word)
{
    return casus_deprel_main((casus_deprel)word_of(linker, word)->deprel);
}

uint32_t head_of_span(const casus_linker *const linker, const uint32_t first, const uint32_t last)
{
    uint32_t found = last;
    for (uint32_t i = first; i <= last; i++) {
        const uint32_t head = word_of(linker, i)->head;
        if (head >= first && head <= last && head != i) continue;
        if (word_of(linker, i)->upos == UPOS_PUNCT) continue;
        found = i;
        if (!has_child(linker, i, DEP_CASE)) break;
    }
    return found;
}

uint32_t case_of(const casus_linker *const linker, const uint32_t word)
{
    for (EACH_CHILD(linker->document, word, child))
        if (word_of(linker, child)->deprel == DEP_CASE && child < word) return child;
    return CASUS_NONE;
}

bool has_child(const casus_linker *const linker, const uint32_t word, const casus_deprel relation)
{
    for (EACH_CHILD(linker->document, word, child))
        if (relation_of(linker, child) == relation) return true;
    return false;
}

uint32_t first_conjunct(const casus_linker *const linker, uint32_t word)
{
    for (uint32_t depth = 0; depth < CASUS_LIMIT_SENTENCE; depth++) {
        if (word_of(linker, word)->deprel != DEP_CONJ) break;
        word = word_of(linker, word)->head;
    }
    return word;
}

static bool is_predicate(const casus_linker *const linker, const uint32_t word)
{
    const casus_word *const at = word_of(linker, word);
    if (at->upos == UPOS_VERB || at->upos == UPOS_AUX) return true;
    return has_child(linker, word, DEP_COP) || has_child(linker, word, DEP_NSUBJ);
}

uint32_t clause_of(const casus_linker *const linker, uint32_t word)
{
    for (uint32_t depth = 0; depth < CASUS_LIMIT_SENTENCE; depth++) {
        const uint32_t head = word_of(linker, word)->head;
        if (head == word) return word;
        word = head;
        if (is_predicate(linker, word)) return word;
    }
    return word;
}

casus_str text_of(const casus_linker *const linker, const uint32_t first, const uint32_t last)
{
    const casus_span span = {word_of(linker, first)->span.begin, word_of(linker, last)->span.end};
    return casus_document_text(linker->document, span);
}

casus_str key_of(const casus_linker *const linker, const uint32_t first, const uint32_t last)
{
    return casus_tokens_key(linker->arena, text_of(linker, first, last));
}

const lex_actor *lex_actor_of(const casus_linker *const linker, const lex_ref ref)
{
    if (!lex_is(ref) || ref.layer >= LAYERS) return NULL;
    const casus_lexicon *const layer = layer_of(linker, ref.layer);
    return ref.index < layer->actor_count ? &layer->actors[ref.index] : NULL;
}

casus_draft new_draft(const casus_linker *const linker, const uint32_t first, const uint32_t last,
                      const draft_source source)
{
    return (casus_draft){.first = first,
                         .last = last,
                         .head = head_of_span(linker, first, last),
                         .source = source,
                         .actor = LEX_NOBODY,
                         .person = LEX_NOBODY,
                         .role = LEX_NOBODY,
                         .affiliation = LEX_NOBODY,
                         .affiliation_draft = CASUS_NONE};
}

uint32_t add_draft(casus_linker *const linker, const casus_draft fresh)
{
    const uint32_t number = linker->drafts.count;
    VEC_PUSH(&linker->drafts, linker->arena, fresh);
    linker->drafts.at[number].parent = number;
    linker->drafts.at[number].carrier = fresh.head;
    linker->words[fresh.head].draft = number;
    return number;
}

void take_actor(const casus_linker *const linker, casus_draft *const draft, const lex_ref actor)
{
    const lex_actor *const found = lex_actor_of(linker, actor);
    if (!found) return;
    const casus_lexicon *const layer = layer_of(linker, actor.layer);
    draft->actor = actor;
    draft->kind = (casus_kind)found->kind;
    draft->sector = lex_str(layer, found->sector);
    draft->country = lex_str(layer, found->country);
    draft->name = lex_str(layer, found->name);
    draft->plural = draft->kind == KIND_PEOPLE;
    draft->armed = casus_str_equal(draft->sector, STR("MIL")) ||
                   casus_str_equal(draft->sector, STR("REB")) ||
                   casus_str_equal(draft->sector, STR("COP"));
}

void take_person(const casus_linker *const linker, casus_draft *const draft, const lex_ref person)
{
    const casus_lexicon *const layer = layer_of(linker, person.layer);
    if (person.index >= layer->person_count) return;
    const lex_person *const found = &layer->persons[person.index];
    draft->person = person;
    draft->kind = KIND_PERSON;
    draft->sector = lex_str(layer, found->sector);
    draft->country = lex_str(layer, found->country);
    draft->office = casus_tokens_key(linker->arena, lex_str(layer, found->office));
    draft->name = lex_str(layer, found->name);
    draft->affiliation = (lex_ref){person.layer, found->body};
    if (found->body == CASUS_NONE) draft->affiliation = LEX_NOBODY;
}
