/* Standing relations between actors, and of actors to places. */
#include "coding/relations.h"
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"
#include "text/fold.h"

typedef struct relation_ends {
    casus_refs from, to;
    casus_refs places; /* of OPERATES_IN */
} relation_ends;

/* The place that the word names; else ("the south of the city", "the hills between X and Y", "the
 * Sambisa forest") the place within the phrase. */
static void place_of(coder_state *const coding, const uint32_t word, casus_refs *const places)
{
    const casus_document *const document = coding->document;
    uint32_t at = document->place_at[word];
    for (uint32_t child = document->first_child[word]; at == CASUS_NONE && child != CASUS_NONE;
         child = document->next_sibling[child]) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if ((deprel == DEP_NMOD || deprel == DEP_COMPOUND) &&
            document->mention_at[child] == CASUS_NONE)
            at = document->place_at[child];
    }
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

/* The actors of an argument; one that hangs on half a name ("allied to Al | -Qaeda") is whom the
 * whole names. */
static void named_by(coder_state *const coding, const uint32_t word, casus_refs *const refs)
{
    const bool bare =
        party_at(coding, word) == CASUS_NONE && coding->document->place_at[word] == CASUS_NONE;
    const uint32_t over = bare ? party_over(coding, word) : CASUS_NONE;
    if (over != CASUS_NONE)
        parties_add(coding, refs, over);
    else
        parties_of(coding, word, refs);
}

static void take_end(coder_state *const coding, relation_ends *const ends, const uint32_t roles,
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
    if (roles & ROLE_FROM) named_by(coding, word, &ends->from);
    if (!(roles & ROLE_TO)) return;
    if (type == RELATION_OPERATES_IN) {
        if (!ends->places.count) places_of(coding, word, &ends->places);
    } else {
        named_by(coding, word, &ends->to);
    }
}

static bool ends_any(const relation_ends *const ends)
{
    return ends->from.count || ends->to.count || ends->places.count;
}

static uint32_t ends_count(const relation_ends *const ends)
{
    return ends->from.count + ends->to.count + ends->places.count;
}

static void add_all(coder_state *const coding, const lex_rule *const rule, const uint32_t word,
                    const relation_ends *const ends)
{
    const casus_relation_type type = (casus_relation_type)rule->relation;
    for (uint32_t i = 0; i < ends->from.count; i++) {
        const uint32_t from = relations_whole(coding, type, ends->from.at[i]);
        for (uint32_t j = 0; j < ends->places.count; j++)
            relations_add(coding, rule, word, from, ends->places.at[j]);
        for (uint32_t j = 0; j < ends->to.count; j++)
            relations_add(coding, rule, word, from, relations_whole(coding, type, ends->to.at[j]));
    }
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
        take_end(coding, ends, roles, head, type);
        return;
    }
    const coder_frame *const frame = frame_of(coding, head);
    const uint32_t object = frame_get(frame, ARG_OBJ);
    take_end(coding, ends, roles, object != CASUS_NONE ? object : frame_get(frame, ARG_SUBJ), type);
}

/* Whom a noun such as "leader" or "wing" is said of: its subject; the name beside it ("Hezbollah
 * leader Hassan Nasrallah", "its emir, X", "X, commander of"); else its own mention. */
