/* Who speaks, where the word for the speaker names no actor or the wrong one. */
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

static bool is_state_of(const casus_actor *const actor, const casus_str country)
{
    return actor->kind == KIND_ORGANIZATION && casus_str_equal(actor->country, country) &&
           casus_str_equal(actor->sector, STR("GOV")) && casus_str_equal(actor->cameo, country);
}

static void add_mention(coder_state *const coding, const uint32_t word, const uint32_t number)
{
    casus_record *const record = &coding->document->record;
    const casus_mention mention = {.span = tree_word(coding->document, word)->span,
                                   .first = word,
                                   .last = word,
                                   .head = word,
                                   .actor = number,
                                   .form = FORM_NAME};
    coding->document->mention_at[word] = record->mentions.count;
    VEC_PUSH(&record->actors.at[number].mentions, coding->arena, record->mentions.count);
    VEC_PUSH(&record->mentions, coding->arena, mention);
}

/* "Lusaka bristled at the charge": a capital that speaks is its state. */
static bool add_capital(coder_state *const coding, const uint32_t word, casus_refs *const speakers)
{
    const casus_document *const document = coding->document;
    casus_record *const record = &coding->document->record;
    if (document->mention_at[word] != CASUS_NONE || document->place_at[word] == CASUS_NONE)
        return false;
    const casus_place *const place =
        &record->places.at[record->place_mentions.at[document->place_at[word]].place];
    if (!casus_str_equal(place->feature, STR("PPLC")) || !place->country.size) return false;
    uint32_t number = 0;
    while (number < record->actors.count &&
           !is_state_of(&record->actors.at[number], place->country))
        number++;
    if (number == record->actors.count) {
        const casus_actor state = {.name = place->name,
                                   .kind = KIND_ORGANIZATION,
                                   .sector = STR("GOV"),
                                   .country = place->country,
                                   .cameo = place->country,
                                   .affiliation = CASUS_NONE};
        VEC_PUSH(&record->actors, coding->arena, state);
    }
    add_mention(coding, word, number);
    parties_add(coding, speakers, number);
    return true;
}

/* The actor named within the phrase beside `word`: "a deputy minister, General X". */
static uint32_t name_within(const casus_document *const document, const uint32_t word,
                            const int depth)
{
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        const bool beside = deprel == DEP_APPOS;
        if (!beside && deprel != DEP_FLAT && deprel != DEP_COMPOUND) continue;
        const uint32_t number = document->mention_at[child];
        if (number != CASUS_NONE && document->record.mentions.at[number].form == FORM_NAME) {
            const uint32_t actor = document->record.mentions.at[number].actor;
            if (beside || document->record.actors.at[actor].kind == KIND_PERSON) return actor;
        }
        const uint32_t inner = depth && (beside || number == CASUS_NONE)
                                   ? name_within(document, child, depth - 1)
                                   : CASUS_NONE;
        if (inner != CASUS_NONE) return inner;
    }
    return CASUS_NONE;
}

/* "a rights group, X": the name beside a description says more. */
static bool add_name_beside(coder_state *const coding, const uint32_t word,
                            casus_refs *const speakers)
{
    const casus_document *const document = coding->document;
    const uint32_t own = document->mention_at[word];
    if (own != CASUS_NONE && document->record.mentions.at[own].form == FORM_NAME) return false;
    const uint32_t actor = name_within(document, word, 2);
    if (actor == CASUS_NONE) return false;
    parties_add(coding, speakers, actor);
    return true;
}

/* "this report", "our statement": the publication speaks of itself. */
static bool is_own_document(const coder_state *const coding, const uint32_t noun)
{
    for (EACH_CHILD(coding->document, noun, child)) {
        const casus_word *const word = tree_word(coding->document, child);
        if (word->features & FEAT_FIRST) return true;
        if (word->upos == UPOS_DET && casus_str_equal(word->lemma, STR("this"))) return true;
    }
    return false;
}

/* A name, or a word for the press, that speaks is an actor though nothing else in the text shows
 * what it names. */
