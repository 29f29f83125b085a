/* Standing relations between actors, and of actors to places. */
#include "coding/relations.h"

#include "coding/match.h"
#include "coding/parties.h"
#include "coding/relations_ends.h"
#include "coding/statements.h"
#include "coding/tree.h"
#include "text/fold.h"

/* Between the groups that the two stand for, where those are two. */
static void add_whole(coder_state *const coding, const lex_rule *const rule, const uint32_t word,
                      const uint32_t from, const uint32_t to)
{
    const casus_relation_type type = (casus_relation_type)rule->relation;
    const uint32_t a = relations_whole(coding, type, from), b = relations_whole(coding, type, to);
    if (a != b)
        relations_add(coding, rule, word, a, b);
    else
        relations_add(coding, rule, word, from, to);
}

/* "X, Y and Z are rivals": each of them with each. */
static void add_mutual(coder_state *const coding, const lex_rule *const rule, const uint32_t word,
                       const casus_refs *const all)
{
    for (uint32_t i = 0; i < all->count; i++)
        for (uint32_t j = i + 1; j < all->count; j++)
            add_whole(coding, rule, word, all->at[i], all->at[j]);
}

/* "the offices of X and Y": the noun names none of its own. */
static bool is_circular(const relation_ends *const ends)
{
    if (ends->from.count < 2 || ends->to.count < 2) return false;
    for (uint32_t i = 0; i < ends->from.count; i++)
        if (!parties_have(&ends->to, ends->from.at[i])) return false;
    return true;
}

static void add_all(coder_state *const coding, const lex_rule *const rule, const uint32_t word,
                    const relation_ends *const ends)
{
    const casus_relation_type type = (casus_relation_type)rule->relation;
    if (is_circular(ends)) return;
    if (relations_is_mutual(type) && !ends->to.count) add_mutual(coding, rule, word, &ends->from);
    for (uint32_t i = 0; i < ends->from.count; i++) {
        const uint32_t from = relations_whole(coding, type, ends->from.at[i]);
        for (uint32_t j = 0; j < ends->places.count; j++)
            relations_add(coding, rule, word, from, ends->places.at[j]);
        for (uint32_t j = 0; j < ends->to.count; j++)
            add_whole(coding, rule, word, ends->from.at[i], ends->to.at[j]);
    }
}

/* Where the text names no group beside the office ("the chairman", "spokesman X"), it is the one
 * that they act for; else, which is a guess (false), the one that was named last. */
static bool take_affiliation(coder_state *const coding, relation_ends *const ends,
                             const uint32_t word)
{
    const casus_document *const document = coding->document;
    ends_take_self(coding, ends, ROLE_FROM, word, RELATION_LEADS);
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

static bool is_by(const coder_state *const coding, const uint16_t key)
{
    return key >= ARG_PREPOSITION && key == ontology_preposition(coding->ontology, STR("by"));
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
            uint32_t roles = ontology_roles(rule, frame->nominal, argument->key);
            /* "supplies them by way of X": no agent in the active. */
            if (!frame->nominal && !frame->passive && is_by(coding, argument->key))
                roles &= ~(uint32_t)ROLE_FROM;
            /* An adjective ("its Iranian wing") names nothing. */
            if (complete && tree_word(coding->document, argument->word)->upos != UPOS_PROPN)
                continue;
            if (roles || complete)
                ends_take(coding, ends, complete ? self : roles, argument->word, type);
        }
    }
}

/* What hangs on an argument fills ends that are open: "makes common cause with X", "the camps of X
 * in Y", "weapons for X come from Y". */
