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

/* "had done it", "staged the whole thing": a verb of doing, and a word for the deed. */
static bool does_it(coder_state *const coding, const uint32_t verb)
{
    if (!match_is(coding, WORDS_DID_IT, verb)) return false;
    const uint32_t object = frame_get(frame_of(coding, verb), ARG_OBJ);
    return object != CASUS_NONE && (tree_word(coding->document, object)->upos == UPOS_PRON ||
                                    match_is(coding, WORDS_DEED, object));
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

/* A pronoun that stands for nobody known, or for one of those who speak. */
static bool may_be_speaker(const coder_state *const coding, const attribution *const said,
                           const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (tree_word(document, word)->upos != UPOS_PRON) return false;
    const uint32_t mention = document->mention_at[word];
    if (mention == CASUS_NONE) return true;
    uint32_t actor = document->record.mentions.at[mention].actor;
    const casus_refs meant = {.at = &actor, .count = 1, .room = 1};
    return attribution_is_own(coding, said, &meant);
}

/* "they", "its men", "the group": those who speak, and those who are theirs. */
static bool is_speakers(coder_state *const coding, const attribution *const said,
                        const uint32_t noun)
{
    const casus_document *const document = coding->document;
    if (may_be_speaker(coding, said, noun)) return true;
    /* Whoever the pronoun was taken for: who speaks of "his men" means his own. */
    const uint32_t owner = tree_child_exact(document, noun, DEP_NMOD_POSS);
    if (owner != CASUS_NONE && tree_word(document, owner)->upos == UPOS_PRON) return true;
    if (document->mention_at[noun] == CASUS_NONE && match_is(coding, WORDS_GROUP_NOUN, noun))
        return match_is_definite(coding, noun) && !parties_have_state(coding, &said->speakers);
    casus_refs named = {0};
    parties_of(coding, noun, &named);
    return attribution_is_own(coding, said, &named);
}

bool utterance_is_own_act(coder_state *const coding, const attribution *const said,
                          const uint32_t verb)
{
    const uint32_t subject = frame_get(frame_of(coding, verb), ARG_SUBJ);
    return subject != CASUS_NONE && is_speakers(coding, said, subject);
}

/* "said it was its doing", "that it was the work of bandits". */
static void read_authorship(coder_state *const coding, const attribution *const said,
                            const uint32_t word, utterance_content *const content)
{
    const casus_document *const document = coding->document;
    if (!match_is(coding, WORDS_AUTHORSHIP, word)) return;
    content->author = true;
    if (tree_child(document, word, DEP_COP) == CASUS_NONE) return;
    const uint32_t owner = tree_child(document, word, DEP_NMOD);
    if (owner == CASUS_NONE) return;
    const bool own = is_speakers(coding, said, owner);
    content->did_it |= own;
    content->other_did |= !own;
}

/* An event that is told only here, with somebody or a figure in it, is what is said; without it
 * ("the bloodshed") it is a name for what was told before. */
static bool is_own(const event_draft *const draft)
{
    const casus_event *const event = &draft->event;
    return !draft->nominal || draft->words.count > 1 || event->source.count ||
           event->target.count || event->counts.count;
}

static bool is_harm(const coder_state *const coding, const uint32_t word)
{
    return match_is(coding, WORDS_FIGURE_KILLED, word) ||
           match_is(coding, WORDS_FIGURE_INJURED, word) || match_is(coding, WORDS_TOLL, word) ||
           match_is(coding, WORDS_FIGURE_ABDUCTED, word);
}

static void read_sense(coder_state *const coding, const uint32_t word,
                       utterance_content *const content)
{
    const casus_word *const at = tree_word(coding->document, word);
    content->untruth |=
        match_is(coding, WORDS_UNTRUTH, word) || match_is(coding, WORDS_FALSEHOOD, word);
    content->harm |= is_harm(coding, word);
    content->number |= at->upos == UPOS_NUM;
    if (at->upos == UPOS_NOUN || at->upos == UPOS_PROPN || at->upos == UPOS_NUM)
        VEC_PUSH(&content->nouns, coding->arena, word);
    const casus_deprel deprel = tree_main_deprel(coding->document, word);
    if (at->upos == UPOS_PRON && match_is(coding, WORDS_DEED_PRONOUN, word) &&
        !(at->features & FEAT_RELATIVE) && deprel != DEP_EXPL &&
        coding->document->mention_at[word] == CASUS_NONE)
        content->deixis = true;
}

/* What an utterance has shown so far that makes a toll. */
typedef struct toll_signs {
    bool figure, harm;
} toll_signs;

static void read_sign(const coder_state *const coding, const uint32_t word, toll_signs *const signs)
{
    const casus_word *const at = tree_word(coding->document, word);
    signs->figure |= at->upos == UPOS_NUM && coding->document->time_at[word] == CASUS_NONE;
    signs->harm |= is_harm(coding, word);
}

/* "puts the dead at nine", "gave the toll as nine": the figure may hang on the word of saying. */
static bool gives_toll(coder_state *const coding, const attribution *const said)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[said->sentence];
    toll_signs signs = {false, false};
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++)
        read_sign(coding, i, &signs);
    if (!signs.figure || !signs.harm) return false;
    signs = (toll_signs){false, false};
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++)
        if (attribution_holds(coding, said, i) ||
            (!said->whole && i > said->cue && tree_dominates(document, said->cue, i)))
            read_sign(coding, i, &signs);
    return signs.figure && signs.harm;
}

static void read_word(coder_state *const coding, const attribution *const said, const uint32_t word,
                      utterance_content *const content)
{
    const casus_word *const at = tree_word(coding->document, word);
    if (match_is(coding, WORDS_NEGATION, word)) content->negated = true;
    if (match_is(coding, WORDS_OUTRAGE, word)) content->disapproves = true;
    content->refutes |= is_refuted(coding, word);
    if (at->upos == UPOS_VERB && does_it(coding, word)) {
        const uint32_t doer = frame_get(frame_of(coding, word), ARG_SUBJ);
        const bool own = doer == CASUS_NONE || is_speakers(coding, said, doer);
        content->did_it |= own;
        content->other_did |= !own;
    }
    read_authorship(coding, said, word, content);
    read_sense(coding, word, content);
    if (at->upos == UPOS_NOUN && match_is_definite(coding, word) &&
        match_is_event_noun(coding, word))
        content->anaphor = content->names_deed = true;
    if (at->upos == UPOS_PRON && !(at->features & FEAT_RELATIVE) &&
        coding->document->mention_at[word] == CASUS_NONE)
        content->anaphor = true;
    const uint32_t draft = coding->drafts->at[word];
    if (draft == CASUS_NONE) return;
    VEC_PUSH(&content->told, coding->arena, draft);
    content->own_act |= draft_is_force(&coding->drafts->list.at[draft]) &&
                        !coding->drafts->list.at[draft].nominal &&
                        utterance_is_own_act(coding, said, word);
    if (content->own_draft) return;
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
                read_word(coding, said, word, content);
    }
    for (uint32_t word = said->first; word <= said->last; word++)
        read_word(coding, said, word, content);
    if (content->kind == CONTENT_NONE && said->first <= said->last) content->kind = CONTENT_CLAUSE;
    content->gives_toll = gives_toll(coding, said);
    /* "called the killings barbaric": the judgement hangs on the verb beside its object. */
    for (EACH_CHILD(coding->document, said->cue, child))
        content->disapproves |= match_is(coding, WORDS_OUTRAGE, child);
    return content;
}
