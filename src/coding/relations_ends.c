/* The ends of a relation: from the words of a rule's arguments to actors and places. */
#include "coding/relations_ends.h"

#include "coding/match.h"
#include "coding/parties.h"
#include "coding/relations.h"
#include "coding/tree.h"

/* The place that the word names; else ("the south of the city", "the hills between X and Y", "the
 * Sambisa forest") the place within the phrase. */
static uint32_t place_within(const casus_document *const document, const uint32_t word,
                             const int depth)
{
    uint32_t at = document->place_at[word];
    for (uint32_t child = document->first_child[word]; at == CASUS_NONE && child != CASUS_NONE;
         child = document->next_sibling[child]) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if ((deprel == DEP_NMOD || deprel == DEP_COMPOUND) &&
            document->mention_at[child] == CASUS_NONE)
            at = depth ? place_within(document, child, depth - 1) : document->place_at[child];
    }
    return at;
}

static void place_of(coder_state *const coding, const uint32_t word, casus_refs *const places)
{
    const casus_document *const document = coding->document;
    const uint32_t at = place_within(document, word, 1);
    if (at != CASUS_NONE) parties_add(coding, places, document->record.place_mentions.at[at].place);
}

static void places_of(coder_state *const coding, const uint32_t word, casus_refs *const places)
{
    const casus_document *const document = coding->document;
    place_of(coding, word, places);
    for (EACH_CHILD(document, word, child)) {
        if (tree_main_deprel(document, child) == DEP_CONJ && tree_is_nominal(document, child))
            place_of(coding, child, places);
        /* "the hills between X and Y": the second place hangs on the first. */
        if (tree_main_deprel(document, child) != DEP_NMOD) continue;
        for (EACH_CHILD(document, child, inner))
            if (places->count && tree_main_deprel(document, inner) == DEP_CONJ)
                place_of(coding, inner, places);
    }
}

/* Whether the two may be one: a person is no group. */
static bool are_alike(const coder_state *const coding, const uint32_t a, const uint32_t b)
{
    const casus_actor *const actors = coding->document->record.actors.at;
    if (a == CASUS_NONE || b == CASUS_NONE) return true;
    return (actors[a].kind == KIND_PERSON) == (actors[b].kind == KIND_PERSON);
}

static uint32_t party_by_name(const coder_state *const coding, const uint32_t word)
{
    const uint32_t mention = coding->document->mention_at[word];
    if (mention == CASUS_NONE || coding->document->record.mentions.at[mention].form != FORM_NAME)
        return CASUS_NONE;
    return party_at(coding, word);
}

/* "X, a group that split from Y", "its rival, X": a description in apposition means the name. */
static uint32_t name_beside(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t mention = document->mention_at[word], own = party_at(coding, word);
    if (tree_word(document, word)->upos != UPOS_NOUN) return CASUS_NONE;
    if (mention != CASUS_NONE && document->record.mentions.at[mention].form != FORM_NOMINAL)
        return CASUS_NONE;
    if (tree_main_deprel(document, word) == DEP_APPOS) {
        const uint32_t name = party_by_name(coding, tree_word(document, word)->head);
        if (name != CASUS_NONE && are_alike(coding, own, name)) return name;
    }
    for (EACH_CHILD(document, word, child)) {
        if (tree_main_deprel(document, child) != DEP_APPOS) continue;
        const uint32_t name = party_by_name(coding, child);
        if (name != CASUS_NONE && are_alike(coding, own, name)) return name;
    }
    return CASUS_NONE;
}

/* The actors of an argument; one that hangs on half a name ("allied to Al | -Qaeda") is whom the
 * whole names. */
static void named_by(coder_state *const coding, const uint32_t word, casus_refs *const refs)
{
    const uint32_t name = name_beside(coding, word);
    const uint32_t place = coding->document->place_at[word];
    const bool literal = place == CASUS_NONE ||
                         coding->document->record.place_mentions.at[place].use != USE_ASSOCIATIVE;
    const bool bare = party_at(coding, word) == CASUS_NONE && literal;
    const uint32_t over = name != CASUS_NONE ? name : bare ? party_over(coding, word) : CASUS_NONE;
    if (over != CASUS_NONE)
        parties_add(coding, refs, over);
    else
        parties_of(coding, word, refs);
}

/* "several groups, such as X and Y", "bands including X, Y and Z": whom a description's examples
 * name; "the leaders of groups such as X": those of what hangs on it. */