static void take_inner(coder_state *const coding, relation_ends *const ends,
                       const lex_rule *const rule, const bool nominal, const uint32_t argument)
{
    if (argument == CASUS_NONE) return;
    const coder_frame *const inner = frame_of(coding, argument);
    const bool from = ends->from.count != 0, to = ends->to.count || ends->places.count;
    for (uint32_t i = 0; i < inner->count; i++) {
        if (inner->arguments[i].key < ARG_PREPOSITION) continue;
        const uint32_t roles = ontology_roles(rule, nominal, inner->arguments[i].key);
        const uint32_t open = (from ? 0u : roles & ROLE_FROM) | (to ? 0u : roles & ROLE_TO);
        if (open)
            ends_take(coding, ends, open, inner->arguments[i].word,
                      (casus_relation_type)rule->relation);
    }
}

static void take_from_arguments(coder_state *const coding, relation_ends *const ends,
                                const lex_rule *const rule, const coder_frame *const frame)
{
    static const uint16_t keys[] = {ARG_OBJ, ARG_SUBJ};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && !frame->nominal; i++)
        if (!ontology_roles(rule, false, keys[i]))
            take_inner(coding, ends, rule, false, frame_get(frame, keys[i]));
    /* "serves as a sanctuary for X" */
    if (!frame->nominal)
        take_inner(coding, ends, rule, false,
                   frame_get(frame, ontology_preposition(coding->ontology, STR("as"))));
    if (!frame->nominal || rule->relation != (int)RELATION_OPERATES_IN) return;
    for (uint32_t i = 0; i < frame->count && !ends->places.count; i++)
        if (frame->arguments[i].key >= ARG_PREPOSITION && frame->arguments[i].word > frame->word)
            take_inner(coding, ends, rule, true, frame->arguments[i].word);
}

/* "is committed to attacking X", "strives to overthrow X": the object of the idiom's last verb. */
static void take_from_last(coder_state *const coding, relation_ends *const ends,
                           const lex_rule *const rule, const uint32_t last)
{
    if (last == CASUS_NONE || ends->to.count || !tree_is_verbal(coding->document, last)) return;
    ends_take(coding, ends, ROLE_TO, frame_get(frame_of(coding, last), ARG_OBJ),
              (casus_relation_type)rule->relation);
}

