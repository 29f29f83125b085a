/* Finds who says what. */
#include "coding/parties.h"
#include "coding/speaker_phrase.h"
#include "coding/statements.h"
#include "coding/tree.h"

/* The stance of a word: what the lexicon says, accusation for an event of accusing, else a plain
 * one.  False where nothing is said. */
static bool read_stance(coder_state *const coding, const bool nominal, attribution *const said)
{
    const match found = match_word(coding, said->cue, WANT_STANCE);
    said->rule = found.rule;
    said->idiom = found.extra != CASUS_NONE && tree_is_nominal(coding->document, found.extra);
    if (said->rule) {
        said->stance = (casus_stance)said->rule->stance;
        return true;
    }
    if (nominal) return false;
    said->rule = match_word(coding, said->cue, WANT_EVENT).rule;
    /* Who looks into a deed charges nobody with it. */
    const bool inquires = said->rule && casus_str_equal(said->rule->mode, STR("investigate"));
    if (said->rule && said->rule->event == EVENT_ACCUSE && !inquires) {
        said->stance = STANCE_ALLEGES;
        return true;
    }
    if (inquires) return false;
    said->rule = NULL;
    said->stance = STANCE_STATES;
    return match_names(coding, said->cue) || attribution_governs(coding, said->cue);
}

/* "No group claimed the attack": nobody says it. */
static bool is_nobody(const coder_state *const coding, const uint32_t subject)
{
    if (subject == CASUS_NONE) return false;
    if (match_is(coding, WORDS_NEGATION, subject)) return true;
    for (EACH_CHILD(coding->document, subject, child))
        if (tree_main_deprel(coding->document, child) == DEP_DET &&
            match_is(coding, WORDS_NEGATION, child))
            return true;
    return false;
}

/* "the man said to have led them": verbs of saying take no infinitive unless something is said of
 * their subject. */
static bool is_said_to(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, verb);
    return verb + 2 < document->words.count && (at->features & (FEAT_PAST | FEAT_PARTICIPLE)) &&
           tree_lemma_is(document, verb + 1, "to") &&
           tree_word(document, verb + 1)->upos == UPOS_PART &&
           match_is(coding, WORDS_SAID_TO, verb);
}

/* "The army is to blame" */
static bool is_to_blame(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    return verb && tree_lemma_is(document, verb - 1, "to") &&
           match_is(coding, WORDS_TO_BLAME, verb) &&
           tree_child(document, verb, DEP_OBJ) == CASUS_NONE;
}

/* "Twelve died, state radio reported late on Monday": a clause, a comma and a phrase stand before
 * it. */
static bool is_behind_clause(const casus_document *const document, const uint32_t verb)
{
    const uint32_t first = document->sentences.at[tree_word(document, verb)->sentence].first;
    speaker_phrase phrase;
    const casus_deprel deprel = tree_main_deprel(document, verb);
    const bool last = verb + 1 >= document->words.count;
    const uint8_t next = last ? UPOS_PUNCT : tree_word(document, verb + 1)->upos;
    if (next == UPOS_ADJ || next == UPOS_VERB) return false; /* "reported missing" */
    if ((deprel != DEP_ADVCL && deprel != DEP_ACL) ||
        !speaker_phrase_before(document, verb, &phrase) || phrase.closed || !phrase.fronted)
        return false;
    for (uint32_t word = first; word + 1 < phrase.first; word++)
        if (tree_word(document, word)->upos == UPOS_VERB) return true;
    return false;
}

/* "He was told", "is believed to have fled", "one named as Kito": nobody is on record but an agent.
 * A clause or an object of its own shows that a parser took a verb for a participle. */
static bool is_passive(coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    if (is_said_to(coding, verb) || is_to_blame(coding, verb)) return true;
    if (!frame_of(coding, verb)->passive) return false;
    if (tree_is_passive(document, verb)) return true;
    if (is_behind_clause(document, verb)) return false;
    return tree_child(document, verb, DEP_CCOMP) == CASUS_NONE &&
           tree_child(document, verb, DEP_OBJ) == CASUS_NONE;
}

