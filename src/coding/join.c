/* One happening, one event: joins the mentions that tell of the same thing. */
#include "coding/decide.h"
#include "coding/join_take.h"
#include "coding/parties.h"
#include "coding/retelling.h"
#include "coding/tree.h"

/* LOOK_BACK: a happening that was not told again in so many mentions is not what is told now; it
 * keeps long texts linear. */
enum {
    CHAIN_LIMIT = 64,
    LOOK_BACK = 300,
    NAME_REACH = 12,
    LEAD_REACH = 3,
    TOLD_REACH = 16,
    TIED = 100
};

event_draft *drafts_final(coder_state *const coding, const uint32_t number)
{
    event_draft *at = &coding->drafts->list.at[number];
    for (int i = 0; i < CHAIN_LIMIT && at->into != CASUS_NONE; i++)
        at = &coding->drafts->list.at[at->into];
    return at;
}

/* Words from one draft's trigger to another's. */
static uint32_t words_apart(const event_draft *const a, const event_draft *const b)
{
    return a->word < b->word ? b->word - a->word : a->word - b->word;
}

const event_draft *drafts_nearest(const coder_state *const coding, const event_draft *const a,
                                  const event_draft *const b)
{
    const event_draft *nearest = a;
    for (uint32_t i = 0; i < a->words.count; i++) {
        const uint32_t number = coding->drafts->at[a->words.at[i]];
        if (number == CASUS_NONE) continue;
        const event_draft *const one = &coding->drafts->list.at[number];
        if (one->sentence <= b->sentence && words_apart(one, b) < words_apart(nearest, b))
            nearest = one;
    }
    return nearest;
}

static bool has_actors(const event_draft *const draft)
{
    return draft->event.source.count || draft->event.target.count;
}

/* Days as ISO text: two intervals agree unless one ends before the other begins. */
static bool dates_agree(const event_draft *const a, const event_draft *const b)
{
    const casus_date *const x = &a->event.date, *const y = &b->event.date;
    if (!x->start.size || !y->start.size) return true;
    if (x->end.size && casus_str_compare(x->end, y->start) < 0 &&
        !casus_str_starts(y->start, x->end))
        return false;
    if (y->end.size && casus_str_compare(y->end, x->start) < 0 &&
        !casus_str_starts(x->start, y->end))
        return false;
    return true;
}

/* One place holds the other, as far as their names and parents tell. */
static bool places_agree(const coder_state *const coding, const event_draft *const a,
                         const event_draft *const b)
{
    if (a->event.place == CASUS_NONE || b->event.place == CASUS_NONE ||
        a->event.place == b->event.place)
        return true;
    if (!a->placed || !b->placed) return true;
    const casus_place *const x = &coding->document->record.places.at[a->event.place];
    const casus_place *const y = &coding->document->record.places.at[b->event.place];
    if (!casus_str_equal(x->country, y->country)) return false;
    if (x->precision >= PLACE_COUNTRY || y->precision >= PLACE_COUNTRY) return true;
    if (x->precision == y->precision) return false;
    return !x->admin1.size || !y->admin1.size || casus_str_equal(x->admin1, y->admin1);
}

static bool counts_agree(const event_draft *const a, const event_draft *const b)
{
    for (uint32_t i = 0; i < a->event.counts.count; i++) {
        bool clash = false;
        for (uint32_t j = 0; j < b->event.counts.count; j++) {
            if (a->event.counts.at[i].effect != b->event.counts.at[j].effect) continue;
            if (join_same_count(&a->event.counts.at[i], &b->event.counts.at[j])) return true;
            clash = true;
        }
        if (clash) return false;
    }
    return true;
}

/* Two sets of actors can be those of one event: one is unknown, or some are shared. */
static bool parties_agree(const coder_state *const coding, const casus_refs *const a,
                          const casus_refs *const b)
{
    return !a->count || !b->count || parties_overlap(coding, a, b);
}

static bool facts_agree(const event_draft *const a, const event_draft *const b)
{
    return a->event.factuality == b->event.factuality;
}

/* A headline and the lead under it tell one thing in the same words, the lead more fully. */
static bool leads_on(const coder_state *const coding, const event_draft *const a,
                     const event_draft *const b)
{
    if (!join_is_headline(coding, a) || join_is_headline(coding, b) ||
        b->sentence - a->sentence > LEAD_REACH)
        return false;
    const bool same_words = a->rule == b->rule ||
                            (a->rule->effect >= 0 && a->rule->effect == b->rule->effect) ||
                            casus_str_equal(tree_word(coding->document, a->word)->lemma,
                                            tree_word(coding->document, b->word)->lemma);
    return same_words && places_agree(coding, a, b);
}

/* The clause of one is part of telling the other: subject, participle, oblique, coordination under
 * one subject. */
