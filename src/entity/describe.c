/* Descriptions: role nouns (soldiers, spokesman, ministry) and what stands around them that says
 * whose they are. */
#include "entity/link.h"

static const lex_role *role_of(const casus_linker *const linker, const lex_ref ref)
{
    const casus_lexicon *const layer = layer_of(linker, ref.layer);
    return ref.index < layer->role_count ? &layer->roles[ref.index] : NULL;
}

/* The first word of the noun phrase: modifiers to the left, without articles, numbers and
 * possessors. */
static uint32_t left_edge(const casus_linker *const linker, const casus_draft *const draft)
{
    uint32_t first = draft->first;
    const uint32_t begin = linker->document->sentences.at[word_of(linker, first)->sentence].first;
    while (first > begin) {
        const uint32_t word = first - 1;
        const casus_word *const at = word_of(linker, word);
        const casus_deprel relation = relation_of(linker, word);
        const bool inside = at->head >= word && at->head <= draft->last && at->head != word;
        const bool hyphen = casus_str_equal(at->form, STR("-")) &&
                            at->span.end == word_of(linker, first)->span.begin;
        if (hyphen && word > begin) {
            first = word - 1;
            continue;
        }
        if (!(inside && (relation == DEP_AMOD || relation == DEP_COMPOUND || relation == DEP_FLAT ||
                         relation == DEP_ADVMOD)))
            break;
        const bool named =
            linker->words[word].name != CASUS_NONE || lex_is(linker->words[word].land);
        if (!named && (word_is(linker, word, CUE_QUANTIFIER) || word_is(linker, word, CUE_EMPTY) ||
                       linker->document->time_at[word] != CASUS_NONE))
            break;
        if (relation == DEP_ADVMOD && at->head == draft->head) break;
        first = word;
    }
    while (first < draft->first && word_of(linker, first)->upos == UPOS_PUNCT) first++;
    return first;
}

static void take_determiner(const casus_linker *const linker, casus_draft *const draft,
                            const uint32_t child)
{
    switch (relation_of(linker, child)) {
    case DEP_DET:
        if (word_is(linker, child, CUE_DEFINITE)) draft->definite = true;
        if (word_is(linker, child, CUE_INDEFINITE)) draft->indefinite = true;
        if (word_is(linker, child, CUE_QUANTIFIER)) draft->quantified = true;
        break;
    case DEP_NUMMOD:
        draft->quantified = true;
        break;
    case DEP_AMOD:
        if (word_is(linker, child, CUE_OTHER)) draft->other = true;
        if (word_is(linker, child, CUE_QUANTIFIER)) draft->quantified = true;
        break;
    default:
        break;
    }
}

static bool is_affiliation(const casus_linker *const linker, const uint32_t word)
{
    const uint32_t number = linker->words[word].draft;
    if (number == CASUS_NONE) return false;
    const casus_draft *const found = &linker->drafts.at[number];
    return found->kind == KIND_ORGANIZATION && !found->dropped;
}

static void take_land(const casus_linker *const linker, casus_draft *const draft,
                      const uint32_t word)
{
    const lex_ref land = linker->words[word].land;
    const lex_actor *const actor = lex_actor_of(linker, land);
    if (!actor) return;
    const casus_lexicon *const layer = layer_of(linker, land.layer);
    if (!draft->country.size) draft->country = lex_str(layer, actor->country);
    if ((actor->flags & ACTOR_TERRITORY) && !lex_is(draft->affiliation)) draft->affiliation = land;
}

/* Opposition groups in Zimbabwe are Zimbabwe's; troops and aid workers there may be anybody's. */
static void take_whereabouts(const casus_linker *const linker, casus_draft *const draft,
                             const uint32_t word)
{
    static const char *const at_home[] = {"OPP", "REB", "CVL", "LAB", "PTY",
                                          "ETH", "REL", "LEG", "JUD"};
    const lex_actor *const actor = lex_actor_of(linker, linker->words[word].land);
    if (!actor || draft->country.size) return;
    for (size_t i = 0; i < sizeof at_home / sizeof *at_home; i++)
        if (casus_str_equal(draft->sector, casus_str_from(at_home[i])))
            draft->country =
                lex_str(layer_of(linker, linker->words[word].land.layer), actor->country);
}

