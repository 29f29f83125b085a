/* What the judge is told of a word and of an actor, whatever it judges. */
#include "coding/features.h"

#include <stdio.h>

#include "coding/tree.h"

void features_observe(const coder_state *const coding, const judge_kind kind,
                      const void *const proposal, const judge_features *const features)
{
    const coder_observer *const observer = coding->coder->observer;
    if (observer) observer->see(observer->context, kind, coding->document, proposal, features);
}

judge_features features_begin(const coder_state *const coding)
{
    return (judge_features){.arena = coding->arena, .named = coding->coder->observer != NULL};
}

casus_str features_lemma(const coder_state *const coding, const uint32_t word)
{
    return word == CASUS_NONE ? STR("none") : tree_word(coding->document, word)->lemma;
}

/* How the word stands in its sentence: label, governor, modality, tense, quotation, being said. */
void features_add_syntax(const coder_state *const coding, judge_features *const features,
                         const uint32_t word)
{
    const casus_document *const document = coding->document;
    const casus_word *const at = tree_word(document, word);
    const casus_sentence *const sentence = &document->sentences.at[at->sentence];
    judge_add(features, "deprel", casus_str_from(casus_deprel_name((casus_deprel)at->deprel)));
    judge_add(features, "upos", casus_str_from(casus_upos_name((casus_upos)at->upos)));
    if (at->head != word) judge_add(features, "governor", tree_word(document, at->head)->lemma);
    judge_add_flag(features, "headline", sentence->kind == SENTENCE_HEADLINE);
    judge_add_flag(features, "quoted", (at->flags & WORD_QUOTED) != 0);
    judge_add_flag(features, "past", (at->features & FEAT_PAST) != 0);
    judge_add_flag(features, "present", (at->features & FEAT_PRESENT) != 0);
    judge_add_flag(features, "infinitive", (at->features & FEAT_INFINITIVE) != 0);
    judge_add_flag(features, "gerund", (at->features & FEAT_GERUND) != 0);
    judge_add_flag(features, "participle", (at->features & FEAT_PARTICIPLE) != 0);
    judge_add_flag(features, "passive", at->upos == UPOS_VERB && tree_is_passive(document, word));
    for (EACH_CHILD(document, word, child)) {
        const casus_deprel deprel = tree_main_deprel(document, child);
        if (deprel == DEP_AUX) judge_add(features, "aux", tree_word(document, child)->lemma);
        if (deprel == DEP_MARK) judge_add(features, "mark", tree_word(document, child)->lemma);
        if (deprel == DEP_DET) judge_add(features, "det", tree_word(document, child)->lemma);
    }
    judge_add_number(features, "sentence", at->sentence / 4, 5);
    judge_add_number(features, "parse", (int64_t)(sentence->confidence * 5), 5);
}

void features_add_actor(const coder_state *const coding, judge_features *const features,
                        const char *const name, const casus_refs *const refs)
{
    judge_add_number(features, name, refs->count, 3);
    if (!refs->count) return;
    const casus_actor *const actor = &coding->document->record.actors.at[refs->at[0]];
    char text[32];
    JUDGE_NAME(text, name, "sector");
    judge_add(features, text, actor->sector.size ? actor->sector : STR("none"));
    JUDGE_NAME(text, name, "kind");
    judge_add(features, text, casus_str_from(casus_kind_name(actor->kind)));
    JUDGE_NAME(text, name, "known");
    judge_add_flag(features, text, actor->id.size > 0);
    JUDGE_NAME(text, name, "armed");
    judge_add_flag(features, text, actor->armed);
}
