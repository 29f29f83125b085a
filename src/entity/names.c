/* Joining names: the same name, an abbreviation in brackets, initials, a part of the name. */
#include "entity/link.h"

static casus_str identity_of(const casus_linker *const linker, const casus_draft *const draft)
{
    if (lex_is(draft->actor))
        return casus_arena_format(linker->arena, "\1%u:%u", draft->actor.layer, draft->actor.index);
    if (lex_is(draft->person)) {
        const casus_lexicon *const layer = layer_of(linker, draft->person.layer);
        const casus_str id = lex_str(layer, layer->persons[draft->person.index].id);
        return casus_arena_format(linker->arena, "\2%.*s", (int)id.size, id.at);
    }
    return draft->key;
}

/* The letters that brackets give a name stand for it in the whole text, whatever else the lexicon
 * knows by them. */
static void spread_bracketed(casus_linker *const linker)
{
    casus_map known = {0};
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        const casus_draft *const at = &linker->drafts.at[i];
        if (at->bracketed && at->key.size && casus_map_get(&known, at->key) == CASUS_NONE)
            casus_map_put(&known, linker->arena, at->key, i);
    }
    if (!known.room) return;
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        casus_draft *const at = &linker->drafts.at[i];
        if (!draft_is_name(at) || at->bracketed ||
            casus_capitals(word_of(linker, at->head)->form) < 2)
            continue;
        const uint32_t given = casus_map_get(&known, at->key);
        if (given == CASUS_NONE || root_of(linker, given) == root_of(linker, i)) continue;
        const casus_draft *const whole = &linker->drafts.at[root_of(linker, given)];
        if (lex_is(at->actor) && !lex_same(at->actor, whole->actor)) {
            at->actor = LEX_NOBODY;
            at->node = 0;
            at->source = DRAFT_UNKNOWN;
            at->kind = whole->kind;
            at->sector = at->country = (casus_str){NULL, 0};
        }
        join_drafts(linker, given, i);
    }
}

static void join_same(casus_linker *const linker)
{
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        const casus_draft *const at = &linker->drafts.at[i];
        if (at->dropped || at->source == DRAFT_PRONOUN) continue;
        if (at->source == DRAFT_NOMINAL && !lex_is(at->actor)) continue;
        const casus_str identity = identity_of(linker, at);
        const uint32_t known = casus_map_get(&linker->names, identity);
        if (known == CASUS_NONE)
            casus_map_put(&linker->names, linker->arena, identity, i);
        else
            join_drafts(linker, known, i);
    }
}

/* The lexicon's word for either counts for both: a bracket that names another known actor is that
 * actor's (Awami League (AL)), unless both are known and differ. */
static void join_bracket(casus_linker *const linker, const uint32_t number)
{
    const casus_draft *const inner = &linker->drafts.at[number];
    if (inner->first < 2 || inner->last + 1 >= linker->document->words.count) return;
    if (!form_is(linker, inner->first - 1, "(") || !form_is(linker, inner->last + 1, ")")) return;
    const uint32_t outer = linker->words[inner->first - 2].name;
    if (outer == CASUS_NONE) return;
    casus_draft *const a = &linker->drafts.at[root_of(linker, outer)];
    casus_draft *const b = &linker->drafts.at[root_of(linker, number)];
    if (a->kind != b->kind && a->source != DRAFT_UNKNOWN && b->source != DRAFT_UNKNOWN) return;
    if (a->source == DRAFT_UNKNOWN) a->kind = b->kind;
    if (b->source == DRAFT_UNKNOWN) b->kind = a->kind;
    linker->drafts.at[number].bracketed = true;
    if (inner->node) { /* an ambiguous abbreviation means the name before it */
        b->actor = LEX_NOBODY;
        b->node = 0;
    }
    join_drafts(linker, outer, number);
}

static bool are_initials(const casus_draft *const longer, const casus_str letters)
{
    casus_str rest = longer->key, word;
    size_t at = 0;
    while (casus_str_cut(&rest, ' ', &word)) {
        if (at < letters.size && word.at[0] == letters.at[at])
            at++;
        else if (casus_str_equal(word, STR("of")) || casus_str_equal(word, STR("and")) ||
                 casus_str_equal(word, STR("the")) || casus_str_equal(word, STR("for")) ||
                 casus_str_equal(word, STR("'s")))
            continue;
        else
            return false;
    }
    return at == letters.size && at >= 2;
}