/* A modifier gives the country (Afghan), the body (Taliban fighters) or narrows the role (army
 * officers). */
static void take_modifier(const casus_linker *const linker, casus_draft *const draft,
                          const uint32_t word, const uint32_t depth)
{
    const casus_deprel relation = relation_of(linker, word);
    take_determiner(linker, draft, word);
    if (relation == DEP_ACL || relation == DEP_APPOS || relation == DEP_CONJ ||
        relation == DEP_NSUBJ || relation == DEP_PARATAXIS || relation == DEP_CASE)
        return;
    if (relation == DEP_NMOD && word_of(linker, word)->deprel == DEP_NMOD && word > draft->head) {
        const uint32_t preposition = case_of(linker, word);
        if (preposition == CASUS_NONE) return;
        const casus_str form = word_of(linker, preposition)->form;
        if (casus_str_equal_nocase(form, STR("in"))) take_whereabouts(linker, draft, word);
        if (!casus_str_equal_nocase(form, STR("of")) && !casus_str_equal_nocase(form, STR("from")))
            return;
    }
    if (lex_is(linker->words[word].land)) take_land(linker, draft, word);
    if (is_affiliation(linker, word) && draft->affiliation_draft == CASUS_NONE) {
        const casus_draft *const whose = &linker->drafts.at[linker->words[word].draft];
        draft->affiliation_draft = linker->words[word].draft;
        if (!draft->country.size) draft->country = whose->country;
    }
    if (word_of(linker, word)->deprel == DEP_NMOD_POSS) draft->definite = true;
    if (depth < 3 && (relation == DEP_AMOD || relation == DEP_COMPOUND))
        for (EACH_CHILD(linker->document, word, child))
            take_modifier(linker, draft, child, depth + 1);
}

/* The actor that bears `text` as a name, ours or the user's. */
static lex_ref named(const casus_linker *const linker, const casus_str text)
{
    for (uint32_t layer = LAYERS; layer-- > 0;) {
        const casus_lexicon *const lexicon = layer_of(linker, layer);
        uint32_t count;
        if (!lexicon->node_count) continue;
        const lex_entry *const entries =
            lex_entries(lexicon, lex_find(lexicon, linker->arena, text), &count);
        for (uint32_t e = 0; e < count; e++)
            if (entries[e].type < LEX_PERSON) return (lex_ref){layer, entries[e].index};
    }
    return LEX_NOBODY;
}

/* A description that names one body (Pakistani army, government of Mali): looked up under the names
 * that the lexicon might have for it. */
static lex_ref body_named(const casus_linker *const linker, const lex_ref land,
                          const casus_str noun)
{
    const lex_actor *const state = lex_actor_of(linker, land);
    if (!state || !noun.size) return LEX_NOBODY;
    const casus_lexicon *const lands = layer_of(linker, land.layer);
    const casus_str name = lex_str(lands, state->name);
    const casus_str adjective = lex_str(lands, state->adjective);
    const casus_str pairs[][2] = {{name, noun}, {adjective, noun}, {noun, name}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const casus_str first = pairs[i][0], second = pairs[i][1];
        if (!first.size) continue;
        const lex_ref body = named(
            linker, casus_arena_format(linker->arena, i == 2 ? "%.*s of %.*s" : "%.*s %.*s",
                                       (int)first.size, first.at, (int)second.size, second.at));
        if (lex_is(body)) return body;
    }
    return LEX_NOBODY;
}

/* The service that a state's armed people belong to: its army for soldiers, its police for
 * policemen. */
static lex_ref service_of(const casus_linker *const linker, const lex_ref land,
                          const casus_str sector)
{
    if (casus_str_equal(sector, STR("MIL"))) return body_named(linker, land, STR("army"));
    if (casus_str_equal(sector, STR("COP"))) return body_named(linker, land, STR("police"));
    return casus_str_equal(sector, STR("GOV")) ? land : LEX_NOBODY;
}

