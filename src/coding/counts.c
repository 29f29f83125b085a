/* Figures of victims. */
#include "coding/drafts.h"
#include "coding/parties.h"
#include "coding/tree.h"

enum { GROUP_LIMIT = 8, BEFORE_LIMIT = 10 };

/* Numbers stand before the noun that they count, or are it: "13 fighters", "three of them". */
static bool stated_number(const coder_state *const coding, const uint32_t head, uint64_t *const min,
                          uint64_t *const max, casus_span *const span)
{
    const casus_document *const document = coding->document;
    uint32_t first = head;
    for (EACH_CHILD(document, head, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (child >= head || head - child > BEFORE_LIMIT) continue;
        if (deprel == DEP_NUMMOD || deprel == DEP_AMOD || deprel == DEP_DET ||
            deprel == DEP_ADVMOD || deprel == DEP_NMOD ||
            deprel == DEP_CASE) { /* "between 15 and 20": the preposition is the number's */
            uint32_t low, high;
            tree_extent(document, child, &low, &high);
            if (low < first && head - low <= BEFORE_LIMIT &&
                tree_deprel(document, child) != DEP_NMOD_POSS)
                first = low;
        }
    }
    for (uint32_t i = first; i <= head; i++) {
        if (document->time_at[i] != CASUS_NONE) continue;
        const uint32_t covered = casus_text_number(coding->coder->text, document, i, min, max);
        if (!covered || i + covered - 1 > head) continue;
        *span = tree_span(document, i, head > i + covered - 1 ? head : i + covered - 1);
        return true;
    }
    return false;
}

/* "a trader", "the vice-principal": one person, described but not named. */
static bool is_single(const coder_state *const coding, const uint32_t head)
{
    const casus_document *const document = coding->document;
    const uint32_t actor = party_at(coding, head);
    if (actor == CASUS_NONE || !(tree_word(document, head)->features & FEAT_SINGULAR)) return false;
    if (document->record.mentions.at[document->mention_at[head]].form != FORM_NOMINAL) return false;
    const uint32_t determiner = tree_child(document, head, DEP_DET);
    const bool owned = tree_child_exact(document, head, DEP_NMOD_POSS) != CASUS_NONE;
    return document->record.actors.at[actor].kind == KIND_PERSON &&
           (determiner != CASUS_NONE || owned) &&
           tree_child(document, head, DEP_FLAT) == CASUS_NONE;
}

bool counts_of_phrase(const coder_state *const coding, const uint32_t head, uint64_t *const min,
                      uint64_t *const max, casus_span *const span)
{
    if (stated_number(coding, head, min, max, span)) return true;
    if (!is_single(coding, head)) return false;
    *min = *max = 1;
    uint32_t first, last;
    tree_phrase(coding->document, head, &first, &last);
    *span = tree_span(coding->document, first, head);
    return true;
}

static bool already(const casus_event *const event, const casus_count *const count)
{
    for (uint32_t i = 0; i < event->counts.count; i++) {
        const casus_count *const other = &event->counts.at[i];
        if (other->effect == count->effect && other->span.begin == count->span.begin) return true;
    }
    return false;
}

static void count_group(coder_state *const coding, event_draft *const draft,
                        const casus_effect effect, const uint32_t head, const int depth)
{
    const casus_document *const document = coding->document;
    casus_count count = {.effect = effect, .victims = party_at(coding, head), .by = CASUS_NONE};
    if (counts_of_phrase(coding, head, &count.min, &count.max, &count.span)) {
        count.text = casus_document_text(document, count.span);
        if (count.victims == CASUS_NONE) { /* "three of the generals" */
            const uint32_t whole = tree_child(document, head, DEP_NMOD);
            if (whole != CASUS_NONE) count.victims = party_at(coding, whole);
        }
        if (!already(&draft->event, &count)) VEC_PUSH(&draft->event.counts, coding->arena, count);
    }
    if (depth == 0) return;
    for (EACH_CHILD(document, head, child))
        if (tree_main_deprel(document, child) == DEP_CONJ && !tree_is_verbal(document, child))
            count_group(coding, draft, effect, child, depth - 1);
}

void drafts_count(coder_state *const coding, event_draft *const draft)
{
    if (draft->rule->effect < 0) return;
    const coder_frame *const frame = frame_of(coding, draft->word);
    const casus_effect effect = (casus_effect)draft->rule->effect;
    if (draft->rule->effect_argument == ARG_SELF) {
        count_group(coding, draft, effect, draft->word, GROUP_LIMIT);
        return;
    }
    bool any = false;
    for (uint32_t i = 0; i < frame->count; i++) {
        const uint16_t key = frame->arguments[i].key;
        const bool noun = draft->nominal && draft->rule->effect_argument == ARG_OBJ &&
                          (ontology_roles(draft->rule, true, key) & (ROLE_TARGET | ROLE_VICTIM));
        if (key != draft->rule->effect_argument && !noun) continue;
        if (frame->arguments[i].understood &&
            tree_main_deprel(coding->document, draft->word) == DEP_CONJ)
            continue; /* "53 were killed and 130 wounded": the number is the first verb's */
        count_group(coding, draft, effect, frame->arguments[i].word, GROUP_LIMIT);
        any = true;
    }
    /* "13 killed, 20 wounded": the participle carries the number itself. */
    if (!any) count_group(coding, draft, effect, draft->word, 0);
}