static casus_str last_token(const casus_str key)
{
    size_t at = key.size;
    while (at && key.at[at - 1] != ' ') at--;
    return casus_str_slice(key, at, SIZE_MAX);
}

/* Is `part` the words of `whole` at its end (Asif), at its beginning (Hezb) or in between? */
static bool is_part_of(const casus_str part, const casus_str whole)
{
    if (part.size >= whole.size) return false;
    const size_t at = casus_str_find(whole, part);
    if (at == SIZE_MAX) return false;
    const bool left = at == 0 || whole.at[at - 1] == ' ';
    const bool right = at + part.size == whole.size || whole.at[at + part.size] == ' ';
    return left && right;
}

static bool is_short_form(const casus_linker *const linker, const casus_draft *const part,
                          const casus_draft *const whole)
{
    if (whole->kind == KIND_PERSON) {
        if (part->kind != KIND_PERSON && part->source != DRAFT_UNKNOWN) return false;
        const casus_str key = whole->key.size > part->key.size ? whole->key : whole->name;
        if (casus_str_equal(last_token(key), part->key)) return true;
        return is_part_of(part->key, key) && casus_str_find(part->key, STR(" ")) != SIZE_MAX;
    }
    if (part->kind == KIND_PERSON && part->titled) return false;
    if (part->first == part->last && casus_capitals(word_of(linker, part->first)->form) >= 2)
        return are_initials(whole, part->key);
    /* the Observatory, the Department: its last or first word, which says what it is */
    return word_is(linker, part->head, CUE_ORGANISATION) && is_part_of(part->key, whole->key);
}

/* A surname that the lexicon knows, and a full name of the text that ends with it: one person where
 * their names begin alike (spellings differ), else the text's own. */
static bool is_surname_of(const casus_draft *const part, const casus_draft *const whole)
{
    return part->source == DRAFT_PERSON && whole->source == DRAFT_UNKNOWN &&
           whole->kind == KIND_PERSON && casus_str_find(part->key, STR(" ")) == SIZE_MAX &&
           whole->key.size > part->key.size && casus_str_equal(last_token(whole->key), part->key);
}

static void give_way(casus_linker *const linker, casus_draft *const part,
                     const casus_draft *const whole)
{
    const casus_str known = casus_tokens_key(linker->arena, part->name);
    if (known.size && known.at[0] == whole->key.at[0]) return;
    part->source = DRAFT_UNKNOWN;
    part->person = LEX_NOBODY;
    part->affiliation = LEX_NOBODY;
    part->sector = part->country = part->office = (casus_str){NULL, 0};
    part->name = part->key;
}

static void settle_surnames(casus_linker *const linker)
{
    enum { WINDOW = 400 };
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        casus_draft *const part = &linker->drafts.at[i];
        if (part->source != DRAFT_PERSON || part->dropped) continue;
        const uint32_t from = i > WINDOW ? i - WINDOW : 0;
        for (uint32_t j = from; j < linker->drafts.count && j < i + WINDOW; j++) {
            casus_draft *const whole = &linker->drafts.at[j];
            if (!is_surname_of(part, whole)) continue;
            give_way(linker, part, whole);
            if (part->source == DRAFT_PERSON) join_drafts(linker, i, j);
            break;
        }
    }
}

static void join_short_forms(casus_linker *const linker)
{
    enum { WINDOW = 400 };
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        const casus_draft *const part = &linker->drafts.at[i];
        if (part->source != DRAFT_UNKNOWN || part->dropped) continue;
        const uint32_t from = i > WINDOW ? i - WINDOW : 0;
        const uint32_t to = i + WINDOW < linker->drafts.count ? i + WINDOW : linker->drafts.count;
        for (uint32_t j = from; j < to; j++) {
            const casus_draft *const whole = &linker->drafts.at[j];
            if (j == i || !draft_is_name(whole) || whole->source == DRAFT_TERRITORY ||
                whole->source == DRAFT_ADJECTIVE)
                continue;
            if (!is_short_form(linker, part, whole)) continue;
            linker->drafts.at[root_of(linker, i)].kind = whole->kind;
            if (join_drafts(linker, i, j)) break;
        }
    }
}

void join_names(casus_linker *const linker)
{
    const uint32_t count = linker->drafts.count;
    for (uint32_t i = 0; i < count; i++)
        if (draft_is_name(&linker->drafts.at[i])) join_bracket(linker, i);
    spread_bracketed(linker);
    settle_surnames(linker);
    join_same(linker);
    join_short_forms(linker);
    join_appositions(linker);
}
