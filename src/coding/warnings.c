/* Conditionals about the future that a text or a party puts forward. */
#include "coding/warnings.h"
#include "coding/decide.h"
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

/* The modal of a clause that speaks of what may come; CASUS_NONE for none. */
static uint32_t modal_of(const coder_state *const coding, const uint32_t clause)
{
    return match_auxiliary(coding, clause, WORDS_WARNING_MODAL);
}

static casus_span trimmed(const casus_document *const document, uint32_t first, uint32_t last)
{
    while (last > first && tree_word(document, last)->upos == UPOS_PUNCT) last--;
    while (first < last && tree_word(document, first)->upos == UPOS_PUNCT) first++;
    return tree_span(document, first, last);
}

/* The words of a clause without the conditional clause and the attribution that hang on it. */
static casus_span clause_span(const casus_document *const document, const uint32_t clause,
                              const uint32_t without)
{
    uint32_t first = clause, last = clause;
    for (EACH_CHILD(document, clause, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (child == without || deprel == DEP_PARATAXIS || deprel == DEP_PUNCT || deprel == DEP_CC)
            continue;
        if (deprel == DEP_CONJ && tree_child(document, child, DEP_NSUBJ) != CASUS_NONE) continue;
        uint32_t low, high;
        tree_extent(document, child, &low, &high);
        if (low < first) first = low;
        if (high > last) last = high;
    }
    return trimmed(document, first, last);
}

static void describe_outcome(coder_state *const coding, casus_warning *const warning,
                             const uint32_t outcome)
{
    warning->outcome_type = -1;
    const event_draft *const draft = drafts_under(coding, outcome);
    const coder_frame *const frame = frame_of(coding, outcome);
    if (draft && tree_dominates(coding->document, outcome, draft->word)) {
        warning->outcome_type = (int)draft->event.type;
        warning->source = draft->event.source;
        warning->target = draft->event.target;
    }
    if (!warning->source.count) parties_of(coding, frame_get(frame, ARG_SUBJ), &warning->source);
}

static bool is_known(const casus_document *const document, const casus_warning *const warning)
{
    const casus_record *const record = &document->record;
    for (uint32_t i = 0; i < record->warnings.count; i++) {
        const casus_warning *const other = &record->warnings.at[i];
        if (other->outcome.begin == warning->outcome.begin) return true;
        if (casus_str_equal(other->outcome_text, warning->outcome_text))
            return true; /* told twice, word for word */
    }
    return false;
}

static void describe_condition(coder_state *const coding, casus_warning *const warning)
{
    const uint32_t head = warning->condition_word;
    if (head == CASUS_NONE) return;
    casus_refs actors = {0};
    const coder_frame *const frame = frame_of(coding, head);
    const uint32_t subject = frame_get(frame, frame->passive ? ARG_OBJ : ARG_SUBJ);
    if (parties_of(coding, subject == CASUS_NONE ? head : subject, &actors))
        warning->condition_actor = actors.at[0];
    bool governed;
    warning->condition_negated = factuality_of(coding, head, &governed) == FACT_NEGATED;
}

/* Whoever denies something beside it has not spoken of what may come. */
static void drop_denials(casus_statements *const statements)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < statements->count; i++)
        if (statements->at[i].stance != STANCE_DENIES) statements->at[kept++] = statements->at[i];
    statements->count = kept;
}

/* "Chad has threatened to walk out if the raids go on": those who threaten warn. */
static void add_threat(coder_state *const coding, casus_warning *const warning)
{
    const casus_document *const document = coding->document;
    const uint32_t word = warning->outcome_word;
    if (warning->outcome_type != (int)EVENT_THREATEN || warning->modality.size ||
        !tree_is_verbal(document, word))
        return;
    casus_refs speakers = {0};
    speakers_of(coding, frame_get(frame_of(coding, word), ARG_SUBJ), &speakers);
    const attribution said = {.cue = word, .clause = word, .speakers = speakers};
    statements_add(coding, &said, STANCE_WARNS, TIE_CLAUSE, &warning->statements);
}

void warnings_add(coder_state *const coding, const warning_parts *const parts)
{
    const casus_document *const document = coding->document;
    casus_warning warning = {.condition = parts->condition,
                             .outcome = parts->outcome,
                             .modality = parts->modality,
                             .outcome_word = parts->outcome_word,
                             .condition_word = parts->condition_word,
                             .condition_actor = CASUS_NONE,
                             .rule = casus_str_from(parts->rule),
                             .confidence = 0.5F};
    if (warning.outcome.begin >= warning.outcome.end) return;
    warning.condition_text = casus_document_text(document, warning.condition);
    warning.outcome_text = casus_document_text(document, warning.outcome);
    warning.span.begin = warning.condition.begin < warning.outcome.begin ? warning.condition.begin
                                                                         : warning.outcome.begin;
    warning.span.end =
        warning.condition.end > warning.outcome.end ? warning.condition.end : warning.outcome.end;
    if (is_known(document, &warning)) return;
    describe_condition(coding, &warning);
    describe_outcome(coding, &warning, parts->outcome_word);
    attributions_cover(coding, parts->outcome_word, &(casus_refs){0}, &warning.statements);
    drop_denials(&warning.statements);
    /* Whoever says what may come warns of it, whatever the verb. */
    for (uint32_t i = 0; i < warning.statements.count; i++)
        if (stance_is_plain(warning.statements.at[i].stance))
            warning.statements.at[i].stance = STANCE_WARNS;
    if (!warning.statements.count) add_threat(coding, &warning);
    via_fill(coding, &warning.statements);
    VEC_PUSH(&coding->document->record.warnings, coding->arena, warning);
}

