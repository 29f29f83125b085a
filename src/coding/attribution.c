/* Finds who says what. */
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

static void add_content(attribution *const said, const uint32_t word)
{
    if (word == CASUS_NONE || said->count == ATTRIBUTION_CONTENTS) return;
    for (uint32_t i = 0; i < said->count; i++)
        if (said->contents[i] == word) return;
    said->contents[said->count++] = word;
}

/* Without a rule the subject speaks; who accuses speaks, though a rule has him as source only. */
static uint32_t roles_of(const lex_rule *const rule, const bool nominal, const uint16_t key)
{
    if (!rule) return key == ARG_SUBJ ? ROLE_SPEAKER : 0;
    uint32_t roles = ontology_roles(rule, nominal, key);
    if (rule->stance >= 0) return roles;
    if (roles & ROLE_SOURCE) roles |= ROLE_SPEAKER;
    if (roles & ROLE_TARGET) roles |= ROLE_ACCUSED;
    return roles;
}

static void read_arguments(coder_state *const coding, attribution *const said, const bool nominal)
{
    const coder_frame *const frame = frame_of(coding, said->cue);
    for (uint32_t i = 0; i < frame->count; i++) {
        const coder_argument *const given = &frame->arguments[i];
        const uint32_t roles = roles_of(said->rule, nominal, given->key);
        if (roles & ROLE_SPEAKER) speakers_of(coding, given->word, &said->speakers);
        if (roles & ROLE_ACCUSED) parties_of(coding, given->word, &said->accused);
        if (roles & ROLE_CONTENT) add_content(said, given->word);
        /* Whatever clause a verb of saying governs is said. */
        if (given->key == ARG_CCOMP && !nominal) add_content(said, given->word);
    }
    /* "told reporters that …": a parser may hang the clause on the addressee. */
    const uint32_t addressee = frame_get(frame, ARG_OBJ);
    if (nominal || said->count || addressee == CASUS_NONE) return;
    for (EACH_CHILD(coding->document, addressee, child))
        if (tree_main_deprel(coding->document, child) == DEP_ACL &&
            tree_child(coding->document, child, DEP_MARK) != CASUS_NONE)
            add_content(said, child);
}

/* "…", X said: the quotation is the clause that the verb of saying hangs from, or hangs on it
 * loosely. */
static void read_quotation(const coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, said->cue, child))
        if (tree_main_deprel(document, child) == DEP_PARATAXIS) add_content(said, child);
    if (tree_main_deprel(document, said->cue) == DEP_PARATAXIS) {
        add_content(said, tree_word(document, said->cue)->head);
        said->whole = true;
    }
}

/* Where the tree does not tell what a plain verb of saying governs, it is the rest of its sentence.
 */
static void take_sentence(const coder_state *const coding, attribution *const said)
{
    if (said->count || !said->rule || said->stance != STANCE_STATES ||
        !tree_is_verbal(coding->document, said->cue))
        return;
    /* "The rebels fled, police said": the fronted clause, whatever it is taken for. */
    for (EACH_CHILD(coding->document, said->cue, child))
        if (child < said->cue && tree_is_verbal(coding->document, child) &&
            tree_child(coding->document, child, DEP_MARK) == CASUS_NONE &&
            tree_main_deprel(coding->document, child) != DEP_NSUBJ)
            add_content(said, child);
    if (said->count) return;
    uint32_t root = said->cue;
    for (int i = 0; i < CASUS_LIMIT_SENTENCE && !casus_word_is_root(coding->document, root); i++)
        root = tree_word(coding->document, root)->head;
    if (root == said->cue) return;
    add_content(said, root);
    said->whole = true;
}

/* "…, says the union": behind its quotation, what looks like the object of a verb of saying is its
 * subject. */
static void read_inversion(coder_state *const coding, attribution *const said)
{
    const casus_deprel deprel = tree_main_deprel(coding->document, said->cue);
    const uint32_t object = frame_get(frame_of(coding, said->cue), ARG_OBJ);
    if (deprel != DEP_PARATAXIS || said->stance != STANCE_STATES || object == CASUS_NONE ||
        object < said->cue)
        return;
    parties_of(coding, object, &said->speakers);
}

