/* Place or not: evidence for and against each candidate, and whether the place is meant itself.
 *
 * Evidence is a sum of weights near log-odds; they were set by hand on half of a corpus and are no
 * probabilities. */
#include "geo/tagger.h"

static const double SURE = 1.5; /* evidence that leaves little doubt */

static const casus_word *word_at(const geo_tagger *const tagger, const uint32_t word)
{
    return &tagger->document->words.at[word];
}

static bool run_has(const geo_tagger *const tagger, const uint32_t first, const uint32_t end,
                    const casus_geo_cue cue)
{
    for (uint32_t i = first; i < end; i++)
        if (geo_cue(tagger, i, cue)) return true;
    return false;
}

static double by_type_nouns(const geo_tagger *const tagger, geo_candidate *const candidate)
{
    const uint32_t begin = geo_begin(tagger, candidate->first);
    const uint32_t end = geo_end(tagger, candidate->first);
    const uint32_t at = candidate->first;
    double evidence = 0;
    if (at >= begin + 2 && geo_key_is(tagger, at - 1, STR("of")) &&
        tagger->tokens[at - 2].feature != CASUS_NONE) {
        candidate->feature = tagger->tokens[at - 2].feature;
        candidate->strong = true;
        evidence += 3;
    } else if (at > begin && tagger->tokens[at - 1].feature != CASUS_NONE &&
               tagger->tokens[at - 1].capital != CAPITAL_NONE) {
        candidate->feature = tagger->tokens[at - 1].feature; /* Lake X, Mount X */
        evidence += 2;
    }
    for (uint32_t next = candidate->end; next < end && next < candidate->end + 3; next++) {
        if (tagger->tokens[next].feature == CASUS_NONE ||
            tagger->tokens[next].phrase != candidate->end)
            continue;
        candidate->feature = tagger->tokens[next].feature;
        if (tagger->tokens[next].capital != CAPITAL_NONE) candidate->cover = next + 1;
        evidence += 2;
    }
    return evidence;
}

static bool is_dateline(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const casus_document *const document = tagger->document;
    const uint32_t sentence = document->words.at[candidate->first].sentence;
    const casus_sentence *const s = &document->sentences.at[sentence];
    if (s->kind == SENTENCE_DATELINE) return true;
    const bool opens =
        sentence == 0 || document->sentences.at[sentence - 1].paragraph != s->paragraph;
    if (!opens || candidate->first > s->first + 1) return false;
    if (candidate->first == s->first && candidate->end + 1 == s->first + s->count &&
        geo_is(tagger, candidate->end, STR(".")))
        return tagger->tokens[candidate->first].capital == CAPITAL_ALL; /* a heading: "SUVA." */
    if (tagger->tokens[candidate->first].capital != CAPITAL_ALL && candidate->first != s->first)
        return false;
    for (uint32_t i = candidate->end; i < s->first + s->count && i < candidate->end + 12; i++)
        if (geo_is(tagger, i, STR("—")) || geo_is(tagger, i, STR("–")) ||
            geo_is(tagger, i, STR("--")) || geo_is(tagger, i, STR("-")) ||
            (i == candidate->end && geo_is(tagger, i, STR("("))))
            return tagger->tokens[candidate->first].capital == CAPITAL_ALL;
    return false;
}

static double by_prepositions(const geo_tagger *const tagger, geo_candidate *const candidate)
{
    const uint32_t before = casus_geo_word_before(tagger, candidate);
    if (is_dateline(tagger, candidate)) {
        candidate->strong = true;
        return 3;
    }
    if (before == CASUS_NONE) return 0;
    const geo_token *const token = &tagger->tokens[before];
    if (geo_cue(tagger, before, CUE_NEAR) || geo_cue(tagger, before, CUE_EDGE)) return 2.2;
    if (geo_cue(tagger, before, CUE_LOCATIVE)) return 2;
    if (before + 1 < candidate->first && token->capital == CAPITAL_NONE &&
        geo_cue(tagger, candidate->first - 1, CUE_DIRECTION))
        return 1.5; /* northern X */
    return 0;
}

