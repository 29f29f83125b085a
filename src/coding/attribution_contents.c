/* What is said: which clauses and nouns an utterance holds, as the tree tells. */
#include "coding/parties.h"
#include "coding/speaker_phrase.h"
#include "coding/statements.h"
#include "coding/tree.h"

static void add_content(attribution *const said, const uint32_t word)
{
    if (word == CASUS_NONE || said->count == ATTRIBUTION_CONTENTS) return;
    for (uint32_t i = 0; i < said->count; i++)
        if (said->contents[i] == word) return;
    said->contents[said->count++] = word;
}

/* Without a rule the subject speaks; who accuses speaks, though a rule has him as source only. */
static uint32_t roles_of(const lex_rule *const rule, const bool nominal, const uint16_t key)
{
    if (!rule) return key == ARG_SUBJ ? ROLE_SPEAKER : 0;
    uint32_t roles = ontology_roles(rule, nominal, key);
    if (rule->stance >= 0) return roles;
    if (roles & ROLE_SOURCE) roles |= ROLE_SPEAKER;
    if (roles & ROLE_TARGET) roles |= ROLE_ACCUSED;
    return roles;
}

bool attribution_subject_speaks(const lex_rule *const rule)
{
    return roles_of(rule, false, ARG_SUBJ) & ROLE_SPEAKER;
}

/* "…; the army says that …": a mark that begins another statement stands between. */
static bool is_parted(const casus_document *const document, const uint32_t a, const uint32_t b)
{
    const uint32_t first = a < b ? a : b, last = a < b ? b : a;
    for (uint32_t word = first + 1; word < last; word++)
        if (tree_form_is(document, word, ";")) return true;
    return false;
}

/* "X denies it; if the raids go on, …": a clause behind a semicolon is its own, whatever governs it
 * in the tree. */
static bool is_apart(const casus_document *const document, const uint32_t cue,
                     const uint32_t content)
{
    uint32_t first, last;
    tree_extent(document, content, &first, &last);
    return content > cue && first > cue && is_parted(document, cue, first);
}

/* "the charge by Z that X arms Y", though a parser takes the clause for a relative one, or hangs it
 * on those who speak. */
static void read_that_clause(const casus_document *const document, attribution *const said)
{
    for (EACH_CHILD(document, said->cue, child)) {
        if (child < said->cue) continue;
        if (tree_is_that_clause(document, child)) add_content(said, child);
        if (tree_main_deprel(document, child) != DEP_NMOD) continue;
        for (EACH_CHILD(document, child, inner))
            if (tree_is_that_clause(document, inner)) add_content(said, inner);
    }
}

/* "The army's version is that …" */
static void read_predicate_clause(const casus_document *const document, attribution *const said)
{
    const uint32_t head = tree_word(document, said->cue)->head;
    const uint32_t mark = tree_child(document, head, DEP_MARK);
    if (tree_main_deprel(document, said->cue) == DEP_NSUBJ && mark != CASUS_NONE &&
        mark > said->cue && tree_lemma_is(document, mark, "that") &&
        tree_child(document, head, DEP_COP) != CASUS_NONE)
        add_content(said, head);
}

static void read_arguments(coder_state *const coding, attribution *const said, const bool nominal)
{
    const coder_frame *const frame = frame_of(coding, said->cue);
    for (uint32_t i = 0; i < frame->count; i++) {
        const coder_argument *const given = &frame->arguments[i];
        const uint32_t roles = roles_of(said->rule, nominal, given->key);
        if (roles & ROLE_SPEAKER) speakers_of(coding, given->word, &said->speakers);
        if (roles & ROLE_ACCUSED) parties_of(coding, given->word, &said->accused);
        if ((roles & ROLE_CONTENT) && !is_apart(coding->document, said->cue, given->word))
            add_content(said, given->word);
        /* Whatever clause a verb of saying governs is said. */
        if (given->key == ARG_CCOMP && !nominal &&
            !is_apart(coding->document, said->cue, given->word))
            add_content(said, given->word);
    }
    if (nominal) read_that_clause(coding->document, said);
    if (!nominal && match_names(coding, said->cue)) {
        add_content(said, frame_get(frame, ARG_OBJ));
        add_content(said, frame_get(frame, ARG_XCOMP));
    }
    if (nominal) read_predicate_clause(coding->document, said);
    /* "told reporters that …": a parser may hang the clause on the addressee. */
    const uint32_t addressee = frame_get(frame, ARG_OBJ);
    if (nominal || said->count || addressee == CASUS_NONE) return;
    for (EACH_CHILD(coding->document, addressee, child))
        if (tree_main_deprel(coding->document, child) == DEP_ACL &&
            tree_child(coding->document, child, DEP_MARK) != CASUS_NONE)
            add_content(said, child);
}

/* "found 40 detonators", "read the verdict" */
static bool has_object(const casus_document *const document, const uint32_t verb)
{
    return tree_child(document, verb, DEP_OBJ) != CASUS_NONE;
}

