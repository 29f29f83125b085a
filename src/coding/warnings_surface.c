/* Conditionals by their words alone, for sentences whose tree does not tell: "if …, … will …",
 * "should …, … could …", "anyone who … will …", "either … or …". */
#include "coding/statements.h"
#include "coding/tree.h"
#include "coding/warnings.h"

enum { FOLLOW_LIMIT = 3, KNOWN_LIMIT = 16 };

typedef struct stretch {
    uint32_t first, end; /* words, half-open */
} stretch;

static bool is_break(const coder_state *const coding, const uint32_t word)
{
    return tree_word(coding->document, word)->upos == UPOS_PUNCT &&
           !tree_form_is(coding->document, word, "-");
}

/* The first modal of an outcome in the stretch, or CASUS_NONE. */
static uint32_t modal_in(const coder_state *const coding, const stretch where)
{
    for (uint32_t i = where.first; i < where.end; i++)
        if (tree_word(coding->document, i)->upos == UPOS_AUX &&
            match_is(coding, WORDS_WARNING_MODAL, i))
            return i;
    return CASUS_NONE;
}

static uint32_t next_break(const coder_state *const coding, const uint32_t from, const uint32_t end)
{
    uint32_t i = from;
    while (i < end && !is_break(coding, i)) i++;
    return i;
}

static bool add_as(coder_state *const coding, const stretch condition, stretch outcome,
                   const char *const rule, const char *const bare)
{
    while (outcome.first < outcome.end && is_break(coding, outcome.first)) outcome.first++;
    while (outcome.first < outcome.end && is_break(coding, outcome.end - 1)) outcome.end--;
    if (condition.first >= condition.end || outcome.first >= outcome.end) return false;
    const uint32_t modal = modal_in(coding, outcome);
    if (modal == CASUS_NONE && !bare) return false;
    const uint32_t word = modal == CASUS_NONE ? outcome.first : modal;
    uint32_t head = modal == CASUS_NONE ? tree_clause(coding->document, word)
                                        : tree_word(coding->document, modal)->head;
    if (head < outcome.first || head >= outcome.end) head = word;
    const warning_parts parts = {
        .condition = tree_span(coding->document, condition.first, condition.end - 1),
        .outcome = tree_span(coding->document, outcome.first, outcome.end - 1),
        .condition_word = condition.first,
        .outcome_word = head,
        .modality =
            modal == CASUS_NONE ? (casus_str){NULL, 0} : tree_word(coding->document, modal)->lemma,
        .rule = modal == CASUS_NONE ? bare : rule};
    warnings_add(coding, &parts);
    return true;
}

/* A further clause of the outcome with a subject of its own: another outcome.  Gives its first
 * word. */
static uint32_t next_outcome(const coder_state *const coding, const stretch where)
{
    const casus_document *const document = coding->document;
    for (uint32_t i = where.first + 1; i < where.end; i++) {
        if (tree_word(document, i)->upos != UPOS_AUX || !match_is(coding, WORDS_WARNING_MODAL, i))
            continue;
        const uint32_t head = tree_word(document, i)->head;
        const casus_deprel deprel = tree_main_deprel(document, head);
        const uint32_t subject = tree_child(document, head, DEP_NSUBJ);
        if ((deprel != DEP_CONJ && deprel != DEP_PARATAXIS && deprel != DEP_CCOMP) ||
            subject == CASUS_NONE || subject <= where.first)
            continue;
        uint32_t first, last;
        tree_extent(document, subject, &first, &last);
        if (first > where.first && first < i &&
            (is_break(coding, first - 1) || tree_word(document, first - 1)->upos == UPOS_CCONJ))
            return first;
    }
    return where.end;
}