static void take_examples(coder_state *const coding, const uint32_t word, casus_refs *const refs,
                          const int depth)
{
    const casus_document *const document = coding->document;
    const uint32_t mention = document->mention_at[word];
    if (mention != CASUS_NONE && document->record.mentions.at[mention].form != FORM_NOMINAL) return;
    for (EACH_CHILD(document, word, child)) {
        if (child < word || !tree_is_nominal(document, child)) continue;
        const casus_str preposition = tree_preposition(document, coding->arena, child);
        if (ontology_has(coding->ontology, WORDS_EXAMPLE, preposition))
            parties_of(coding, child, refs);
        else if (depth > 0 && tree_main_deprel(document, child) == DEP_NMOD)
            take_examples(coding, child, refs, depth - 1);
    }
}

void ends_take(coder_state *const coding, relation_ends *const ends, const uint32_t roles,
               const uint32_t argument, const casus_relation_type type)
{
    if (argument == CASUS_NONE) return;
    const casus_document *const document = coding->document;
    const bool flat = tree_main_deprel(document, argument) == DEP_FLAT &&
                      document->mention_at[argument] == CASUS_NONE;
    const uint32_t word = flat ? tree_word(document, argument)->head : argument;
    if (relations_is_between(type))
        party_or_land(coding, word);
    else
        party_or_state(coding, word);
    if (relations_is_between(type))
        parties_add(coding, roles & ROLE_FROM ? &ends->from : &ends->to,
                    relations_capital(coding, word));
    if (roles & ROLE_FROM) {
        named_by(coding, word, &ends->from);
        take_examples(coding, word, &ends->from, 1);
    }
    if (!(roles & ROLE_TO)) return;
    if (type == RELATION_OPERATES_IN) {
        /* "from the coast to the hills": both ends of a move; else the first that is told. */
        const casus_str preposition = tree_preposition(document, coding->arena, word);
        const bool moved =
            casus_str_equal(preposition, STR("from")) || casus_str_equal(preposition, STR("to"));
        if (!ends->places.count || moved) places_of(coding, word, &ends->places);
    } else {
        named_by(coding, word, &ends->to);
        take_examples(coding, word, &ends->to, 1);
    }
}

bool ends_any(const relation_ends *const ends)
{
    return ends->from.count || ends->to.count || ends->places.count;
}

uint32_t ends_count(const relation_ends *const ends)
{
    return ends->from.count + ends->to.count + ends->places.count;
}

/* Whether the word is a proper name of an actor, or of a place where that is asked for. */
static bool is_named(const coder_state *const coding, const uint32_t word,
                     const casus_relation_type type, const uint32_t roles)
{
    const casus_document *const document = coding->document;
    if (type == RELATION_OPERATES_IN && (roles & ROLE_TO))
        return document->place_at[word] != CASUS_NONE;
    const uint32_t mention = document->mention_at[word];
    return mention != CASUS_NONE && document->record.mentions.at[mention].form == FORM_NAME;
}

/* "rebel leader Okello warned", "the Falcons, a branch of the front, have": two subjects of one
 * verb are one, where a parser missed the apposition. */
static uint32_t beside_in_clause(const casus_document *const document, const uint32_t word)
{
    if (tree_deprel(document, word) != DEP_NSUBJ) return CASUS_NONE;
    for (EACH_CHILD(document, tree_word(document, word)->head, child))
        if (child != word && tree_deprel(document, child) == DEP_NSUBJ) return child;
    return CASUS_NONE;
}

/* "X, at the head of", "sentenced as its chief gunman": who has the office is the noun or the
 * subject that it hangs on. */
static void take_holder_of_role(coder_state *const coding, relation_ends *const ends,
                                const uint32_t roles, const uint32_t word,
                                const casus_relation_type type)
{
    const casus_document *const document = coding->document;
    const casus_str preposition = tree_preposition(document, coding->arena, word);
    if (!casus_str_equal(preposition, STR("as")) && !casus_str_equal(preposition, STR("at")))
        return;
    const uint32_t head = tree_word(document, word)->head;
    if (!tree_is_verbal(document, head)) {
        ends_take(coding, ends, roles, head, type);
        return;
    }
    const coder_frame *const frame = frame_of(coding, head);
    const uint32_t object = frame_get(frame, ARG_OBJ);
    ends_take(coding, ends, roles, object != CASUS_NONE ? object : frame_get(frame, ARG_SUBJ),
              type);
}

/* Whom a noun such as "leader" or "wing" is said of: its subject; the name beside it ("Hezbollah
 * leader Hassan Nasrallah", "its emir, X", "X, commander of"); else its own mention. */
/* "X, an offshoot of Y": the word before the comma before the noun's phrase, whatever the tree
 * makes of it; or CASUS_NONE. */