static void settle_affiliation(const casus_linker *const linker, casus_draft *const draft)
{
    const casus_draft *const whose = draft->affiliation_draft == CASUS_NONE
                                         ? NULL
                                         : &linker->drafts.at[draft->affiliation_draft];
    if (whose && whose->source != DRAFT_TERRITORY && whose->source != DRAFT_ADJECTIVE) {
        draft->affiliation = LEX_NOBODY;
        if (!draft->sector.size || casus_str_equal(draft->sector, STR("UNK")))
            draft->sector = whose->sector;
        return;
    }
    const lex_ref land = whose ? whose->actor : draft->affiliation;
    draft->affiliation_draft = CASUS_NONE;
    draft->affiliation = LEX_NOBODY;
    const lex_actor *const actor = lex_actor_of(linker, land);
    if (!actor || !(actor->flags & ACTOR_TERRITORY)) return;
    draft->affiliation = service_of(linker, land, draft->sector);
}

/* A body with its country may be in the lexicon. */
static void settle_body(const casus_linker *const linker, casus_draft *const draft)
{
    const casus_draft *const whose = draft->affiliation_draft == CASUS_NONE
                                         ? NULL
                                         : &linker->drafts.at[draft->affiliation_draft];
    const lex_ref land = whose ? whose->actor : draft->affiliation;
    const lex_actor *const actor = lex_actor_of(linker, land);
    if (draft->kind != KIND_ORGANIZATION || !actor || !(actor->flags & ACTOR_TERRITORY)) return;
    lex_ref body = word_is(linker, draft->head, CUE_GOVERNMENT) && draft->first == draft->last
                       ? land
                       : body_named(linker, land, draft->key);
    if (!lex_is(body)) return;
    draft->affiliation = LEX_NOBODY;
    draft->affiliation_draft = CASUS_NONE;
    take_actor(linker, draft, body);
}

static void take_gender(const casus_linker *const linker, casus_draft *const draft)
{
    if (draft->kind != KIND_PERSON) return;
    if (word_is(linker, draft->head, CUE_MALE)) draft->gender = GENDER_MALE;
    if (word_is(linker, draft->head, CUE_FEMALE)) draft->gender = GENDER_FEMALE;
}

static bool is_noun(const casus_linker *const linker, const uint32_t word)
{
    const uint8_t upos = word_of(linker, word)->upos;
    return upos == UPOS_NOUN || upos == UPOS_PROPN;
}

/* Only who acts is somebody: reports said, but arms and power are things. */
static bool is_agent(const casus_linker *const linker, const uint32_t head)
{
    const casus_word *const at = word_of(linker, head);
    const casus_deprel relation = relation_of(linker, head);
    if (at->deprel == DEP_OBL_AGENT) return true;
    if ((relation == DEP_OBJ || relation == DEP_IOBJ) && lemma_is(linker, at->head, CUE_SPEECH))
        return lemma_is(linker, at->head, CUE_HUMAN_OBJECT); /* told state television */
    return relation == DEP_NSUBJ && at->deprel != DEP_NSUBJ_PASS &&
           lemma_is(linker, at->head, CUE_SPEECH) && word_of(linker, at->head)->upos == UPOS_VERB;
}

/* service is hardly somebody, the security services are. */
static bool is_weak(const casus_linker *const linker, const word_match *const match,
                    const uint32_t head)
{
    return word_is(linker, head, CUE_WEAK_ROLE) &&
           (match->first == match->last || word_is(linker, head, CUE_WEAK_HEAD));
}

/* all sides, the warring parties */
static bool are_parties(const casus_linker *const linker, const uint32_t head)
{
    if (!word_is(linker, head, CUE_PARTIES)) return false;
    for (EACH_CHILD(linker->document, head, child))
        if (relation_of(linker, child) == DEP_NMOD) return false; /* both sides of the road */
    for (EACH_CHILD(linker->document, head, child))
        if (relation_of(linker, child) == DEP_DET || relation_of(linker, child) == DEP_NUMMOD)
            return true;
    return false;
}

/* the movement, this mission: a noun of a body that somebody named before may be. */
static bool may_take_up(const casus_linker *const linker, const lex_role *const role,
                        const uint32_t head)
{
    if (role->kind != KIND_ORGANIZATION) return false;
    if (word_of(linker, head)->features & FEAT_PLURAL) return are_parties(linker, head);
    for (EACH_CHILD(linker->document, head, child))
        if (relation_of(linker, child) == DEP_DET) return word_is(linker, child, CUE_DEFINITE);
    return false;
}

