#include "coding/frame.h"

#include "coding/frame_slips.h"
#include "coding/match.h"
#include "coding/tree.h"

enum { DEPTH_LIMIT = 40 };

static const coder_frame *build(coder_state *coding, uint32_t word, int depth);

uint32_t frame_get(const coder_frame *const frame, const uint16_t key)
{
    for (uint32_t i = 0; i < frame->count; i++)
        if (frame->arguments[i].key == key) return frame->arguments[i].word;
    return CASUS_NONE;
}

static void add(coder_frame *const frame, const uint16_t key, const uint32_t word,
                const bool understood)
{
    if (key == ARG_NONE || word == CASUS_NONE || word == frame->word) return;
    if (frame->count == FRAME_ARGUMENTS) return;
    frame->arguments[frame->count++] = (coder_argument){key, understood, word};
}

/* A relative pronoun stands for the noun that its clause describes. */
static uint32_t antecedent(const casus_document *const document, const uint32_t word)
{
    const casus_word *const at = tree_word(document, word);
    if (!(at->features & FEAT_RELATIVE)) return word;
    uint32_t above = at->head;
    for (int i = 0; i < DEPTH_LIMIT && !casus_word_is_root(document, above); i++) {
        if (tree_deprel(document, above) == DEP_ACL_RELCL) return tree_word(document, above)->head;
        above = tree_word(document, above)->head;
    }
    return word;
}

static uint16_t preposition_key(const coder_state *const coding, const casus_str preposition)
{
    return preposition.size ? ontology_preposition(coding->ontology, preposition) : ARG_NONE;
}

/* "In January police seized …": what a parser takes for one phrase is a date and the subject. */
static bool is_dated_subject(const coder_state *const coding, const uint32_t verb,
                             const uint32_t child)
{
    const casus_document *const document = coding->document;
    if (child + 1 != verb || document->mention_at[child] == CASUS_NONE ||
        tree_child(document, verb, DEP_NSUBJ) != CASUS_NONE)
        return false;
    for (EACH_CHILD(document, child, inner))
        if (inner < child && document->time_at[inner] != CASUS_NONE) return true;
    return false;
}

/* "carried off William", "handed over the first of four guns": a particle that a parser takes for a
 * preposition, where the lexicon has the verb with it. */
static bool is_particle_object(const coder_state *const coding, const coder_frame *const frame,
                               const uint32_t child)
{
    const casus_ontology *const ontology = coding->ontology;
    const uint32_t mark = tree_child(coding->document, child, DEP_CASE);
    if (frame->passive || mark != frame->word + 1) return false;
    /* "marched in Harare", "came in March" are no particles. */
    if (coding->document->place_at[child] != CASUS_NONE ||
        coding->document->time_at[child] != CASUS_NONE)
        return false;
    const casus_str particle = tree_word(coding->document, mark)->lemma;
    if (!ontology_has(ontology, WORDS_PARTICLE, particle)) return false;
    uint32_t at = casus_map_get(&ontology->index, tree_word(coding->document, frame->word)->lemma);
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        if (entry->klass == ENTRY_VERB && entry->rest.count == 1 &&
            casus_str_equal(entry->rest.at[0], particle))
            return true;
    }
    return false;
}