static bool tied(coder_state *const coding, const event_draft *const a, const event_draft *const b)
{
    const casus_document *const document = coding->document;
    if (a->sentence != b->sentence) return false;
    if (a->clause == b->clause) return true;
    const event_draft *const low = tree_dominates(document, a->clause, b->word)   ? b
                                   : tree_dominates(document, b->clause, a->word) ? a
                                                                                  : NULL;
    if (!low) return false;
    const uint32_t high = low == a ? b->clause : a->clause;
    for (uint32_t at = low->word; at != high;) {
        const casus_deprel exact = tree_deprel(document, at), deprel = casus_deprel_main(exact);
        if (exact == DEP_ACL_RELCL || deprel == DEP_CCOMP || deprel == DEP_PARATAXIS) return false;
        if (deprel == DEP_CONJ && tree_is_verbal(document, at) &&
            tree_child(document, at, DEP_NSUBJ) != CASUS_NONE)
            return false;
        if (deprel == DEP_ADVCL && (tree_word(document, at)->features & FEAT_FINITE) &&
            tree_child(document, at, DEP_NSUBJ) != CASUS_NONE)
            return false;
        if (casus_word_is_root(document, at)) return false;
        at = tree_word(document, at)->head;
    }
    return true;
}

/* Deaths and injuries told without who did it belong to the violence told just before. */
static bool is_toll(const event_draft *const draft)
{
    return draft->event.type == EVENT_ASSAULT && !draft->event.source.count &&
           (draft->event.counts.count || draft->rule->effect == EFFECT_KILLED ||
            draft->rule->effect == EFFECT_INJURED);
}

/* "the attack", "that bloodshed": a name for what was told, with nothing of its own. */
static bool is_name(const event_draft *const draft)
{
    return draft->nominal && draft->definite && !has_actors(draft) && !draft->event.counts.count;
}

/* How well `b` fits as another mention of the earlier `a`; 0 when it cannot be one. */
static int fit(coder_state *const coding, const event_draft *const a, const event_draft *const b)
{
    if (a->event.type != b->event.type) return 0;
    if (leads_on(coding, a, b)) return 90;
    const event_draft *const last = drafts_nearest(coding, a, b);
    const uint32_t distance = b->sentence - last->sentence;
    const bool near = tied(coding, last, b) || tied(coding, a, b);
    const bool sources = parties_agree(coding, &a->event.source, &b->event.source);
    const bool targets = parties_agree(coding, &a->event.target, &b->event.target);
    if (near) {
        const bool violent = draft_is_force(a);
        if (!sources) return 0;
        if (!targets && !violent) return 0;
        return 100;
    }
    if (is_name(b) && dates_agree(a, b) && distance <= NAME_REACH)
        return 40 - (int)distance + (a->words.count > 4 ? 4 : (int)a->words.count) +
               3 * (a->event.counts.count > 0);
    if (is_toll(b) && distance <= 2 && dates_agree(a, b) && places_agree(coding, a, b) &&
        (counts_agree(a, b) || !a->event.counts.count))
        return 50 - (int)distance;
    if (a->sentence == b->sentence && !b->nominal && !a->nominal) return 0;
    if (!sources || !targets || !dates_agree(a, b) || !places_agree(coding, a, b) ||
        !counts_agree(a, b))
        return 0;
    int score = 0;
    const bool shared_source = parties_overlap(coding, &a->event.source, &b->event.source);
    const bool shared_target = parties_overlap(coding, &a->event.target, &b->event.target);
    if (shared_source) score += 2;
    if (shared_target) score += 3;
    if (a->placed && b->placed) score += 3;
    if (b->nominal && b->definite)
        score += has_actors(b) ? 2 : 4;
    else if (b->nominal && !has_actors(b))
        score += 2;
    if (a->event.counts.count && b->event.counts.count) score += 4;
    if (a->dated && b->dated) score += 1;
    if (distance > 6 && !shared_target) score -= 2;
    return score >= 4 ? score : 0;
}

/* "the pact that they had concluded", "were due to hold a session": noun and verb of one act,
 * though what holds the noun makes it possible, planned or denied. */
static bool is_one_act(const coder_state *const coding, const event_draft *const a,
                       const event_draft *const b)
{
    const event_draft *const last = drafts_nearest(coding, a, b);
    if (a->event.type != b->event.type || last->sentence != b->sentence ||
        last->nominal == b->nominal)
        return false;
    return tree_word(coding->document, last->word)->head == b->word ||
           tree_word(coding->document, b->word)->head == last->word;
}

/* "arrested the planner of the 2021 attack": violence that only tells whom an arrest was of is
 * another happening. */
static bool describes_object(coder_state *const coding, const event_draft *const a,
                             const event_draft *const b)
{
    if (a->sentence != b->sentence || a->event.type == b->event.type) return false;
    const event_draft *const arrest = a->event.type == EVENT_COERCE ? a : b;
    const event_draft *const other = arrest == a ? b : a;
    const uint32_t object = frame_get(frame_of(coding, arrest->word), ARG_OBJ);
    return !arrest->nominal && other->nominal && object != CASUS_NONE && object != other->word &&
           tree_dominates(coding->document, object, other->word);
}

