/* Who says, alleges, denies and admits a standing relation.
 *
 * A relation has a draft as an event has, with its ends as source and target, so that what is said
 * of either is proposed, described and judged alike. */
#include "coding/relations.h"

#include "coding/decide.h"
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"
#include "coding/utterance.h"

enum { SENTENCES_BACK = 8, RELATIONS_BACK = 200, PARTY = 100, STRANGER = 40 };

static event_draft *draft_of(const coder_state *const coding, const casus_relation *const relation)
{
    return &coding->relation_drafts->list.at[relation->draft];
}

void relations_begin(coder_state *const coding, casus_relation *const relation,
                     const lex_rule *const rule)
{
    const uint32_t word = relation->trigger_word;
    event_draft draft = {.standing = true,
                         .relation = relation->type,
                         .rule = rule,
                         .word = word,
                         .clause = word,
                         .sentence = tree_word(coding->document, word)->sentence,
                         .into = CASUS_NONE,
                         .kept = CASUS_NONE};
    draft.event.factuality = relation->factuality;
    draft.event.place = CASUS_NONE;
    draft.event.trigger_word = word;
    parties_add(coding, &draft.event.source, relation->from);
    if (relation->type == RELATION_OPERATES_IN)
        draft.event.place = relation->to;
    else
        parties_add(coding, &draft.event.target, relation->to);
    relation->draft = coding->relation_drafts->list.count;
    VEC_PUSH(&coding->relation_drafts->list, coding->arena, draft);
}

/* Titles ("the spokesman, X") and names of units are the publication's own words though they stand
 * in what someone says. */
static bool is_title(const casus_document *const document, const casus_relation_type type,
                     const uint32_t word)
{
    const bool office = type == RELATION_LEADS || type == RELATION_MEMBER_OF ||
                        type == RELATION_OPERATES_IN || type == RELATION_PART_OF ||
                        type == RELATION_SPLIT_FROM;
    return office && !tree_is_verbal(document, word) &&
           tree_child(document, word, DEP_COP) == CASUS_NONE &&
           tree_main_deprel(document, word) != DEP_OBL;
}

/* What stands aside in its clause ("its ally X, which arms …", "the X-backed troops") is told in
 * passing, by whoever writes. */
static bool is_aside(const coder_state *const coding, const attribution *const said, uint32_t word)
{
    const casus_document *const document = coding->document;
    for (int depth = 0; depth < CASUS_LIMIT_SENTENCE; depth++) {
        for (uint32_t i = 0; i < said->count; i++)
            if (said->contents[i] == word) return false;
        if (casus_word_is_root(document, word)) return false;
        const casus_deprel deprel = tree_deprel(document, word);
        /* A clause with a conjunction ("the charge that X arms Y") is no relative one, a gerund
         * before its object ("with training recruits") no description. */
        if (deprel == DEP_ACL_RELCL && tree_is_that_clause(document, word)) return false;
        if ((deprel == DEP_COMPOUND || deprel == DEP_AMOD) &&
            casus_str_ends(tree_word(document, word)->form, STR("ing")))
            return false;
        if (deprel == DEP_ACL_RELCL || deprel == DEP_APPOS || deprel == DEP_AMOD ||
            deprel == DEP_COMPOUND || deprel == DEP_NMOD_POSS)
            return true;
        word = tree_word(document, word)->head;
    }
    return false;
}

void relations_state(coder_state *const coding, const uint32_t word,
                     const casus_relation *const relation)
{
    event_draft *const draft = draft_of(coding, relation);
    if (is_title(coding->document, relation->type, word)) return;
    VEC_PUSH(&draft->words, coding->arena, word);
    draft->nominal = !tree_is_verbal(coding->document, word);
    statements_cover(coding, word, draft, is_aside);
}

uint32_t relations_stated(const coder_state *const coding, const casus_relation *const relation)
{
    return statements_sure(draft_of(coding, relation));
}

/* A ministry or army speaks for its state. */
static bool speaks_for(const coder_state *const coding, const uint32_t speaker,
                       const uint32_t party)
{
    if (parties_related(coding, speaker, party)) return true;
    const casus_actor *const a = &coding->document->record.actors.at[speaker];
    const casus_actor *const b = &coding->document->record.actors.at[party];
    return party_in_sectors(a, "GOV MIL SPY") && a->country.size &&
           casus_str_equal(a->country, b->country) && casus_str_equal(b->sector, STR("GOV"));
}

static bool speak_for(const coder_state *const coding, const attribution *const said,
                      const casus_refs *const parties)
{
    for (uint32_t i = 0; i < said->speakers.count; i++)
        for (uint32_t j = 0; j < parties->count; j++)
            if (speaks_for(coding, said->speakers.at[i], parties->at[j])) return true;
    return false;
}

static bool is_backing(const event_draft *const draft)
{
    return draft->relation == RELATION_SUPPORTS || draft->relation == RELATION_SHELTERS;
}

/* Where the relation was told that an answer may mean: the last time before it, or in the same
 * sentence ("Rwanda, which denies it, arms the rebels"); CASUS_NONE for nowhere. */
static uint32_t told_at(const coder_state *const coding, const event_draft *const draft,
                        const attribution *const said)
{
    const casus_document *const document = coding->document;
    uint32_t found = CASUS_NONE;
    for (uint32_t i = 0; i < draft->words.count; i++) {
        const uint32_t word = draft->words.at[i], sentence = tree_word(document, word)->sentence;
        if (attribution_holds(coding, said, word)) return CASUS_NONE;
        if (sentence > said->sentence || said->sentence - sentence > SENTENCES_BACK) continue;
        if (found == CASUS_NONE || (word < said->cue ? word > found : found > said->cue))
            found = word;
    }
    return found;
}