static void add_oblique(const coder_state *const coding, coder_frame *const frame,
                        const uint32_t child)
{
    const casus_document *const document = coding->document;
    const casus_str preposition = tree_preposition(document, coding->arena, child);
    const uint32_t word = antecedent(document, child);
    /* An actor that hangs on the verb without a preposition is no adverbial: a parser's slip for
     * subject ("In May soldiers shot …") or object. */
    if (!preposition.size && !frame->passive && document->mention_at[child] != CASUS_NONE &&
        document->time_at[child] == CASUS_NONE) {
        const uint16_t key = child < frame->word ? ARG_SUBJ : ARG_OBJ;
        if (frame_get(frame, key) == CASUS_NONE) add(frame, key, word, true);
        return;
    }
    if (!frame->passive && is_dated_subject(coding, frame->word, child)) {
        add(frame, ARG_SUBJ, word, true);
        return;
    }
    if (frame_get(frame, ARG_OBJ) == CASUS_NONE && is_particle_object(coding, frame, child))
        add(frame, ARG_OBJ, word, true);
    /* "named only as X": not all that a parser takes for an agent acts. */
    /* "killed by the clinic's count": who counts did not do it. */
    const bool agent = frame->passive && !match_is(coding, WORDS_ACCOUNT, child) &&
                       (casus_str_equal(preposition, STR("by")) ||
                        (!preposition.size && tree_deprel(document, child) == DEP_OBL_AGENT));
    add(frame, agent ? ARG_SUBJ : preposition_key(coding, preposition), word, false);
    /* "accused by the ministry of arming them": the charge may hang on those who make it. */
    for (EACH_CHILD(document, child, inner))
        if (agent && tree_deprel(document, inner) == DEP_ACL &&
            tree_child(document, inner, DEP_MARK) != CASUS_NONE)
            add(frame, preposition_key(coding, tree_marker(document, inner)), inner, false);
}

static void add_clause(const coder_state *const coding, coder_frame *const frame,
                       const uint32_t child)
{
    const casus_document *const document = coding->document;
    const uint32_t mark = tree_child(document, child, DEP_MARK);
    if (mark != CASUS_NONE && tree_word(document, mark)->upos != UPOS_PART)
        add(frame, preposition_key(coding, tree_marker(document, child)), child, false);
    /* "called on them to leave": an infinitive of purpose and a complement look alike. */
    const bool infinitive = mark != CASUS_NONE && tree_word(document, mark)->upos == UPOS_PART;
    add(frame, infinitive && !frame->nominal ? ARG_XCOMP : ARG_ADVCL, child, false);
}

static void add_verb_child(const coder_state *const coding, coder_frame *const frame,
                           const uint32_t child)
{
    const casus_document *const document = coding->document;
    const casus_deprel deprel = tree_deprel(document, child);
    switch (casus_deprel_main(deprel)) {
    case DEP_NSUBJ:
        add(frame, frame->passive ? ARG_OBJ : ARG_SUBJ, antecedent(document, child), false);
        break;
    case DEP_EXPL: /* "says it is willing": a pronoun that stands for somebody after all */
        if (document->mention_at[child] != CASUS_NONE)
            add(frame, frame->passive ? ARG_OBJ : ARG_SUBJ, child, false);
        break;
    case DEP_CSUBJ:
        add(frame, deprel == DEP_CSUBJ_PASS ? ARG_OBJ : ARG_SUBJ, child, false);
        break;
    case DEP_OBJ: /* "the charge that X arms Y": that pronoun is none */
        if (!(tree_word(document, child)->features & FEAT_RELATIVE) ||
            !tree_is_that_clause(document, frame->word))
            add(frame, ARG_OBJ, antecedent(document, child), false);
        add(frame, preposition_key(coding, STR("of")), frame_charge_under(document, child), false);
        break;
    case DEP_IOBJ:
        add(frame, ARG_IOBJ, antecedent(document, child), false);
        break;
    case DEP_OBL:
    case DEP_NMOD: /* a prepositional phrase hung on a verb by mistake is an oblique all the same */
        add_oblique(coding, frame, child);
        break;
    case DEP_XCOMP:
        add(frame, ARG_XCOMP, child, false);
        break;
    case DEP_CCOMP:
        add(frame, ARG_CCOMP, child, false);
        break;
    case DEP_ADVCL:
        add_clause(coding, frame, child);
        break;
    default:
        break;
    }
}