static bool is_known(const geo_tagger *const tagger, const uint32_t number)
{
    if (number == CASUS_NONE) return false;
    const geo_candidate *const other = &tagger->candidates.at[number];
    return other->kind <= NAME_STRIPPED && (other->ours || other->fame >= 4.4);
}

/* A comma and another candidate behind it (Quetta, Balochistan), or before it. */
static double by_chain(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t end = geo_end(tagger, candidate->first), next = candidate->cover;
    if (next + 1 < end && geo_is(tagger, next, STR(",")) &&
        tagger->tokens[next + 1].candidate != CASUS_NONE)
        return 1.2;
    if (next + 1 < end && geo_key_is(tagger, next, STR("and")) &&
        is_known(tagger, tagger->tokens[next + 1].candidate))
        return 0.8;
    uint32_t after = next;
    if (after < end && geo_key_is(tagger, after, STR("in"))) {
        after++;
        while (after < end &&
               (geo_cue(tagger, after, CUE_DIRECTION) || geo_key_is(tagger, after, STR("the"))))
            after++;
        if (after < end && tagger->tokens[after].candidate != CASUS_NONE) return 1.5;
    }
    const uint32_t begin = geo_begin(tagger, candidate->first);
    if (candidate->first >= begin + 2 && geo_is(tagger, candidate->first - 1, STR(",")) &&
        tagger->tokens[candidate->first - 2].candidate != CASUS_NONE)
        return 1.2;
    if (candidate->first >= begin + 2 && geo_key_is(tagger, candidate->first - 1, STR("and")) &&
        is_known(tagger, tagger->tokens[candidate->first - 2].candidate))
        return 0.8;
    return 0;
}

/* "In London Mr. X told": where the sentence is set, not whose titles follow. */
static bool is_scene(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t begin = geo_begin(tagger, candidate->first);
    return candidate->first == begin + 1 && geo_cue(tagger, begin, CUE_INSIDE) &&
           geo_cue(tagger, candidate->cover, CUE_TITLE);
}

/* Capitalised neighbours that are no part of the candidate. */
static double by_neighbours(const geo_tagger *const tagger, geo_candidate *const candidate)
{
    const geo_token *const token = &tagger->tokens[candidate->first];
    const uint32_t run = token->run, run_end = token->run_end;
    const double clear = candidate->kind == NAME_OTHER ? 0 : candidate->fame;
    double evidence = 0;
    if (run == run_end || token->shouted) return 0;
    if (candidate->cover < run_end) {
        const uint32_t next = candidate->cover;
        const bool place = tagger->tokens[next].candidate != CASUS_NONE;
        if (run_has(tagger, next, run_end, CUE_ORGANISATION)) {
            candidate->use = USE_ASSOCIATIVE;
            evidence += 0.8;
        } else if (geo_cue(tagger, next, CUE_TITLE) || geo_cue(tagger, next, CUE_PEOPLE))
            candidate->use = is_scene(tagger, candidate) ? USE_LITERAL : USE_ASSOCIATIVE;
        else if (candidate->kind == NAME_ADJECTIVE)
            evidence += 0;
        else if (run_has(tagger, next, run_end, CUE_SITE) ||
                 run_has(tagger, next, run_end, CUE_WAY))
            evidence += 0.5;
        else if (!place)
            evidence -= clear >= 7 ? 0.5 : clear >= 5 ? 1.2 : 3;
    }
    if (candidate->first > run) {
        const uint32_t before = candidate->first - 1;
        const bool place = tagger->tokens[before].candidate != CASUS_NONE;
        if (geo_cue(tagger, before, CUE_TITLE) && !geo_cue(tagger, before, CUE_ORGANISATION))
            evidence -= 4.5;
        else if (geo_cue(tagger, before, CUE_GIVEN))
            evidence -= 4;
        else if (geo_cue(tagger, before, CUE_DIRECTION) ||
                 tagger->tokens[before].feature != CASUS_NONE)
            evidence += 0.5;
        else if (geo_cue(tagger, before, CUE_ORGANISATION))
            candidate->use = USE_ASSOCIATIVE;
        else if (!place && !(geo_begin(tagger, before) == before)) {
            if (candidate->precision == PLACE_COUNTRY)
                candidate->use = USE_ASSOCIATIVE; /* Tehrik-e-Taliban Pakistan */
            evidence -= candidate->kind == NAME_ADJECTIVE || clear >= 7 ? 0.5
                        : clear >= 5                                    ? 1.5
                                                                        : 3;
        }
    }
    return evidence;
}

