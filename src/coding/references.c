/* What is said of events told elsewhere: "denied it", "condemned the bloodshed", "blamed X", "said
 * that its men had done it", and sentences that go on with an utterance. */
#include <assert.h>

#include "coding/interview.h"
#include "coding/parties.h"
#include "coding/tree.h"
#include "coding/utterance.h"

enum {
    LOOK_BACK = 80,    /* mentions of events: what is said of a deed follows soon */
    FAR = 12,          /* sentences that a denial, claim or charge reaches back */
    NEAR = 3,          /* sentences that a plain word reaches back */
    MIDDLE = 6,        /* with a word in it for what was told before */
    AHEAD = 2,         /* sentences that a quotation goes on */
    NAMED_BACK = 400,  /* mentions among which the very word is looked for */
    LEAD_MENTIONS = 6, /* the first that a text tells may be meant from everywhere */
    SALIENT = 3,
    CANDIDATES = 32
};

typedef struct told { /* a mention of an event, in text order */
    uint32_t word, sentence;
    event_draft *draft;
} told;

typedef struct reader {
    coder_state *coding;
    VEC(told) mentions;
    told salient[SALIENT]; /* what the text is most about, wherever it is told */
    int worth[SALIENT];
    uint32_t salients;
} reader;

typedef struct candidate {
    event_draft *draft;
    uint32_t mention, sentence;
    int prominence;
    bool named; /* by the very word that told it */
} candidate;

typedef struct choice {
    uint32_t utterance;
    const attribution *said;
    const utterance_content *content;
    uint32_t count;
    candidate list[CANDIDATES]; /* the last told first */
} choice;

/* How much a deed is what a text is about, seen from `sentence`: told often, with its toll and
 * parties, and not long ago. */
static int prominence(const event_draft *const draft, const uint32_t sentence)
{
    const casus_event *const event = &draft->event;
    const int mentions = draft->words.count > 4 ? 4 : (int)draft->words.count;
    return 2 * mentions + 3 * (event->counts.count > 0) + (event->source.count > 0) +
           (event->target.count > 0) + 4 * draft_is_force(draft) -
           (int)(sentence - draft->sentence);
}

