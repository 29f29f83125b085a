/* Who speaks where a pronoun or a bare noun stands for the speaker: whoever spoke or was charged
 * before, rather than whoever was only spoken of. */
#include "coding/parties.h"
#include "coding/speaker_phrase.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { CARRY = 3 }; /* sentences through which "he said" goes on with who spoke before */

/* The last mention of the actor before the word that is no pronoun, or CASUS_NONE. */
static uint32_t last_name(const casus_document *const document, const uint32_t actor,
                          const uint32_t word)
{
    const casus_actor *const who = &document->record.actors.at[actor];
    uint32_t found = CASUS_NONE;
    for (uint32_t i = 0; i < who->mentions.count; i++) {
        const casus_mention *const mention = &document->record.mentions.at[who->mentions.at[i]];
        if (mention->form != FORM_PRONOUN && mention->head < word) found = mention->head;
    }
    return found;
}

/* "he" and "she" are persons, "it" a body, "they" several or a body. */
static bool fits(const casus_document *const document, const uint32_t pronoun, const uint32_t actor)
{
    const casus_word *const word = tree_word(document, pronoun);
    const casus_kind kind = document->record.actors.at[actor].kind;
    if (word->features & (FEAT_MASCULINE | FEAT_FEMININE)) return kind == KIND_PERSON;
    if (word->features & FEAT_PLURAL) return kind != KIND_PERSON;
    return kind == KIND_ORGANIZATION;
}

static void take(coder_state *const coding, attribution *const said, const uint32_t actor)
{
    said->speakers = (casus_refs){0};
    parties_add(coding, &said->speakers, actor);
    said->carried = true;
}

/* "Troops killed nine, the army said; it accused …": who spoke before the mark, or CASUS_NONE. */
static uint32_t speaker_before(const coder_state *const coding, const attribution *const said,
                               const uint32_t mark, const uint32_t pronoun)
{
    const attributions *const all = coding->attributions;
    for (uint32_t i = all->list.count; i-- > 0 && all->list.at[i].sentence == said->sentence;) {
        const attribution *const before = &all->list.at[i];
        if (before->cue < mark && before->speakers.count == 1 && stance_is_plain(before->stance) &&
            fits(coding->document, pronoun, before->speakers.at[0]))
            return before->speakers.at[0];
    }
    return CASUS_NONE;
}

/* "The envoy turned them down: nobody, he said, …": who spoke before the colon, or the subject of
 * what stands there. */
static uint32_t subject_before_mark(coder_state *const coding, const attribution *const said,
                                    const uint32_t pronoun)
{
    const casus_document *const document = coding->document;
    const uint32_t first = document->sentences.at[said->sentence].first;
    uint32_t mark = pronoun, found = CASUS_NONE;
    while (mark > first && !tree_form_is(document, mark, ":") && !tree_form_is(document, mark, ";"))
        mark--;
    if (mark > first) found = speaker_before(coding, said, mark, pronoun);
    for (uint32_t word = first; mark > first && word < mark && found == CASUS_NONE; word++) {
        if (tree_main_deprel(document, word) != DEP_NSUBJ ||
            !tree_is_verbal(document, tree_word(document, word)->head))
            continue;
        const casus_deprel clause = tree_main_deprel(document, tree_word(document, word)->head);
        if (clause == DEP_ACL || clause == DEP_ADVCL || clause == DEP_CCOMP) continue;
        const uint32_t actor = party_at(coding, word);
        if (actor != CASUS_NONE && fits(document, pronoun, actor)) found = actor;
    }
    return found;
}

/* Whose utterance in the sentence of `name` tells of it: "The general said that the preacher …  He
 * added …" */
static uint32_t teller_of(const coder_state *const coding, const attribution *const said,
                          const uint32_t name, const uint32_t pronoun)
{
    const attributions *const all = coding->attributions;
    const uint32_t sentence = tree_word(coding->document, name)->sentence;
    if (sentence == said->sentence || sentence + 1 < said->sentence) return CASUS_NONE;
    for (uint32_t i = all->first[sentence];
         i < all->list.count && all->list.at[i].sentence == sentence; i++) {
        const attribution *const before = &all->list.at[i];
        if (before->speakers.count != 1 || !attribution_holds(coding, before, name)) continue;
        const uint32_t teller = before->speakers.at[0];
        if (fits(coding->document, pronoun, teller)) return teller;
    }
    return CASUS_NONE;
}

/* "…, the panel argues, …: in May, it recalls, …": who speaks beside this in the same sentence. */
static uint32_t beside(const coder_state *const coding, const attribution *const said,
                       const uint32_t pronoun)
{
    const attributions *const all = coding->attributions;
    if (!speaker_phrase_is_inserted(coding->document, said->cue)) return CASUS_NONE;
    for (uint32_t i = all->list.count; i-- > 0 && all->list.at[i].sentence == said->sentence;) {
        const attribution *const before = &all->list.at[i];
        if (before->speakers.count == 1 && stance_is_plain(before->stance) &&
            fits(coding->document, pronoun, before->speakers.at[0]) &&
            speaker_phrase_is_inserted(coding->document, before->cue))
            return before->speakers.at[0];
    }
    return CASUS_NONE;
}