static double by_model(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    if (!tagger->parsed) return 0;
    const casus_word *const word = word_at(tagger, candidate->end - 1);
    double evidence = 0;
    const bool likely = candidate->fame >= 4 || candidate->ours;
    if (word->ner == NER_PERSON) evidence -= likely ? 0.3 : 1.2;
    if (word->ner == NER_PLACE) evidence += 0.8;
    if (word->ner == NER_OTHER) evidence -= 0.5;
    if (candidate->kind == NAME_ADJECTIVE) return evidence > 0 ? 0 : evidence;
    if (word->upos == UPOS_VERB || word->upos == UPOS_AUX || word->upos == UPOS_PRON ||
        word->upos == UPOS_DET || word->upos == UPOS_ADP)
        evidence -= 2.5;
    else if (word->upos != UPOS_PROPN)
        evidence -= 1;
    return evidence;
}

/* Is the word written small elsewhere in the text? Then its capital may be the sentence's. */
static bool is_common_here(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    for (uint32_t i = 0; i < tagger->document->words.count; i++)
        if (tagger->tokens[i].capital == CAPITAL_NONE &&
            casus_str_equal(tagger->tokens[i].key, candidate->key))
            return true;
    return false;
}

/* Orange County, Lake Chad, Fire Island. */
static bool says_its_kind(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    return tagger->tokens[candidate->end - 1].feature != CASUS_NONE ||
           tagger->tokens[candidate->first].feature != CASUS_NONE ||
           geo_cue(tagger, candidate->end - 1, CUE_SITE);
}

/* Oskil River, Lake Chad. */
static bool is_natural(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    return candidate->precision == PLACE_REGION && says_its_kind(tagger, candidate);
}

/* University of X, Bank of X, Government of X: the name of an organisation. */
static void by_organisation_of(const geo_tagger *const tagger, geo_candidate *const candidate)
{
    const uint32_t begin = geo_begin(tagger, candidate->first);
    uint32_t at = candidate->first;
    if (is_natural(tagger, candidate)) return; /* the bank of the Oskil River */
    if (at > begin && geo_key_is(tagger, at - 1, STR("the"))) at--;
    if (at >= begin + 2 && geo_key_is(tagger, at - 1, STR("of")) &&
        (tagger->tokens[at - 2].capital == CAPITAL_NONE
             ? geo_cue(tagger, at - 2, CUE_PEOPLE) || geo_cue(tagger, at - 2, CUE_TITLE)
             : geo_cue(tagger, at - 2, CUE_ORGANISATION)))
        candidate->use = USE_ASSOCIATIVE;
}

/* CA, OR, IN: only behind the name of a place and a comma. */
static bool is_loose_code(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const uint32_t begin = geo_begin(tagger, candidate->first);
    if (candidate->key.size > 2 || candidate->precision != PLACE_PROVINCE ||
        !geo_cue(tagger, candidate->first, CUE_CAPITALS))
        return false;
    const casus_str form = word_at(tagger, candidate->first)->form;
    if (memchr(form.at, '.', form.size) && candidate->key.size == 2) return false;
    return candidate->first < begin + 2 || !geo_is(tagger, candidate->first - 1, STR(",")) ||
           tagger->tokens[candidate->first - 2].candidate == CASUS_NONE;
}

