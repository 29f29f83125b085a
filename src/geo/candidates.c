/* Spans that may be toponyms: names of the gazetteer, longest first; unknown.c adds others. */
#include <math.h>
#include <stdlib.h>

#include "geo/names.h"
#include "geo/tagger.h"
#include "text/fold.h"

double casus_geo_fame(const casus_geo_view *const view, const casus_geo_kind kind)
{
    const bool high = view->feature->precision >= PLACE_PROVINCE;
    const double weight = view->feature->precision == PLACE_CITY ? 0.8 : 0.6;
    double fame = (double)view->feature->prior + weight * log10((double)view->population + 1);
    if (view->ours) fame += 0.7;
    if (kind == NAME_OTHER) fame -= high ? 1 : 1.8;
    if (kind == NAME_STRIPPED) fame -= high ? 0.3 : 1.5;
    return fame;
}

casus_str casus_geo_join(const geo_tagger *const tagger, const uint32_t first, const uint32_t end,
                         char *const buffer, const size_t room)
{
    size_t size = 0;
    for (uint32_t i = first; i < end; i++) {
        const geo_token *const token = &tagger->tokens[i];
        if (token->hyphen && i > first && i + 1 < end) continue;
        const bool clitic = token->key.size && token->key.at[0] == '\'';
        if (token->key.size == 0 || size + token->key.size + 1 >= room) return (casus_str){NULL, 0};
        if (clitic && i + 1 == end) return (casus_str){NULL, 0};
        if (size && !clitic) buffer[size++] = ' ';
        for (size_t k = 0; k < token->key.size; k++)
            if (token->key.at[k] != '\'') buffer[size++] = token->key.at[k];
    }
    return (casus_str){buffer, size};
}

static bool may_begin(const geo_tagger *const tagger, const uint32_t word)
{
    const geo_token *const token = &tagger->tokens[word];
    if (token->key.size < 2) return false;
    if (tagger->caseless && geo_cue(tagger, word, CUE_STOP)) return false;
    if (token->capital == CAPITAL_NONE && geo_cue(tagger, word, CUE_PARTICLE) &&
        word + 2 < geo_end(tagger, word) && tagger->tokens[word + 1].hyphen)
        return tagger->tokens[word + 2].capital != CAPITAL_NONE; /* al-Hol */
    return tagger->caseless || token->capital != CAPITAL_NONE;
}

static bool may_end(const geo_tagger *const tagger, const uint32_t first, const uint32_t last)
{
    const geo_token *const token = &tagger->tokens[last];
    if (tagger->caseless || token->capital != CAPITAL_NONE) return true;
    return token->feature != CASUS_NONE && last > first; /* Blue Nile state */
}

/* Keeps the postings that are places; gives the best kind and fame. */
static bool weigh(const geo_tagger *const tagger, geo_candidate *const candidate)
{
    casus_geo_view view;
    bool any = false;
    candidate->kind = NAME_KINDS;
    candidate->fame = -9;
    for (uint32_t i = 0; i < candidate->hits.count; i++) {
        const casus_geo_posting *const posting = &candidate->hits.at[i];
        if (posting->kind >= NAME_CUE || !casus_geo_look(tagger->gazetteer, posting->value, &view))
            continue;
        const double fame = casus_geo_fame(&view, (casus_geo_kind)posting->kind);
        candidate->ours |= view.ours && posting->kind == NAME_MAIN;
        if (any && fame <= candidate->fame) continue;
        any = true;
        candidate->fame = fame;
        candidate->precision = view.feature->precision;
        candidate->kind = (casus_geo_kind)posting->kind;
    }
    return any;
}

/* Abbreviations and words of two or three letters have to be written in capitals. */
static bool well_written(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const geo_token *const token = &tagger->tokens[candidate->first];
    if (candidate->end > candidate->first + 1 || tagger->caseless) return true;
    if (!geo_cue(tagger, candidate->first, CUE_CAPITALS)) return true;
    const casus_str form = tagger->document->words.at[candidate->first].form;
    const bool dotted = memchr(form.at, '.', form.size) != NULL;
    return dotted || (token->capital == CAPITAL_ALL && !token->shouted);
}