/* What a clause without its own subject takes from the clause that governs it. */
static void inherit_subject(coder_frame *const into, const coder_frame *const from,
                            const bool prefer_object)
{
    uint32_t word = prefer_object ? frame_get(from, ARG_OBJ) : CASUS_NONE;
    if (word == CASUS_NONE && prefer_object) word = frame_get(from, ARG_IOBJ);
    if (word == CASUS_NONE)
        word = from->passive ? frame_get(from, ARG_OBJ) : frame_get(from, ARG_SUBJ);
    if (word == CASUS_NONE && !from->passive) word = frame_get(from, ARG_POSS);
    add(into, into->passive ? ARG_OBJ : ARG_SUBJ, word, true);
}

/* The reader's `promise` (control: subj) against `order` (control: obj), as the lexicon says. */
static bool is_object_control(const coder_state *const coding, const uint32_t governor)
{
    const casus_ontology *const ontology = coding->ontology;
    uint32_t at = casus_map_get(&ontology->index, tree_word(coding->document, governor)->lemma);
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        const lex_rule *const rule = &ontology->rules.at[entry->rule];
        if (entry->klass != ENTRY_VERB || entry->rest.count || rule->factuality < 0) continue;
        if (rule->governs[0] == ARG_XCOMP && rule->control) return rule->control == ARG_OBJ;
    }
    return true;
}

static void understand_relative(const casus_document *const document, coder_frame *const frame,
                                const uint32_t noun)
{
    if (tree_is_that_clause(document, frame->word)) return;
    for (uint32_t i = 0; i < frame->count; i++)
        if (frame->arguments[i].word == noun) return; /* its pronoun already stands for it */
    const uint32_t subject = frame_get(frame, ARG_SUBJ), object = frame_get(frame, ARG_OBJ);
    if (subject == CASUS_NONE && !frame->passive)
        add(frame, ARG_SUBJ, noun, true);
    else if (object == CASUS_NONE)
        add(frame, ARG_OBJ, noun, true);
}

static void understand_participle(coder_state *const coding, coder_frame *const frame,
                                  const uint32_t noun, const int depth)
{
    const casus_document *const document = coding->document;
    const casus_word *const verb = tree_word(document, frame->word);
    if (frame->passive ||
        (frame_is_past_participle(verb) && !frame_has_auxiliary(document, frame->word))) {
        frame->passive = true;
        if (frame_get(frame, ARG_OBJ) == CASUS_NONE) add(frame, ARG_OBJ, noun, true);
    } else if (verb->features & FEAT_INFINITIVE) {
        const coder_frame *const above = build(coding, noun, depth + 1);
        uint32_t holder = frame_get(above, ARG_POSS);
        if (holder == CASUS_NONE && above->nominal && !casus_word_is_root(document, noun)) {
            const coder_frame *const governor =
                build(coding, tree_word(document, noun)->head, depth + 1);
            if (!governor->nominal) holder = frame_get(governor, ARG_SUBJ);
        }
        if (holder == CASUS_NONE) holder = frame_get(above, ARG_COMP);
        add(frame, ARG_SUBJ, holder == CASUS_NONE ? noun : holder, true);
    } else if (frame_get(frame, ARG_SUBJ) == CASUS_NONE) {
        add(frame, ARG_SUBJ, noun, true);
    }
}

static void understand_conjunct(coder_state *const coding, coder_frame *const frame,
                                const uint32_t first, const int depth)
{
    const casus_document *const document = coding->document;
    const coder_frame *const above = build(coding, first, depth + 1);
    if (above->nominal) return;
    const bool shares_passive = above->passive &&
                                frame_is_past_participle(tree_word(document, frame->word)) &&
                                !frame_has_auxiliary(document, frame->word);
    if (shares_passive) {
        frame->passive = true;
        add(frame, ARG_OBJ, frame_get(above, ARG_OBJ), true);
        add(frame, ARG_SUBJ, frame_get(above, ARG_SUBJ), true);
    } else if (frame_get(frame, frame->passive ? ARG_OBJ : ARG_SUBJ) == CASUS_NONE) {
        inherit_subject(frame, above, false);
    }
}