static bool add_each(coder_state *const coding, const stretch condition, stretch outcome,
                     const char *const rule, const char *const bare)
{
    bool any = false;
    while (outcome.first < outcome.end) {
        const uint32_t next = next_outcome(coding, outcome);
        const stretch one = {outcome.first, next};
        if (modal_in(coding, one) != CASUS_NONE || (!any && next == outcome.end))
            any |= add_as(coding, condition, one, rule, bare);
        outcome.first = next;
    }
    return any;
}

static bool add(coder_state *const coding, const stretch condition, const stretch outcome,
                const char *const rule)
{
    return add_as(coding, condition, outcome, rule, NULL);
}

/* A clause that begins with its marker: what follows the next comma is its outcome, or what stands
 * before it. */
static void from_marker(coder_state *const coding, const casus_sentence *const sentence,
                        const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    const bool opens = at == sentence->first || is_break(coding, at - 1) ||
                       tree_word(coding->document, at - 1)->upos == UPOS_CCONJ ||
                       tree_word(coding->document, at - 1)->upos == UPOS_SCONJ;
    const uint32_t comma = next_break(coding, at + 2 < end ? at + 2 : end, end);
    uint32_t first = at;
    while (first > sentence->first && !is_break(coding, first - 1) &&
           tree_word(coding->document, first - 1)->upos != UPOS_SCONJ)
        first--;
    const stretch condition = {at, comma};
    if (opens && comma + 2 < end) {
        add_each(coding, condition, (stretch){comma + 1, end}, "warning.words", "warning.bare");
        return;
    }
    if (first == at) { /* "it would suffer, said the envoy, if …": what the commas cut off before */
        first = sentence->first;
        if (first == at) return;
    }
    add_as(coding, condition, (stretch){first, at}, "warning.words", "warning.bare");
}

/* "anyone who helps them will …": up to the modal who, from it on what. */
static void from_whoever(coder_state *const coding, const casus_sentence *const sentence,
                         const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    bool relative = match_is(coding, WORDS_WHOEVER, at) && !match_is(coding, WORDS_ANY, at);
    for (uint32_t i = at + 1; i < end && i < at + 4; i++)
        relative |= (tree_word(coding->document, i)->features & FEAT_RELATIVE) != 0;
    const uint32_t modal = relative ? modal_in(coding, (stretch){at, end}) : CASUS_NONE;
    if (modal != CASUS_NONE && modal > at)
        add(coding, (stretch){at, modal}, (stretch){modal, end}, "warning.whoever");
}

/* "they will shoot anyone who helps": the same, told the other way round. */
static void from_whoever_behind(coder_state *const coding, const casus_sentence *const sentence,
                                const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    uint32_t relative = CASUS_NONE;
    for (uint32_t i = at + 1; i < end && i < at + 4; i++)
        if (tree_word(coding->document, i)->features & FEAT_RELATIVE) relative = i;
    uint32_t first = at;
    while (first > sentence->first && !is_break(coding, first - 1)) first--;
    if (relative == CASUS_NONE || first == at) return;
    add_as(coding, (stretch){at, next_break(coding, relative, end)}, (stretch){first, at},
           "warning.whoever-behind", "warning.whoever-bare");
}

/* "either A, or B"; "A; otherwise B"; "do A or B": the alternative to what is asked for. */
static void from_alternative(coder_state *const coding, const casus_sentence *const sentence,
                             const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    for (uint32_t i = at + 2; i + 1 < end; i++)
        if (match_is(coding, WORDS_ALTERNATIVE, i)) {
            add_as(coding, (stretch){at, i}, (stretch){i + 1, end}, "warning.either",
                   "warning.either-bare");
            return;
        }
}

static void from_otherwise(coder_state *const coding, const casus_sentence *const sentence,
                           const uint32_t at)
{
    const uint32_t number = tree_word(coding->document, at)->sentence;
    stretch condition = {sentence->first, at};
    while (condition.end > condition.first && is_break(coding, condition.end - 1)) condition.end--;
    if (condition.first == condition.end && number) {
        const casus_sentence *const before = &coding->document->sentences.at[number - 1];
        condition = (stretch){before->first, before->first + before->count};
    }
    add(coding, condition, (stretch){at + 1, sentence->first + sentence->count},
        "warning.otherwise");
}

