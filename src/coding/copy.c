#include "coding/copy.h"

#include "base/map.h"
#include "coding/features.h"
#include "coding/tree.h"
#include "text/fold.h"

/* Words seen; fewer tell too little; the first year of another time. */
enum { WORDS_MOST = 300, WORDS_LEAST = 30 };
static const char LATER[] = "2000";

static bool tells(const casus_word *const word)
{
    return word->upos == UPOS_NOUN || word->upos == UPOS_PROPN || word->upos == UPOS_VERB ||
           word->upos == UPOS_ADJ || word->upos == UPOS_NUM;
}

static bool is_later_year(const casus_str form)
{
    return form.size == sizeof LATER - 1 && casus_str_starts(form, STR("20")) &&
           form.at[2] >= '0' && form.at[2] <= '9' && form.at[3] >= '0' && form.at[3] <= '9';
}

/* The text itself names a year of another time. */
static bool is_later(const casus_document *const document)
{
    for (uint32_t i = 0; i < document->words.count; i++)
        if (is_later_year(tree_word(document, i)->form)) return true;
    return false;
}

static void tell_countries(const casus_document *const document, judge_features *const features)
{
    casus_map seen = {0};
    for (uint32_t i = 0; i < document->record.places.count; i++) {
        const casus_str country = document->record.places.at[i].country;
        if (!country.size || casus_map_get(&seen, country) != CASUS_NONE) continue;
        casus_map_put(&seen, features->arena, country, 1);
        judge_add(features, "country", country);
    }
}

/* Each word once, in lower case: copy with and without case looks the same. */
static uint32_t describe(const casus_document *const document, judge_features *const features)
{
    casus_map seen = {0};
    for (uint32_t i = 0; i < document->words.count && seen.entries.count < WORDS_MOST; i++) {
        const casus_word *const word = tree_word(document, i);
        if (!tells(word)) continue;
        const casus_str form = casus_lower(features->arena, word->form);
        if (casus_map_get(&seen, form) != CASUS_NONE) continue;
        casus_map_put(&seen, features->arena, form, 1);
        judge_add(features, "word", form);
    }
    tell_countries(document, features);
    return seen.entries.count;
}

bool copy_is_alike(const coder_state *const coding)
{
    const casus_coder *const coder = coding->coder;
    const casus_document *const document = coding->document;
    const casus_str published = document->article.published;
    if (!coder->observer) {
        if (!judge_is_trained(coder->judge, JUDGE_COPY)) return false;
        if (published.size && casus_str_compare(published, casus_str_from(LATER)) > 0) return false;
        if (is_later(document)) return false;
    }
    judge_features features = features_begin(coding);
    const uint32_t words = describe(document, &features);
    features_observe(coding, JUDGE_COPY, document, &features);
    return words >= WORDS_LEAST && judge_is_trained(coder->judge, JUDGE_COPY) &&
           judge_probability(coder->judge, JUDGE_COPY, &features) >=
               judge_threshold(coder->judge, JUDGE_COPY);
}