static uint32_t first_from(const reader *const reading, const uint32_t word)
{
    uint32_t low = 0, high = reading->mentions.count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (reading->mentions.at[middle].word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_known(const choice *const choosing, const event_draft *const draft)
{
    for (uint32_t i = 0; i < choosing->count; i++)
        if (choosing->list[i].draft == draft) return true;
    return false;
}

/* "condemned the coup": what was told by that word is meant, however long ago. */
static bool is_named(const casus_document *const document, const choice *const choosing,
                     const uint32_t word)
{
    const uint32_t head = choosing->content->head;
    return head != CASUS_NONE && tree_word(document, head)->upos == UPOS_NOUN &&
           casus_str_equal(tree_word(document, head)->lemma, tree_word(document, word)->lemma);
}

static void consider(const reader *const reading, choice *const choosing, const told *const one)
{
    const attribution *const said = choosing->said;
    if (choosing->count == CANDIDATES || is_known(choosing, one->draft)) return;
    if (one->word == said->cue || attribution_holds(reading->coding, said, one->word)) return;
    choosing->list[choosing->count++] =
        (candidate){one->draft, one->word, one->sentence, prominence(one->draft, said->sentence),
                    is_named(reading->coding->document, choosing, one->word)};
}

/* "the attack bore their hallmarks": tells nothing itself, and has a word for what was told. */
static bool is_about_told(const choice *const choosing)
{
    return choosing->content->anaphor && !choosing->content->own_draft;
}

/* Sentences that the utterance may reach back: plain words further where something in them means
 * what was told before, or gives its toll. */
static uint32_t reach_of(const choice *const choosing)
{
    if (choosing->said->stance != STANCE_STATES || choosing->content->gives_toll) return FAR;
    return is_about_told(choosing) ? MIDDLE : NEAR;
}

static void collect(const reader *const reading, choice *const choosing)
{
    const attribution *const said = choosing->said;
    const uint32_t reach = reach_of(choosing);
    const uint32_t here = first_from(reading, said->cue);
    for (uint32_t i = here; i-- > 0 && here - i <= LOOK_BACK;) {
        const told *const one = &reading->mentions.at[i];
        if (said->sentence - one->sentence > reach) break;
        consider(reading, choosing, one);
    }
    const bool far =
        said->stance != STANCE_STATES || choosing->content->gives_toll || is_about_told(choosing);
    for (uint32_t i = 0; i < here && i < LEAD_MENTIONS && far; i++)
        consider(reading, choosing, &reading->mentions.at[i]);
    for (uint32_t i = 0; i < reading->salients && far; i++)
        if (reading->salient[i].word < said->cue) consider(reading, choosing, &reading->salient[i]);
    for (uint32_t i = here > NAMED_BACK ? here - NAMED_BACK : 0; i < here; i++)
        if (is_named(reading->coding->document, choosing, reading->mentions.at[i].word))
            consider(reading, choosing, &reading->mentions.at[i]);
}

/* Keeps the events that are told most, with their parties and tolls: insertion into a short list.
 */
static void find_salient(reader *const reading)
{
    for (uint32_t i = 0; i < reading->mentions.count; i++) {
        const told *const one = &reading->mentions.at[i];
        if (one->word != one->draft->word || !draft_is_force(one->draft)) continue;
        const int worth = prominence(one->draft, one->draft->sentence);
        uint32_t at = 0;
        while (at < reading->salients && reading->worth[at] >= worth) at++;
        if (at == SALIENT) continue;
        if (reading->salients < SALIENT) reading->salients++;
        for (uint32_t j = reading->salients - 1; j > at; j--) {
            reading->worth[j] = reading->worth[j - 1];
            reading->salient[j] = reading->salient[j - 1];
        }
        reading->worth[at] = worth;
        reading->salient[at] = *one;
    }
}

/* Who speaks of a deed of his own claims it, unless what he says is that it was not so, or that
 * others did it. */
static bool may_claim(const choice *const choosing, const casus_stance stance, const bool own)
{
    const utterance_content *const content = choosing->content;
    if (stance == STANCE_ADMITS || content->did_it) return true;
    if (!stance_is_plain(stance)) return false;
    if (content->own_act) return true;
    return own && !content->other_did && !content->untruth && content->kind != CONTENT_CHARGE;
}

static void propose_one(const reader *const reading, const choice *const choosing,
                        const candidate *const one, const statement_draft *const base)
{
    coder_state *const coding = reading->coding;
    const attribution *const said = choosing->said;
    const utterance_content *const content = choosing->content;
    statement_draft pattern = *base;
    const casus_stance stance = said->stance == STANCE_WARNS ? STANCE_STATES : said->stance;
    const bool own = attribution_is_own(coding, said, &one->draft->event.source);
    const bool charged = own || attribution_is_own(coding, said, &one->draft->accused);
    const bool near =
        said->sentence - one->sentence <= reach_of(choosing) || is_about_told(choosing);
    /* "said that its men had done it" states nothing else; nobody accuses himself. */
    const bool claims = content->did_it && !content->negated && stance_is_plain(stance);
    /* Those who are charged say that it is a lie, or that others did it: no word for the charge. */
    const bool contests =
        charged && stance == STANCE_STATES && (content->other_did || content->untruth);
    const bool allegation = stance == STANCE_ALLEGES && content->own_act;
    if (!claims && !contests && !allegation &&
        (stance != STANCE_STATES || one->named || content->gives_toll || near))
        statements_propose(coding, one->draft, said, stance, TIE_REFERENCE, &pattern);
    pattern.sure = false;
    pattern.reading = READ_DENIAL;
    if (!claims && stance_is_plain(stance) &&
        (charged || content->negated || content->refutes || content->other_did || content->untruth))
        statements_propose(coding, one->draft, said, STANCE_DENIES, TIE_REFERENCE, &pattern);
    pattern.reading = READ_CLAIM;
    pattern.sure = claims && base->sure;
    if (may_claim(choosing, stance, own))
        statements_propose(coding, one->draft, said, STANCE_CLAIMS, TIE_REFERENCE, &pattern);
    pattern.sure = false;
    pattern.reading = READ_OTHER;
    if (!claims && stance == STANCE_STATES && !own && draft_is_force(one->draft) && near)
        statements_propose(coding, one->draft, said, STANCE_ALLEGES, TIE_REFERENCE, &pattern);
    pattern.reading = READ_OUTRAGE;
    if (!claims && content->disapproves && stance_is_plain(stance))
        statements_propose(coding, one->draft, said, STANCE_CONDEMNS, TIE_REFERENCE, &pattern);
}

/* The one that grammar and prominence make the likeliest, CASUS_NONE where the utterance tells its
 * event itself. */
static uint32_t likeliest(coder_state *const coding, const choice *const choosing)
{
    const attribution *const said = choosing->said;
    const utterance_content *const content = choosing->content;
    const casus_stance stance = content->did_it ? STANCE_CLAIMS : said->stance;
    const bool charge = stance == STANCE_ALLEGES && said->accused.count && !said->count;
    uint32_t best = CASUS_NONE;
    if (!said->rule || (!content->did_it && content->own_draft)) return CASUS_NONE;
    if (stance != STANCE_CLAIMS && stance != STANCE_CONDEMNS && stance != STANCE_DENIES && !charge)
        return CASUS_NONE;
    for (uint32_t i = 0; i < choosing->count; i++) {
        const event_draft *const draft = choosing->list[i].draft;
        if (!draft_is_force(draft)) continue;
        if (stance == STANCE_DENIES) {
            if (attribution_is_own(coding, said, &draft->accused)) return i;
            if (!statements_allege(draft) &&
                !attribution_is_own(coding, said, &draft->event.source))
                continue;
        }
        if (best == CASUS_NONE || choosing->list[i].prominence > choosing->list[best].prominence)
            best = i;
    }
    return best;
}

/* Those who claim the deed, or are charged with it, did it as far as the text tells. */
static void name_authors(coder_state *const coding, const choice *const choosing,
                         event_draft *const draft)
{
    const attribution *const said = choosing->said;
    const bool claims = said->stance == STANCE_CLAIMS || choosing->content->did_it;
    assert(draft);
    statements_accuse(coding, said, draft);
    if (claims || said->stance == STANCE_ALLEGES) statements_credit(coding, said, claims, draft);
}

static void choose(const reader *const reading, choice *const choosing)
{
    collect(reading, choosing);
    const uint32_t best = likeliest(reading->coding, choosing);
    for (uint32_t i = 0; i < choosing->count; i++) {
        const statement_draft pattern = {.utterance = choosing->utterance,
                                         .mention = choosing->list[i].mention,
                                         .prominence = choosing->list[i].prominence,
                                         .sure = i == best};
        propose_one(reading, choosing, &choosing->list[i], &pattern);
    }
    if (best != CASUS_NONE) name_authors(reading->coding, choosing, choosing->list[best].draft);
}

/* The sentences of a quotation that go on behind the word of saying. */
static void go_on(const reader *const reading, const uint32_t utterance)
{
    coder_state *const coding = reading->coding;
    const casus_document *const document = coding->document;
    const attribution *const said = &coding->attributions->list.at[utterance];
    for (uint32_t i = first_from(reading, said->cue); i < reading->mentions.count; i++) {
        const told *const one = &reading->mentions.at[i];
        if (one->sentence == said->sentence) continue;
        if (one->sentence - said->sentence > AHEAD) return;
        if (!(tree_word(document, one->word)->flags & WORD_QUOTED)) continue;
        const statement_draft pattern = {.utterance = utterance, .mention = one->word};
        const bool own = attribution_is_own(coding, said, &one->draft->event.source);
        statements_propose(coding, one->draft, said, own ? STANCE_CLAIMS : STANCE_STATES,
                           TIE_REFERENCE, &pattern);
    }
}

/* What is told in the answers of an interview is told by who answers. */
static void read_interview(const reader *const reading)
{
    coder_state *const coding = reading->coding;
    const casus_document *const document = coding->document;
    interview asked = {0};
    if (!interview_read(coding, &asked)) return;
    const casus_mention *const person = &document->record.mentions.at[asked.person];
    attribution said = {.cue = person->head,
                        .clause = person->head,
                        .sentence = tree_word(document, person->head)->sentence,
                        .stance = STANCE_STATES,
                        .first = 1,
                        .whole = true};
    parties_add(coding, &said.speakers, person->actor);
    const uint32_t utterance = coding->attributions->list.count;
    said.content = utterance_read(coding, &said);
    VEC_PUSH(&coding->attributions->list, coding->arena, said);
    for (uint32_t i = 0; i < reading->mentions.count; i++) {
        const told *const one = &reading->mentions.at[i];
        const uint32_t paragraph = document->sentences.at[one->sentence].paragraph;
        if (paragraph < asked.begin || asked.asks[paragraph]) continue;
        statement_draft pattern = {
            .utterance = utterance, .mention = one->word, .reading = READ_ANSWER};
        const attribution *const answer = &coding->attributions->list.at[utterance];
        statements_propose(coding, one->draft, answer, STANCE_STATES, TIE_REFERENCE, &pattern);
        pattern.reading = READ_CLAIM;
        if (attribution_is_own(coding, answer, &one->draft->event.source))
            statements_propose(coding, one->draft, answer, STANCE_CLAIMS, TIE_REFERENCE, &pattern);
    }
}

void references_find(coder_state *const coding)
{
    reader reading = {.coding = coding};
    for (uint32_t word = 0; word < coding->document->words.count; word++) {
        if (coding->drafts->at[word] == CASUS_NONE) continue;
        const told one = {word, tree_word(coding->document, word)->sentence,
                          drafts_final(coding, coding->drafts->at[word])};
        VEC_PUSH(&reading.mentions, coding->arena, one);
    }
    find_salient(&reading);
    const uint32_t utterances = coding->attributions->list.count;
    read_interview(&reading);
    for (uint32_t i = 0; i < utterances; i++) {
        attribution *const said = &coding->attributions->list.at[i];
        said->content = utterance_read(coding, said);
        choice choosing = {.utterance = i, .said = said, .content = said->content};
        choose(&reading, &choosing);
        if (stance_is_plain(said->stance)) go_on(&reading, i);
    }
}
