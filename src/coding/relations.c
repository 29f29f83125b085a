/* Standing relations between actors, and of actors to places. */
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"
#include "text/fold.h"

typedef struct relation_ends {
    casus_refs from, to;
    uint32_t place; /* of OPERATES_IN */
} relation_ends;

static uint32_t place_of(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (word == CASUS_NONE || document->place_at[word] == CASUS_NONE) return CASUS_NONE;
    return document->record.place_mentions.at[document->place_at[word]].place;
}

static void take_end(coder_state *const coding, relation_ends *const ends, const uint32_t roles, const uint32_t word,
                     const casus_relation_type type)
{
    party_or_state(coding, word);
    if (roles & ROLE_FROM) parties_of(coding, word, &ends->from);
    if (!(roles & ROLE_TO)) return;
    if (type == RELATION_OPERATES_IN) {
        if (ends->place == CASUS_NONE) ends->place = place_of(coding, word);
    } else {
        parties_of(coding, word, &ends->to);
    }
}

static bool known(const coder_state *const coding, const casus_relation_type type, const uint32_t from,
                  const uint32_t to, uint32_t *const which)
{
    const casus_record *const record = &coding->document->record;
    for (uint32_t i = 0; i < record->relations.count; i++) {
        const casus_relation *const other = &record->relations.at[i];
        const bool either = type == RELATION_ALLIED_WITH || type == RELATION_OPPOSES;
        *which = i;
        if (other->type == type && other->from == from && other->to == to) return true;
        if (either && other->type == type && other->from == to && other->to == from) return true;
    }
    return false;
}

static void add(coder_state *const coding, const lex_rule *const rule, const uint32_t word, const uint32_t from,
                const uint32_t to)
{
    const casus_document *const document = coding->document;
    const casus_relation_type type = (casus_relation_type)rule->relation;
    if (from == to && type != RELATION_OPERATES_IN) return;
    uint32_t which;
    if (!known(coding, type, from, to, &which)) {
        casus_relation fresh = {.type = type, .from = from, .to = to, .rule = rule->id, .trigger_word = word,
                                .confidence = 0.5F};
        bool governed;
        uint32_t first, last;
        fresh.factuality = factuality_of(coding, word, &governed);
        if (fresh.factuality != FACT_ACTUAL) return;
        fresh.trigger = casus_document_text(document, tree_word(document, word)->span);
        tree_extent(document, tree_clause(document, word), &first, &last);
        fresh.span = tree_span(document, first, last);
        which = document->record.relations.count;
        VEC_PUSH(&coding->document->record.relations, coding->arena, fresh);
    }
    casus_relation *const relation = &coding->document->record.relations.at[which];
    casus_refs about = {0};
    parties_add(coding, &about, from);
    attributions_cover(coding, word, &about, &relation->statements);
}

static void add_all(coder_state *const coding, const lex_rule *const rule, const uint32_t word,
                    const relation_ends *const ends)
{
    for (uint32_t i = 0; i < ends->from.count; i++) {
        if (ends->place != CASUS_NONE) add(coding, rule, word, ends->from.at[i], ends->place);
        for (uint32_t j = 0; j < ends->to.count; j++) add(coding, rule, word, ends->from.at[i], ends->to.at[j]);
    }
}

/* Whom a noun such as "leader" or "wing" is said of: its own mention, its apposition or subject, the name it stands before
 * ("Hezbollah leader Hassan Nasrallah"). */
static void take_self(coder_state *const coding, relation_ends *const ends, const uint32_t roles, const uint32_t word,
                      const casus_relation_type type)
{
    const casus_document *const document = coding->document;
    const coder_frame *const frame = frame_of(coding, word);
    const uint32_t subject = frame_get(frame, ARG_SELF) != CASUS_NONE ? frame_get(frame, ARG_SELF)
                                                                      : frame_get(frame, ARG_SUBJ);
    const casus_deprel deprel = tree_main_deprel(document, word);
    const uint32_t before = ends->from.count + ends->to.count;
    if (subject != CASUS_NONE && tree_child(document, word, DEP_COP) != CASUS_NONE)
        take_end(coding, ends, roles, subject, type);
    if (ends->from.count + ends->to.count > before) return;
    if (deprel == DEP_APPOS || deprel == DEP_COMPOUND || deprel == DEP_FLAT) {
        take_end(coding, ends, roles, tree_word(document, word)->head, type);
    } else {
        take_end(coding, ends, roles, word, type);
    }
    if (ends->from.count + ends->to.count > before) return;
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel child_deprel = tree_main_deprel(document, child);
        if (child_deprel == DEP_APPOS || child_deprel == DEP_FLAT) take_end(coding, ends, roles, child, type);
    }
}

