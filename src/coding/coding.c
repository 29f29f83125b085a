#include "coding/coding.h"

#include "coding/acled.h"
#include "coding/decide.h"
#include "coding/homeland.h"
#include "coding/relations.h"
#include "coding/statements.h"

void casus_code_document(const casus_coder *const coder, casus_document *const document)
{
    drafts all = {0};
    drafts relations = {0};
    attributions said = {0};
    all.words = document->words.count;
    all.at = ARENA_ARRAY(document->arena, uint32_t, document->words.count + 1);
    coder_state coding = {
        .coder = coder,
        .ontology = coder->ontology,
        .document = document,
        .arena = document->arena,
        .frames = ARENA_ARRAY(document->arena, coder_frame *, document->words.count + 1),
        .keys = ARENA_ARRAY(document->arena, casus_str, document->words.count + 1),
        .drafts = &all,
        .relation_drafts = &relations,
        .attributions = &said,
    };
    match_begin(&coding);
    attributions_find(&coding);
    drafts_propose(&coding);
    figures_find(&coding);
    drafts_join(&coding);
    episodes_find(&coding);
    statements_attach(&coding);
    drafts_infer_authors(&coding);
    relations_find(&coding);
    warnings_find(&coding);
    sayings_find(&coding);
    decide_events(&coding);
    acled_assign(&coding);
    decide_relations(&coding);
    relations_attribute(&coding);
    decide_warnings(&coding);
    homelands_find(&coding);
    homelands_face(&coding);
}