static uint32_t word_before(const coder_state *const coding, const uint32_t word)
{
    enum { NEAR = 8 };
    const casus_document *const document = coding->document;
    const uint32_t first = document->sentences.at[tree_word(document, word)->sentence].first;
    for (uint32_t at = word; at-- > first + 1 && word - at < NEAR;) {
        const uint8_t upos = tree_word(document, at)->upos;
        if (tree_form_is(document, at, ",")) return at - 1;
        if (upos != UPOS_DET && upos != UPOS_ADJ && upos != UPOS_NOUN && upos != UPOS_PROPN &&
            upos != UPOS_NUM && upos != UPOS_PART && upos != UPOS_PRON && upos != UPOS_ADV)
            return CASUS_NONE;
    }
    return CASUS_NONE;
}

static bool is_within_phrase(const casus_document *const document, const uint32_t word)
{
    const uint8_t upos = tree_word(document, word)->upos;
    const casus_str form = tree_word(document, word)->form;
    return upos == UPOS_DET || upos == UPOS_ADJ || upos == UPOS_NOUN || upos == UPOS_PROPN ||
           upos == UPOS_NUM || upos == UPOS_PART || upos == UPOS_ADP || upos == UPOS_PRON ||
           casus_str_equal(form, STR("-")) || casus_str_equal(form, STR("(")) ||
           casus_str_equal(form, STR(")"));
}

/* "the front's commander in the district, X,": the person named behind the comma behind the noun's
 * phrase; or CASUS_NONE. */
static uint32_t person_behind(const coder_state *const coding, const uint32_t word)
{
    enum { NEAR = 14, TITLE = 3 };
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, word)->sentence];
    const uint32_t end = sentence->first + sentence->count;
    uint32_t at = word + 1;
    while (at < end && at < word + NEAR && is_within_phrase(document, at)) at++;
    if (at + 1 >= end || !tree_form_is(document, at, ",")) return CASUS_NONE;
    for (uint32_t name = at + 1; name < end && name < at + NEAR; name++) {
        const uint32_t party = party_by_name(coding, name);
        if (party == CASUS_NONE) continue;
        const uint32_t first = document->record.mentions.at[document->mention_at[name]].first;
        const bool person = document->record.actors.at[party].kind == KIND_PERSON;
        return person && first <= at + TITLE ? party : CASUS_NONE;
    }
    return CASUS_NONE;
}

/* Whether the noun denotes somebody whom the text names nowhere. */
static bool is_nameless(const coder_state *const coding, const uint32_t word)
{
    const uint32_t actor = party_at(coding, word);
    if (actor == CASUS_NONE) return true;
    const casus_record *const record = &coding->document->record;
    for (uint32_t i = 0; i < record->actors.at[actor].mentions.count; i++)
        if (record->mentions.at[record->actors.at[actor].mentions.at[i]].form == FORM_NAME)
            return false;
    return true;
}

static void take_name_before(coder_state *const coding, relation_ends *const ends,
                             const uint32_t roles, const uint32_t word,
                             const casus_relation_type type)
{
    const uint32_t before = word_before(coding, word);
    if (before == CASUS_NONE) return;
    if (type == RELATION_OPERATES_IN && (roles & ROLE_TO))
        place_of(coding, before, &ends->places);
    else
        parties_add(coding, roles & ROLE_FROM ? &ends->from : &ends->to,
                    party_over(coding, before));
}