static void take_self(coder_state *const coding, relation_ends *const ends, const uint32_t roles,
                      const uint32_t word, const casus_relation_type type)
{
    const casus_document *const document = coding->document;
    const coder_frame *const frame = frame_of(coding, word);
    const uint32_t subject = frame_get(frame, ARG_SELF) != CASUS_NONE ? frame_get(frame, ARG_SELF)
                                                                      : frame_get(frame, ARG_SUBJ);
    const casus_deprel deprel = tree_main_deprel(document, word);
    const uint32_t before = ends_count(ends), head = tree_word(document, word)->head;
    if (subject != CASUS_NONE && tree_child(document, word, DEP_COP) != CASUS_NONE)
        take_end(coding, ends, roles, subject, type);
    if (ends_count(ends) > before) return;
    const uint32_t neighbour = beside_in_clause(document, word);
    if (neighbour != CASUS_NONE && is_named(coding, neighbour, type, roles))
        take_end(coding, ends, roles, neighbour, type);
    if (ends_count(ends) > before) return;
    const bool beside = deprel == DEP_APPOS || deprel == DEP_COMPOUND || deprel == DEP_FLAT ||
                        deprel == DEP_AMOD || tree_deprel(document, word) == DEP_NMOD_DESC;
    if (beside && is_named(coding, head, type, roles)) take_end(coding, ends, roles, head, type);
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel main = tree_main_deprel(document, child);
        if ((main == DEP_APPOS || main == DEP_FLAT) && is_named(coding, child, type, roles))
            take_end(coding, ends, roles, child, type);
    }
    if (ends_count(ends) == before) take_holder_of_role(coding, ends, roles, word, type);
    if (ends_count(ends) == before) take_end(coding, ends, roles, word, type);
    if (ends_count(ends) == before && beside) take_end(coding, ends, roles, head, type);
}

/* "has links with X", "has a long history of links with X": who has them is the subject of the verb
 * over the noun. */
static void take_holder(coder_state *const coding, relation_ends *const ends, const uint32_t noun,
                        const casus_relation_type type)
{
    const casus_document *const document = coding->document;
    uint32_t at = noun;
    for (int i = 0; i < 3 && !casus_word_is_root(document, at); i++) {
        const casus_deprel deprel = tree_main_deprel(document, at);
        const uint32_t head = tree_word(document, at)->head;
        if (tree_is_verbal(document, head)) {
            if (deprel != DEP_OBJ && deprel != DEP_XCOMP) return;
            take_end(coding, ends, ROLE_FROM, frame_get(frame_of(coding, head), ARG_SUBJ), type);
            return;
        }
        if (deprel != DEP_NMOD && deprel != DEP_CONJ) return;
        if (casus_str_equal(tree_preposition(document, coding->arena, at), STR("with"))) {
            take_end(coding, ends, ROLE_FROM, head, type); /* "an outfit with camps in" */
            return;
        }
        at = head;
    }
}

/* "the Serb commander", "Hamas's armed wing": a group named within what is somebody's description.
 */
static void take_nested(coder_state *const coding, relation_ends *const ends,
                        const lex_rule *const rule, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const bool compound = ontology_roles(rule, true, ARG_COMP) & ROLE_TO,
               possessed = ontology_roles(rule, true, ARG_POSS) & ROLE_TO;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_deprel(document, child);
        if ((deprel == DEP_COMPOUND || deprel == DEP_AMOD) ? !compound
                                                           : deprel != DEP_NMOD_POSS || !possessed)
            continue;
        parties_add(coding, &ends->to, relations_nested(coding, child));
    }
}

/* Where the text names no group beside the office ("the chairman", "spokesman X"), it is the one
 * that they act for; else, which is a guess (false), the one that was named last. */
static bool take_affiliation(coder_state *const coding, relation_ends *const ends,
                             const uint32_t word)
{
    const casus_document *const document = coding->document;
    take_self(coding, ends, ROLE_FROM, word, RELATION_LEADS);
    if (!ends->from.count) return false;
    const uint32_t group = document->record.actors.at[ends->from.at[0]].affiliation;
    ends->from.count = 1;
    if (group == CASUS_NONE || !document->record.actors.at[group].mentions.count) {
        parties_add(coding, &ends->to, relations_salient(coding, word, ends->from.at[0]));
        return false;
    }
    parties_add(coding, &ends->to, group);
    return true;
}

/* The arguments of the frame by the rule; a compound only where nothing nearer fills its end, else
 * it is a name for what the noun denotes: "its Falcon brigade". */
