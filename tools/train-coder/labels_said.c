/* Labels what was proposed to be said of events and relations. */
#include "labels.h"

#include "coding/statements.h"
#include "gold.h"

/* Whether the proposal is a reading of the party's word that `party` stands for. */
static bool is_reading(const proposal *const seen, const proposal *const party)
{
    if (!labels_is_stance(seen->kind) || seen->record[1] != party->record[1]) return false;
    const statement_draft *const one = seen->record[0], *const first = party->record[0];
    return one->utterance == first->utterance && one->statement.by == first->statement.by;
}

/* What a party may say of the event in one utterance: labels its stances where one is right, and
 * gives the number of the gold statement that it finds, or -1. */
static int label_stances(train_state *const training, const proposal *const event,
                         const proposal *const party, const casus_document *const document)
{
    int found = -1;
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        proposal *const seen = &training->proposals.at[i];
        if (!is_reading(seen, party)) continue;
        const int which = gold_statement(event->gold, seen->record[0], document, training->arena);
        seen->label = which >= 0;
        if (which >= 0) found = which;
    }
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        proposal *const seen = &training->proposals.at[i];
        if (!is_reading(seen, party) || seen->label == 1) continue;
        /* Lone sentences give one stance of those that would be right. */
        const casus_stance stance = ((const casus_statement *)seen->record[0])->stance;
        if (found < 0 || (training->aside && stance_is_plain(stance))) seen->label = -1;
    }
    return found;
}

/* What statements about the event or relation are shown with. */
static const void *told_by(const proposal *const of)
{
    return of->record[of->kind == JUDGE_RELATION];
}

/* A statement is right when the gold event or relation that its own was paired with has the party,
 * in one of the stances that were proposed.  Several proposals may find the same one. */
static void label_said(train_state *const training, const proposal *const event,
                       const casus_document *const document)
{
    data_set *const set =
        &training->sets[event->kind == JUDGE_EVENT ? JUDGE_STATEMENT : JUDGE_ALLEGATION];
    if (!json_object_get(event->gold, "statements")) return;
    const size_t wanted = json_array_size(json_object_get(event->gold, "statements"));
    bool *const found = ARENA_ARRAY(training->arena, bool, wanted + 1);
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (!labels_is_statement(seen->kind) || seen->record[1] != told_by(event)) continue;
        const int which = label_stances(training, event, seen, document);
        const bool known =
            gold_has_speaker(event->gold, seen->record[0], document, training->arena);
        seen->label = which >= 0 ? 1 : known ? -1 : 0;
        const uint32_t choice = ((const statement_draft *)seen->record[0])->choice;
        if (choice) seen->choice = set->choices + choice;
        if (which < 0) continue;
        seen->group = set->groups + 1 + (uint32_t)which;
        found[which] = true;
    }
    set->groups += (uint32_t)wanted;
    for (size_t i = 0; i < wanted; i++) set->missed[training->aside] += !found[i];
}

/* Where an utterance means an event that the gold tells, it does not mean those beside it that the
 * gold does not tell. */
static void label_rivals(train_state *const training, const uint32_t choices)
{
    bool *const told = ARENA_ARRAY(training->arena, bool, choices + 1);
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < training->proposals.count; i++) {
            proposal *const seen = &training->proposals.at[i];
            if (seen->kind != JUDGE_STATEMENT) continue;
            const uint32_t choice = ((const statement_draft *)seen->record[0])->choice;
            if (!choice) continue;
            if (!pass) told[choice] |= seen->label == 1;
            if (!pass || seen->choice || !told[choice]) continue;
            seen->label = 0;
            seen->choice = training->sets[JUDGE_STATEMENT].choices + choice;
        }
}

void labels_statements(train_state *const training, const casus_document *const document)
{
    uint32_t choices = 0;
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        const proposal *const event = &training->proposals.at[i];
        if ((event->kind == JUDGE_EVENT || event->kind == JUDGE_RELATION) && event->label == 1)
            label_said(training, event, document);
    }
    for (uint32_t i = 0; i < training->proposals.count; i++) {
        const proposal *const seen = &training->proposals.at[i];
        if (seen->kind != JUDGE_STATEMENT) continue;
        const uint32_t choice = ((const statement_draft *)seen->record[0])->choice;
        if (choice > choices) choices = choice;
    }
    label_rivals(training, choices);
    training->sets[JUDGE_STATEMENT].choices += choices;
}
