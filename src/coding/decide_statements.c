/* Which of the statements proposed for an event are kept. */
#include <stdio.h>

#include "coding/decide.h"
#include "coding/features.h"
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

/* Drops what is more likely not said about the event than said. */
void decide_statements(coder_state *const coding, const event_draft *const draft,
                       casus_event *const event)
{
    static const char *const ties[] = {"clause", "sentence", "reference"};
    const judge_weights *const judge = coding->coder->judge;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < event->statements.count; i++) {
        casus_statement *const statement = &event->statements.at[i];
        const casus_refs by = {.at = &statement->by, .count = 1, .room = 1};
        const char *const stance = casus_stance_name(statement->stance);
        const char *const type = casus_event_type_name(event->type);
        judge_features features = features_begin(coding);
        char text[64];
        judge_add(&features, "stance", casus_str_from(stance));
        judge_add(&features, "cue", features_lemma(coding, statement->cue_word));
        judge_add(&features, "tie", casus_str_from(ties[statement->tie]));
        snprintf(text, sizeof text, "%s.%s", stance, ties[statement->tie]);
        judge_add(&features, text, (casus_str){NULL, 0});
        snprintf(text, sizeof text, "%s.%s", type, stance);
        judge_add(&features, text, (casus_str){NULL, 0});
        const bool own = parties_overlap(coding, &by, &event->source);
        snprintf(text, sizeof text, "%s.own", type);
        judge_add_flag(&features, text, own);
        snprintf(text, sizeof text, "%s.own", stance);
        judge_add_flag(&features, text, own);
        snprintf(text, sizeof text, "%s.%s.own", stance, ties[statement->tie]);
        judge_add_flag(&features, text, own);
        snprintf(text, sizeof text, "%s.%s.alleged", stance, ties[statement->tie]);
        judge_add_flag(&features, text, statements_allege(event));
        snprintf(text, sizeof text, "%s.accused", stance);
        judge_add_flag(&features, text, parties_overlap(coding, &by, &draft->accused));
        judge_add_flag(&features, "victim", parties_overlap(coding, &by, &event->target));
        judge_add_number(
            &features, "distance",
            tree_word(coding->document, statement->cue_word)->sentence - draft->sentence, 4);
        judge_add_number(&features, "others", event->statements.count, 4);
        features_add_actor(coding, &features, "by", &by);
        features_add_syntax(coding, &features, statement->cue_word);
        const void *const pair[2] = {statement, &draft->event};
        features_observe(coding, JUDGE_STATEMENT, pair, &features);
        if (judge_probability(judge, JUDGE_STATEMENT, &features) <
            judge_threshold(judge, JUDGE_STATEMENT))
            continue;
        if (!coding->coder->observer) event->statements.at[kept] = *statement;
        kept++;
    }
    event->statements.count = kept;
}
