/* Words with their folded form, their capitals and the cues that they or phrases of them are. */
#include "geo/names.h"
#include "geo/tagger.h"
#include "text/fold.h"

static bool is_hyphen(const casus_str form)
{
    return casus_str_equal(form, STR("-")) || casus_str_equal(form, STR("‐")) ||
           casus_str_equal(form, STR("‑")) || casus_str_equal(form, STR("–"));
}

static bool has_letter(const casus_str key)
{
    for (size_t i = 0; i < key.size; i++)
        if ((key.at[i] | 32) >= 'a' && (key.at[i] | 32) <= 'z')
            return true;
        else if ((unsigned char)key.at[i] >= 0x80 || (key.at[i] >= '0' && key.at[i] <= '9'))
            return true;
    return false;
}

/* al-Bab, el-Obeid, d'Ivoire: the capital stands behind a few letters and a mark. */
static bool is_capitalised_behind(const casus_str form, const casus_str mark, const size_t most)
{
    const size_t at = casus_str_find(form, mark);
    return at <= most && casus_is_capitalised(casus_str_slice(form, at + mark.size, SIZE_MAX));
}

static void read_word(geo_tagger *const tagger, const uint32_t word)
{
    geo_token *const token = &tagger->tokens[word];
    const casus_word *const source = &tagger->document->words.at[word];
    *token = (geo_token){.feature = CASUS_NONE, .phrase = word, .candidate = CASUS_NONE};
    token->initial = word == geo_begin(tagger, word);
    token->hyphen = is_hyphen(source->form) && word > 0 && !token->initial &&
                    !(source->flags & WORD_SPACE_AFTER) &&
                    !(tagger->document->words.at[word - 1].flags & WORD_SPACE_AFTER);
    token->key = casus_fold(tagger->arena, source->form);
    if (!has_letter(token->key)) token->key = (casus_str){NULL, 0};
    if (casus_is_all_capitals(source->form))
        token->capital = CAPITAL_ALL;
    else if (casus_is_capitalised(source->form))
        token->capital = CAPITAL_FIRST;
    else if (is_capitalised_behind(source->form, STR("-"), 4) ||
             is_capitalised_behind(source->form, STR("'"), 1) ||
             is_capitalised_behind(source->form, STR("’"), 1))
        token->capital = CAPITAL_FIRST;
}

/* A preposition or the like, which titles write small. */
static bool is_small_word(const geo_tagger *const tagger, const uint32_t word)
{
    return geo_cue(tagger, word, CUE_LOCATIVE) || geo_cue(tagger, word, CUE_NEAR) ||
           geo_cue(tagger, word, CUE_PARTY) || geo_cue(tagger, word, CUE_STOP);
}

/* Whether capitals mean anything: per document and per sentence. */
static void weigh_capitals(geo_tagger *const tagger)
{
    const casus_document *const document = tagger->document;
    uint32_t inside = 0, capitals = 0;
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        const casus_sentence *const sentence = &document->sentences.at[s];
        uint32_t words = 0, high = 0;
        for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            const geo_token *const token = &tagger->tokens[i];
            if (token->key.size < 2) continue;
            inside++;
            capitals += token->capital != CAPITAL_NONE;
            if (token->key.size < 4 || is_small_word(tagger, i)) continue;
            words++;
            high += token->capital != CAPITAL_NONE;
        }
        if (words < 4 || high < words) continue; /* a title writes its verbs large too */
        for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++)
            tagger->tokens[i].shouted = true;
    }
    tagger->caseless = inside > 8 && capitals * 100 < inside;
}

static void mark_phrase(geo_tagger *const tagger, const uint32_t first, const uint32_t end,
                        const casus_geo_hits *const hits)
{
    geo_token *const last = &tagger->tokens[end - 1];
    for (uint32_t i = 0; i < hits->count; i++) {
        const casus_geo_posting *const posting = &hits->at[i];
        if (posting->kind == NAME_CUE && posting->value < CUE_COUNT) {
            if (first + 1 < end) last->phrase = first;
            last->cues |= 1u << posting->value;
            if (posting->value == CUE_TITLE || posting->value == CUE_ORGANISATION)
                for (uint32_t w = first; w < end; w++)
                    tagger->tokens[w].cues |= 1u << posting->value;
        }
        if (posting->kind == NAME_TYPE && (last->feature == CASUS_NONE || first + 1 < end)) {
            last->feature = posting->value;
            last->phrase = first;
        }
    }
}

/* Phrases of up to three words; longer ones are looked at later and win. */
static void mark_cues(geo_tagger *const tagger)
{
    const uint32_t count = tagger->document->words.count;
    char buffer[128];
    for (uint32_t length = 1; length <= 3; length++)
        for (uint32_t first = 0; first + length <= count; first++) {
            size_t size = 0;
            bool fits = geo_end(tagger, first) >= first + length;
            for (uint32_t i = first; fits && i < first + length; i++) {
                const casus_str key = tagger->tokens[i].key;
                fits = key.size > 0 && size + key.size + 1 < sizeof buffer;
                if (!fits) break;
                if (size) buffer[size++] = ' ';
                memcpy(buffer + size, key.at, key.size);
                size += key.size;
            }
            if (!fits) continue;
            const casus_geo_hits hits =
                casus_geo_find(tagger->gazetteer, (casus_str){buffer, size});
            mark_phrase(tagger, first, first + length, &hits);
        }
}

static bool in_run(const geo_tagger *const tagger, const uint32_t word)
{
    const geo_token *const token = &tagger->tokens[word];
    return token->capital != CAPITAL_NONE && token->key.size > 0 &&
           !(geo_cue(tagger, word, CUE_STOP) &&
             (token->initial ||
              (token->capital != CAPITAL_ALL && !geo_cue(tagger, word, CUE_FRONT))));
}

/* Runs of capitalised words; particles (de, bin, al) and hyphens join those around them. */
static void mark_runs(geo_tagger *const tagger)
{
    const uint32_t count = tagger->document->words.count;
    for (uint32_t i = 0; i < count;) {
        if (!in_run(tagger, i)) {
            tagger->tokens[i].run = tagger->tokens[i].run_end = i;
            i++;
            continue;
        }
        uint32_t end = i + 1;
        const uint32_t most = geo_end(tagger, i);
        for (uint32_t next = end; next < most && next < end + 3; next++) {
            if (in_run(tagger, next))
                end = next + 1;
            else if (!tagger->tokens[next].hyphen && !geo_cue(tagger, next, CUE_PARTICLE))
                break;
        }
        for (uint32_t w = i; w < end; w++) {
            tagger->tokens[w].run = i;
            tagger->tokens[w].run_end = end;
        }
        i = end;
    }
}

void casus_geo_tokens(geo_tagger *const tagger)
{
    const uint32_t count = tagger->document->words.count;
    tagger->tokens = ARENA_ARRAY(tagger->arena, geo_token, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        read_word(tagger, i);
        if (tagger->document->words.at[i].upos != UPOS_NONE) tagger->parsed = true;
    }
    mark_cues(tagger);
    weigh_capitals(tagger);
    mark_runs(tagger);
}