static void take_arguments(coder_state *const coding, relation_ends *const ends,
                           const lex_rule *const rule, const coder_frame *const frame)
{
    const casus_relation_type type = (casus_relation_type)rule->relation;
    const uint32_t self = ontology_roles(rule, frame->nominal, ARG_SELF);
    for (int compounds = 0; compounds < 2; compounds++) {
        const bool complete = compounds && self && ends_any(ends);
        for (uint32_t i = 0; i < frame->count; i++) {
            const coder_argument *const argument = &frame->arguments[i];
            if (argument->key == ARG_SELF || (argument->key == ARG_COMP) != (compounds == 1))
                continue;
            const uint32_t roles = ontology_roles(rule, frame->nominal, argument->key);
            /* An adjective ("its Iranian wing") names nothing. */
            if (complete && tree_word(coding->document, argument->word)->upos != UPOS_PROPN)
                continue;
            if (roles || complete)
                take_end(coding, ends, complete ? self : roles, argument->word, type);
        }
    }
}

/* "makes common cause with X": what hangs on the object of an idiom fills an end that is open. */
static void take_from_object(coder_state *const coding, relation_ends *const ends,
                             const lex_rule *const rule, const coder_frame *const frame)
{
    const uint32_t object = frame_get(frame, ARG_OBJ);
    if (object == CASUS_NONE || ontology_roles(rule, false, ARG_OBJ)) return;
    const coder_frame *const inner = frame_of(coding, object);
    const bool from = ends->from.count != 0, to = ends->to.count || ends->places.count;
    for (uint32_t i = 0; i < inner->count; i++) {
        if (inner->arguments[i].key < ARG_PREPOSITION) continue;
        const uint32_t roles = ontology_roles(rule, false, inner->arguments[i].key);
        const uint32_t open = (from ? 0u : roles & ROLE_FROM) | (to ? 0u : roles & ROLE_TO);
        if (open)
            take_end(coding, ends, open, inner->arguments[i].word,
                     (casus_relation_type)rule->relation);
    }
}

/* "trains, arms and houses the rebels": the object that a coordinated verb shares with the one that
 * governs it. */
static uint32_t shared_object(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, word, child)) {
        if (tree_main_deprel(document, child) != DEP_CONJ || !tree_is_verbal(document, child))
            continue;
        const uint32_t object = tree_child(document, child, DEP_OBJ);
        if (object != CASUS_NONE && tree_child(document, child, DEP_NSUBJ) == CASUS_NONE)
            return object;
    }
    if (tree_main_deprel(document, word) != DEP_CONJ) return CASUS_NONE;
    const uint32_t object = tree_child(document, tree_word(document, word)->head, DEP_OBJ);
    return object != CASUS_NONE && object > word ? object : CASUS_NONE;
}

static void from_predicate(coder_state *const coding, const uint32_t word)
{
    const match found = match_word(coding, word, WANT_RELATION);
    if (!found.rule) return;
    const lex_rule *rule = found.rule;
    const casus_relation_type type = (casus_relation_type)rule->relation;
    const coder_frame *const frame = frame_of(coding, word);
    const bool nominal = frame->nominal;
    relation_ends ends = {0};
    take_arguments(coding, &ends, rule, frame);
    if (!nominal) take_from_object(coding, &ends, rule, frame);
    if (nominal && !ends.from.count && (ontology_roles(rule, true, ARG_POSS) & ROLE_FROM))
        take_holder(coding, &ends, word, type);
    const uint32_t self = ontology_roles(rule, nominal, ARG_SELF);
    if (self & ROLE_FROM && !ends.to.count && !ends.places.count)
        take_nested(coding, &ends, rule, word);
    if (self) {
        const bool other =
            self & ROLE_FROM ? ends.to.count || ends.places.count : ends.from.count != 0;
        const bool mine =
            self & ROLE_FROM ? ends.from.count != 0 : ends.to.count || ends.places.count;
        if (!other && relations_is_belonging(type) && (self & ROLE_FROM)) {
            const bool known = take_affiliation(coding, &ends, word);
            const char *const name = type == RELATION_LEADS
                                         ? (known ? "leader-by-affiliation" : "leader-of-last")
                                         : (known ? "member-by-office" : "member-of-last");
            rule = ontology_find(coding->ontology, casus_str_from(name));
            if (!rule) return;
        } else if (!other) {
            return;
        } else if (!mine) {
            take_self(coding, &ends, self, word, type);
        }
    }
    add_all(coding, rule, word, &ends);
}