/* "Step down or be dislodged", "bring it back and you will see": an order, and what follows where
 * it is not, or is, obeyed. */
static void from_order(coder_state *const coding, const casus_sentence *const sentence,
                       const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    for (uint32_t i = at + 1; i + 2 < end; i++) {
        const bool alternative = match_is(coding, WORDS_ALTERNATIVE, i);
        if (!alternative && tree_word(coding->document, i)->upos != UPOS_CCONJ) continue;
        if (add_as(coding, (stretch){at, i}, (stretch){i + 1, end},
                   alternative ? "warning.order-or" : "warning.order-and",
                   alternative ? "warning.order-or-bare" : NULL))
            return;
    }
}

/* "no list, no truce" */
static void from_no_no(coder_state *const coding, const casus_sentence *const sentence,
                       const uint32_t at)
{
    const uint32_t end = sentence->first + sentence->count;
    const uint32_t comma = next_break(coding, at, end);
    if (comma + 2 >= end || !match_is(coding, WORDS_NONE_OF, comma + 1)) return;
    add_as(coding, (stretch){at, comma}, (stretch){comma + 1, next_break(coding, comma + 1, end)},
           "warning.no-no", "warning.no-no");
}

/* The warnings that reach into the sentence being read: those from before it was begun, and from
 * `base` on those that it gave. */
typedef struct told_here {
    uint32_t known[KNOWN_LIMIT], count, base;
} told_here;

static bool reaches(const casus_span a, const casus_span b)
{
    return a.begin < b.end && b.begin < a.end;
}

static told_here tell_known(const coder_state *const coding, const casus_sentence *const sentence)
{
    const casus_record *const record = &coding->document->record;
    told_here here = {.base = record->warnings.count};
    for (uint32_t i = 0; i < here.base && here.count < KNOWN_LIMIT; i++)
        if (reaches(record->warnings.at[i].condition, sentence->span) ||
            reaches(record->warnings.at[i].outcome, sentence->span))
            here.known[here.count++] = i;
    return here;
}

static bool holds(const casus_warning *const one, const uint32_t at)
{
    return (one->condition.begin <= at && at < one->condition.end) ||
           (one->outcome.begin <= at && at < one->outcome.end);
}

static bool is_told(const coder_state *const coding, const told_here *const here,
                    const uint32_t word)
{
    const casus_record *const record = &coding->document->record;
    const uint32_t at = tree_word(coding->document, word)->span.begin;
    for (uint32_t i = 0; i < here->count; i++)
        if (holds(&record->warnings.at[here->known[i]], at)) return true;
    for (uint32_t i = here->base; i < record->warnings.count; i++)
        if (holds(&record->warnings.at[i], at)) return true;
    return false;
}

/* Where a conditional marker of one word or several begins; CASUS_NONE where `at` is none. */
static uint32_t marker_at(const coder_state *const coding, const casus_sentence *const sentence,
                          const uint32_t at)
{
    const casus_document *const document = coding->document;
    const uint8_t upos = tree_word(document, at)->upos;
    const bool opens = at == sentence->first || is_break(coding, at - 1);
    if (match_is(coding, WORDS_CONDITIONAL, at) && upos != UPOS_AUX &&
        (upos == UPOS_SCONJ || upos == UPOS_ADP || upos == UPOS_ADV || opens))
        return at;
    if (at > sentence->first && match_is(coding, WORDS_LONG, at) &&
        match_is(coding, WORDS_AS, at - 1) && match_is(coding, WORDS_AS, at + 1))
        return at - 1;
    if (upos != UPOS_AUX || !match_is(coding, WORDS_INVERTED_MODAL, at)) return CASUS_NONE;
    if (opens) return at;
    /* "an answer should any of them be harmed": no subject before it, one behind it */
    const uint8_t next = tree_word(document, at + 1)->upos;
    const bool subject = next == UPOS_DET || next == UPOS_PRON || next == UPOS_PROPN ||
                         next == UPOS_NOUN || next == UPOS_ADJ;
    return subject && match_is(coding, WORDS_INVERTED_ANYWHERE, at) ? at : CASUS_NONE;
}

