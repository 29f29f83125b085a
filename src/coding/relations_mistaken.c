/* Backing, arming and sheltering told by verbs that a parser takes for nouns or adjectives. */
#include "coding/relations.h"

#include "coding/parties.h"
#include "coding/tree.h"

/* The stanza by which the lemma, were it a verb, would tell that one party backs, shelters or
 * fights another; or NULL. */
static const lex_rule *as_verb(const casus_ontology *const ontology, const casus_str lemma)
{
    uint32_t at = casus_map_get(&ontology->index, lemma);
    for (; at != CASUS_NONE; at = ontology->entries.at[at].next) {
        const lex_entry *const entry = &ontology->entries.at[at];
        const lex_rule *const rule = &ontology->rules.at[entry->rule];
        const bool between =
            rule->relation == (int)RELATION_SUPPORTS || rule->relation == (int)RELATION_SHELTERS;
        if (entry->klass == ENTRY_VERB && !entry->rest.count && !rule->priority && between)
            return rule;
    }
    return NULL;
}

/* The stem of a regular participle that the lexicon has as such a verb, or NULL. */
static const lex_rule *as_participle(const coder_state *const coding, const casus_str form)
{
    if (!casus_str_ends(form, STR("ed")) || form.size < 4) return NULL;
    for (size_t cut = 1; cut <= 3; cut++) { /* "funded", "financed", "equipped" */
        const lex_rule *const rule =
            as_verb(coding->ontology, casus_str_slice(form, 0, form.size - cut));
        if (rule) return rule;
    }
    return NULL;
}

/* Those of one phrase to those of the other. */
static void add_pairs(coder_state *const coding, const lex_rule *const rule, const uint32_t word,
                      const uint32_t backer, const uint32_t backed)
{
    casus_refs from = {0}, to = {0};
    if (backer == CASUS_NONE) return;
    party_or_land(coding, backer);
    parties_of(coding, backer, &from);
    parties_of(coding, backed, &to);
    for (uint32_t i = 0; i < from.count; i++)
        for (uint32_t j = 0; j < to.count; j++)
            relations_add(coding, rule, word, from.at[i], to.at[j]);
}

/* "a militia armed by the army": what a parser takes for an adjective is a participle. */
static void from_mistaken_adjective(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, word);
    if (at->upos != UPOS_ADJ || casus_word_is_root(document, word)) return;
    const casus_deprel deprel = tree_main_deprel(document, word);
    if (deprel != DEP_ACL && deprel != DEP_AMOD) return;
    const lex_rule *const rule = as_participle(coding, at->form);
    for (EACH_CHILD(document, word, child)) {
        if (!rule || !casus_str_equal(tree_preposition(document, coding->arena, child), STR("by")))
            continue;
        add_pairs(coding, rule, word, child, at->head);
    }
}

/* "Cairo has armed the rebels", "of having armed the rebels": an adjective with an object is the
 * participle of a perfect. */
static void from_mistaken_perfect(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, word);
    if (at->upos != UPOS_ADJ || casus_word_is_root(document, word)) return;
    uint32_t object = tree_child(document, word, DEP_OBJ);
    if (object == CASUS_NONE) object = tree_child(document, at->head, DEP_OBJ);
    if (object == CASUS_NONE || object < word || !tree_lemma_is(document, at->head, "have")) return;
    const lex_rule *const rule = as_participle(coding, at->form);
    if (rule)
        add_pairs(coding, rule, word, frame_get(frame_of(coding, at->head), ARG_SUBJ), object);
}

/* The verb whose gerund a noun is, as one of backing ("arming", "funding", "financing"); or NULL.
 */
static const lex_rule *as_gerund(const coder_state *const coding, const casus_str form)
{
    if (!casus_str_ends(form, STR("ing")) || form.size < 5) return NULL;
    const casus_str stem = casus_str_slice(form, 0, form.size - 3);
    const lex_rule *const rule = as_verb(coding->ontology, stem);
    char whole[32];
    if (rule || stem.size + 1 > sizeof whole) return rule;
    memcpy(whole, stem.at, stem.size);
    whole[stem.size] = 'e';
    return as_verb(coding->ontology, (casus_str){whole, stem.size + 1});
}

/* "of financing and arming the rebels": the object of the gerund behind it; or CASUS_NONE. */
static uint32_t shared_object(const casus_document *const document, const uint32_t word)
{
    const uint32_t next = word + 2;
    if (next >= document->words.count || tree_word(document, word + 1)->upos != UPOS_CCONJ ||
        !casus_str_ends(tree_word(document, next)->form, STR("ing")))
        return CASUS_NONE;
    return tree_child(document, next, DEP_OBJ);
}

/* "charges Cairo with training recruits", "accused Cairo of financing and arming them": what a
 * parser takes for a noun is a gerund, said of whom the verb has as object. */
