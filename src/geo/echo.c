/* Words that mean a place named elsewhere: "the city", "the capital", "the prison", "there". */
#include "geo/tagger.h"

enum { LOOK_BACK = 60, NEAR_BACK = 3, ARTICLE_REACH = 4, COUNTED = 64 };

static bool is_letter_equal(const geo_tagger *const tagger, const uint32_t a, const uint32_t b)
{
    return casus_str_equal(tagger->tokens[a].key, tagger->tokens[b].key);
}

/* The, this or that before the noun and at most some adjectives between them. */
static bool is_definite(const geo_tagger *const tagger, const uint32_t word)
{
    const uint32_t begin = geo_begin(tagger, word);
    for (uint32_t i = word; i > begin && word - i < ARTICLE_REACH; i--) {
        const casus_word *const before = &tagger->document->words.at[i - 1];
        if (before->upos == UPOS_DET)
            return geo_key_is(tagger, i - 1, STR("the")) ||
                   geo_key_is(tagger, i - 1, STR("this")) || geo_key_is(tagger, i - 1, STR("that"));
        if (before->upos != UPOS_ADJ && before->upos != UPOS_NOUN) return false;
        if (tagger->tokens[i - 1].candidate != CASUS_NONE) return false;
    }
    return false;
}

/* A noun that stands for a kind of place and is no part of a name nor followed by one (the city of
 * X, the town Y). */
static bool is_echo(const geo_tagger *const tagger, const uint32_t word)
{
    const geo_token *const token = &tagger->tokens[word];
    const casus_word *const at = &tagger->document->words.at[word];
    if (token->capital != CAPITAL_NONE || at->upos != UPOS_NOUN || at->features & FEAT_PLURAL)
        return false;
    if (token->feature == CASUS_NONE && !geo_cue(tagger, word, CUE_SITE)) return false;
    const uint32_t next = word + 1;
    if (next < geo_end(tagger, word) &&
        (geo_key_is(tagger, next, STR("of")) || tagger->tokens[next].capital != CAPITAL_NONE ||
         tagger->document->words.at[next].upos == UPOS_NOUN))
        return false;
    return is_definite(tagger, word);
}

/* How well a place named before fits the noun: 0 not at all. */
static int fit(const geo_tagger *const tagger, const casus_place_mention *const mention,
               const uint32_t word)
{
    const casus_place *const place = &tagger->document->record.places.at[mention->place];
    const uint32_t number = tagger->tokens[word].feature;
    if (is_letter_equal(tagger, mention->last, word)) return 3;
    if (number == CASUS_NONE || number >= tagger->gazetteer->ours.feature_count) return 0;
    const casus_geo_feature *const kind = &tagger->gazetteer->ours.features[number];
    const casus_str code = casus_str_from(kind->code);
    if (casus_str_equal(place->feature, code)) return 3;
    if (casus_str_equal(code, STR("PPLC"))) return 0;
    if (casus_str_equal(code, STR("PPLF")) && /* no seat or capital is "the village" */
        (casus_str_starts(place->feature, STR("PPLA")) ||
         casus_str_starts(place->feature, STR("PPLC"))))
        return 0;
    const bool settled = kind->precision == PLACE_CITY || kind->precision == PLACE_DISTRICT ||
                         kind->precision == PLACE_PROVINCE;
    return settled && (uint32_t)place->precision == kind->precision ? 2 : 0;
}

/* The country that most of the text's places lie in. */
static casus_str main_country(const geo_tagger *const tagger)
{
    const casus_record *const record = &tagger->document->record;
    casus_str best = {NULL, 0};
    uint32_t most = 0;
    for (uint32_t i = 0; i < record->places.count && i < COUNTED; i++) {
        uint32_t count = 0;
        for (uint32_t k = 0; k < record->places.count && k < COUNTED; k++)
            if (casus_str_equal(record->places.at[k].country, record->places.at[i].country))
                count += record->places.at[k].mentions.count;
        if (!record->places.at[i].country.size || count <= most) continue;
        most = count;
        best = record->places.at[i].country;
    }
    return best;
}

/* The mention that the noun means: one that names its very kind, in the country that the text is
 * about, named often, not in passing (the Idlib enclave), and not long ago. */
static uint32_t antecedent(const geo_tagger *const tagger, const uint32_t word,
                           const uint32_t before, const casus_str country)
{
    const casus_document *const document = tagger->document;
    uint32_t best = CASUS_NONE;
    int best_score = 0;
    uint32_t seen = 0;
    for (uint32_t i = before; i-- > 0 && seen < LOOK_BACK;) {
        const casus_place_mention *const mention = &document->record.place_mentions.at[i];
        if (mention->use != USE_LITERAL) continue;
        const int kind = fit(tagger, mention, word);
        const casus_place *const place = &document->record.places.at[mention->place];
        const int named = place->mentions.count > 3 ? 3 : (int)place->mentions.count;
        const casus_deprel deprel =
            casus_deprel_main((casus_deprel)document->words.at[mention->head].deprel);
        const int score = 10 * kind + named - (deprel == DEP_COMPOUND ? 3 : 0) +
                          (casus_str_equal(place->country, country) ? 8 : 0) -
                          (int)(seen > 18 ? 6 : seen / 3);
        seen++;
        if (!kind || score <= best_score) continue;
        best = i;
        best_score = score;
    }
    return best;
}

/* The place named last, in this sentence or just before: what "there" means; of one sentence the
 * most specific. */
static uint32_t last_named(const geo_tagger *const tagger, const uint32_t word,
                           const uint32_t before)
{
    const casus_document *const document = tagger->document;
    const uint32_t sentence = document->words.at[word].sentence;
    uint32_t best = CASUS_NONE;
    for (uint32_t i = before; i-- > 0;) {
        const casus_place_mention *const mention = &document->record.place_mentions.at[i];
        const uint32_t its = document->words.at[mention->head].sentence;
        if (sentence - its >= NEAR_BACK) break;
        if (mention->use != USE_LITERAL) continue;
        if (best == CASUS_NONE) {
            best = i;
            continue;
        }
        const casus_place_mention *const other = &document->record.place_mentions.at[best];
        if (document->words.at[other->head].sentence != its) break;
        if (document->record.places.at[mention->place].precision <
            document->record.places.at[other->place].precision)
            best = i;
    }
    return best;
}

void casus_geo_echoes(geo_tagger *const tagger)
{
    casus_document *const document = tagger->document;
    if (!tagger->parsed || !document->record.place_mentions.count) return;
    const casus_place_mention *const mentions = document->record.place_mentions.at;
    const casus_str country = main_country(tagger);
    uint32_t before = 0; /* mentions before the word */
    for (uint32_t word = 0; word < document->words.count; word++) {
        while (before < document->record.place_mentions.count && mentions[before].head < word)
            before++;
        const bool there =
            geo_cue(tagger, word, CUE_ECHO) && document->words.at[word].upos == UPOS_ADV;
        if (!there && !is_echo(tagger, word)) continue;
        if (document->place_at[word] != CASUS_NONE) continue;
        const uint32_t found =
            there ? last_named(tagger, word, before) : antecedent(tagger, word, before, country);
        if (found == CASUS_NONE) continue;
        const casus_place_echo echo = {word, found};
        VEC_PUSH(&document->place_echoes, document->arena, echo);
    }
}