/* "The envoy turned them down: nobody, he said, spoke for them": a clause that goes on behind a
 * colon. */
static bool is_behind_colon(const casus_document *const document, const uint32_t above,
                            const uint32_t cue)
{
    bool colon = false, verb = false;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, cue)->sentence];
    for (uint32_t word = above + 1; word < sentence->first + sentence->count; word++) {
        if (word < cue) colon |= tree_form_is(document, word, ":");
        verb |= colon && word != cue && tree_is_verbal(document, word);
    }
    return colon && verb;
}

/* "…", X said: the quotation is the clause that the verb of saying hangs from, or hangs on it
 * loosely. */
static void read_quotation(coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    const bool plain = stance_is_plain(said->stance);
    for (EACH_CHILD(document, said->cue, child))
        if (tree_main_deprel(document, child) == DEP_PARATAXIS &&
            !(plain && child > said->cue && is_parted(document, said->cue, child)))
            add_content(said, child);
    if (tree_main_deprel(document, said->cue) != DEP_PARATAXIS) return;
    /* "It is so: the army said that …" */
    const uint32_t complement = tree_child(document, said->cue, DEP_CCOMP);
    if (complement != CASUS_NONE && complement > said->cue &&
        tree_child(document, complement, DEP_MARK) != CASUS_NONE)
        return;
    const uint32_t above = tree_word(document, said->cue)->head;
    if (plain && !(tree_word(document, above)->flags & WORD_QUOTED) &&
        (is_parted(document, said->cue, above) || is_behind_colon(document, above, said->cue)))
        return;
    add_content(said, above);
    said->whole = true;
}

/* "a truce that he had promised", "anyone who would report to them", "charged him with informing":
 * no word about what stands around it. */
static bool is_aside(const casus_document *const document, const uint32_t cue)
{
    if (tree_word(document, cue)->features & FEAT_GERUND) return true;
    for (EACH_CHILD(document, cue, child))
        if (tree_word(document, child)->features & FEAT_RELATIVE) return true;
    return false;
}

/* Where the tree does not tell what a plain verb of saying governs, it is the rest of its sentence.
 */
static void take_sentence(const coder_state *const coding, attribution *const said)
{
    /* "…, it charged", "…, the army conceded": beside what it tells, any word is one of saying. */
    const bool says = said->stance == STANCE_STATES ||
                      (said->stance != STANCE_DENIES && said->stance != STANCE_CONDEMNS &&
                       speaker_phrase_is_inserted(coding->document, said->cue));
    if (said->count || !said->rule || !says || !tree_is_verbal(coding->document, said->cue)) return;
    /* "The rebels fled, police said": the fronted clause, whatever it is taken for. */
    for (EACH_CHILD(coding->document, said->cue, child))
        if (child < said->cue && tree_is_verbal(coding->document, child) &&
            tree_child(coding->document, child, DEP_MARK) == CASUS_NONE &&
            tree_main_deprel(coding->document, child) != DEP_NSUBJ)
            add_content(said, child);
    if (said->count) return;
    uint32_t root = said->cue;
    for (int i = 0; i < CASUS_LIMIT_SENTENCE && !casus_word_is_root(coding->document, root); i++)
        root = tree_word(coding->document, root)->head;
    if (root == said->cue || is_aside(coding->document, said->cue) ||
        is_parted(coding->document, root, said->cue))
        return;
    add_content(said, root);
    said->whole = true;
}

/* "held X answerable for the killings": what hangs on the adjective. */
static void read_predicate(coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    const uint32_t predicate = frame_get(frame_of(coding, said->cue), ARG_XCOMP);
    if (said->count || !said->rule || predicate == CASUS_NONE) return;
    for (EACH_CHILD(document, predicate, child)) {
        const casus_str preposition = tree_preposition(document, coding->arena, child);
        const uint16_t key =
            preposition.size ? ontology_preposition(coding->ontology, preposition) : ARG_NONE;
        if (key != ARG_NONE && (ontology_roles(said->rule, false, key) & ROLE_CONTENT))
            add_content(said, child);
    }
}

/* "told them that …, and that …": what goes on hangs on the word of saying as if it were done
 * besides. */
static void read_conjunct(const coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    for (EACH_CHILD(document, said->cue, child)) {
        const uint32_t mark = tree_child(document, child, DEP_MARK);
        if (child > said->cue && tree_main_deprel(document, child) == DEP_CONJ &&
            mark != CASUS_NONE && tree_lemma_is(document, mark, "that"))
            add_content(said, child);
    }
}

/* "accused X last month of bombing it", "accused X of having set it alight": the charge, whatever
 * the tree has hung it on. */
static void read_charge(coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[said->sentence];
    if (said->count || !said->accused.count || !said->rule) return;
    for (uint32_t i = said->cue + 1; i < sentence->first + sentence->count; i++) {
        if (tree_form_is(document, i, ";")) return;
        const uint32_t mark = tree_child(document, i, DEP_MARK);
        if (tree_word(document, i)->upos != UPOS_VERB || mark == CASUS_NONE || mark < said->cue)
            continue;
        const uint16_t key =
            ontology_preposition(coding->ontology, tree_word(document, mark)->lemma);
        if (key != ARG_NONE && (ontology_roles(said->rule, false, key) & ROLE_CONTENT))
            add_content(said, i);
    }
}