void ends_take_self(coder_state *const coding, relation_ends *const ends, const uint32_t roles,
                    const uint32_t word, const casus_relation_type type)
{
    const casus_document *const document = coding->document;
    const coder_frame *const frame = frame_of(coding, word);
    const uint32_t subject = frame_get(frame, ARG_SELF) != CASUS_NONE ? frame_get(frame, ARG_SELF)
                                                                      : frame_get(frame, ARG_SUBJ);
    const casus_deprel deprel = tree_main_deprel(document, word);
    const uint32_t before = ends_count(ends), head = tree_word(document, word)->head;
    if (subject != CASUS_NONE && tree_child(document, word, DEP_COP) != CASUS_NONE)
        ends_take(coding, ends, roles, subject, type);
    if (ends_count(ends) > before) return;
    const uint32_t neighbour = beside_in_clause(document, word);
    if (neighbour != CASUS_NONE && is_named(coding, neighbour, type, roles))
        ends_take(coding, ends, roles, neighbour, type);
    if (ends_count(ends) > before) return;
    const bool beside = deprel == DEP_APPOS || deprel == DEP_COMPOUND || deprel == DEP_FLAT ||
                        deprel == DEP_AMOD || tree_deprel(document, word) == DEP_NMOD_DESC;
    if (beside && is_named(coding, head, type, roles)) ends_take(coding, ends, roles, head, type);
    /* "the militia, rival of X": who is described, not the description. */
    if (ends_count(ends) == before && deprel == DEP_APPOS && party_at(coding, head) != CASUS_NONE)
        ends_take(coding, ends, roles, head, type);
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel main = tree_main_deprel(document, child);
        if ((main == DEP_APPOS || main == DEP_FLAT) && is_named(coding, child, type, roles))
            ends_take(coding, ends, roles, child, type);
    }
    if (ends_count(ends) == before && relations_is_belonging(type) && (roles & ROLE_FROM) &&
        is_nameless(coding, word))
        parties_add(coding, &ends->from, person_behind(coding, word));
    if (ends_count(ends) == before && !beside) take_name_before(coding, ends, roles, word, type);
    if (ends_count(ends) == before) take_holder_of_role(coding, ends, roles, word, type);
    if (ends_count(ends) == before) ends_take(coding, ends, roles, word, type);
    if (ends_count(ends) == before && beside) ends_take(coding, ends, roles, head, type);
}

/* "has links with X", "has a long history of links with X": who has them is the subject of the verb
 * over the noun. */
void ends_take_holder(coder_state *const coding, relation_ends *const ends, const uint32_t noun,
                      const casus_relation_type type)
{
    const casus_document *const document = coding->document;
    uint32_t at = noun;
    for (int i = 0; i < 3 && !casus_word_is_root(document, at); i++) {
        const casus_deprel deprel = tree_main_deprel(document, at);
        const uint32_t head = tree_word(document, at)->head;
        if (tree_is_verbal(document, head)) {
            if (deprel != DEP_OBJ && deprel != DEP_XCOMP) return;
            ends_take(coding, ends, ROLE_FROM, frame_get(frame_of(coding, head), ARG_SUBJ), type);
            return;
        }
        if (deprel != DEP_NMOD && deprel != DEP_CONJ) return;
        if (casus_str_equal(tree_preposition(document, coding->arena, at), STR("with"))) {
            ends_take(coding, ends, ROLE_FROM, head, type); /* "an outfit with camps in" */
            return;
        }
        at = head;
    }
}

/* "the Serb commander", "Hamas's armed wing": a group named within what is somebody's description.
 */
void ends_take_nested(coder_state *const coding, relation_ends *const ends, const uint32_t roles,
                      const lex_rule *const rule, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const bool compound = ontology_roles(rule, true, ARG_COMP) & roles,
               possessed = ontology_roles(rule, true, ARG_POSS) & roles;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_deprel(document, child);
        if ((deprel == DEP_COMPOUND || deprel == DEP_AMOD) ? !compound
                                                           : deprel != DEP_NMOD_POSS || !possessed)
            continue;
        parties_add(coding, roles & ROLE_TO ? &ends->to : &ends->from,
                    relations_nested(coding, child));
    }
}

void ends_take_governor(coder_state *const coding, relation_ends *const ends, const uint32_t roles,
                        const uint32_t word, const casus_relation_type type)
{
    const casus_document *const document = coding->document;
    uint32_t head = tree_word(document, word)->head;
    /* "long in the hands of X" */
    if (tree_word(document, head)->upos == UPOS_ADV) head = tree_word(document, head)->head;
    const uint32_t self = frame_get(frame_of(coding, word), ARG_SELF);
    if (tree_child(document, word, DEP_COP) != CASUS_NONE)
        ends_take(coding, ends, roles, self, type);
    else if (tree_is_verbal(document, head))
        ends_take(coding, ends, roles, frame_get(frame_of(coding, head), ARG_SUBJ), type);
    else if (head != word)
        ends_take(coding, ends, roles, head, type);
}

void ends_take_where(coder_state *const coding, relation_ends *const ends, const uint32_t word)
{
    enum { CLIMB = 4 };
    const casus_document *const document = coding->document;
    uint32_t at = word;
    for (int i = 0; i < CLIMB && !casus_word_is_root(document, at); i++) {
        const uint32_t head = tree_word(document, at)->head;
        const uint32_t adverb = tree_child(document, at, DEP_ADVMOD);
        if (tree_deprel(document, at) == DEP_ACL_RELCL && adverb != CASUS_NONE) {
            if (match_is(coding, WORDS_WHERE, adverb)) places_of(coding, head, &ends->places);
            return;
        }
        at = head;
    }
}