/* A word for a kind of place, body or person; a hamlet called Hospital is not what is meant. */
static bool is_generic(const geo_tagger *const tagger, const uint32_t word)
{
    return geo_cue(tagger, word, CUE_SITE) || geo_cue(tagger, word, CUE_WAY) ||
           geo_cue(tagger, word, CUE_ORGANISATION) || geo_cue(tagger, word, CUE_TITLE) ||
           tagger->tokens[word].feature != CASUS_NONE;
}

static bool add_known(geo_tagger *const tagger, const uint32_t first, const uint32_t end,
                      const casus_str key, const casus_span part)
{
    if (end == first + 1 && geo_cue(tagger, first, CUE_STOP)) return false;
    geo_candidate candidate = {.first = first, .end = end, .cover = end, .part = part};
    candidate.feature = candidate.place = CASUS_NONE;
    candidate.hits = casus_geo_find(tagger->gazetteer, key);
    if (!weigh(tagger, &candidate) || !well_written(tagger, &candidate)) return false;
    if (tagger->caseless && key.size < 4) return false;
    if (end == first + 1 && is_generic(tagger, first) && candidate.fame < 5) return false;
    candidate.key = casus_arena_copy(tagger->arena, key);
    for (uint32_t i = first; i < end; i++) tagger->tokens[i].candidate = tagger->candidates.count;
    VEC_PUSH(&tagger->candidates, tagger->arena, candidate);
    return true;
}

/* Turkish-backed, anti-Russian, Goleta-to-Carpinteria: the first capitalised part that is a name of
 * a well-known place. */
static void look_inside(geo_tagger *const tagger, const uint32_t word)
{
    const casus_word *const source = &tagger->document->words.at[word];
    for (size_t begin = 0; begin < source->form.size;) {
        size_t end = begin;
        while (end < source->form.size && source->form.at[end] != '-' &&
               source->form.at[end] != '/')
            end++;
        const casus_str part = casus_str_slice(source->form, begin, end - begin);
        const casus_span span = {source->span.begin + (uint32_t)begin,
                                 source->span.begin + (uint32_t)end};
        const bool whole = part.size == source->form.size;
        if (!whole && part.size > 1 && casus_is_capitalised(part) &&
            source->span.end - source->span.begin == source->form.size &&
            add_known(tagger, word, word + 1, casus_geo_key(tagger->arena, part), span)) {
            geo_candidate *const made = &tagger->candidates.at[tagger->candidates.count - 1];
            made->use = USE_ASSOCIATIVE;
            if (made->fame >= 3.5) return;
            made->end = made->first; /* dropped */
            tagger->tokens[word].candidate = CASUS_NONE;
        }
        begin = end + 1;
    }
}

static uint32_t longest(geo_tagger *const tagger, const uint32_t first)
{
    const uint32_t most = geo_end(tagger, first);
    for (uint32_t length = GEO_LONGEST; length > 0; length--) {
        const uint32_t end = first + length;
        char buffer[160];
        if (end > most || !may_end(tagger, first, end - 1)) continue;
        const casus_str key = casus_geo_join(tagger, first, end, buffer, sizeof buffer);
        if (key.size < 2) continue;
        if (!add_known(tagger, first, end, key, (casus_span){0, 0})) continue;
        return end;
    }
    look_inside(tagger, first);
    return first + 1;
}

static int by_position(const void *const a, const void *const b)
{
    const geo_candidate *const x = a, *const y = b;
    return (x->first > y->first) - (x->first < y->first);
}

/* In text order, without those that others swallowed; the words point to them again. */
static void put_in_order(geo_tagger *const tagger)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < tagger->candidates.count; i++)
        if (tagger->candidates.at[i].end > tagger->candidates.at[i].first)
            tagger->candidates.at[kept++] = tagger->candidates.at[i];
    tagger->candidates.count = kept;
    if (kept) qsort(tagger->candidates.at, kept, sizeof *tagger->candidates.at, by_position);
    for (uint32_t i = 0; i < tagger->document->words.count; i++)
        tagger->tokens[i].candidate = CASUS_NONE;
    for (uint32_t i = 0; i < kept; i++)
        for (uint32_t w = tagger->candidates.at[i].first; w < tagger->candidates.at[i].end; w++)
            tagger->tokens[w].candidate = i;
}

void casus_geo_candidates(geo_tagger *const tagger)
{
    const uint32_t count = tagger->document->words.count;
    for (uint32_t i = 0; i < count;) i = may_begin(tagger, i) ? longest(tagger, i) : i + 1;
    casus_geo_unknown(tagger);
    put_in_order(tagger);
}