/* "The rebels, the army alleged, had burned the mill": put in between two commas, it looks like a
 * relative clause; all the rest is said. */
static void read_insertion(const coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    const casus_word *const cue = tree_word(document, said->cue);
    const uint32_t subject = tree_child(document, said->cue, DEP_NSUBJ);
    if (tree_main_deprel(document, said->cue) != DEP_ACL || subject == CASUS_NONE ||
        subject > said->cue || (tree_word(document, subject)->features & FEAT_RELATIVE) ||
        said->cue + 1 >= document->words.count || !tree_form_is(document, said->cue + 1, ","))
        return;
    uint32_t first, last;
    tree_extent(document, subject, &first, &last);
    if (first == 0 || !tree_form_is(document, first - 1, ",")) return;
    said->count = 0;
    add_content(said, tree_word(document, cue->head)->head);
    said->whole = true;
}

/* "The miners were freed, and the mayor said that …": what stands before is told by nobody. */
static void drop_before(const coder_state *const coding, attribution *const said)
{
    const casus_document *const document = coding->document;
    bool behind = false;
    for (uint32_t i = 0; i < said->count; i++)
        behind |= said->contents[i] > said->cue &&
                  casus_str_equal(tree_marker(document, said->contents[i]), STR("that"));
    const uint32_t joint = tree_child(document, said->cue, DEP_CC);
    const bool joined = joint != CASUS_NONE && joint < said->cue;
    if ((!behind && !joined) || !stance_is_plain(said->stance)) return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < said->count; i++) {
        const uint32_t word = said->contents[i];
        if (word > said->cue || (joined && !behind && word > joint) ||
            (tree_word(document, word)->flags & WORD_QUOTED) ||
            is_parted(document, word, said->cue))
            said->contents[kept++] = word;
    }
    said->whole &= kept == said->count;
    said->count = kept;
}

/* "heard", "found", "read", "held": verbs of saying among other things tell with a clause or a
 * quotation, or stand loosely beside what they tell; with an object alone they mean something else.
 */
static bool is_weak(const coder_state *const coding, const attribution *const said)
{
    const bool open = stance_is_plain(said->stance) || said->stance == STANCE_ADMITS;
    return open && !said->idiom && !said->accused.count && said->rule && said->rule->event < 0 &&
           match_is(coding, WORDS_SAYS_WITH_CLAUSE, said->cue) &&
           !(said->cue + 1 < coding->document->words.count &&
             tree_lemma_is(coding->document, said->cue + 1, "that")) &&
           !speaker_phrase_is_inserted(coding->document, said->cue);
}

static bool is_clause(const casus_document *const document, const uint32_t word)
{
    return tree_is_verbal(document, word) || tree_child(document, word, DEP_COP) != CASUS_NONE ||
           (tree_word(document, word)->flags & WORD_QUOTED);
}

/* Whether a weak word has a clause or a quotation; of the first `own` contents any clause will do.
 */
static bool has_clause(const casus_document *const document, const attribution *const said,
                       const uint32_t own)
{
    for (uint32_t i = 0; i < said->count; i++) {
        const uint32_t word = said->contents[i];
        if (i < own ? is_clause(document, word) : tree_word(document, word)->flags & WORD_QUOTED)
            return true;
    }
    return false;
}

bool attribution_read_contents(coder_state *const coding, attribution *const said,
                               const bool nominal)
{
    read_arguments(coding, said, nominal);
    if (nominal) return true;
    read_predicate(coding, said);
    read_charge(coding, said);
    if (said->count) read_conjunct(coding, said);
    const bool weak = is_weak(coding, said);
    if (!said->accused.count && !(weak && has_object(coding->document, said->cue)))
        read_quotation(coding, said);
    if (!said->accused.count) read_insertion(coding, said);
    const uint32_t own = said->count;
    if (!said->accused.count) take_sentence(coding, said);
    drop_before(coding, said);
    return !weak || has_clause(coding->document, said, own);
}

/* Any verb that governs a that-clause or a quotation may be one of saying: "tweeted that …". */
bool attribution_governs(const coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    if (tree_word(document, verb)->flags & WORD_QUOTED) return false;
    for (EACH_CHILD(document, verb, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (deprel != DEP_CCOMP && deprel != DEP_PARATAXIS) continue;
        if (tree_word(document, child)->flags & WORD_QUOTED) return true;
        if (deprel == DEP_CCOMP && tree_child(document, child, DEP_MARK) != CASUS_NONE) return true;
    }
    return tree_main_deprel(document, verb) == DEP_PARATAXIS &&
           (tree_word(document, tree_word(document, verb)->head)->flags & WORD_QUOTED);
}