/* Who speaks by the verb, by the tree or by the order of words; false where nobody can. */
static bool find_speakers(coder_state *const coding, attribution *const said)
{
    const uint32_t subject = frame_get(frame_of(coding, said->cue), ARG_SUBJ);
    if (is_passive(coding, said->cue)) {
        if (is_said_to(coding, said->cue) || is_to_blame(coding, said->cue)) return false;
        return said->speakers.count || speakers_unknown(coding, subject, &said->speakers);
    }
    /* "stands accused": a rule may have others speak than the subject. */
    if (said->rule && !attribution_subject_speaks(said->rule)) return said->speakers.count > 0;
    if (stance_is_plain(said->stance) && said->rule && said->rule->event < 0)
        attribution_read_surface(coding, said);
    if (is_nobody(coding, subject)) return false;
    attribution_mend_speaker(coding, said, subject);
    speakers_carry_on(coding, said, subject);
    speakers_answer(coding, said, subject);
    if (!said->speakers.count && said->rule) speakers_unknown(coding, subject, &said->speakers);
    return said->speakers.count > 0;
}

static bool quotes(const lex_rule *const rule)
{
    return rule && (ontology_roles(rule, false, ARG_OBJ) & ROLE_SPEAKER);
}

/* "The mayor quoted the pilot as saying": the mayor says so too. */
static void add_quoter(coder_state *const coding, const attribution *const quoted)
{
    const uint32_t subject = tree_child(coding->document, quoted->cue, DEP_NSUBJ);
    if (!quotes(quoted->rule) || subject == CASUS_NONE) return;
    attribution said = *quoted;
    said.speakers = (casus_refs){0};
    speakers_of(coding, subject, &said.speakers);
    if (!said.speakers.count || party_is_press(coding, said.speakers.at[0])) return;
    VEC_PUSH(&coding->attributions->list, coding->arena, said);
}

/* "quoted the pilot as saying": the pilot says it, as the word of quoting tells. */
static bool is_quoted_saying(coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    const uint32_t above = tree_word(document, verb)->head;
    return tree_word(document, above)->upos == UPOS_VERB &&
           casus_str_equal(tree_marker(document, verb), STR("as")) &&
           quotes(match_word(coding, above, WANT_STANCE).rule);
}

/* "neither confirmed nor denied it", "would not admit it", "could not verify the report": nothing
 * was said. */
static bool is_unsaid(coder_state *const coding, const attribution *const said)
{
    bool governed;
    return factuality_of(coding, said->cue, &governed) == FACT_NEGATED;
}

/* "did not say", "neither confirmed nor denied", "refused to admit": nothing is said. */
static bool is_withheld(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, verb, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (child < verb && match_is(coding, WORDS_NEGATION, child) &&
            (deprel == DEP_ADVMOD || deprel == DEP_CC || deprel == DEP_DET))
            return true;
    }
    return tree_main_deprel(document, verb) == DEP_XCOMP &&
           match_is(coding, WORDS_WITHHOLD, tree_word(document, verb)->head);
}

static void add_cue(coder_state *const coding, const uint32_t word, const bool nominal)
{
    attribution said = {.cue = word,
                        .clause = word,
                        .sentence = tree_word(coding->document, word)->sentence,
                        .first = 1};
    /* "suspected rebels": those described do not speak. */
    if (!nominal && tree_main_deprel(coding->document, word) == DEP_AMOD) return;
    if (!nominal && (is_quoted_saying(coding, word) || is_withheld(coding, word))) return;
    if (!read_stance(coding, nominal, &said)) return;
    if (!nominal && is_unsaid(coding, &said)) return;
    if (!attribution_read_contents(coding, &said, nominal)) return;
    if (!nominal && !find_speakers(coding, &said)) return;
    if (!said.speakers.count) return;
    if (nominal && !said.count) return;
    VEC_PUSH(&coding->attributions->list, coding->arena, said);
    if (!nominal) add_quoter(coding, &said);
}

