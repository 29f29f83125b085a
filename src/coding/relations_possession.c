/* Relations that grammar tells without a word for them: possession, membership, command. */
#include "coding/relations.h"

#include "coding/match.h"
#include "coding/parties.h"
#include "coding/tree.h"

/* The preposition of a name, by the words before it where the tree has hung it elsewhere. */
static casus_str preposition_of(const coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_str preposition = tree_preposition(document, coding->arena, word);
    const uint32_t mention = document->mention_at[word];
    if (preposition.size || mention == CASUS_NONE) return preposition;
    uint32_t first = document->record.mentions.at[mention].first;
    if (first > 0 && tree_word(document, first - 1)->upos == UPOS_DET) first--;
    if (first == 0 || tree_word(document, first - 1)->upos != UPOS_ADP) return preposition;
    return tree_word(document, first - 1)->lemma;
}

/* The lexicon's stanza for what stands between two actors of whom one belongs to the other without
 * a word for it, or NULL. */
static const char *possession(const coder_state *const coding, const uint32_t whole,
                              const uint32_t word, const uint32_t owner, const uint32_t child)
{
    const casus_document *const document = coding->document;
    const casus_actor *const actors = document->record.actors.at;
    const casus_str preposition = preposition_of(coding, child);
    const bool poss = tree_deprel(document, child) == DEP_NMOD_POSS,
               of = casus_str_equal(preposition, STR("of"));
    const bool nmod = tree_main_deprel(document, child) == DEP_NMOD;
    const bool named = document->record.mentions.at[document->mention_at[word]].form == FORM_NAME;
    const bool state = casus_str_equal(actors[whole].sector, STR("GOV"));
    if (nmod && party_is_person(coding, owner) && casus_str_equal(preposition, STR("under")))
        return "under-leader";
    if (party_is_person(coding, owner) && party_is_group(coding, whole) && (poss || of))
        return named ? "leader-of-possession" : "leader-of-described";
    if (party_is_person(coding, whole) && named && of && party_is_group(coding, owner))
        return "member-of-possession";
    if (party_is_person(coding, whole) && named && poss && party_is_group(coding, owner))
        return "member-of-possessor";
    if (party_is_person(coding, owner) && actors[whole].kind == KIND_PEOPLE &&
        actors[whole].armed && (of || poss))
        return "leader-of-people";
    if (actors[whole].kind == KIND_PEOPLE &&
        (of || poss || tree_main_deprel(document, child) == DEP_COMPOUND) &&
        party_is_group(coding, owner))
        return "people-of-possession";
    if (!party_is_person(coding, owner) && named && party_is_group(coding, whole) && poss &&
        party_is_group(coding, owner))
        return state ? "part-of-state" : "part-of-possession";
    return NULL;
}

/* "Salem, of the bloc of the league": who is of a part is of the whole. */
static void from_owner_of_owner(coder_state *const coding, const uint32_t whole,
                                const uint32_t word, const uint32_t owner, const uint32_t child)
{
    const casus_actor *const actors = coding->document->record.actors.at;
    const uint32_t above = actors[owner].affiliation;
    if (above == CASUS_NONE || above == whole || !actors[above].mentions.count) return;
    if (!party_is_person(coding, whole) || !party_is_group(coding, owner) ||
        !party_is_group(coding, above))
        return;
    if (!casus_str_equal(preposition_of(coding, child), STR("of"))) return;
    const lex_rule *const rule = ontology_find(coding->ontology, STR("member-of-possession"));
    if (rule) relations_add(coding, rule, word, whole, above);
}

/* Possession and membership without a word for it: "Savimbi's UNITA", "the GIA of Zouabri",
 * "officers under Strasser", "Kebir of the FIS", "Hamas's Qassam Brigades".  The lexicon's stanzas
 * of these names say which relation it is. */
static void from_owner(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t whole = party_at(coding, word);
    if (whole == CASUS_NONE) return;
    for (EACH_CHILD(document, word, child)) {
        casus_refs owners = {0};
        parties_of(coding, child, &owners);
        const uint32_t owner = owners.count ? owners.at[0] : party_over(coding, child);
        if (owner == CASUS_NONE || owner == whole) continue;
        from_owner_of_owner(coding, whole, word, owner, child);
        const char *const rule = possession(coding, whole, word, owner, child);
        const lex_rule *const found =
            rule ? ontology_find(coding->ontology, casus_str_from(rule)) : NULL;
        if (!found || found->relation < 0) continue;
        const bool upward = found->relation == (int)RELATION_LEADS;
        relations_add(coding, found, word, upward ? owner : whole, upward ? whole : owner);
    }
}

/* "Okello's movement", "Okello's rival band, the Falcons": a noun for a group that is no mention of
 * its own, and the name behind it; else the group that the person acts for. */
