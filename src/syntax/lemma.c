#include "syntax/lemma.h"

uint32_t casus_table_get(const casus_table *const table, const uint64_t key)
{
    if (!table->room) return 0;
    uint32_t slot = (uint32_t)key & (table->room - 1);
    for (uint32_t tries = 0; tries < table->room; tries++) {
        const casus_slot *const at = &table->slots[slot];
        if (!at->value || at->tag == (uint32_t)(key >> 32)) return at->value;
        slot = (slot + 1) & (table->room - 1);
    }
    return 0;
}

uint64_t casus_lemma_key(const casus_str text, const bool whole, const uint8_t upos,
                         const uint32_t features)
{
    const uint64_t kind = ((uint64_t)features << 16) + ((uint64_t)upos << 4) + 8 + whole;
    return casus_str_hash(text, kind * UINT64_C(0x9e3779b97f4a7c15)); /* see units.c */
}

static bool is_upper(const char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static char lower(const char byte)
{
    return is_upper(byte) ? (char)(byte | 0x20) : byte;
}

static size_t common(const casus_str form, const casus_str lemma, const bool lowered)
{
    size_t at = 0;
    while (at < form.size && at < lemma.size &&
           (lowered ? lower(form.at[at]) : form.at[at]) == lemma.at[at])
        at++;
    return at;
}

/* Whether a character begins at `at` (or the text ends there). */
static bool is_boundary(const casus_str text, const size_t at)
{
    return at >= text.size || ((unsigned char)text.at[at] & 0xc0) != 0x80;
}

bool casus_script_find(const casus_str form, const casus_str lemma, casus_script *const script)
{
    bool lowered = true;
    for (size_t i = 0; i < lemma.size; i++) lowered &= !is_upper(lemma.at[i]);
    size_t prefix = common(form, lemma, lowered);
    while (!is_boundary(form, prefix) || !is_boundary(lemma, prefix)) prefix--;
    memset(script, 0, sizeof *script);
    if (form.size - prefix > UINT8_MAX || lemma.size - prefix > CASUS_SCRIPT_BYTES) return false;
    script->cut = (uint8_t)(form.size - prefix);
    script->lower = lowered;
    script->size = (uint8_t)(lemma.size - prefix);
    memcpy(script->add, lemma.at + prefix, lemma.size - prefix);
    return true;
}

casus_str casus_script_apply(casus_arena *const arena, const casus_script *const script,
                             const casus_str form)
{
    if (script->cut > form.size || script->size > CASUS_SCRIPT_BYTES ||
        !is_boundary(form, form.size - script->cut))
        return form;
    const casus_str rest = {form.at, form.size - script->cut};
    bool changes = script->size != 0;
    for (size_t i = 0; i < rest.size && script->lower; i++) changes |= is_upper(rest.at[i]);
    if (!changes) return rest.size ? rest : form;
    char *const lemma = ARENA_ARRAY(arena, char, rest.size + script->size + 1);
    for (size_t i = 0; i < rest.size; i++)
        lemma[i] = script->lower ? lower(rest.at[i]) : rest.at[i];
    memcpy(lemma + rest.size, script->add, script->size);
    return (casus_str){lemma, rest.size + script->size};
}
