/* An episode is told in parts that name it again: "the operation triggered a shootout", "after the
 * raid, soldiers recovered weapons". */
#include "coding/retelling.h"

#include "coding/features.h"
#include "coding/parties.h"
#include "coding/tree.h"

/* NAME_REACH, PART_REACH: sentences that a name and a part may stand behind what they mean. */
enum { NAME_REACH = 2, SAME_NAME_REACH = 6, PART_REACH = 2, BETWEEN_MOST = 3 };

/* How many other acts of force were told between the two. */
static uint32_t count_between(const coder_state *const coding, const event_draft *const a,
                              const event_draft *const b)
{
    const drafts *const all = coding->drafts;
    const uint32_t last = (uint32_t)(b - all->list.at);
    uint32_t between = 0;
    for (uint32_t i = (uint32_t)(a - all->list.at) + 1; i < last && between < BETWEEN_MOST; i++)
        between += all->list.at[i].into == CASUS_NONE && all->list.at[i].clause != b->clause &&
                   draft_is_force(&all->list.at[i]);
    return between;
}

void retelling_find(const coder_state *const coding, event_draft *const draft)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[draft->sentence];
    draft->episode = CASUS_NONE;
    if (!draft_is_force(draft)) return;
    for (uint32_t word = sentence->first; word < sentence->first + sentence->count; word++) {
        if (word == draft->word || tree_word(document, word)->upos != UPOS_NOUN ||
            !match_is(coding, WORDS_EPISODE, word) || !match_is_definite(coding, word) ||
            !tree_dominates(document, draft->clause, word))
            continue;
        draft->episode = word;
        return;
    }
}

static bool is_mention_of(coder_state *const coding, const uint32_t word,
                          const event_draft *const draft)
{
    const uint32_t number = coding->drafts->at[word];
    return number != CASUS_NONE && drafts_final(coding, number) == draft;
}

static bool has_same_lemma(const coder_state *const coding, const event_draft *const a,
                           const event_draft *const b)
{
    return casus_str_equal(features_lemma(coding, a->word), features_lemma(coding, b->word));
}

/* "the raid": with nothing of its own, or in the same word, a name for the force told of last. */
static bool is_bare_name(const coder_state *const coding, const event_draft *const a,
                         const event_draft *const b)
{
    const casus_event *const event = &b->event;
    const bool same = has_same_lemma(coding, a, b);
    if (!b->nominal || !b->definite || event->counts.count ||
        !match_is(coding, WORDS_OPERATION, b->word))
        return false;
    if (!same && (event->source.count || event->target.count)) return false;
    return b->sentence > a->sentence &&
           b->sentence - a->sentence <= (same ? SAME_NAME_REACH : NAME_REACH) &&
           !count_between(coding, a, b);
}

/* The same people, people of the state on both sides, or nobody told. */
static bool may_share_source(const coder_state *const coding, const event_draft *const a,
                             const event_draft *const b)
{
    const casus_refs *const x = &a->event.source, *const y = &b->event.source;
    if (!x->count || !y->count || parties_overlap(coding, x, y)) return true;
    return parties_have_state(coding, x) && parties_have_state(coding, y);
}

static bool is_told_after(const coder_state *const coding, const uint32_t name)
{
    const casus_str preposition = tree_preposition(coding->document, coding->arena, name);
    return preposition.size &&
           !ontology_has(coding->ontology, WORDS_COURSE_PREPOSITION, preposition);
}

static bool is_part(coder_state *const coding, const event_draft *const a,
                    const event_draft *const b)
{
    if (b->sentence <= a->sentence || b->sentence - a->sentence > PART_REACH ||
        !may_share_source(coding, a, b))
        return false;
    const uint32_t name = b->episode;
    if (name == CASUS_NONE) return false;
    if (!is_mention_of(coding, name, a) &&
        (coding->drafts->at[name] != CASUS_NONE || count_between(coding, a, b)))
        return false;
    return !is_told_after(coding, name) || b->event.type == EVENT_COERCE;
}

bool retelling_is_sure(coder_state *const coding, const event_draft *const a,
                       const event_draft *const b)
{
    if (!draft_is_force(a) || !draft_is_force(b)) return false;
    return is_bare_name(coding, a, b) || is_part(coding, a, b);
}

void retelling_add(coder_state *const coding, judge_features *const features,
                   const event_draft *const a, const event_draft *const b)
{
    const casus_document *const document = coding->document;
    if (!draft_is_force(a) || !draft_is_force(b)) return;
    judge_add_number(features, "between", count_between(coding, a, b), BETWEEN_MOST);
    const uint32_t name = b->episode;
    if (name == CASUS_NONE || b->sentence == a->sentence) return;
    const bool same = is_mention_of(coding, name, a);
    judge_add(features, same ? "retold" : "episode",
              casus_str_from(casus_deprel_name(tree_main_deprel(document, name))));
    judge_add(features, same ? "retold.after" : "episode.after",
              tree_preposition(document, coding->arena, name));
    judge_add_number(features, same ? "retold.apart" : "episode.apart", b->sentence - a->sentence,
                     PART_REACH + 1);
}