/* "accused X of arming them", however a parser has hung it: X arms them.  False where it is no
 * charge of an actor. */
static bool understand_charge(coder_state *const coding, coder_frame *const frame, const int depth)
{
    const casus_document *const document = coding->document;
    const uint32_t charge = frame_charge_over(document, frame->word);
    if (charge == CASUS_NONE) return false;
    const uint32_t accused = frame_get(build(coding, charge, depth + 1), ARG_OBJ);
    const uint32_t above = tree_word(document, frame->word)->head;
    if (accused == CASUS_NONE || accused == above || !frame_is_somebody(document, accused))
        return false;
    add(frame, ARG_SUBJ, accused, true);
    const casus_deprel deprel = tree_main_deprel(document, frame->word);
    if (frame_get(frame, ARG_OBJ) != CASUS_NONE || (deprel != DEP_AMOD && deprel != DEP_COMPOUND))
        return true;
    add(frame, ARG_OBJ, above, true);
    for (EACH_CHILD(document, above, child))
        if (child > above && tree_main_deprel(document, child) == DEP_NMOD)
            add_oblique(coding, frame, child);
    for (EACH_CHILD(document, charge, child)) /* "of running camps for them" */
        if (child > above && tree_main_deprel(document, child) == DEP_OBL)
            add_oblique(coding, frame, child);
    return true;
}

static void understand(coder_state *const coding, coder_frame *const frame, const int depth)
{
    const casus_document *const document = coding->document;
    if (casus_word_is_root(document, frame->word)) return;
    const uint32_t above = tree_word(document, frame->word)->head;
    const casus_deprel deprel = tree_deprel(document, frame->word);
    const bool subject = frame_get(frame, frame->passive ? ARG_OBJ : ARG_SUBJ) != CASUS_NONE;
    if (!subject && !frame->passive && understand_charge(coding, frame, depth)) return;
    if (deprel == DEP_ACL_RELCL) {
        understand_relative(document, frame, above);
    } else if (frame_is_clause_verb(document, frame->word)) {
        if (!subject) add(frame, ARG_SUBJ, above, true);
    } else if (deprel == DEP_ACL) {
        if (tree_is_nominal(document, above) && !subject)
            understand_participle(coding, frame, above, depth);
        else if (frame->passive && !subject) /* "stands accused" */
            inherit_subject(frame, build(coding, above, depth + 1), false);
    } else if (casus_deprel_main(deprel) == DEP_CONJ) {
        understand_conjunct(coding, frame, above, depth);
    } else if (deprel == DEP_AMOD && !subject) { /* the besieged town, the attacking force */
        if (frame_is_past_participle(tree_word(document, frame->word))) frame->passive = true;
        add(frame, frame->passive ? ARG_OBJ : ARG_SUBJ, above, true);
    } else if (!subject && (deprel == DEP_XCOMP || casus_deprel_main(deprel) == DEP_ADVCL)) {
        const uint32_t strayed = frame_strayed_subject(coding, frame->word);
        if (strayed != CASUS_NONE) {
            add(frame, frame->passive ? ARG_OBJ : ARG_SUBJ, strayed, true);
            return;
        }
        const coder_frame *const governor = build(coding, above, depth + 1);
        const bool participle = frame_is_past_participle(tree_word(document, frame->word));
        if (participle && !frame_has_auxiliary(document, frame->word)) frame->passive = true;
        const bool accused =
            deprel != DEP_XCOMP &&
            frame_is_of_object(document, frame->word, frame_get(governor, ARG_OBJ));
        inherit_subject(frame, governor,
                        accused || (deprel == DEP_XCOMP && is_object_control(coding, above)));
    }
}