static void from_owned_group(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (party_at(coding, word) != CASUS_NONE || !match_is(coding, WORDS_GROUP_NOUN, word)) return;
    const uint32_t possessor = tree_child_exact(document, word, DEP_NMOD_POSS);
    const uint32_t owner = party_over(coding, possessor);
    if (owner == CASUS_NONE || !party_is_person(coding, owner)) return;
    const uint32_t beside = tree_child(document, word, DEP_APPOS);
    uint32_t group = party_over(coding, beside);
    if (group == CASUS_NONE) group = document->record.actors.at[owner].affiliation;
    if (group == CASUS_NONE || !document->record.actors.at[group].mentions.count) return;
    const lex_rule *const rule = ontology_find(coding->ontology, STR("leader-of-described"));
    if (rule && party_is_group(coding, group)) relations_add(coding, rule, word, owner, group);
}

/* "took to the hills under X": who is under a leader is the subject of the verb. */
static void from_under(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t leader = party_at(coding, word);
    if (leader == CASUS_NONE || tree_main_deprel(document, word) != DEP_OBL ||
        !party_is_person(coding, leader))
        return;
    if (!casus_str_equal(tree_preposition(document, coding->arena, word), STR("under"))) return;
    const lex_rule *const rule = ontology_find(coding->ontology, STR("under-leader"));
    const coder_frame *const frame = frame_of(coding, tree_word(document, word)->head);
    casus_refs led = {0};
    parties_of(coding, frame_get(frame, frame->passive ? ARG_OBJ : ARG_SUBJ), &led);
    for (uint32_t i = 0; rule && i < led.count; i++)
        if (led.at[i] != leader) relations_add(coding, rule, word, leader, led.at[i]);
}

/* "Some 400 of its fighters are at the lake": a place as predicate, with who is there. */
static void from_located(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    if (document->place_at[word] == CASUS_NONE ||
        tree_child(document, word, DEP_COP) == CASUS_NONE ||
        tree_child(document, word, DEP_CASE) == CASUS_NONE)
        return;
    const uint32_t subject = tree_child(document, word, DEP_NSUBJ);
    const lex_rule *const rule = ontology_find(coding->ontology, STR("located"));
    casus_refs found = {0};
    parties_of(coding, subject, &found);
    const uint32_t place = document->record.place_mentions.at[document->place_at[word]].place;
    for (uint32_t i = 0; rule && i < found.count; i++)
        if (document->record.actors.at[found.at[i]].armed)
            relations_add(coding, rule, word,
                          relations_whole(coding, RELATION_OPERATES_IN, found.at[i]), place);
}

/* "the Freedom Front's Radio Dawn" as one name: the part of it before the possessive may be whose
 * it is. */
static void from_within_name(coder_state *const coding, const uint32_t word)
{
    const casus_document *const document = coding->document;
    const uint32_t part = party_at(coding, word);
    if (part == CASUS_NONE) return;
    const casus_mention *const mention = &document->record.mentions.at[document->mention_at[word]];
    const char *const name =
        party_is_person(coding, part) ? "member-of-possessor" : "part-within-name";
    const lex_rule *const rule = ontology_find(coding->ontology, casus_str_from(name));
    for (uint32_t at = mention->first + 1; rule && at < mention->last; at++) {
        if (tree_word(document, at)->upos != UPOS_PART) continue;
        const uint32_t whole = relations_nested_name(coding, at - 1);
        if (whole != CASUS_NONE && whole != part && party_is_group(coding, whole))
            relations_add(coding, rule, word, part, whole);
        return;
    }
}

void relations_of_possession(coder_state *const coding, const uint32_t word)
{
    from_owner(coding, word);
    from_owned_group(coding, word);
    from_under(coding, word);
    from_located(coding, word);
    from_within_name(coding, word);
}

/* Named persons, people and bodies whose group the text tells some other way. */
void relations_of_affiliation(coder_state *const coding)
{
    const casus_record *const record = &coding->document->record;
    const lex_rule *const member = ontology_find(coding->ontology, STR("member-by-affiliation")),
                          *const part = ontology_find(coding->ontology, STR("part-by-affiliation"));
    for (uint32_t i = 0; member && part && i < record->actors.count; i++) {
        const casus_actor *const actor = &record->actors.at[i];
        if (actor->affiliation == CASUS_NONE || !actor->mentions.count) continue;
        const casus_actor *const whole = &record->actors.at[actor->affiliation];
        if (!whole->mentions.count) continue;
        const bool body = actor->kind == KIND_ORGANIZATION;
        if (body && casus_str_equal(whole->sector, STR("GOV"))) continue;
        const lex_rule *const rule = body ? part : member;
        const casus_mention *const mention = &record->mentions.at[actor->mentions.at[0]];
        if (mention->form == FORM_PRONOUN) continue;
        uint32_t which;
        if (relations_known(coding, RELATION_MEMBER_OF, i, actor->affiliation, &which) ||
            relations_known(coding, RELATION_LEADS, i, actor->affiliation, &which) ||
            relations_known(coding, RELATION_PART_OF, i, actor->affiliation, &which))
            continue;
        relations_add(coding, rule, mention->head, i, actor->affiliation);
    }
}