/* Who spoke last goes on. */
static void go_on(coder_state *const coding, attribution *const said)
{
    const attributions *const all = coding->attributions;
    const attribution *const before = &all->list.at[all->list.count - 1];
    if (said->sentence - before->sentence > CARRY || before->sentence == said->sentence) return;
    said->speakers = (casus_refs){0};
    parties_add_all(coding, &said->speakers, &before->speakers);
    said->carried = true;
}

void speakers_carry_on(coder_state *const coding, attribution *const said, const uint32_t subject)
{
    const casus_document *const document = coding->document;
    if (subject == CASUS_NONE || tree_word(document, subject)->upos != UPOS_PRON) return;
    const bool plain = stance_is_plain(said->stance) || said->stance == STANCE_CONDEMNS;
    uint32_t nearer = CASUS_NONE;
    if (stance_is_plain(said->stance)) nearer = beside(coding, said, subject);
    if (stance_is_plain(said->stance) && nearer == CASUS_NONE)
        nearer = subject_before_mark(coding, said, subject);
    if (nearer != CASUS_NONE) {
        if (!parties_have(&said->speakers, nearer)) take(coding, said, nearer);
        return;
    }
    if (!coding->attributions->list.count) return;
    if (!said->speakers.count) {
        if (tree_word(document, subject)->features & FEAT_THIRD) go_on(coding, said);
        return;
    }
    const uint32_t name = last_name(document, said->speakers.at[0], subject);
    if (name == CASUS_NONE) return;
    /* One who is only spoken of in what is said does not say it. */
    if (attribution_holds(coding, said, name)) {
        go_on(coding, said);
        return;
    }
    const uint32_t teller = plain ? teller_of(coding, said, name, subject) : CASUS_NONE;
    if (teller != CASUS_NONE && teller != said->speakers.at[0]) take(coding, said, teller);
}

/* The charge that was told last, in this sentence or the one before; NULL for none. */
static const attribution *last_charge(const coder_state *const coding,
                                      const attribution *const said)
{
    const attributions *const all = coding->attributions;
    for (uint32_t i = all->list.count; i-- > 0;) {
        const attribution *const before = &all->list.at[i];
        if (before->sentence + 1 < said->sentence) return NULL;
        if (before->stance == STANCE_ALLEGES && before->accused.count) return before;
    }
    return NULL;
}

/* What is denied is what was told before: "denied it", "rejected the charge". */
static bool denies_told(const coder_state *const coding, const attribution *const said)
{
    if (!said->count) return false;
    const uint32_t content = said->contents[0];
    return tree_word(coding->document, content)->upos == UPOS_PRON ||
           match_is(coding, WORDS_CHARGE, content);
}

/* The body last named in what the utterance says, where `actor` is not spoken of in its sentence.
 */
static uint32_t named_in(const coder_state *const coding, const attribution *const before,
                         const uint32_t actor, const uint32_t until)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[before->sentence];
    uint32_t found = CASUS_NONE;
    for (uint32_t word = sentence->first; word < sentence->first + sentence->count && word < until;
         word++) {
        const uint32_t number = document->mention_at[word];
        if (number == CASUS_NONE) continue;
        const casus_mention *const mention = &document->record.mentions.at[number];
        if (mention->actor == actor) return CASUS_NONE;
        if (mention->form == FORM_NAME && attribution_holds(coding, before, word) &&
            document->record.actors.at[mention->actor].kind == KIND_ORGANIZATION)
            found = mention->actor;
    }
    return found;
}

/* "The police said that the front had done it; the group denied it": a bare noun for a body means
 * the one that was just named. */
static void name_denier(coder_state *const coding, attribution *const said, const uint32_t subject)
{
    const attributions *const all = coding->attributions;
    const uint32_t speaker = said->speakers.at[0];
    if (!all->list.count || !match_is_definite(coding, subject) || !denies_told(coding, said) ||
        coding->document->record.actors.at[speaker].kind != KIND_ORGANIZATION)
        return;
    const attribution *const before = &all->list.at[all->list.count - 1];
    if (before->sentence + 1 < said->sentence || parties_have(&before->speakers, speaker)) return;
    const uint32_t named = named_in(coding, before, speaker, subject);
    if (named != CASUS_NONE && !parties_have(&before->speakers, named)) take(coding, said, named);
}

void speakers_answer(coder_state *const coding, attribution *const said, const uint32_t subject)
{
    const casus_document *const document = coding->document;
    if (said->stance != STANCE_DENIES || subject == CASUS_NONE || !said->speakers.count) return;
    const uint32_t mention = document->mention_at[subject];
    if (mention != CASUS_NONE && document->record.mentions.at[mention].form == FORM_NAME) return;
    const attribution *const charge = last_charge(coding, said);
    if (!charge || !parties_overlap(coding, &said->speakers, &charge->speakers)) {
        name_denier(coding, said, subject);
        return;
    }
    said->speakers = (casus_refs){0};
    for (uint32_t i = 0; i < charge->accused.count; i++)
        if (!parties_have(&charge->speakers, charge->accused.at[i]))
            parties_add(coding, &said->speakers, charge->accused.at[i]);
    said->carried = true;
}