/* Whether one of those who speak is on record about the relation already. */
static bool has_spoken(const coder_state *const coding, const event_draft *const draft,
                       const attribution *const said)
{
    for (uint32_t i = 0; i < draft->said.count; i++)
        for (uint32_t j = 0; j < said->speakers.count; j++)
            if (speaks_for(coding, said->speakers.at[j], draft->said.at[i].statement.by))
                return true;
    return false;
}

bool relations_charged(const coder_state *const coding, const attribution *const said,
                       const uint32_t since)
{
    const drafts *const all = coding->relation_drafts;
    for (uint32_t i = all->list.count, seen = 0; i-- > 0 && seen < RELATIONS_BACK; seen++) {
        const event_draft *const draft = &all->list.at[i];
        if (!is_backing(draft) || !draft->said.count) continue;
        const uint32_t told = told_at(coding, draft, said);
        if (told == CASUS_NONE || told <= since) continue;
        const bool next = said->sentence - tree_word(coding->document, told)->sentence < 2;
        if (speak_for(coding, said, &draft->event.source) ||
            (next && said->stance == STANCE_DENIES && !has_spoken(coding, draft, said)))
            return true;
    }
    return false;
}

/* Nearer is better, being on record by another too, and to be the one who does it rather than whom
 * it is done to. */
static int fitness(const coder_state *const coding, const event_draft *const draft,
                   const uint32_t told, const attribution *const said)
{
    const bool from = speak_for(coding, said, &draft->event.source);
    const bool to = speak_for(coding, said, &draft->event.target);
    const bool backing = is_backing(draft), alleged = draft->said.count > 0;
    /* "denies any role": nobody has said that he quarrels with X. */
    if (!alleged && !(from && backing)) return 0;
    const uint32_t sentence = tree_word(coding->document, told)->sentence;
    /* "The ministry called this malicious", right behind the charge: whose ministry, the text need
     * not say. */
    if (!from && !to)
        return said->stance == STANCE_DENIES && backing && said->sentence - sentence < 2 &&
                       !has_spoken(coding, draft, said)
                   ? STRANGER
                   : 0;
    return PARTY + 20 * (alleged && backing) + 10 * from - 4 * (int)(said->sentence - sentence);
}

typedef struct answered { /* a relation that an utterance may mean */
    event_draft *draft;
    uint32_t told;
    int fit;
} answered;

typedef struct answer {
    uint32_t utterance;
    answered list[RELATIONS_BACK];
    uint32_t count;
} answer;

static void collect(const coder_state *const coding, answer *const made)
{
    const attribution *const said = &coding->attributions->list.at[made->utterance];
    drafts *const all = coding->relation_drafts;
    for (uint32_t i = all->list.count, seen = 0; i-- > 0 && seen < RELATIONS_BACK;) {
        event_draft *const draft = &all->list.at[i];
        if (draft->kept == CASUS_NONE) continue;
        seen++;
        const uint32_t told = told_at(coding, draft, said);
        const int fit = told == CASUS_NONE ? 0 : fitness(coding, draft, told, said);
        if (fit > 0) made->list[made->count++] = (answered){draft, told, fit};
    }
}

/* What those who are said to arm, or to be armed, deny, admit or call baseless. */
static void propose_answer(coder_state *const coding, const answer *const made,
                           const uint32_t number)
{
    const answered *const one = &made->list[number];
    const attribution *const said = &coding->attributions->list.at[made->utterance];
    statement_draft pattern = {.utterance = made->utterance, .mention = one->told};
    for (uint32_t i = 0; i < made->count; i++) {
        pattern.rank += made->list[i].fit > one->fit;
        pattern.recency += made->list[i].told > one->told;
    }
    const bool plain = stance_is_plain(said->stance);
    /* "arms and shelters X": what is as fit is meant together. */
    pattern.sure = !plain && pattern.rank == 0 && said->rule && one->fit > STRANGER;
    pattern.reading = plain ? READ_DENIAL : READ_CUE;
    statements_propose(coding, one->draft, said, plain ? STANCE_DENIES : said->stance,
                       TIE_REFERENCE, &pattern);
}

bool relations_told_in(const coder_state *const coding, const attribution *const said)
{
    const drafts *const all = coding->relation_drafts;
    for (uint32_t i = all->list.count, seen = 0; i-- > 0 && seen < RELATIONS_BACK; seen++) {
        const event_draft *const draft = &all->list.at[i];
        for (uint32_t j = 0; is_backing(draft) && j < draft->words.count; j++)
            if (attribution_holds(coding, said, draft->words.at[j])) return true;
    }
    return false;
}

/* Whether the utterance may answer what is told elsewhere. */
static bool may_answer(const attribution *const said)
{
    if (said->stance == STANCE_DENIES || said->stance == STANCE_ADMITS) return true;
    return stance_is_plain(said->stance) && said->content &&
           (said->content->negated || said->content->disapproves || said->content->refutes);
}

void relations_attribute(coder_state *const coding)
{
    casus_record *const record = &coding->document->record;
    const attributions *const all = coding->attributions;
    for (uint32_t i = 0; i < record->relations.count; i++) {
        event_draft *const draft = draft_of(coding, &record->relations.at[i]);
        draft->kept = i;
        draft->relation = record->relations.at[i].type;
    }
    if (!record->relations.count) return;
    answer *const made = ARENA_ARRAY(coding->arena, answer, 1);
    for (uint32_t i = 0; i < all->list.count; i++) {
        if (!may_answer(&all->list.at[i]) || relations_told_in(coding, &all->list.at[i])) continue;
        made->utterance = i;
        made->count = 0;
        collect(coding, made);
        for (uint32_t j = 0; j < made->count; j++) propose_answer(coding, made, j);
    }
    decide_statements(coding, coding->relation_drafts);
}
