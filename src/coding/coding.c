#include "coding/coding.h"

#include "coding/drafts.h"
#include "coding/parties.h"
#include "coding/statements.h"
#include "coding/tree.h"

/* An event is kept when somebody did it, underwent it or was counted, and it is no mere content of another. */
static bool is_kept(const event_draft *const draft)
{
    if (draft->into != CASUS_NONE) return false;
    const casus_event *const event = &draft->event;
    if (draft->governed && event->factuality != FACT_ACTUAL) return false;
    if (event->factuality == FACT_POSSIBLE || event->factuality == FACT_CONDITIONAL) return false;
    if (!event->source.count && !event->target.count && !event->counts.count) return false;
    return true;
}

static void write_events(coder_state *const coding)
{
    casus_document *const document = coding->document;
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        event_draft *const draft = &coding->drafts->list.at[i];
        if (!is_kept(draft)) continue;
        draft->event.confidence = 0.5F;
        VEC_PUSH(&document->record.events, coding->arena, draft->event);
    }
}

void casus_code_document(const casus_coder *const coder, casus_document *const document)
{
    drafts all = {0};
    attributions said = {0};
    all.words = document->words.count;
    all.at = ARENA_ARRAY(document->arena, uint32_t, document->words.count + 1);
    coder_state coding = {coder, coder->ontology, document, document->arena,
                          ARENA_ARRAY(document->arena, coder_frame *, document->words.count + 1), &all, &said};
    attributions_find(&coding);
    drafts_propose(&coding);
    drafts_join(&coding);
    statements_attach(&coding);
    relations_find(&coding);
    warnings_find(&coding);
    write_events(&coding);
}