/* Could the two tell one happening at all?  Raids are told by their arrests and by their fights. */
static bool may_join(coder_state *const coding, const event_draft *const a,
                     const event_draft *const b)
{
    const bool force = draft_is_force(a) && draft_is_force(b);
    return (a->event.type == b->event.type || force) &&
           (facts_agree(a, b) || is_one_act(coding, a, b)) &&
           !(force && describes_object(coding, a, b)) &&
           b->sentence - drafts_nearest(coding, a, b)->sentence <= TOLD_REACH &&
           dates_agree(a, b) && places_agree(coding, a, b);
}

static bool share_count(const event_draft *const a, const event_draft *const b)
{
    for (uint32_t i = 0; i < a->event.counts.count; i++)
        for (uint32_t j = 0; j < b->event.counts.count; j++)
            if (join_same_count(&a->event.counts.at[i], &b->event.counts.at[j])) return true;
    return false;
}

/* A headline that gives the toll of the lead is told in it, whatever verb it took. */
static void join_headlines(coder_state *const coding)
{
    drafts *const all = coding->drafts;
    for (uint32_t i = 0; i < all->list.count; i++) {
        const event_draft *const head = &all->list.at[i];
        if (head->into != CASUS_NONE || !join_is_headline(coding, head)) continue;
        for (uint32_t j = i + 1; j < all->list.count; j++) {
            const event_draft *const lead = &all->list.at[j];
            if (lead->sentence - head->sentence > LEAD_REACH) break;
            if (lead->into != CASUS_NONE || join_is_headline(coding, lead) ||
                lead->event.type != head->event.type || !share_count(head, lead) ||
                !places_agree(coding, head, lead))
                continue;
            join_take(coding, j, i);
            break;
        }
    }
}

void drafts_join(coder_state *const coding)
{
    drafts *const all = coding->drafts;
    for (uint32_t i = 1; i < all->list.count; i++) {
        uint32_t best = CASUS_NONE;
        float best_score = 0;
        retelling_find(coding, &all->list.at[i]);
        for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
            if (all->list.at[j].into != CASUS_NONE) continue;
            const int fits = facts_agree(&all->list.at[j], &all->list.at[i])
                                 ? fit(coding, &all->list.at[j], &all->list.at[i])
                                 : 0;
            const bool may = may_join(coding, &all->list.at[j], &all->list.at[i]);
            if (!fits && !may) continue;
            const float odds = decide_join(coding, &all->list.at[j], &all->list.at[i], fits);
            const bool sure = may && retelling_is_sure(coding, &all->list.at[j], &all->list.at[i]);
            const float score = sure ? 1 + odds : odds;
            if (score > best_score) {
                best_score = score;
                best = j;
            }
        }
        if (best != CASUS_NONE) join_take(coding, best, i);
    }
    join_headlines(coding);
}

/* Violence told without who did it ("three were killed", "the raid") takes the author of the
 * violence told just before in its paragraph, where there is one and it did not suffer this. */
void drafts_infer_authors(coder_state *const coding)
{
    drafts *const all = coding->drafts;
    const casus_document *const document = coding->document;
    for (uint32_t i = 1; i < all->list.count; i++) {
        event_draft *const draft = &all->list.at[i];
        if (draft->into != CASUS_NONE || draft->event.source.count ||
            draft->event.type != EVENT_ASSAULT)
            continue;
        for (uint32_t j = i; j-- > 0;) {
            const event_draft *const before = &all->list.at[j];
            if (before->into != CASUS_NONE || before->event.type != EVENT_ASSAULT) continue;
            if (draft->sentence - before->sentence > 1 ||
                document->sentences.at[draft->sentence].paragraph !=
                    document->sentences.at[before->sentence].paragraph)
                break;
            if (!before->event.source.count ||
                parties_overlap(coding, &before->event.source, &draft->event.target))
                continue;
            join_take_parties(coding, &draft->event.source, &before->event.source);
            drafts_hint(coding, draft, 0, draft->event.target.count, WAY_AUTHOR, ARG_NONE);
            break;
        }
    }
}

event_draft *drafts_under(coder_state *const coding, const uint32_t word)
{
    uint32_t first, last;
    if (word == CASUS_NONE) return NULL;
    if (coding->drafts->at[word] != CASUS_NONE)
        return drafts_final(coding, coding->drafts->at[word]);
    tree_extent(coding->document, word, &first, &last);
    for (uint32_t i = first; i <= last; i++)
        if (coding->drafts->at[i] != CASUS_NONE) return drafts_final(coding, coding->drafts->at[i]);
    return NULL;
}
