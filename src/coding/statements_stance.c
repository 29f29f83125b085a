/* What the judge of stances is told: how one who is on record about an event stands to it. */
#include <stdio.h>

#include "coding/parties.h"
#include "coding/statements_features.h"
#include "coding/tree.h"
#include "coding/utterance.h"

/* A fact with the stance proposed, and with the word's own stance too. */
static void add(said_view *const at, const char *const name, const bool holds)
{
    if (!holds) return;
    const char *const proposed = casus_stance_name(at->one->statement.stance);
    said_pair(at, proposed, name, NULL);
    said_pair(at, at->stance, proposed, name);
}

static void add_value(said_view *const at, const char *const name, const casus_str value)
{
    const char *const proposed = casus_stance_name(at->one->statement.stance);
    char text[64];
    JUDGE_NAME(text, proposed, name);
    judge_add(&at->features, text, value.size ? value : STR("none"));
}

static bool is_of(const coder_state *const coding, const uint32_t by, const casus_refs *const refs)
{
    const casus_actor *const actors = coding->document->record.actors.at;
    for (uint32_t i = 0; i < refs->count; i++)
        if (actors[by].country.size &&
            casus_str_equal(actors[by].country, actors[refs->at[i]].country))
            return true;
    return false;
}

static void add_side(said_view *const at)
{
    coder_state *const coding = at->coding;
    const casus_event *const event = &at->draft->event;
    uint32_t by = at->one->statement.by;
    const casus_refs speaker = {.at = &by, .count = 1, .room = 1};
    const casus_actor *const actor = &coding->document->record.actors.at[by];
    const bool own = parties_overlap(coding, &speaker, &event->source);
    const bool victim = parties_overlap(coding, &speaker, &event->target);
    add(at, "own", own);
    add(at, "own-rebel", own && !parties_have_state(coding, &event->source));
    add(at, "own-state", own && parties_have_state(coding, &event->source));
    add(at, "victim", victim);
    add(at, "third", !own && !victim && event->source.count > 0);
    add(at, "accused", parties_overlap(coding, &speaker, &at->draft->accused));
    add(at, "accuses", parties_overlap(coding, &at->said->accused, &event->source));
    add(at, "alleged", statements_allege(at->draft));
    add(at, "accuses-other",
        at->said->accused.count && (event->source.count || at->draft->accused.count) &&
            !parties_overlap(coding, &at->said->accused, &event->source) &&
            !parties_overlap(coding, &at->said->accused, &at->draft->accused));
    add(at, "nobody", !event->source.count);
    add(at, "own-act",
        at->one->statement.tie == TIE_REFERENCE
            ? at->said->content && at->said->content->own_act
            : utterance_is_own_act(at->coding, at->said, at->one->mention));
    add(at, "of-source", !own && is_of(coding, by, &event->source));
    add(at, "of-target", !victim && is_of(coding, by, &event->target));
    add(at, "armed", actor->armed);
    add_value(at, "sector", actor->sector);
    add_value(at, "kind", casus_str_from(casus_kind_name(actor->kind)));
    if (!event->source.count) return;
    const casus_actor *const source = &coding->document->record.actors.at[event->source.at[0]];
    add(at, "armed-source", source->armed);
    add_value(at, "source", source->sector);
    if (own) add_value(at, "own-sector", source->sector);
}

static void add_content(said_view *const at)
{
    const utterance_content *const content = at->said->content;
    if (!content) return;
    add(at, content_kind_name(content->kind), true);
    add(at, "negated", content->negated);
    add(at, "disapproves", content->disapproves);
    add(at, "refutes", content->refutes);
    add(at, "did-it", content->did_it);
    add(at, "other-did", content->other_did);
    add(at, "author", content->author);
    add(at, "untruth", content->untruth);
    add(at, "calls-untrue",
        content->untruth && (content->deixis || content->kind == CONTENT_CHARGE ||
                             content->kind == CONTENT_PRONOUN));
    add(at, "harm", content->harm);
    add(at, "deixis", content->deixis);
    add(at, "tells-own", content->own_draft);
}

judge_features statements_describe_stance(coder_state *const coding, const event_draft *const draft,
                                          const statement_draft *const one)
{
    static const char *const readings[READINGS] = {"cue",     "denial", "claim",
                                                   "outrage", "answer", "other"};
    said_view at = said_begin(coding, draft, one);
    add(&at, readings[one->reading], true);
    add(&at, at.tie, true);
    add(&at, "sure", one->sure);
    add_value(&at, "cue", features_lemma(coding, one->statement.cue_word));
    add_value(&at, "type", casus_str_from(at.type));
    add(&at, "standing", draft->standing);
    add_value(&at, "fact", casus_str_from(casus_factuality_name(draft->event.factuality)));
    add(&at, "counts", draft->event.counts.count > 0);
    add(&at, "quoted", (tree_word(coding->document, one->mention)->flags & WORD_QUOTED) != 0);
    add(&at, "behind", one->mention > one->statement.cue_word);
    add_side(&at);
    add_content(&at);
    return at.features;
}