/* soldiers in `soldiers' deaths` and rebels in `the rebel attack` are somebody; the prisoner of `a
 * prisoner swap` is hardly one, and the student of `student union` is none. */
static bool is_wanted(const casus_linker *const linker, const word_match *const match,
                      const uint32_t head)
{
    const casus_word *const at = word_of(linker, head);
    if (linker->words[head].name != CASUS_NONE || linker->words[head].draft != CASUS_NONE)
        return false;
    if (linker->document->time_at[head] != CASUS_NONE) return false;
    const lex_role *const role = role_of(linker, (lex_ref){match->layer, match->index});
    if (!role) return false;
    if (is_weak(linker, match, head) && !is_agent(linker, head) && !may_take_up(linker, role, head))
        return false;
    if (!is_noun(linker, head))
        return at->upos == UPOS_ADJ && match->plural && relation_of(linker, head) == DEP_NSUBJ;
    const casus_deprel relation = relation_of(linker, head);
    if (relation == DEP_COMPOUND || relation == DEP_AMOD) {
        if (word_is(linker, at->head, CUE_NO_ACTOR) || at->head < head) return false;
        return role->kind == KIND_ORGANIZATION || match->plural || role->armed;
    }
    return relation != DEP_FLAT || at->head > head;
}

/* Armed forces and authorities are plural words for one body. */
static bool is_plural_form(const casus_lexicon *const layer, const lex_role *const role)
{
    return role->kind == KIND_ORGANIZATION &&
           casus_str_equal(lex_str(layer, role->singular), lex_str(layer, role->plural));
}

static void describe(casus_linker *const linker, const word_match *const match)
{
    const uint32_t head = head_of_span(linker, match->first, match->last);
    if (!is_wanted(linker, match, head)) return;
    casus_draft fresh = new_draft(linker, match->first, match->last, DRAFT_NOMINAL);
    const casus_lexicon *const layer = layer_of(linker, match->layer);
    fresh.role = (lex_ref){match->layer, match->index};
    const lex_role *const role = role_of(linker, fresh.role);
    const bool plural = match->plural || (role->kind != KIND_ORGANIZATION &&
                                          (word_of(linker, head)->features & FEAT_PLURAL) != 0);
    fresh.kind = (casus_kind)role->kind;
    if (fresh.kind == KIND_PERSON && plural) fresh.kind = KIND_PEOPLE;
    fresh.plural = plural || fresh.kind == KIND_PEOPLE;
    fresh.sector = lex_str(layer, role->sector);
    fresh.armed = role->armed;
    fresh.generic = word_is(linker, head, CUE_VAGUE);
    fresh.collective = is_plural_form(layer, role);
    fresh.key = key_of(linker, match->first, match->last);
    fresh.tentative = is_weak(linker, match, head) && !is_agent(linker, head) && !fresh.plural;
    const casus_deprel relation = relation_of(linker, head);
    fresh.embedded = relation == DEP_COMPOUND || relation == DEP_AMOD;
    for (EACH_CHILD(linker->document, head, child)) take_modifier(linker, &fresh, child, 0);
    settle_body(linker, &fresh);
    if (!lex_is(fresh.actor)) settle_affiliation(linker, &fresh);
    take_gender(linker, &fresh);
    fresh.first = left_edge(linker, &fresh);
    if (!lex_is(fresh.actor)) fresh.name = text_of(linker, fresh.first, fresh.last);
    add_draft(linker, fresh);
}

static bool is_group_noun(const casus_linker *const linker, const uint32_t word)
{
    return word_of(linker, word)->upos == UPOS_NOUN &&
           (word_is(linker, word, CUE_GROUP) || word_is(linker, word, CUE_SIDES) ||
            word_is(linker, word, CUE_STATE) || word_is(linker, word, CUE_GOVERNMENT) ||
            word_is(linker, word, CUE_FIGHTERS));
}