static double by_word(const geo_tagger *const tagger, const geo_candidate *const candidate,
                      const double located)
{
    const geo_token *const token = &tagger->tokens[candidate->first];
    const bool single = candidate->end == candidate->first + 1;
    double evidence = 0;
    if (!single) return says_its_kind(tagger, candidate) ? 2.2 : 0.7;
    const bool famous = candidate->fame >= 4.4 && candidate->kind != NAME_OTHER;
    if (geo_cue(tagger, candidate->first, CUE_AMBIGUOUS))
        evidence -= famous && candidate->precision != PLACE_PROVINCE ? 0.8 : located >= 2 ? 1.3 : 3;
    if (geo_cue(tagger, candidate->first, CUE_GIVEN)) evidence -= famous ? 0.7 : 2;
    if (token->capital == CAPITAL_ALL && !token->shouted && candidate->key.size <= 5 &&
        candidate->precision < PLACE_COUNTRY && candidate->fame < 6 &&
        !is_dateline(tagger, candidate))
        evidence -= 2; /* more likely an abbreviation */
    const bool region = candidate->precision == PLACE_REGION || candidate->kind == NAME_ADJECTIVE;
    if (!region &&
        (token->feature != CASUS_NONE || geo_cue(tagger, candidate->first, CUE_DIRECTION)))
        evidence -= 4;
    if ((token->initial || token->shouted) && candidate->fame < 6 &&
        is_common_here(tagger, candidate))
        evidence -= 2.5;
    if (token->shouted && candidate->fame < 4) evidence -= 1;
    if (tagger->caseless && candidate->fame < 5) evidence -= 1.5;
    return evidence;
}

/* Christmas Day, May 3: what the text dates by. */
static bool is_time(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const casus_document *const document = tagger->document;
    const uint32_t number = document->time_at ? document->time_at[candidate->first] : CASUS_NONE;
    return number != CASUS_NONE && document->record.times.at[number].date.start.size &&
           document->record.times.at[number].last + 1 >= candidate->end;
}

/* "in Maruf": where a name nobody knows would be taken for a place, so is one of a small place. */
static bool stands_inside(const geo_tagger *const tagger, const geo_candidate *const candidate)
{
    const geo_token *const token = &tagger->tokens[candidate->first];
    return candidate->kind <= NAME_STRIPPED && token->run == candidate->first &&
           token->run_end == candidate->end && token->capital == CAPITAL_FIRST && !token->shouted &&
           !token->initial && geo_cue(tagger, candidate->first - 1, CUE_INSIDE) &&
           !geo_cue(tagger, candidate->first, CUE_GIVEN) &&
           !geo_cue(tagger, candidate->first, CUE_AMBIGUOUS) &&
           !geo_cue(tagger, candidate->first, CUE_DIRECTION) && token->feature == CASUS_NONE &&
           casus_geo_stands_alone(tagger, candidate->end);
}

static void judge(geo_tagger *const tagger, geo_candidate *const candidate)
{
    const bool known = candidate->hits.count > 0;
    const double fame = candidate->fame < 6 ? candidate->fame : 6;
    const double located = by_prepositions(tagger, candidate) + by_type_nouns(tagger, candidate);
    if (known) {
        candidate->evidence = 0.55 * fame - 2.2 + located + by_chain(tagger, candidate) +
                              by_neighbours(tagger, candidate) +
                              by_word(tagger, candidate, located) + by_model(tagger, candidate);
        if (located <= 0 && candidate->fame < 3.5 && !candidate->ours) candidate->evidence -= 0.8;
        if (candidate->ours) candidate->evidence += candidate->fame < 4.5 ? 2 : 0.6;
        by_organisation_of(tagger, candidate);
        if (casus_geo_speaks(tagger, candidate) && candidate->fame < 4.2 && located <= 0)
            candidate->evidence -= 2;
        if (is_loose_code(tagger, candidate)) candidate->evidence -= 5;
        if (is_time(tagger, candidate)) candidate->evidence -= 5;
        if (candidate->kind == NAME_ADJECTIVE && !casus_geo_modifies(tagger, candidate))
            candidate->evidence -= 4;
        if (candidate->evidence <= 0 && stands_inside(tagger, candidate)) candidate->evidence = 0.3;
    } else if (located > 2)
        candidate->strong = true;
    casus_geo_use(tagger, candidate, located);
    casus_geo_relation(tagger, candidate);
    candidate->kept = candidate->evidence > 0;
}

