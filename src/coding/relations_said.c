/* Who says, alleges or denies a standing relation. */
#include "coding/relations.h"

#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { SENTENCES_BACK = 8, RELATIONS_BACK = 200 };

/* Titles ("the spokesman, X") and names of units are the publication's own words though they stand
 * in what someone says. */
static bool is_title(const casus_document *const document, const casus_relation *const relation,
                     const uint32_t word)
{
    const bool office = relation->type == RELATION_LEADS || relation->type == RELATION_MEMBER_OF ||
                        relation->type == RELATION_OPERATES_IN ||
                        relation->type == RELATION_PART_OF || relation->type == RELATION_SPLIT_FROM;
    return office && !tree_is_verbal(document, word) &&
           tree_child(document, word, DEP_COP) == CASUS_NONE &&
           tree_main_deprel(document, word) != DEP_OBL;
}

/* What stands aside in what is said ("its ally X, which arms …", "the X-backed troops") is told in
 * passing, by whoever writes. */
static bool is_aside(const casus_document *const document, const attribution *const said,
                     uint32_t word)
{
    for (int depth = 0; depth < CASUS_LIMIT_SENTENCE; depth++) {
        for (uint32_t i = 0; i < said->count; i++)
            if (said->contents[i] == word) return false;
        if (casus_word_is_root(document, word)) return false;
        const casus_deprel deprel = tree_deprel(document, word);
        if (deprel == DEP_ACL_RELCL || deprel == DEP_APPOS || deprel == DEP_AMOD ||
            deprel == DEP_COMPOUND || deprel == DEP_NMOD_POSS)
            return true;
        word = tree_word(document, word)->head;
    }
    return false;
}

void relations_state(coder_state *const coding, const uint32_t word, casus_relation *const relation)
{
    if (is_title(coding->document, relation, word)) return;
    const attributions *const all = coding->attributions;
    const uint32_t sentence = tree_word(coding->document, word)->sentence;
    casus_refs about = {0};
    parties_add(coding, &about, relation->from);
    for (uint32_t i = all->first[sentence];
         i < all->list.count && all->list.at[i].sentence == sentence; i++) {
        const attribution *const said = &all->list.at[i];
        if (!said->rule && !said->whole) continue;
        if (!attribution_holds(coding, said, word) || is_aside(coding->document, said, word))
            continue;
        casus_stance stance = said->stance;
        const bool own = attribution_is_own(coding, said, &about);
        if (stance_is_plain(stance) && own) stance = STANCE_CLAIMS;
        /* What one party says of another's standing ties is an allegation, however plain the verb.
         */
        if (stance == STANCE_WARNS || stance == STANCE_STATES) stance = STANCE_ALLEGES;
        statements_add(coding, said, stance, said->whole ? TIE_SENTENCE : TIE_CLAUSE,
                       &relation->statements);
    }
}

static bool holds_relation(const coder_state *const coding, const attribution *const said)
{
    const casus_document *const document = coding->document;
    for (uint32_t i = 0; i < document->record.relations.count; i++) {
        const casus_relation *const relation = &document->record.relations.at[i];
        if (tree_word(document, relation->trigger_word)->sentence != said->sentence) continue;
        if (is_title(document, relation, relation->trigger_word)) continue;
        for (uint32_t j = 0; j < relation->statements.count; j++)
            if (relation->statements.at[j].cue_word == said->cue) return true;
    }
    return false;
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

/* Nearer is better, being on record by another too, and to be the one who does it rather than whom
 * it is done to. */
static int fitness(const coder_state *const coding, const casus_relation *const relation,
                   const attribution *const said)
{
    const casus_document *const document = coding->document;
    const uint32_t word = relation->trigger_word, sentence = tree_word(document, word)->sentence;
    if (word >= said->cue || said->sentence - sentence > SENTENCES_BACK ||
        is_title(document, relation, word))
        return 0;
    bool from = false, to = false, alleged = false;
    for (uint32_t i = 0; i < said->speakers.count; i++) {
        from = from || speaks_for(coding, said->speakers.at[i], relation->from);
        to = to || (relation->type != RELATION_OPERATES_IN &&
                    speaks_for(coding, said->speakers.at[i], relation->to));
    }
    for (uint32_t i = 0; i < relation->statements.count; i++)
        alleged = alleged || relation->statements.at[i].stance == STANCE_ALLEGES;
    const bool backing = relation->type == RELATION_SUPPORTS || relation->type == RELATION_SHELTERS;
    if (!alleged && !(from && backing)) return 0;
    if (!from && !(to && alleged)) return 0;
    return 100 + 20 * alleged + 10 * from - 4 * (int)(said->sentence - sentence);
}

static void refer_back(coder_state *const coding, const attribution *const said)
{
    casus_record *const record = &coding->document->record;
    casus_relation *best = NULL;
    int most = 0;
    uint32_t seen = 0;
    for (uint32_t i = record->relations.count; i-- > 0 && seen++ < RELATIONS_BACK;) {
        const int fit = fitness(coding, &record->relations.at[i], said);
        if (fit <= most) continue;
        most = fit;
        best = &record->relations.at[i];
    }
    if (!best) return;
    /* "arms and shelters X": what one sentence told of the same party is meant together. */
    const uint32_t sentence = tree_word(coding->document, best->trigger_word)->sentence;
    seen = 0;
    for (uint32_t i = record->relations.count; i-- > 0 && seen++ < RELATIONS_BACK;) {
        casus_relation *const other = &record->relations.at[i];
        if (other->from == best->from && fitness(coding, other, said) &&
            tree_word(coding->document, other->trigger_word)->sentence == sentence)
            statements_add(coding, said, said->stance, TIE_REFERENCE, &other->statements);
    }
}

void relations_refer_back(coder_state *const coding)
{
    const attributions *const all = coding->attributions;
    for (uint32_t i = 0; i < all->list.count; i++) {
        const attribution *const said = &all->list.at[i];
        if (said->stance != STANCE_DENIES && said->stance != STANCE_ADMITS) continue;
        if (!said->rule || holds_relation(coding, said)) continue;
        refer_back(coding, said);
    }
}