/* "With the backing of X, Y took the town": who has the backing is the subject of the verb. */
static void take_beneficiary(coder_state *const coding, relation_ends *const ends,
                             const lex_rule *const rule, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (!ends->from.count || ends->to.count) return;
    const uint32_t head = tree_word(document, word)->head;
    if (!tree_is_verbal(document, head) || tree_main_deprel(document, word) != DEP_OBL) return;
    const casus_str preposition = tree_preposition(document, coding->arena, word);
    if (!ontology_has(coding->ontology, WORDS_HELPED, preposition)) return;
    const coder_frame *const frame = frame_of(coding, head);
    ends_take(coding, ends, ROLE_TO, frame_get(frame, frame->passive ? ARG_OBJ : ARG_SUBJ),
              (casus_relation_type)rule->relation);
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

static bool has_other(const relation_ends *const ends, const uint32_t self)
{
    return self & ROLE_FROM ? ends->to.count || ends->places.count : ends->from.count != 0;
}

static bool has_mine(const relation_ends *const ends, const uint32_t self)
{
    return self & ROLE_FROM ? ends->from.count != 0 : ends->to.count || ends->places.count;
}

/* Ends of a noun that no argument names: who has what it means, what its phrase is said of. */
static void take_around_noun(coder_state *const coding, relation_ends *const ends,
                             const lex_rule *const rule, const uint32_t word)
{
    const casus_relation_type type = (casus_relation_type)rule->relation;
    if (!ends->from.count && (ontology_roles(rule, true, ARG_POSS) & ROLE_FROM))
        ends_take_holder(coding, ends, word, type);
    const uint32_t governor = ontology_roles(rule, true, ARG_HEAD);
    if (governor && !has_mine(ends, governor))
        ends_take_governor(coding, ends, governor, word, type);
    if (type == RELATION_SUPPORTS || type == RELATION_SHELTERS)
        take_beneficiary(coding, ends, rule, word);
}

/* The rule for an office whose group the text names elsewhere. */
static const lex_rule *take_office(coder_state *const coding, relation_ends *const ends,
                                   const casus_relation_type type, const uint32_t word)
{
    const bool known = take_affiliation(coding, ends, word);
    const char *const name = type == RELATION_LEADS
                                 ? (known ? "leader-by-affiliation" : "leader-of-last")
                                 : (known ? "member-by-office" : "member-of-last");
    return ontology_find(coding->ontology, casus_str_from(name));
}

static void from_rule(coder_state *const coding, const uint32_t word, const match *const found)
{
    const lex_rule *rule = found->rule;
    const casus_relation_type type = (casus_relation_type)rule->relation;
    const coder_frame *const frame = frame_of(coding, word);
    relation_ends ends = {0};
    take_arguments(coding, &ends, rule, frame);
    take_from_arguments(coding, &ends, rule, frame);
    take_from_last(coding, &ends, rule, found->extra);
    if (frame->nominal) take_around_noun(coding, &ends, rule, word);
    if (type == RELATION_OPERATES_IN && !ends.places.count) ends_take_where(coding, &ends, word);
    const uint32_t self = ontology_roles(rule, frame->nominal, ARG_SELF);
    if (self && !has_other(&ends, self))
        ends_take_nested(coding, &ends, self & ROLE_FROM ? ROLE_TO : ROLE_FROM, rule, word);
    if (self && !has_other(&ends, self) && relations_is_belonging(type) && (self & ROLE_FROM))
        rule = take_office(coding, &ends, type, word);
    else if (self && (has_other(&ends, self) || relations_is_mutual(type)) &&
             !has_mine(&ends, self))
        ends_take_self(coding, &ends, self, word, type);
    if (rule) add_all(coding, rule, word, &ends);
}

static void from_predicate(coder_state *const coding, const uint32_t word)
{
    match found[RELATION_TYPES];
    match_relations(coding, word, found);
    for (int type = 0; type < RELATION_TYPES; type++)
        if (found[type].rule) from_rule(coding, word, &found[type]);
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

/* "anti-Houthi fighters" as one word: the prefix names the relation, the rest an actor that the
 * text names elsewhere. */
static void from_prefix(coder_state *const coding, const uint32_t word)
{
    const casus_word *const at = tree_word(coding->document, word);
    const size_t hyphen = casus_str_find(at->form, STR("-"));
    if (hyphen == SIZE_MAX || hyphen == 0 || at->head == word) return;
    const casus_str prefix = casus_lower(coding->arena, casus_str_slice(at->form, 0, hyphen));
    const lex_entry *const entry = find_suffix(coding, prefix, at->head);
    if (!entry) return;
    const lex_rule *const rule = &coding->ontology->rules.at[entry->rule];
    const uint32_t second = ontology_roles(rule, false, ARG_SECOND);
    const uint32_t named = relations_named(coding, casus_str_slice(at->form, hyphen + 1, SIZE_MAX));
    if (!second || named == CASUS_NONE) return;
    relation_ends ends = {0};
    parties_add(coding, second & ROLE_FROM ? &ends.from : &ends.to, named);
    ends_take(coding, &ends, ontology_roles(rule, false, ARG_HEAD), at->head,
              (casus_relation_type)rule->relation);
    add_all(coding, rule, word, &ends);
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
    ends_take(coding, &ends, roles, first, (casus_relation_type)rule->relation);
    ends_take(coding, &ends, ontology_roles(rule, false, ARG_HEAD), noun,
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
        from_prefix(coding, word);
        relations_of_possession(coding, word);
        relations_of_order(coding, word);
        relations_of_mistaken(coding, word);
        if (upos == UPOS_VERB || upos == UPOS_NOUN || upos == UPOS_ADJ || upos == UPOS_PROPN)
            from_word(coding, word);
    }
    relations_of_affiliation(coding);
}