/* Nouns of the anaphoric classes that no role covers: the group, the country. */
static void describe_plain(casus_linker *const linker, const uint32_t word)
{
    if (!is_group_noun(linker, word) || linker->words[word].draft != CASUS_NONE ||
        linker->words[word].name != CASUS_NONE || linker->words[word].role != CASUS_NONE)
        return;
    const casus_deprel relation = relation_of(linker, word);
    if (relation == DEP_COMPOUND || relation == DEP_AMOD || relation == DEP_FLAT) return;
    casus_draft fresh = new_draft(linker, word, word, DRAFT_NOMINAL);
    fresh.kind = word_is(linker, word, CUE_FIGHTERS) ? KIND_PEOPLE : KIND_ORGANIZATION;
    fresh.plural = (word_of(linker, word)->features & FEAT_PLURAL) != 0;
    if (fresh.kind == KIND_PEOPLE && !fresh.plural) fresh.kind = KIND_PERSON;
    fresh.armed = fresh.kind != KIND_ORGANIZATION;
    fresh.key = key_of(linker, word, word);
    for (EACH_CHILD(linker->document, word, child)) take_modifier(linker, &fresh, child, 0);
    settle_body(linker, &fresh);
    if (!lex_is(fresh.actor)) settle_affiliation(linker, &fresh);
    fresh.first = left_edge(linker, &fresh);
    if (!lex_is(fresh.actor)) fresh.name = text_of(linker, fresh.first, fresh.last);
    add_draft(linker, fresh);
}

/* anyone who helps them, those still in the forest: somebody, whoever it is. */
static void describe_anyone(casus_linker *const linker, const uint32_t word)
{
    if (linker->words[word].draft != CASUS_NONE || linker->words[word].name != CASUS_NONE ||
        !word_is(linker, word, CUE_WHOEVER))
        return;
    const casus_word *const at = word_of(linker, word);
    const bool those = word_is(linker, word, CUE_DEFINITE);
    if (at->upos != UPOS_PRON && at->upos != UPOS_NOUN) return;
    bool told = !those;
    for (EACH_CHILD(linker->document, word, child))
        told |= child > word && (word_of(linker, child)->deprel == DEP_ACL ||
                                 word_of(linker, child)->deprel == DEP_ACL_RELCL);
    if (!told) return;
    casus_draft fresh = new_draft(linker, word, word, DRAFT_NOMINAL);
    fresh.kind = those ? KIND_PEOPLE : KIND_PERSON;
    fresh.plural = those;
    fresh.indefinite = fresh.generic = fresh.anybody = true;
    fresh.key = key_of(linker, word, word);
    fresh.name = text_of(linker, word, word);
    add_draft(linker, fresh);
}

/* dozens of soldiers, a group of gunmen, one of the attackers: who is meant stands behind `of`. */
static void find_carrier(casus_linker *const linker, const uint32_t word)
{
    if (!word_is(linker, word, CUE_CONTAINER) || linker->words[word].name != CASUS_NONE) return;
    for (EACH_CHILD(linker->document, word, child)) {
        const uint32_t preposition = case_of(linker, child), number = linker->words[child].draft;
        if (child < word || preposition == CASUS_NONE || number == CASUS_NONE ||
            !casus_str_equal_nocase(word_of(linker, preposition)->form, STR("of")))
            continue;
        casus_draft *const inner = &linker->drafts.at[number];
        const uint32_t own = linker->words[word].draft;
        const bool body = word_is(linker, word, CUE_REMAINS) ||
                          (inner->source == DRAFT_NOMINAL && inner->kind == KIND_ORGANIZATION &&
                           word_of(linker, word)->upos == UPOS_NUM);
        if ((!inner->plural && !body) || inner->dropped || inner->source == DRAFT_PRONOUN) continue;
        if (own != CASUS_NONE) linker->drafts.at[own].dropped = true;
        inner->carrier = word;
        inner->quantified = inner->quantified || !inner->definite;
        linker->words[word].draft = number;
        return;
    }
}

void find_descriptions(casus_linker *const linker)
{
    for (uint32_t i = 0; i < linker->roles.count; i++) describe(linker, &linker->roles.at[i]);
    for (uint32_t word = 0; word < linker->document->words.count; word++) {
        describe_plain(linker, word);
        describe_anyone(linker, word);
    }
    for (uint32_t word = 0; word < linker->document->words.count; word++)
        find_carrier(linker, word);
}
