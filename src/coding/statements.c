/* Ties attributions to the events that they are about. */
#include "coding/statements.h"

#include "coding/parties.h"
#include "coding/tree.h"
#include "coding/utterance.h"

bool statements_allege(const event_draft *const draft)
{
    for (uint32_t i = 0; i < draft->said.count; i++)
        if (draft->said.at[i].sure && draft->said.at[i].statement.stance == STANCE_ALLEGES)
            return true;
    return false;
}

bool statements_tied(const event_draft *const draft, const uint32_t utterance)
{
    for (uint32_t i = 0; i < draft->said.count; i++)
        if (draft->said.at[i].utterance == utterance && draft->said.at[i].sure) return true;
    return false;
}

uint32_t statements_sure(const event_draft *const draft)
{
    uint32_t sure = 0;
    for (uint32_t i = 0; i < draft->said.count; i++) sure += draft->said.at[i].sure;
    return sure;
}

/* One choice for each speaker of an utterance. */
static uint32_t choice_of(const uint32_t utterance, uint32_t speaker)
{
    if (speaker >= CHOICE_SPEAKERS) speaker = CHOICE_SPEAKERS - 1;
    return 1 + utterance * CHOICE_SPEAKERS + speaker;
}

/* "condemned the coup and the killings": both are meant. */
static bool is_one_of_several(const casus_document *const document, const uint32_t noun)
{
    if (tree_main_deprel(document, noun) == DEP_CONJ) return true;
    return tree_child(document, noun, DEP_CONJ) != CASUS_NONE;
}

/* What is told elsewhere is meant or not; so is what a noun in the utterance was taken for
 * ("condemned the bloodshed"), whatever it was joined with. */
static bool is_choice(const coder_state *const coding, const attribution *const said,
                      const casus_tie tie, const uint32_t mention)
{
    if (tie == TIE_REFERENCE) return mention < said->cue;
    const uint32_t number = coding->drafts->at[mention];
    return said->stance != STANCE_STATES && number != CASUS_NONE &&
           !is_one_of_several(coding->document, mention) && coding->drafts->list.at[number].nominal;
}

void statements_propose(coder_state *const coding, event_draft *const draft,
                        const attribution *const said, const casus_stance stance,
                        const casus_tie tie, const statement_draft *const pattern)
{
    for (uint32_t i = 0; i < said->speakers.count; i++) {
        const uint32_t by = said->speakers.at[i];
        bool known = false;
        for (uint32_t j = 0; j < draft->said.count && !known; j++) {
            const statement_draft *const other = &draft->said.at[j];
            known = other->statement.by == by && other->statement.stance == stance &&
                    (other->utterance == pattern->utterance ||
                     (other->statement.tie != TIE_REFERENCE && tie == TIE_REFERENCE));
        }
        if (known) continue;
        statement_draft made = *pattern;
        made.statement = attribution_statement(coding, said, by, stance, tie);
        if (!draft->standing && is_choice(coding, said, tie, pattern->mention))
            made.choice = choice_of(pattern->utterance, i);
        VEC_PUSH(&draft->said, coding->arena, made);
    }
}

uint32_t statements_choices(const coder_state *const coding)
{
    return choice_of(coding->attributions->list.count, 0);
}

void statements_accuse(coder_state *const coding, const attribution *const said,
                       event_draft *const draft)
{
    parties_add_all(coding, &draft->accused, &said->accused);
}

void statements_credit(coder_state *const coding, const attribution *const said, const bool claims,
                       event_draft *const draft)
{
    const casus_refs *const authors = claims ? &said->speakers : &said->accused;
    if (draft->event.source.count) return;
    parties_add_all(coding, &draft->event.source, authors);
    drafts_hint(coding, draft, 0, draft->event.target.count, claims ? WAY_CLAIM : WAY_ACCUSED,
                ARG_NONE);
}