/* Any verb that governs a that-clause or a quotation may be one of saying: "tweeted that …". */
static bool governs_content(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    if (tree_word(document, verb)->flags & WORD_QUOTED) return false;
    for (EACH_CHILD(document, verb, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (deprel != DEP_CCOMP && deprel != DEP_PARATAXIS) continue;
        if (tree_word(document, child)->flags & WORD_QUOTED) return true;
        if (deprel == DEP_CCOMP && tree_child(document, child, DEP_MARK) != CASUS_NONE) return true;
    }
    return tree_main_deprel(document, verb) == DEP_PARATAXIS &&
           (tree_word(document, tree_word(document, verb)->head)->flags & WORD_QUOTED);
}

/* The stance of a word: what the lexicon says, accusation for an event of accusing, else a plain
 * one.  False where nothing is said. */
static bool read_stance(coder_state *const coding, const bool nominal, attribution *const said)
{
    said->rule = match_word(coding, said->cue, WANT_STANCE).rule;
    if (said->rule) {
        said->stance = (casus_stance)said->rule->stance;
        return true;
    }
    if (nominal) return false;
    said->rule = match_word(coding, said->cue, WANT_EVENT).rule;
    if (said->rule && said->rule->event == EVENT_ACCUSE) {
        said->stance = STANCE_ALLEGES;
        return true;
    }
    said->rule = NULL;
    said->stance = STANCE_STATES;
    return governs_content(coding, said->cue);
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

static void add_cue(coder_state *const coding, const uint32_t word, const bool nominal)
{
    attribution said = {.cue = word,
                        .clause = word,
                        .sentence = tree_word(coding->document, word)->sentence,
                        .first = 1};
    /* "suspected rebels": those described do not speak. */
    if (!nominal && tree_main_deprel(coding->document, word) == DEP_AMOD) return;
    if (!read_stance(coding, nominal, &said)) return;
    read_arguments(coding, &said, nominal);
    if (!nominal && !said.accused.count) {
        read_quotation(coding, &said);
        take_sentence(coding, &said);
    }
    if (!nominal && !said.speakers.count) read_inversion(coding, &said);
    if (!nominal && stance_is_plain(said.stance) && said.rule && said.rule->event < 0)
        attribution_read_surface(coding, &said);
    const uint32_t subject = frame_get(frame_of(coding, word), ARG_SUBJ);
    if (!nominal && is_nobody(coding, subject)) return;
    if (!nominal) attribution_mend_speaker(coding, &said, subject);
    if (!nominal) speakers_carry_on(coding, &said, subject);
    if (!nominal && !said.speakers.count && said.rule)
        speakers_unknown(coding, subject, &said.speakers);
    if (!said.speakers.count) return;
    if (nominal && !said.count) return;
    VEC_PUSH(&coding->attributions->list, coding->arena, said);
}

/* "according to a statement released by X and reported by Y" */
static void read_issuer(coder_state *const coding, attribution *const said, const uint32_t noun)
{
    for (EACH_CHILD(coding->document, noun, child)) {
        if (tree_main_deprel(coding->document, child) != DEP_ACL ||
            !tree_is_verbal(coding->document, child))
            continue;
        parties_of(coding, frame_get(frame_of(coding, child), ARG_SUBJ), &said->speakers);
        if (said->speakers.count) return;
    }
}

/* A phrase at the word that tells who says all the rest of its clause. */
static attribution begin_whole(const casus_document *const document, const uint32_t word)
{
    return (attribution){.cue = word,
                         .first = 1,
                         .clause = tree_word(document, word)->head,
                         .stance = STANCE_STATES,
                         .sentence = tree_word(document, word)->sentence,
                         .whole = true};
}

static void end_whole(coder_state *const coding, attribution *const said)
{
    if (!said->speakers.count) return;
    said->contents[said->count++] = tree_clause(coding->document, said->clause);
    VEC_PUSH(&coding->attributions->list, coding->arena, *said);
}

/* "by the ministry's count", "in the villagers' telling": whoever counts or tells speaks. */
static void add_account(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    attribution said = begin_whole(document, word);
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (deprel == DEP_NMOD && !said.speakers.count) speakers_of(coding, child, &said.speakers);
    }
    end_whole(coding, &said);
}

/* "according to X" and what the lexicon lists beside it: a preposition whose object speaks. */
static void add_source_phrase(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_deprel deprel = tree_main_deprel(document, word);
    if (deprel != DEP_OBL && deprel != DEP_NMOD) return;
    const casus_str preposition = tree_preposition(document, coding->arena, word);
    if (!preposition.size) return;
    if (match_is(coding, WORDS_ACCOUNT, word) &&
        ontology_has(coding->ontology, WORDS_ACCOUNT_PREPOSITION, preposition)) {
        add_account(coding, word);
        return;
    }
    if (!ontology_has(coding->ontology, WORDS_SOURCE_PREPOSITION, preposition)) return;
    attribution said = begin_whole(document, word);
    speakers_of(coding, word, &said.speakers);
    if (!said.speakers.count) read_issuer(coding, &said, word);
    if (!said.speakers.count) speakers_unknown(coding, word, &said.speakers);
    end_whole(coding, &said);
}

/* "They had allegedly taken part in raids", right after somebody's words: he goes on. */
static void add_adverb(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const attributions *const all = coding->attributions;
    if (!all->list.count) return;
    const attribution *const before = &all->list.at[all->list.count - 1];
    const uint32_t sentence = tree_word(document, word)->sentence;
    if (before->sentence + 1 != sentence || !stance_is_plain(before->stance) ||
        document->sentences.at[sentence].paragraph !=
            document->sentences.at[before->sentence].paragraph)
        return;
    const lex_rule *const rule = match_word(coding, word, WANT_STANCE).rule;
    if (!rule || rule->stance != STANCE_ALLEGES) return;
    const uint32_t clause = tree_clause(document, tree_word(document, word)->head);
    attribution said = {.cue = word,
                        .first = 1,
                        .clause = clause,
                        .stance = STANCE_ALLEGES,
                        .sentence = sentence,
                        .whole = true,
                        .carried = true,
                        .rule = rule};
    for (uint32_t i = 0; i < before->speakers.count; i++)
        parties_add(coding, &said.speakers, before->speakers.at[i]);
    said.contents[said.count++] = clause;
    VEC_PUSH(&coding->attributions->list, coding->arena, said);
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
        if (upos == UPOS_VERB)
            add_cue(coding, word, false);
        else if (upos == UPOS_NOUN)
            add_cue(coding, word, true);
        else if (upos == UPOS_ADV)
            add_adverb(coding, word);
        if (tree_is_nominal(document, word)) add_source_phrase(coding, word);
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