void attributions_find(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    uint32_t sentence = 0;
    coding->attributions->first =
        ARENA_ARRAY(coding->arena, uint32_t, document->sentences.count + 2);
    for (uint32_t word = 0; word < document->words.count; word++) {
        while (sentence <= tree_word(document, word)->sentence)
            coding->attributions->first[sentence++] = coding->attributions->list.count;
        const uint8_t upos = tree_word(document, word)->upos;
        if (upos == UPOS_VERB) {
            add_cue(coding, word, false);
            attribution_read_condition(coding, word);
        }
        if (upos == UPOS_NOUN) add_cue(coding, word, true);
        if (upos == UPOS_PUNCT) attribution_read_label(coding, word);
        if (upos == UPOS_ADV) attribution_read_adverb(coding, word);
        attribution_read_phrase(coding, word);
    }
}

bool stance_is_plain(const casus_stance stance)
{
    return stance == STANCE_STATES || stance == STANCE_ALLEGES;
}

casus_statement attribution_statement(coder_state *const coding, const attribution *const said,
                                      const uint32_t by, const casus_stance stance,
                                      const casus_tie tie)
{
    casus_statement made = {.by = by, .stance = stance, .tie = tie, .cue_word = said->cue};
    made.cue = casus_document_text(coding->document, tree_word(coding->document, said->cue)->span);
    uint32_t first, last;
    tree_extent(coding->document, said->clause, &first, &last);
    made.span = tree_span(coding->document, said->whole ? said->cue : first,
                          said->whole ? said->cue : last);
    return made;
}

void statements_add(coder_state *const coding, const attribution *const said,
                    const casus_stance stance, const casus_tie tie,
                    casus_statements *const statements)
{
    for (uint32_t i = 0; i < said->speakers.count; i++) {
        const uint32_t by = said->speakers.at[i];
        bool known = false;
        for (uint32_t j = 0; j < statements->count; j++) {
            casus_statement *const other = &statements->at[j];
            if (other->by != by) continue;
            /* One party and one stance give one entry; a plain word gives way to a stronger one of
             * the same party. */
            if (other->stance == stance ||
                (stance_is_plain(stance) && other->stance != STANCE_CONDEMNS)) {
                known = true;
            } else if (stance_is_plain(other->stance) && stance != STANCE_CONDEMNS) {
                other->stance = stance;
                known = true;
            }
        }
        if (known) continue;
        VEC_PUSH(statements, coding->arena, attribution_statement(coding, said, by, stance, tie));
    }
}

bool attribution_holds(const coder_state *const coding, const attribution *const said,
                       const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (said->sentence != tree_word(document, word)->sentence || said->cue == word) return false;
    if (word >= said->first && word <= said->last) return true;
    for (uint32_t i = 0; i < said->count; i++) {
        if (!tree_dominates(document, said->contents[i], word)) continue;
        /* What hangs on the cue itself is not what it says, where the cue hangs in its own
         * quotation. */
        if (said->whole && tree_dominates(document, said->cue, word)) continue;
        return true;
    }
    return false;
}

bool attribution_is_own(const coder_state *const coding, const attribution *const said,
                        const casus_refs *const parties)
{
    return parties_overlap(coding, &said->speakers, parties);
}

void attributions_cover(coder_state *const coding, const uint32_t word,
                        const casus_refs *const about, casus_statements *const statements)
{
    const attributions *const all = coding->attributions;
    const uint32_t sentence = tree_word(coding->document, word)->sentence;
    for (uint32_t i = all->first[sentence];
         i < all->list.count && all->list.at[i].sentence == sentence; i++) {
        const attribution *const said = &all->list.at[i];
        if (!attribution_holds(coding, said, word)) continue;
        casus_stance stance = said->stance;
        const bool own = attribution_is_own(coding, said, about);
        if (stance_is_plain(stance) && own) stance = STANCE_CLAIMS;
        if (stance == STANCE_WARNS || (stance == STANCE_ALLEGES && own)) stance = STANCE_STATES;
        statements_add(coding, said, stance, said->whole ? TIE_SENTENCE : TIE_CLAUSE, statements);
    }
}
