/* Surnames and acronyms that come again where the tagger took them for something else. */
#include "entity/link.h"

static casus_str last_word(const casus_str key)
{
    size_t at = key.size;
    while (at && key.at[at - 1] != ' ') at--;
    return casus_str_slice(key, at, SIZE_MAX);
}

/* What of a name may stand alone: a person's surname, an organisation's acronym. */
static casus_str echo_of(const casus_linker *const linker, const casus_draft *const draft)
{
    if (draft->dropped || (draft->source != DRAFT_UNKNOWN && draft->source != DRAFT_PERSON))
        return (casus_str){NULL, 0};
    if (draft->kind == KIND_PERSON && draft->first != draft->last) return last_word(draft->key);
    const bool acronym =
        draft->first == draft->last && casus_capitals(word_of(linker, draft->first)->form) >= 2;
    return acronym ? draft->key : (casus_str){NULL, 0};
}

static bool may_echo(const casus_linker *const linker, const uint32_t word)
{
    const linked_word *const at = &linker->words[word];
    const uint8_t upos = word_of(linker, word)->upos;
    if (at->name != CASUS_NONE || at->draft != CASUS_NONE || !at->upper) return false;
    if (at->title != CASUS_NONE || lex_is(at->land)) return false;
    if (word > linker->document->sentences.at[word_of(linker, word)->sentence].first &&
        upos != UPOS_PUNCT)
        return true; /* a capital within the sentence, whatever the tagger makes of it */
    return upos != UPOS_DET && upos != UPOS_ADP && upos != UPOS_CCONJ && upos != UPOS_SCONJ &&
           upos != UPOS_AUX && upos != UPOS_PART && upos != UPOS_NUM && upos != UPOS_PUNCT;
}

void find_echoes(casus_linker *const linker)
{
    casus_map known = {0};
    const uint32_t count = linker->drafts.count;
    if (linker->caseless) return;
    for (uint32_t i = 0; i < count; i++) {
        const casus_str echo = echo_of(linker, &linker->drafts.at[i]);
        if (echo.size > 1 && casus_map_get(&known, echo) == CASUS_NONE)
            casus_map_put(&known, linker->arena, echo, i);
    }
    if (!known.room) return;
    for (uint32_t word = 0; word < linker->document->words.count; word++) {
        if (!may_echo(linker, word)) continue;
        const uint32_t whole = casus_map_get(&known, key_of(linker, word, word));
        if (whole == CASUS_NONE) continue;
        casus_draft fresh = new_draft(linker, word, word, DRAFT_UNKNOWN);
        fresh.kind = linker->drafts.at[whole].kind;
        fresh.key = key_of(linker, word, word);
        fresh.name = text_of(linker, word, word);
        linker->words[word].name = add_draft(linker, fresh);
    }
}