/* Those who are accused did it, as far as the text says who; those who claim it too. */
static void name_authors(coder_state *const coding, const attribution *const said)
{
    const bool claims = said->stance == STANCE_CLAIMS;
    if (!(claims ? said->speakers : said->accused).count) return;
    for (uint32_t i = 0; i < said->count; i++) {
        event_draft *const draft = drafts_under(coding, said->contents[i]);
        if (!draft || draft->word == said->cue) continue;
        statements_accuse(coding, said, draft);
        statements_credit(coding, said, claims, draft);
    }
}

/* "said its fighters had": nobody is known to have done it, or the doer is the speaker's by a
 * possessive. */
static bool speaks_of_own(const coder_state *const coding, const attribution *const said,
                          const event_draft *const draft)
{
    const casus_document *const document = coding->document;
    if (!draft->event.source.count) return true;
    for (uint32_t i = 0; i < said->count; i++)
        for (EACH_CHILD(document, said->contents[i], child)) {
            if (tree_main_deprel(document, child) != DEP_NSUBJ) continue;
            const uint32_t owner = tree_child_exact(document, child, DEP_NMOD_POSS);
            if (owner != CASUS_NONE && tree_word(document, owner)->upos == UPOS_PRON) return true;
        }
    return false;
}

/* What an utterance holds is said by it.  Who speaks of what he did claims it; who says that he did
 * not do it denies it. */
static void cover(coder_state *const coding, const uint32_t utterance, const uint32_t word,
                  event_draft *const draft)
{
    const attribution *const said = &coding->attributions->list.at[utterance];
    const casus_tie tie = said->whole ? TIE_SENTENCE : TIE_CLAUSE;
    /* Who accuses others of it does not speak of himself, whatever the words seem to say. */
    const bool accuses = said->stance == STANCE_ALLEGES && said->accused.count;
    const bool own = !accuses && attribution_is_own(coding, said, &draft->event.source);
    const bool own_act = !accuses && utterance_is_own_act(coding, said, word);
    casus_stance stance = said->stance;
    if (stance_is_plain(stance) && own) stance = STANCE_CLAIMS;
    /* "claimed that its gunners had downed a jet": nobody accuses himself. */
    if (stance == STANCE_ALLEGES && own_act) stance = STANCE_CLAIMS;
    if (stance == STANCE_WARNS) stance = STANCE_STATES;
    statement_draft pattern = {.utterance = utterance, .mention = word, .sure = true};
    statements_propose(coding, draft, said, stance, tie, &pattern);
    pattern.sure = false;
    pattern.reading = READ_DENIAL;
    if (stance_is_plain(said->stance) && own && draft->event.factuality == FACT_NEGATED)
        statements_propose(coding, draft, said, STANCE_DENIES, tie, &pattern);
    pattern.reading = READ_CLAIM;
    if (stance == STANCE_ADMITS ||
        (stance_is_plain(stance) && (own_act || speaks_of_own(coding, said, draft))))
        statements_propose(coding, draft, said, STANCE_CLAIMS, tie, &pattern);
    pattern.reading = READ_OTHER;
    if (stance == STANCE_STATES && !own)
        statements_propose(coding, draft, said, STANCE_ALLEGES, tie, &pattern);
    if (stance == STANCE_ALLEGES || stance == STANCE_CLAIMS || stance == STANCE_ADMITS)
        statements_propose(coding, draft, said, STANCE_STATES, tie, &pattern);
}

void statements_cover(coder_state *const coding, const uint32_t word, event_draft *const draft,
                      statements_test *const skip)
{
    const attributions *const all = coding->attributions;
    const uint32_t sentence = tree_word(coding->document, word)->sentence;
    for (uint32_t i = all->first[sentence];
         i < all->list.count && all->list.at[i].sentence == sentence; i++)
        if (attribution_holds(coding, &all->list.at[i], word) &&
            !(skip && skip(coding, &all->list.at[i], word)))
            cover(coding, i, word, draft);
}

void statements_attach(coder_state *const coding)
{
    for (uint32_t i = 0; i < coding->attributions->list.count; i++)
        name_authors(coding, &coding->attributions->list.at[i]);
    for (uint32_t i = 0; i < coding->drafts->list.count; i++)
        statements_cover(coding, coding->drafts->list.at[i].word, drafts_final(coding, i), NULL);
    references_find(coding);
}