static bool is_order(const coder_state *const coding, const uint32_t word, const bool opens)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, word);
    if (at->upos != UPOS_VERB) return false;
    const bool bare = (at->features & (FEAT_IMPERATIVE | FEAT_INFINITIVE)) != 0;
    const bool infinitive = word && match_is(coding, WORDS_TO, word - 1);
    return (opens && bare && tree_child(document, word, DEP_NSUBJ) == CASUS_NONE) ||
           (infinitive && bare);
}

static void scan(coder_state *const coding, const casus_sentence *const sentence)
{
    const uint32_t end = sentence->first + sentence->count;
    if (tree_form_is(coding->document, end - 1, "?")) return;
    const told_here here = tell_known(coding, sentence);
    for (uint32_t i = sentence->first; i + 2 < end; i++) {
        const bool opens = i == sentence->first || is_break(coding, i - 1);
        if (is_told(coding, &here, i)) continue;
        const bool any = match_is(coding, WORDS_ANY, i) || match_is(coding, WORDS_WHOEVER, i);
        const uint32_t marker = marker_at(coding, sentence, i);
        if (marker != CASUS_NONE)
            from_marker(coding, sentence, marker);
        else if (match_is(coding, WORDS_OTHERWISE, i) && opens)
            from_otherwise(coding, sentence, i);
        else if (match_is(coding, WORDS_EITHER, i) && opens)
            from_alternative(coding, sentence, i);
        else if (match_is(coding, WORDS_NONE_OF, i) && opens)
            from_no_no(coding, sentence, i);
        else if (any)
            from_whoever(coding, sentence, i);
        if (any && !is_told(coding, &here, i)) from_whoever_behind(coding, sentence, i);
        if (!is_told(coding, &here, i) && is_order(coding, i, opens))
            from_order(coding, sentence, i);
    }
}

/* "If it goes on, A could … . B may … .": sentences behind a warning that go on with what may come
 * of it, each with a subject of its own. */
static void follow(coder_state *const coding, const uint32_t number, const uint32_t warning)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[number];
    const casus_warning told = document->record.warnings.at[warning];
    const told_here here = tell_known(coding, sentence);
    if (here.count) return;
    stretch rest = {sentence->first, sentence->first + sentence->count};
    while (rest.first < rest.end) {
        const stretch one = {rest.first, next_outcome(coding, rest)};
        rest.first = one.end;
        const uint32_t modal = modal_in(coding, one);
        const uint32_t head = modal == CASUS_NONE ? CASUS_NONE : tree_word(document, modal)->head;
        if (head == CASUS_NONE || tree_child(document, head, DEP_NSUBJ) == CASUS_NONE) continue;
        const warning_parts parts = {.condition = told.condition,
                                     .outcome = tree_span(document, one.first, one.end - 1),
                                     .condition_word = told.condition_word,
                                     .outcome_word = head,
                                     .modality = tree_word(document, modal)->lemma,
                                     .rule = "warning.follow"};
        warnings_add(coding, &parts);
    }
}

static void follow_all(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    const uint32_t count = document->record.warnings.count;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t first =
            tree_word(document, document->record.warnings.at[i].outcome_word)->sentence;
        for (uint32_t j = first + 1; j <= first + FOLLOW_LIMIT && j < document->sentences.count;
             j++)
            if (document->sentences.at[j].paragraph == document->sentences.at[first].paragraph)
                follow(coding, j, i);
    }
}

void warnings_find_by_words(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        if (document->sentences.at[i].count <= 4) continue;
        scan(coding, &document->sentences.at[i]);
    }
    follow_all(coding);
}