/* As from_predicate(), with the object that coordinated verbs share. */
static void from_word(coder_state *const coding, const uint32_t word)
{
    const coder_frame *const own = frame_of(coding, word);
    coder_frame shared = *own;
    const bool lacks = !own->nominal && !own->passive && frame_get(own, ARG_OBJ) == CASUS_NONE;
    const uint32_t object = lacks ? shared_object(coding, word) : CASUS_NONE;
    coder_frame *const kept = coding->frames[word];
    if (object != CASUS_NONE && shared.count < FRAME_ARGUMENTS) {
        shared.arguments[shared.count++] = (coder_argument){ARG_OBJ, true, object};
        coding->frames[word] = &shared;
    }
    from_predicate(coding, word);
    coding->frames[word] = kept;
}

/* "Iran-backed militia": the word with a hyphen before it, or split at it. */
static const lex_entry *find_suffix(coder_state *const coding, const casus_str suffix,
                                    const uint32_t head)
{
    const casus_ontology *const ontology = coding->ontology;
    const lex_entry *best = NULL;
    uint32_t at = casus_map_get(&ontology->index, suffix);
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        const lex_rule *const rule = &ontology->rules.at[entry->rule];
        if (entry->klass != ENTRY_SUFFIX) continue;
        if (rule->conditions.count && !match_head_meets(coding, rule, head)) continue;
        if (!best || rule->priority > ontology->rules.at[best->rule].priority) best = entry;
    }
    return best;
}

static void from_suffix(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (word < 2 || !tree_word(document, word - 1)->form.size ||
        tree_word(document, word - 1)->form.at[0] != '-')
        return;
    if (tree_word(document, word)->sentence != tree_word(document, word - 2)->sentence) return;
    const uint32_t head = tree_word(document, word)->head;
    const casus_str form = casus_lower(coding->arena, tree_word(document, word)->form);
    const casus_str first_form = casus_lower(coding->arena, tree_word(document, word - 2)->form);
    const lex_entry *entry = find_suffix(coding, form, head);
    uint32_t first = word - 2, noun = head;
    if (!entry) { /* pro-Ankara fighters: the prefix names the relation */
        entry = find_suffix(coding, first_form, head);
        first = word;
        if (tree_word(document, word)->head == word) return;
    }
    if (!entry || noun == word) return;
    const lex_rule *const rule = &coding->ontology->rules.at[entry->rule];
    relation_ends ends = {0};
    const uint32_t roles =
        ontology_roles(rule, false, ARG_FIRST) | ontology_roles(rule, false, ARG_SECOND);
    take_end(coding, &ends, roles, first, (casus_relation_type)rule->relation);
    take_end(coding, &ends, ontology_roles(rule, false, ARG_HEAD), noun,
             (casus_relation_type)rule->relation);
    add_all(coding, rule, word, &ends);
}

void relations_find(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    relations_index_names(coding);
    for (uint32_t word = 0; word < document->words.count; word++) {
        const uint8_t upos = tree_word(document, word)->upos;
        if (upos == UPOS_PUNCT) continue;
        from_suffix(coding, word);
        relations_of_possession(coding, word);
        if (upos == UPOS_VERB || upos == UPOS_NOUN || upos == UPOS_ADJ || upos == UPOS_PROPN)
            from_word(coding, word);
    }
    relations_of_affiliation(coding);
}