static void from_mistaken_gerund(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_deprel deprel = tree_main_deprel(document, word);
    if (word == 0 || casus_word_is_root(document, word)) return;
    const uint8_t before = tree_word(document, word - 1)->upos;
    if (before != UPOS_ADP && before != UPOS_SCONJ) return;
    const bool described = deprel == DEP_COMPOUND || deprel == DEP_AMOD;
    uint32_t object = described ? tree_word(document, word)->head : shared_object(document, word);
    if (object == CASUS_NONE) object = tree_child(document, word, DEP_OBJ);
    if (object == CASUS_NONE || object < word || frame_charge_over(document, word) != CASUS_NONE)
        return;
    const lex_rule *const rule = as_gerund(coding, tree_word(document, word)->form);
    const uint32_t phrase = described ? object : word;
    uint32_t charge = tree_word(document, phrase)->head;
    if (tree_deprel(document, charge) == DEP_OBL_AGENT ||
        tree_main_deprel(document, charge) == DEP_OBJ)
        charge = tree_word(document, charge)->head;
    const casus_deprel hung = tree_main_deprel(document, phrase);
    if (!rule || (hung != DEP_OBL && hung != DEP_NMOD) || !tree_is_verbal(document, charge)) return;
    const uint32_t accused = frame_get(frame_of(coding, charge), ARG_OBJ);
    if (accused != CASUS_NONE) add_pairs(coding, rule, word, accused, object);
}

static bool is_same_sentence(const casus_document *const document, const uint32_t a,
                             const uint32_t b)
{
    return a < document->words.count && b < document->words.count &&
           tree_word(document, a)->sentence == tree_word(document, b)->sentence;
}

/* Behind the verb and those coordinated with it ("arms, trains and pays"), and an article. */
static uint32_t behind_verbs(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    uint32_t at = word + 1;
    while (is_same_sentence(document, word, at)) {
        const casus_word *const next = tree_word(document, at);
        const bool glue = next->upos == UPOS_CCONJ || casus_str_equal(next->form, STR(","));
        const bool verb = (next->upos == UPOS_NOUN || next->upos == UPOS_VERB) &&
                          as_verb(coding->ontology, next->lemma);
        if (!glue && !verb) break;
        at++;
    }
    if (is_same_sentence(document, word, at) && tree_word(document, at)->upos == UPOS_DET) at++;
    return at;
}

/* What each of the coordinated verbs tells. */
static void add_verbs(coder_state *const coding, const uint32_t first, const uint32_t end,
                      const uint32_t from, const uint32_t to)
{
    for (uint32_t at = first; at < end; at++) {
        const lex_rule *const rule =
            as_verb(coding->ontology, tree_word(coding->document, at)->lemma);
        if (rule) relations_add(coding, rule, at, from, to);
    }
}

/* "the militia that Kigali arms": who stands before the relative pronoun; or CASUS_NONE. */
static uint32_t whom_described(coder_state *const coding, const uint32_t verb)
{
    const casus_document *const document = coding->document;
    if (verb < 3 || !is_same_sentence(document, verb, verb - 3)) return CASUS_NONE;
    if (!(tree_word(document, verb - 2)->features & FEAT_RELATIVE)) return CASUS_NONE;
    const bool comma = tree_form_is(document, verb - 3, ",");
    return party_over(coding, comma && verb > 3 ? verb - 4 : verb - 3);
}

/* "Kigali arms the rebels", "Kigali arms and pays the hill rebels": between two parties what a
 * parser takes for a plural noun is a verb. */
static void from_mistaken_noun(coder_state *const coding, const uint32_t word)
{
    enum { REACH = 6, DESCRIBED = 2 };
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, word);
    if (at->upos != UPOS_NOUN || !casus_str_ends(at->form, STR("s")) || word == 0) return;
    if (!is_same_sentence(document, word, word - 1)) return;
    const lex_rule *const rule = as_verb(coding->ontology, at->lemma);
    if (!rule || tree_word(document, word - 1)->upos != UPOS_PROPN) return;
    const uint32_t capital = relations_capital(coding, word - 1);
    const uint32_t from = capital != CASUS_NONE ? capital : party_or_land(coding, word - 1);
    if (from == CASUS_NONE || !party_is_group(coding, from)) return;
    const uint32_t after = behind_verbs(coding, word);
    const uint32_t described = whom_described(coding, word);
    if (described != CASUS_NONE) {
        add_verbs(coding, word, after, from, described);
        return;
    }
    for (uint32_t i = after; i < after + REACH && is_same_sentence(document, word, i); i++) {
        if (tree_word(document, i)->upos == UPOS_PUNCT) return;
        const uint32_t to = party_at(coding, i);
        if (to == CASUS_NONE) continue;
        if (document->record.mentions.at[document->mention_at[i]].first <= after + DESCRIBED)
            add_verbs(coding, word, after, from, to);
        return;
    }
}

void relations_of_mistaken(coder_state *const coding, const uint32_t word)
{
    from_mistaken_noun(coding, word);
    from_mistaken_adjective(coding, word);
    from_mistaken_perfect(coding, word);
    from_mistaken_gerund(coding, word);
}