bool speakers_unknown(coder_state *const coding, const uint32_t word, casus_refs *const speakers)
{
    const casus_document *const document = coding->document;
    if (word == CASUS_NONE || document->mention_at[word] != CASUS_NONE) return false;
    const casus_word *const at = tree_word(document, word);
    const bool press = at->upos == UPOS_NOUN && match_is(coding, WORDS_PRESS, word);
    const bool written = at->upos == UPOS_NOUN && match_is(coding, WORDS_DOCUMENT, word) &&
                         !is_own_document(coding, word);
    if (at->upos != UPOS_PROPN && !press && !written) return false;
    if (document->time_at[word] != CASUS_NONE || at->ner == NER_PLACE) return false;
    uint32_t first, last;
    tree_phrase(document, word, &first, &last);
    while (first < word && tree_word(document, first)->upos == UPOS_DET) first++;
    casus_record *const record = &coding->document->record;
    const uint32_t number = record->actors.count;
    const casus_actor party = {.name =
                                   casus_document_text(document, tree_span(document, first, last)),
                               .kind = at->ner == NER_PERSON ? KIND_PERSON : KIND_ORGANIZATION,
                               .sector = press ? STR("MED") : STR("UNK"),
                               .affiliation = CASUS_NONE};
    VEC_PUSH(&record->actors, coding->arena, party);
    add_mention(coding, word, number);
    record->mentions.at[record->mentions.count - 1].span = tree_span(document, first, last);
    record->mentions.at[record->mentions.count - 1].first = first;
    record->mentions.at[record->mentions.count - 1].last = last;
    parties_add(coding, speakers, number);
    return true;
}

/* The one with whom a report came up before: "In a report, the league told of …  The report adds …"
 */
static bool add_author(coder_state *const coding, const uint32_t noun, casus_refs *const speakers)
{
    const casus_document *const document = coding->document;
    const attributions *const all = coding->attributions;
    for (uint32_t i = all->list.count; i-- > 0;) {
        const attribution *const before = &all->list.at[i];
        const casus_sentence *const sentence = &document->sentences.at[before->sentence];
        for (uint32_t word = sentence->first; word < sentence->first + sentence->count; word++)
            if (word < noun && tree_word(document, word)->upos == UPOS_NOUN &&
                casus_str_equal(tree_word(document, word)->lemma,
                                tree_word(document, noun)->lemma)) {
                parties_add_all(coding, speakers, &before->speakers);
                return true;
            }
    }
    return false;
}

bool speakers_issuing(coder_state *const coding, const uint32_t noun, casus_refs *const speakers)
{
    for (EACH_CHILD(coding->document, noun, child)) {
        if (tree_main_deprel(coding->document, child) != DEP_ACL ||
            !tree_is_verbal(coding->document, child) || match_is(coding, WORDS_ONLY_READ, child))
            continue;
        const uint32_t issuer = frame_get(frame_of(coding, child), ARG_SUBJ);
        if (issuer != noun && parties_of(coding, issuer, speakers)) return true;
    }
    return false;
}

/* "the report argues", "according to the complaint": whoever wrote it, where the text has told,
 * else it speaks for itself. */
static bool add_document(coder_state *const coding, const uint32_t word, casus_refs *const speakers)
{
    const casus_document *const document = coding->document;
    if (tree_word(document, word)->upos != UPOS_NOUN || document->mention_at[word] != CASUS_NONE ||
        !match_is(coding, WORDS_DOCUMENT, word) || is_own_document(coding, word))
        return false;
    const uint32_t before = speakers->count;
    parties_of(coding, word, speakers);
    if (speakers->count > before || speakers_issuing(coding, word, speakers)) return true;
    if (match_is_definite(coding, word) && add_author(coding, word, speakers)) return true;
    return speakers_unknown(coding, word, speakers);
}

void speakers_of(coder_state *const coding, const uint32_t word, casus_refs *const speakers)
{
    if (word == CASUS_NONE || add_capital(coding, word, speakers)) return;
    if (add_name_beside(coding, word, speakers) || add_document(coding, word, speakers)) return;
    parties_of(coding, word, speakers);
}
