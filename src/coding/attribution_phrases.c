/* Phrases and adverbs by which somebody is on record: "according to X", "by X's count", "X: '…'",
 * "allegedly". */
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

enum { LABEL = 7 };

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
void attribution_read_phrase(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_deprel deprel = tree_main_deprel(document, word);
    const bool account = match_is(coding, WORDS_ACCOUNT, word);
    if (deprel != DEP_OBL && deprel != DEP_NMOD) return;
    if (!account && !tree_is_nominal(document, word)) return;
    const casus_str preposition = tree_preposition(document, coding->arena, word);
    if (!preposition.size) return;
    if (account && ontology_has(coding->ontology, WORDS_ACCOUNT_PREPOSITION, preposition)) {
        add_account(coding, word);
        return;
    }
    if (!ontology_has(coding->ontology, WORDS_SOURCE_PREPOSITION, preposition)) return;
    attribution said = begin_whole(document, word);
    speakers_of(coding, word, &said.speakers);
    speakers_carry_on(coding, &said, word);
    if (!said.speakers.count) speakers_issuing(coding, word, &said.speakers);
    if (!said.speakers.count) speakers_unknown(coding, word, &said.speakers);
    end_whole(coding, &said);
}

/* Adds who speaks by a noun phrase: whom it names, or who made what it names ("the army's report").
 */
static void read_holder(coder_state *const coding, attribution *const said, const uint32_t noun)
{
    if (match_is(coding, WORDS_ACCOUNT, noun) || match_word(coding, noun, WANT_STANCE).rule) {
        for (EACH_CHILD(coding->document, noun, child))
            if ((tree_main_deprel(coding->document, child) == DEP_NMOD ||
                 tree_main_deprel(coding->document, child) == DEP_COMPOUND) &&
                !said->speakers.count)
                speakers_of(coding, child, &said->speakers);
        if (said->speakers.count) return;
    }
    parties_of(coding, noun, &said->speakers);
}

/* "if one believes the clergy", "if the army is to be believed", "to go by the harbour's log". */
void attribution_read_condition(coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    const uint32_t mark = tree_child(document, verb, DEP_MARK);
    if (tree_main_deprel(document, verb) != DEP_ADVCL || mark == CASUS_NONE ||
        !match_is(coding, WORDS_TRUST, verb) ||
        (!match_is(coding, WORDS_CONDITIONAL, mark) && !match_is(coding, WORDS_TO, mark)))
        return;
    attribution said = begin_whole(document, verb);
    const uint32_t object = frame_get(frame_of(coding, verb), ARG_OBJ);
    if (object == CASUS_NONE) return;
    read_holder(coding, &said, object);
    if (!said.speakers.count) speakers_of(coding, object, &said.speakers);
    end_whole(coding, &said);
}

static bool names_anybody(const casus_document *const document, const uint32_t first,
                          const uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (document->mention_at[i] != CASUS_NONE) return true;
    return false;
}

/* The head of the phrase between two words, CASUS_NONE where it names nobody, a verb stands in it
 * or it is long. */
static uint32_t phrase_head(const casus_document *const document, const uint32_t first,
                            const uint32_t end)
{
    if (first >= end || end - first > LABEL) return CASUS_NONE;
    const uint8_t begins = tree_word(document, first)->upos;
    if (!names_anybody(document, first, end)) return CASUS_NONE;
    if (begins == UPOS_ADP || begins == UPOS_CCONJ || begins == UPOS_ADV || begins == UPOS_SCONJ)
        return CASUS_NONE;
    for (uint32_t i = first; i < end; i++)
        if (tree_word(document, i)->upos == UPOS_VERB) return CASUS_NONE;
    for (uint32_t i = first; i < end; i++) {
        const uint32_t head = tree_word(document, i)->head;
        if (tree_is_nominal(document, i) && document->time_at[i] == CASUS_NONE &&
            (head == i || head < first || head >= end))
            return i;
    }
    return CASUS_NONE;
}

/* Whether the phrase is of a place: "GULU, Acholi:". */
static bool is_dateline(const casus_document *const document, const uint32_t first,
                        const uint32_t head)
{
    return document->place_at[first] != CASUS_NONE || document->place_at[head] != CASUS_NONE;
}

static void add_label(coder_state *const coding, const uint32_t head, const uint32_t first,
                      const uint32_t last)
{
    attribution said = {.cue = head,
                        .clause = head,
                        .first = first,
                        .last = last,
                        .stance = STANCE_STATES,
                        .sentence = tree_word(coding->document, head)->sentence,
                        .surface = true};
    read_holder(coding, &said, head);
    if (said.speakers.count) VEC_PUSH(&coding->attributions->list, coding->arena, said);
}

/* "The rebels: 'We burned it.'", "The mayor's reply: …"; in headlines, which have no full stop,
 * "Blast kills nine: police". */
void attribution_read_label(coder_state *const coding, const uint32_t colon)
{
    const casus_document *const document = coding->document;
    const casus_str form = tree_word(document, colon)->form;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, colon)->sentence];
    const uint32_t first = sentence->first, end = first + sentence->count;
    const bool dash = colon > first && tree_word(document, colon - 1)->span.end <
                                           tree_word(document, colon)->span.begin;
    const bool is_colon = casus_str_equal(form, STR(":"));
    if (!is_colon && !(dash && match_is(coding, WORDS_DASH, colon))) return;
    const bool quotes = colon + 2 < end && (tree_word(document, colon + 2)->flags & WORD_QUOTED);
    if (is_colon || quotes) {
        const uint32_t head = phrase_head(document, first, colon);
        if (head != CASUS_NONE && colon + 2 < end && !is_dateline(document, first, head)) {
            add_label(coding, head, colon + 1, end - 1);
            return;
        }
    }
    const uint32_t head = phrase_head(document, colon + 1, end);
    if (head != CASUS_NONE && colon > first + 2 && !is_dateline(document, colon + 1, head) &&
        tree_word(document, end - 1)->upos != UPOS_PUNCT)
        add_label(coding, head, first, colon - 1);
}

/* "They had allegedly taken part in raids", right after somebody's words: he goes on. */
void attribution_read_adverb(coder_state *const coding, const uint32_t word)
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
    parties_add_all(coding, &said.speakers, &before->speakers);
    said.contents[said.count++] = clause;
    VEC_PUSH(&coding->attributions->list, coding->arena, said);
}
