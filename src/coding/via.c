/* Through whom words came: "the military said, the Associated Press reported", "told Reuters". */
#include "coding/decide.h"
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

/* Those of the press who report in the sentence of the cue. */
static void add_reporters(coder_state *const coding, casus_statement *const statement)
{
    const attributions *const all = coding->attributions;
    const uint32_t sentence = tree_word(coding->document, statement->cue_word)->sentence;
    for (uint32_t i = all->first[sentence];
         i < all->list.count && all->list.at[i].sentence == sentence; i++) {
        const casus_refs *const speakers = &all->list.at[i].speakers;
        for (uint32_t j = 0; j < speakers->count; j++)
            if (party_is_press(coding, speakers->at[j]))
                parties_add(coding, &statement->via, speakers->at[j]);
    }
}

/* Those of the press who were told, or who are named with the word of saying. */
static void add_told(coder_state *const coding, casus_statement *const statement)
{
    for (EACH_CHILD(coding->document, statement->cue_word, child)) {
        const casus_deprel deprel = tree_main_deprel(coding->document, child);
        const bool object = deprel == DEP_OBJ || deprel == DEP_IOBJ || deprel == DEP_OBL;
        if (object && party_is_press(coding, party_at(coding, child)))
            parties_add(coding, &statement->via, party_at(coding, child));
    }
}

/* A paper that passes on what another said is on record through him. */
static bool is_passed_on(const coder_state *const coding, const casus_statements *const statements,
                         const casus_statement *const own)
{
    if ((!stance_is_plain(own->stance) && own->stance != STANCE_WARNS) ||
        !party_is_press(coding, own->by))
        return false;
    for (uint32_t i = 0; i < statements->count; i++)
        if (parties_have(&statements->at[i].via, own->by)) return true;
    return false;
}

void via_fill(coder_state *const coding, casus_statements *const statements)
{
    for (uint32_t i = 0; i < statements->count; i++) {
        casus_statement *const one = &statements->at[i];
        if (one->cue_word == CASUS_NONE || party_is_press(coding, one->by)) continue;
        add_reporters(coding, one);
        add_told(coding, one);
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < statements->count; i++)
        if (!is_passed_on(coding, statements, &statements->at[i]))
            statements->at[kept++] = statements->at[i];
    statements->count = kept;
}