/* "has links with X", "has a long history of links with X": who has them is the subject of the verb over the noun. */
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
        at = head;
    }
}

static void from_predicate(coder_state *const coding, const uint32_t word)
{
    const match found = match_word(coding, word, WANT_RELATION);
    if (!found.rule) return;
    const casus_relation_type type = (casus_relation_type)found.rule->relation;
    const bool nominal = tree_word(coding->document, word)->upos != UPOS_VERB;
    const coder_frame *const frame = frame_of(coding, word);
    relation_ends ends = {.place = CASUS_NONE};
    for (uint32_t i = 0; i < frame->count; i++) {
        if (frame->arguments[i].key == ARG_SELF) continue;
        const uint32_t roles = ontology_roles(found.rule, nominal, frame->arguments[i].key);
        if (roles) take_end(coding, &ends, roles, frame->arguments[i].word, type);
    }
    if (nominal && !ends.from.count && (ontology_roles(found.rule, true, ARG_POSS) & ROLE_FROM))
        take_holder(coding, &ends, word, type);
    const uint32_t self = ontology_roles(found.rule, nominal, ARG_SELF);
    if (self) {
        const casus_refs *const other = self & ROLE_FROM ? &ends.to : &ends.from;
        if (!other->count && ends.place == CASUS_NONE) return;
        take_self(coding, &ends, self, word, type);
    }
    add_all(coding, found.rule, word, &ends);
}

/* "Iran-backed militia": the word with a hyphen before it, or split at it. */
static const lex_entry *find_suffix(coder_state *const coding, const casus_str suffix, const uint32_t head)
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
    if (word < 2 || !tree_word(document, word - 1)->form.size || tree_word(document, word - 1)->form.at[0] != '-')
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
    relation_ends ends = {.place = CASUS_NONE};
    const uint32_t roles = ontology_roles(rule, false, ARG_FIRST) | ontology_roles(rule, false, ARG_SECOND);
    take_end(coding, &ends, roles, first, (casus_relation_type)rule->relation);
    take_end(coding, &ends, ontology_roles(rule, false, ARG_HEAD), noun, (casus_relation_type)rule->relation);
    add_all(coding, rule, word, &ends);
}

/* Possession and membership without a word for it: "Savimbi's UNITA", "the GIA of Zouabri", "officers under Strasser", "Kebir of
 * the FIS", "Hamas's Qassam Brigades".  The lexicon's stanzas of these names say which relation it is. */
static void from_possession(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t whole = party_at(coding, word);
    if (whole == CASUS_NONE) return;
    const casus_actor *const actors = document->record.actors.at;
    const bool group = actors[whole].kind == KIND_ORGANIZATION && !casus_str_equal(actors[whole].sector, STR("GOV"));
    for (EACH_CHILD(document, word, child)) {
        const uint32_t owner = party_at(coding, child);
        if (owner == CASUS_NONE || owner == whole) continue;
        const casus_deprel deprel = tree_deprel(document, child);
        const casus_str preposition = tree_preposition(document, coding->arena, child);
        const bool person = actors[owner].kind == KIND_PERSON, of = casus_str_equal(preposition, STR("of"));
        const bool named = document->record.mentions.at[document->mention_at[word]].form == FORM_NAME;
        const char *rule = NULL;
        if (casus_deprel_main(deprel) == DEP_NMOD && person && casus_str_equal(preposition, STR("under")))
            rule = "under-leader";
        else if (person && group && named && (deprel == DEP_NMOD_POSS || of))
            rule = "leader-of-possession";
        else if (actors[whole].kind == KIND_PERSON && named && of && actors[owner].kind == KIND_ORGANIZATION)
            rule = "member-of-possession";
        else if (!person && named && group && deprel == DEP_NMOD_POSS && actors[owner].kind == KIND_ORGANIZATION)
            rule = "part-of-possession";
        const lex_rule *const found = rule ? ontology_find(coding->ontology, casus_str_from(rule)) : NULL;
        if (!found || found->relation < 0) continue;
        const bool upward = found->relation == (int)RELATION_LEADS;
        add(coding, found, word, upward ? owner : whole, upward ? whole : owner);
    }
}

void relations_find(coder_state *const coding)
{
    const casus_document *const document = coding->document;
    for (uint32_t word = 0; word < document->words.count; word++) {
        const uint8_t upos = tree_word(document, word)->upos;
        if (upos == UPOS_PUNCT) continue;
        from_suffix(coding, word);
        from_possession(coding, word);
        if (upos == UPOS_VERB || upos == UPOS_NOUN || upos == UPOS_ADJ || upos == UPOS_PROPN)
            from_predicate(coding, word);
    }
}
