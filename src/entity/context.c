/* Names that several actors bear (the Taliban of two countries): told apart by the countries that
 * the rest of the document is about. */
#include "entity/link.h"

typedef struct vote_count {
    casus_map counts; /* country -> mentions */
    casus_arena *arena;
    uint32_t most;
} vote_count;

static void vote(vote_count *const votes, const casus_str country)
{
    if (!country.size) return;
    const uint32_t known = casus_map_get(&votes->counts, country);
    const uint32_t now = known == CASUS_NONE ? 1 : known + 1;
    casus_map_put(&votes->counts, votes->arena, country, now);
    if (now > votes->most) votes->most = now;
}

static uint32_t votes_for(const vote_count *const votes, const casus_str country)
{
    const uint32_t count = casus_map_get(&votes->counts, country);
    return count == CASUS_NONE ? 0 : count;
}

/* Is the name a common description as well (National Assembly)? */
static bool is_role_too(const casus_linker *const linker, const casus_draft *const draft)
{
    const uint32_t number = linker->words[draft->first].role;
    if (draft->source != DRAFT_NAME || number == CASUS_NONE) return false;
    const word_match *const match = &linker->roles.at[number];
    return match->first == draft->first && match->last == draft->last;
}

/* AK, DRG: a few letters may stand for anything. */
static bool is_short(const casus_draft *const draft)
{
    return draft->type == LEX_ABBR && draft->key.size <= 4 && !draft->bracketed;
}

/* Does the document name the actor by more than its letters? */
static bool is_named_in_full(const casus_linker *const linker, const casus_draft *const draft)
{
    for (uint32_t i = 0; i < linker->drafts.count; i++) {
        const casus_draft *const other = &linker->drafts.at[i];
        if (other != draft && lex_same(other->actor, draft->actor) && lex_is(other->actor) &&
            other->type != LEX_ABBR)
            return true;
    }
    return false;
}

static void count_votes(const casus_linker *const linker, vote_count *const votes)
{
    for (uint32_t i = 0; i < linker->drafts.count; i++)
        if (!linker->drafts.at[i].node && !is_role_too(linker, &linker->drafts.at[i]) &&
            !is_short(&linker->drafts.at[i]))
            vote(votes, linker->drafts.at[i].country);
    for (uint32_t word = 0; word < linker->document->words.count; word++) {
        const lex_ref land = linker->words[word].land;
        const lex_actor *const actor = lex_actor_of(linker, land);
        if (actor) vote(votes, lex_str(layer_of(linker, land.layer), actor->country));
    }
    for (uint32_t i = 0; i < linker->document->record.place_mentions.count; i++) {
        const uint32_t place = linker->document->record.place_mentions.at[i].place;
        if (place < linker->document->record.places.count)
            vote(votes, linker->document->record.places.at[place].country);
    }
}

/* Votes for an actor: those for its country count twice, those for its contexts once. */
static uint32_t score_of(const casus_linker *const linker, const vote_count *const votes,
                         const lex_ref ref)
{
    const lex_actor *const actor = lex_actor_of(linker, ref);
    const casus_lexicon *const layer = layer_of(linker, ref.layer);
    if (!actor) return 0;
    uint32_t score = 2 * votes_for(votes, lex_str(layer, actor->country));
    for (uint32_t i = 0; i < actor->contexts; i++)
        if (actor->first_context + i < layer->context_count)
            score += votes_for(votes, lex_str(layer, layer->contexts[actor->first_context + i]));
    return score;
}

static void choose(casus_linker *const linker, const vote_count *const votes,
                   casus_draft *const draft)
{
    uint32_t count, best = 0;
    lex_ref chosen = LEX_NOBODY;
    bool tie = false;
    const lex_entry *const entries =
        lex_entries(layer_of(linker, draft->layer), draft->node, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (entries[i].type >= LEX_PERSON) continue;
        if (!lex_valid(entries[i].since, entries[i].until, linker->day)) continue;
        const lex_ref ref = {draft->layer, entries[i].index};
        const uint32_t score = score_of(linker, votes, ref);
        if (lex_same(ref, chosen)) continue;
        if (score > best) {
            best = score;
            chosen = ref;
            tie = false;
        } else if (score == best && best > 0)
            tie = true;
    }
    draft->actor = LEX_NOBODY;
    if (best > 0 && !tie)
        take_actor(linker, draft, chosen);
    else {
        draft->source = DRAFT_UNKNOWN;
        draft->country = (casus_str){NULL, 0};
        draft->name = text_of(linker, draft->first, draft->last);
    }
}

/* Republican Guard, National Assembly: a name that any country may use is the one of a country
 * that the document speaks of, or nobody's in the lexicon. */
static void doubt(casus_linker *const linker, const vote_count *const votes,
                  casus_draft *const draft)
{
    if (!draft->country.size || draft->source != DRAFT_NAME) return;
    if (!is_role_too(linker, draft) && !is_short(draft)) return;
    if (is_named_in_full(linker, draft)) return;
    if (votes_for(votes, draft->country) > 0) return;
    draft->actor = LEX_NOBODY;
    draft->source = DRAFT_UNKNOWN;
    draft->country = (casus_str){NULL, 0};
    draft->name = text_of(linker, draft->first, draft->last);
}

void tell_apart(casus_linker *const linker)
{
    vote_count votes = {.arena = linker->arena};
    count_votes(linker, &votes);
    linker->countries = votes.counts;
    linker->most_of_country = votes.most;
    for (uint32_t i = 0; i < linker->drafts.count; i++)
        doubt(linker, &votes, &linker->drafts.at[i]);
    for (uint32_t i = 0; i < linker->drafts.count; i++)
        if (linker->drafts.at[i].node && !linker->drafts.at[i].dropped)
            choose(linker, &votes, &linker->drafts.at[i]);
}

double topicality_of(const casus_linker *const linker, const casus_str country)
{
    const uint32_t count = country.size ? casus_map_get(&linker->countries, country) : CASUS_NONE;
    return count == CASUS_NONE ? 0 : (double)count / (double)linker->most_of_country;
}