/* Remembers the words of runs that look like persons' names: a title or a given name begins them,
 * or they speak. */
static void remember_person(geo_tagger *const tagger, const uint32_t first, const uint32_t end)
{
    const bool titled = geo_cue(tagger, first, CUE_TITLE) ||
                        (first > geo_begin(tagger, first) && geo_cue(tagger, first - 1, CUE_TITLE));
    const bool named =
        geo_cue(tagger, first, CUE_GIVEN) || word_at(tagger, first)->ner == NER_PERSON;
    const uint32_t most = geo_end(tagger, first);
    const bool speaking = end < most && geo_cue(tagger, end, CUE_SPEECH);
    if (end - first < 2 || end - first > 5 || run_has(tagger, first, end, CUE_ORGANISATION)) return;
    if (run_has(tagger, first, end, CUE_SITE) || run_has(tagger, first, end, CUE_WAY)) return;
    const uint32_t first_candidate = tagger->tokens[first].candidate;
    if (first_candidate != CASUS_NONE && tagger->candidates.at[first_candidate].end == end) return;
    if (first_candidate != CASUS_NONE && tagger->candidates.at[first_candidate].fame > 5 && !named)
        return;
    if (!titled && !named && !speaking) return;
    for (uint32_t i = first; i < end; i++)
        if (tagger->tokens[i].key.size > 2 && !geo_cue(tagger, i, CUE_TITLE) &&
            !geo_cue(tagger, i, CUE_PARTICLE))
            casus_map_put(&tagger->persons, tagger->arena, tagger->tokens[i].key, 1);
}

/* A name that surely is a place once in the text is one wherever it stands. */
static void repeat(geo_tagger *const tagger)
{
    casus_map sure = {0};
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        const geo_candidate *const candidate = &tagger->candidates.at[i];
        if (candidate->kept && candidate->kind <= NAME_STRIPPED && candidate->evidence >= SURE)
            casus_map_put(&sure, tagger->arena, candidate->key, 1);
    }
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        geo_candidate *const candidate = &tagger->candidates.at[i];
        if (candidate->kind <= NAME_STRIPPED && !candidate->kept && candidate->evidence > -SURE &&
            casus_map_get(&sure, candidate->key) != CASUS_NONE)
            candidate->kept = true;
    }
}

void casus_geo_judge(geo_tagger *const tagger)
{
    for (uint32_t i = 0; i < tagger->document->words.count; i++)
        if (tagger->tokens[i].run == i && tagger->tokens[i].run_end > i &&
            !tagger->tokens[i].shouted)
            remember_person(tagger, i, tagger->tokens[i].run_end);
    for (uint32_t i = 0; i < tagger->candidates.count; i++) {
        geo_candidate *const candidate = &tagger->candidates.at[i];
        judge(tagger, candidate);
        if (candidate->end == candidate->first + 1 && !candidate->strong && candidate->fame < 6 &&
            casus_map_get(&tagger->persons, candidate->key) != CASUS_NONE) {
            candidate->evidence -= 3.5;
            candidate->kept = candidate->evidence > 0;
        }
    }
    repeat(tagger);
}