static void build_verb(coder_state *const coding, coder_frame *const frame, const int depth)
{
    frame->passive = tree_is_passive(coding->document, frame->word) &&
                     !frame_lacks_auxiliary(coding, frame->word);
    for (EACH_CHILD(coding->document, frame->word, child)) add_verb_child(coding, frame, child);
    /* "urged them to leave": treebanks have the person now as object, now as indirect object; alone
     * it is the object. */
    if (frame_get(frame, ARG_OBJ) == CASUS_NONE)
        for (uint32_t i = 0; i < frame->count; i++)
            if (frame->arguments[i].key == ARG_IOBJ) frame->arguments[i].key = ARG_OBJ;
    understand(coding, frame, depth);
}

static void add_noun_child(const coder_state *const coding, coder_frame *const frame,
                           const uint32_t child)
{
    const casus_document *const document = coding->document;
    const casus_deprel deprel = tree_deprel(document, child);
    const bool named =
        document->mention_at[child] != CASUS_NONE || document->place_at[child] != CASUS_NONE;
    if (deprel == DEP_NMOD_POSS) {
        add(frame, ARG_POSS, antecedent(document, child), false);
    } else if (deprel == DEP_COMPOUND || (deprel == DEP_AMOD && named)) {
        add(frame, ARG_COMP, child, false);
    } else if (casus_deprel_main(deprel) == DEP_NMOD || casus_deprel_main(deprel) == DEP_OBL) {
        add(frame, preposition_key(coding, tree_preposition(document, coding->arena, child)),
            antecedent(document, child), false);
    } else if (deprel ==
               DEP_NSUBJ) { /* the subject of a nominal predicate: "X is an offshoot of Y" */
        add(frame, ARG_SELF, antecedent(document, child), false);
    } else if (deprel == DEP_ACL ||
               (deprel == DEP_ACL_RELCL && tree_child(document, child, DEP_MARK) != CASUS_NONE)) {
        add_clause(coding, frame, child); /* "the charge that X arms Y", as either */
    }
}

static void build_noun(coder_state *const coding, coder_frame *const frame)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, frame->word, child)) add_noun_child(coding, frame, child);
    const uint32_t first = tree_first_conjunct(document, frame->word);
    if (first == frame->word) return;
    /* Coordinated nouns share what stands before the first: "the army's raids and searches". */
    for (EACH_CHILD(document, first, child))
        if (tree_deprel(document, child) == DEP_NMOD_POSS &&
            frame_get(frame, ARG_POSS) == CASUS_NONE)
            add(frame, ARG_POSS, child, true);
}

static const coder_frame *build(coder_state *const coding, const uint32_t word, const int depth)
{
    if (coding->frames[word]) return coding->frames[word];
    coder_frame *const fresh = ARENA_NEW(coding->arena, coder_frame);
    fresh->word = word;
    coding->frames[word] = fresh; /* before its governors are asked, so that a cycle ends */
    const uint8_t upos = tree_word(coding->document, word)->upos;
    fresh->nominal = upos != UPOS_VERB && upos != UPOS_AUX;
    if (depth > DEPTH_LIMIT) return fresh;
    if (fresh->nominal)
        build_noun(coding, fresh);
    else
        build_verb(coding, fresh, depth);
    /* A copular adjective or noun has its obliques and subject as a verb has. */
    if (fresh->nominal &&
        (tree_child(coding->document, word, DEP_COP) != CASUS_NONE ||
         tree_child_exact(coding->document, word, DEP_AUX_PASS) != CASUS_NONE ||
         (upos == UPOS_ADJ && tree_deprel(coding->document, word) == DEP_XCOMP))) {
        for (EACH_CHILD(coding->document, word, child))
            if (tree_main_deprel(coding->document, child) != DEP_NMOD)
                add_verb_child(coding, fresh, child);
        understand(coding, fresh, depth);
    }
    return fresh;
}

const coder_frame *frame_of(coder_state *const coding, const uint32_t word)
{
    return build(coding, word, 0);
}
