#include "coding/utterance.h"

#include "coding/parties.h"
#include "coding/tree.h"

static const char *const names[CONTENT_KINDS] = {"none",  "pronoun", "charge", "definite",
                                                 "event", "noun",    "clause"};

const char *content_kind_name(const content_kind kind)
{
    return names[kind];
}

static content_kind kind_of(coder_state *const coding, const uint32_t head)
{
    if (head == CASUS_NONE) return CONTENT_NONE;
    const uint8_t upos = tree_word(coding->document, head)->upos;
    if (upos == UPOS_PRON) return CONTENT_PRONOUN;
    if (upos != UPOS_NOUN) return CONTENT_CLAUSE;
    if (tree_child(coding->document, head, DEP_COP) != CASUS_NONE) return CONTENT_CLAUSE;
    if (match_is(coding, WORDS_CHARGE, head)) return CONTENT_CHARGE;
    if (match_is_definite(coding, head)) return CONTENT_DEFINITE;
    return match_is_event_noun(coding, head) ? CONTENT_EVENT : CONTENT_NOUN;
}

/* Plain nouns tell more of what is meant than a clause or a pronoun beside them. */
static uint32_t best_head(const coder_state *const coding, const attribution *const said)
{
    for (uint32_t i = 0; i < said->count; i++)
        if (tree_word(coding->document, said->contents[i])->upos == UPOS_NOUN)
            return said->contents[i];
    return said->count ? said->contents[0] : CASUS_NONE;
}

/* "had done it": a verb of doing, and a pronoun for the deed. */
static bool does_it(coder_state *const coding, const uint32_t verb)
{
    if (!match_is(coding, WORDS_DID_IT, verb)) return false;
    const uint32_t object = frame_get(frame_of(coding, verb), ARG_OBJ);
    return object != CASUS_NONE && tree_word(coding->document, object)->upos == UPOS_PRON;
}

/* "the charge is baseless", "it was a lie": said of what somebody else has said. */
static bool is_refuted(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (!match_is(coding, WORDS_FALSEHOOD, word)) return false;
    const uint32_t subject = tree_child(document, word, DEP_NSUBJ);
    if (subject == CASUS_NONE) return false;
    return tree_word(document, subject)->upos == UPOS_PRON ||
           match_is(coding, WORDS_CHARGE, subject);
}

/* An event that is told only here, with somebody or a figure in it, is what is said; without it
 * ("the bloodshed") it is a name for what was told before. */
static bool is_own(const event_draft *const draft)
{
    const casus_event *const event = &draft->event;
    return !draft->nominal || draft->words.count > 1 || event->source.count ||
           event->target.count || event->counts.count;
}

static void read_word(coder_state *const coding, const uint32_t word,
                      utterance_content *const content)
{
    const casus_word *const at = tree_word(coding->document, word);
    if (match_is(coding, WORDS_NEGATION, word)) content->negated = true;
    if (match_is(coding, WORDS_OUTRAGE, word)) content->disapproves = true;
    content->refutes |= is_refuted(coding, word);
    if (at->upos == UPOS_VERB && does_it(coding, word)) content->did_it = true;
    if (at->upos == UPOS_NOUN && match_is_definite(coding, word) &&
        match_is_event_noun(coding, word))
        content->anaphor = true;
    if (at->upos == UPOS_PRON && !(at->features & FEAT_RELATIVE) &&
        coding->document->mention_at[word] == CASUS_NONE)
        content->anaphor = true;
    const uint32_t draft = coding->drafts->at[word];
    if (draft == CASUS_NONE || content->own_draft) return;
    content->draft = draft;
    content->own_draft = is_own(drafts_final(coding, draft));
}

const utterance_content *utterance_read(coder_state *const coding, const attribution *const said)
{
    utterance_content *const content = ARENA_ARRAY(coding->arena, utterance_content, 1);
    content->head = best_head(coding, said);
    content->draft = CASUS_NONE;
    content->kind = kind_of(coding, content->head);
    for (uint32_t i = 0; i < said->count; i++) {
        uint32_t first, last;
        tree_extent(coding->document, said->contents[i], &first, &last);
        for (uint32_t word = first; word <= last; word++)
            if (word != said->cue && tree_dominates(coding->document, said->contents[i], word))
                read_word(coding, word, content);
    }
    for (uint32_t word = said->first; word <= said->last; word++) read_word(coding, word, content);
    if (content->kind == CONTENT_NONE && said->first <= said->last) content->kind = CONTENT_CLAUSE;
    /* "called the killings barbaric": the judgement hangs on the verb beside its object. */
    for (EACH_CHILD(coding->document, said->cue, child))
        content->disapproves |= match_is(coding, WORDS_OUTRAGE, child);
    return content;
}