static void add(coder_state *const coding, const casus_span condition,
                const uint32_t condition_head, const uint32_t outcome, const uint32_t without,
                const char *const rule)
{
    const uint32_t modal = modal_of(coding, outcome);
    const warning_parts parts = {.condition = condition,
                                 .outcome = clause_span(coding->document, outcome, without),
                                 .condition_word = condition_head,
                                 .outcome_word = outcome,
                                 .rule = rule,
                                 .modality = modal == CASUS_NONE
                                                 ? (casus_str){NULL, 0}
                                                 : tree_word(coding->document, modal)->lemma};
    warnings_add(coding, &parts);
}

/* The clause and those coordinated with it under subjects of their own: each is an outcome. */
static void add_outcomes(coder_state *const coding, const casus_span condition,
                         const uint32_t condition_head, const uint32_t clause,
                         const uint32_t without, const bool modal, const char *const rule)
{
    const casus_document *const document = coding->document;
    if (modal || modal_of(coding, clause) != CASUS_NONE)
        add(coding, condition, condition_head, clause, without, rule);
    for (EACH_CHILD(document, clause, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if ((deprel == DEP_CONJ || deprel == DEP_PARATAXIS) &&
            tree_child(document, child, DEP_NSUBJ) != CASUS_NONE &&
            modal_of(coding, child) != CASUS_NONE)
            add(coding, condition, condition_head, child, without, rule);
    }
}

static casus_span extent_span(const casus_document *const document, const uint32_t word)
{
    uint32_t first, last;
    tree_extent(document, word, &first, &last);
    return trimmed(document, first, last);
}

/* if A, B could C; unless; as long as; should A (inverted). */
static void from_conditional(coder_state *const coding, const uint32_t clause)
{
    const casus_document *const document = coding->document;
    if (tree_main_deprel(document, clause) != DEP_ADVCL) return;
    const uint32_t mark = tree_child(document, clause, DEP_MARK);
    bool conditional = match_is(coding, WORDS_CONDITIONAL, mark);
    for (EACH_CHILD(document, clause,
                    child)) /* "Should the talks fail, …": the modal stands first */
        if (tree_main_deprel(document, child) == DEP_AUX &&
            match_is(coding, WORDS_INVERTED_MODAL, child)) {
            uint32_t first, last;
            tree_extent(document, clause, &first, &last);
            conditional |= child == first;
        }
    if (!conditional) return;
    const uint32_t main = tree_word(document, clause)->head;
    add_outcomes(coding, extent_span(document, clause), clause, main, clause, false,
                 "warning.conditional");
}

/* either A or risk B */
static void from_risk(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (tree_main_deprel(document, word) != DEP_CONJ || !match_is(coding, WORDS_RISK_VERB, word))
        return;
    const uint32_t cc = tree_child(document, word, DEP_CC);
    const uint32_t first = tree_first_conjunct(document, word);
    if (cc == CASUS_NONE || !match_is(coding, WORDS_ALTERNATIVE, cc) ||
        tree_is_verbal(document, first) == false)
        return;
    uint32_t low, high;
    tree_extent(document, first, &low, &high);
    uint32_t until =
        tree_word(document, word)->span.begin < tree_word(document, cc)->span.begin ? word : cc;
    if (until > low) until--;
    add(coding, trimmed(document, low, until), first, word, CASUS_NONE, "warning.alternative");
}

/* "further strikes would invite retaliation", "failure to pay risks war": what is said of an act
 * that has not been done. */
static void from_noun_phrase(coder_state *const coding, const uint32_t clause)
{
    const casus_document *const document = coding->document;
    const uint32_t subject = tree_child(document, clause, DEP_NSUBJ);
    if (subject == CASUS_NONE || tree_child(document, clause, DEP_ADVCL) != CASUS_NONE) return;
    const bool risks = match_is(coding, WORDS_RISK_VERB, clause);
    const uint32_t modal = modal_of(coding, clause);
    const bool would = modal != CASUS_NONE && match_is(coding, WORDS_CONSEQUENCE_MODAL, modal);
    const bool act =
        match_is_event_noun(coding, subject) || match_is(coding, WORDS_HYPOTHETICAL_ACT, subject);
    const bool effect = match_is(coding, WORDS_CONSEQUENCE_VERB, clause);
    const casus_span condition = extent_span(document, subject);
    if ((risks && act) || (would && act && effect))
        add(coding, condition, subject, clause, subject, "warning.act");
    else if (tree_word(document, subject)->upos == UPOS_NOUN && risks)
        add(coding, condition, subject, clause, subject, "warning.risk");
    else if (tree_word(document, subject)->upos == UPOS_NOUN && would &&
             party_at(coding, subject) == CASUS_NONE)
        add(coding, condition, subject, clause, subject,
            act      ? "warning.act-would"
            : effect ? "warning.thing-effect"
                     : "warning.thing-would");
}

void warnings_find(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    for (uint32_t word = 0; word < document->words.count; word++) {
        if (!tree_is_verbal(document, word) && tree_child(document, word, DEP_COP) == CASUS_NONE)
            continue;
        from_conditional(coding, word);
        from_risk(coding, word);
        from_noun_phrase(coding, word);
    }
    warnings_find_by_words(coding);
}
