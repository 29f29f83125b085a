/* Who says what, by the order of words: for sentences whose tree does not tell. */
#include "coding/parties.h"
#include "coding/speaker_phrase.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { ENOUGH = 3, NEAREST = 6 };

static uint8_t upos_of(const casus_document *const document, const uint32_t word)
{
    return tree_word(document, word)->upos;
}

/* Those whom the heads of a phrase name. */
static bool add_heads(coder_state *const coding, const speaker_phrase *const phrase,
                      casus_refs *const speakers)
{
    for (uint32_t i = 0; i < phrase->count; i++) {
        const uint32_t before = speakers->count;
        speakers_of(coding, phrase->heads[i], speakers);
        if (speakers->count == before)
            parties_add(coding, speakers, party_over(coding, phrase->heads[i]));
        if (speakers->count == before) speakers_unknown(coding, phrase->heads[i], speakers);
    }
    return speakers->count > 0;
}

static bool is_within(const speaker_phrase *const phrase, const uint32_t word, const uint32_t cue)
{
    return word >= phrase->first && (word <= phrase->last || (phrase->closed && word < cue));
}

/* "shopkeepers and a sweeper said": the tree has the last of several only. */
static bool is_later_head(const speaker_phrase *const phrase, const uint32_t word)
{
    for (uint32_t i = 1; i < phrase->count; i++)
        if (phrase->heads[i] == word) return true;
    return false;
}

/* "Britain, France and Germany said", "the envoys of Peru, Chile and Bolivia said": the phrase goes
 * on with a list that the tree has. */
static bool is_joined(const casus_document *const document, const uint32_t subject, uint32_t word)
{
    bool listed = false;
    for (int i = 0; i < 8 && word != subject; i++) {
        const casus_deprel deprel = tree_main_deprel(document, word);
        listed |= deprel == DEP_CONJ;
        if (!listed || (deprel != DEP_CONJ && deprel != DEP_NMOD && deprel != DEP_APPOS))
            return false;
        word = tree_word(document, word)->head;
    }
    return word == subject;
}

/* "Six died on Monday, a commander, who calls himself Kito, said": a clause of its own stands
 * before the phrase. */
static bool has_clause_between(const casus_document *const document, const uint32_t subject,
                               const uint32_t first)
{
    for (uint32_t word = subject + 1; word < first; word++) {
        const casus_deprel deprel = tree_main_deprel(document, word);
        if (upos_of(document, word) == UPOS_VERB && deprel != DEP_ACL && deprel != DEP_AMOD)
            return true;
    }
    return false;
}

static void replace_speakers(attribution *const said, const casus_refs *const speakers)
{
    said->speakers = *speakers;
    said->surface = true;
}

/* The subject that hangs on the word of saying itself, or CASUS_NONE. */
static uint32_t own_subject(coder_state *const coding, const uint32_t cue)
{
    const coder_frame *const frame = frame_of(coding, cue);
    for (uint32_t i = 0; i < frame->count; i++)
        if (frame->arguments[i].key == ARG_SUBJ && !frame->arguments[i].understood)
            return frame->arguments[i].word;
    return CASUS_NONE;
}

/* "Rebels who fled were shot, the governor's office said", "Ann Abe, the inspectors find, arms
 * them": whoever stands between a mark and the word of saying speaks, though the tree has a subject
 * further off. */
static bool mend_before(coder_state *const coding, attribution *const said, const uint32_t subject)
{
    const casus_document *const document = coding->document;
    speaker_phrase phrase;
    if (!speaker_phrase_before(document, said->cue, &phrase) || !phrase.fronted) return false;
    const bool lacks = phrase.count > 1 && said->speakers.count < phrase.count;
    if (subject != CASUS_NONE && !is_later_head(&phrase, subject) &&
        !(lacks && phrase.heads[0] == subject) &&
        (is_within(&phrase, subject, said->cue) || subject > said->cue ||
         is_joined(document, subject, phrase.heads[0])))
        return false;
    if (phrase.closed && said->speakers.count &&
        (subject == CASUS_NONE || !has_clause_between(document, subject, phrase.first)))
        return false;
    casus_refs speakers = {0};
    if (!add_heads(coding, &phrase, &speakers) && phrase.closed) return false;
    if (lacks && speakers.count < said->speakers.count) return false;
    replace_speakers(said, &speakers);
    return true;
}

/* "If he talks, says a former aide in Lima, …" */
static bool mend_behind(coder_state *const coding, attribution *const said, const uint32_t subject)
{
    const casus_document *const document = coding->document;
    speaker_phrase phrase;
    if (!speaker_phrase_behind(document, said->cue, &phrase)) return false;
    /* ", said the mayor," is an insertion whatever the tree has for a subject. */
    const uint32_t own = own_subject(coding, said->cue);
    const bool inserted = phrase.ended && (upos_of(document, phrase.first) == UPOS_DET ||
                                           upos_of(document, phrase.first) == UPOS_PROPN);
    if (own != CASUS_NONE && own < said->cue && !inserted) return false;
    if (said->speakers.count && subject != CASUS_NONE && is_within(&phrase, subject, said->cue))
        return false;
    casus_refs speakers = {0};
    if (!add_heads(coding, &phrase, &speakers)) return false;
    replace_speakers(said, &speakers);
    return true;
}

void attribution_mend_speaker(coder_state *const coding, attribution *const said,
                              const uint32_t subject)
{
    const bool plain =
        said->rule && said->stance == STANCE_STATES && !ontology_roles(said->rule, false, ARG_OBJ);
    if (mend_before(coding, said, subject)) return;
    if (plain) mend_behind(coding, said, subject);
}

/* What stands before a semicolon or colon has speakers of its own. */
static uint32_t behind_mark(const casus_document *const document, const uint32_t end,
                            const uint32_t first)
{
    for (uint32_t at = end; at > first; at--)
        if (tree_form_is(document, at - 1, ";") || tree_form_is(document, at - 1, ":")) return at;
    return first;
}

/* "At a news conference in Lima President Diaz said": whoever is named right before the word. */
static bool add_nearest(coder_state *const coding, attribution *const said, const uint32_t first)
{
    const casus_document *const document = coding->document;
    for (uint32_t word = said->cue; word > first && word + NEAREST > said->cue; word--) {
        const uint32_t number = document->mention_at[word - 1];
        if (number == CASUS_NONE) continue;
        const casus_mention *const mention = &document->record.mentions.at[number];
        if (mention->last + 1 != said->cue || mention->form != FORM_NAME) return false;
        parties_add(coding, &said->speakers, mention->actor);
        return true;
    }
    return false;
}

void attribution_read_surface(coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[said->sentence];
    const uint32_t first = sentence->first, end = sentence->first + sentence->count;
    uint32_t begin = said->cue;
    speaker_phrase phrase;
    if (speaker_phrase_before(document, said->cue, &phrase)) {
        begin = phrase.first;
        if (!said->speakers.count) said->surface = add_heads(coding, &phrase, &said->speakers);
    } else if (!said->speakers.count && add_nearest(coding, said, first)) {
        said->surface = true;
    } else if (!said->speakers.count && speaker_phrase_behind(document, said->cue, &phrase)) {
        said->surface = add_heads(coding, &phrase, &said->speakers);
    }
    if (!said->speakers.count || said->count) return;
    const bool behind = begin > first + ENOUGH && upos_of(document, begin - 1) == UPOS_PUNCT;
    said->first = behind ? behind_mark(document, begin, first) : said->cue + 1;
    said->last = behind ? begin - 1 : end - 1;
}
