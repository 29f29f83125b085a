/* What the judge is told of a proposed statement. */
#include "coding/statements_features.h"

#include <stdio.h>

#include "coding/parties.h"
#include "coding/tree.h"

void said_pair(said_view *const at, const char *const a, const char *const b, const char *const c)
{
    char text[96];
    JUDGE_NAME(text, a, b, c);
    judge_add(&at->features, text, (casus_str){NULL, 0});
}

/* A fact by itself, with the stance, and with the stance and how the statement is tied. */
void said_fact(said_view *const at, const char *const name, const bool holds)
{
    if (!holds) return;
    said_pair(at, at->tie, name, NULL);
    said_pair(at, at->stance, name, NULL);
    said_pair(at, at->stance, at->tie, name);
}

static void add_stance(said_view *const at)
{
    const casus_statement *const statement = &at->one->statement;
    judge_add(&at->features, "stance", casus_str_from(at->stance));
    judge_add(&at->features, "cue", features_lemma(at->coding, statement->cue_word));
    judge_add(&at->features, "tie", casus_str_from(at->tie));
    judge_add(&at->features, "rule", at->said->rule ? at->said->rule->id : STR("none"));
    said_fact(at, "surface", at->said->surface);
    said_fact(at, "carried", at->said->carried);
    said_fact(at, "by-order", at->said->first <= at->said->last);
    said_pair(at, at->stance, at->tie, NULL);
    said_pair(at, at->type, at->stance, NULL);
    said_pair(at, at->type, at->stance, at->tie);
    const bool answer = at->one->reading == READ_ANSWER;
    said_fact(at, "answer", answer);
}

/* Relations are few: what holds of all of them is told apart from what holds of each type. */
static void add_standing(said_view *const at)
{
    const casus_relation_type type = at->draft->relation;
    if (!at->draft->standing) return;
    const bool backing = type == RELATION_SUPPORTS || type == RELATION_SHELTERS;
    const char *const kind = backing ? "backing" : "standing";
    said_pair(at, kind, at->tie, NULL);
    said_pair(at, kind, at->tie, at->stance);
    said_pair(at, kind, at->tie, at->one->sure ? "sure" : "unsure");
    if (at->draft->nominal) said_pair(at, kind, at->tie, "nominal");
    if (at->said->accused.count) said_pair(at, kind, at->tie, "accuses");
}

static void add_parties(said_view *const at)
{
    const coder_state *const coding = at->coding;
    const casus_event *const event = &at->draft->event;
    uint32_t by = at->one->statement.by;
    const casus_refs speaker = {.at = &by, .count = 1, .room = 1};
    const bool own = parties_overlap(coding, &speaker, &event->source);
    said_fact(at, "own", own);
    if (own) said_pair(at, at->type, "own", NULL);
    said_fact(at, "accused", parties_overlap(coding, &speaker, &at->draft->accused));
    said_fact(at, "victim", parties_overlap(coding, &speaker, &event->target));
    said_fact(at, "alleged", statements_allege(at->draft));
    said_fact(at, "nobody", !event->source.count);
    said_fact(at, "accuses", parties_overlap(coding, &at->said->accused, &event->source));
    said_fact(at, "accuses-other",
              at->said->accused.count && event->source.count &&
                  !parties_overlap(coding, &at->said->accused, &event->source));
    features_add_actor(coding, &at->features, "by", &speaker);
    const casus_actor *const actor = &coding->document->record.actors.at[by];
    said_pair(at, at->stance, "armed", actor->armed ? "yes" : "no");
    said_fact(at, "generic", actor->generic);
}

static void add_event_facts(said_view *const at)
{
    const event_draft *const draft = at->draft;
    const casus_event *const event = &draft->event;
    said_fact(at, "counts", event->counts.count > 0);
    said_fact(at, "nominal", draft->nominal && draft->words.count == 1);
    said_fact(at, "governed", draft->governed);
    if (event->factuality != FACT_ACTUAL)
        said_fact(at, casus_factuality_name(event->factuality), true);
    judge_add_number(&at->features, "mentions", draft->words.count, 4);
    judge_add_number(&at->features, "sure", statements_sure(draft), 3);
}

/* What makes a clause on the way from what is said to the event background: "ten days after they
 * had …", "whom the crowd …". */
static void add_clause(said_view *const at, const uint32_t word)
{
    const casus_document *const document = at->coding->document;
    const casus_deprel deprel = tree_deprel(document, word);
    const uint32_t mark = tree_child(document, word, DEP_MARK);
    if (casus_deprel_main(deprel) == DEP_ADVCL)
        judge_add(&at->features, "advcl", features_lemma(at->coding, mark));
    said_fact(at, "whose", deprel == DEP_ACL_RELCL);
    for (EACH_CHILD(document, word, child))
        if (tree_main_deprel(document, child) == DEP_AUX && tree_lemma_is(document, child, "have"))
            said_fact(at, "background.perfect", true);
}

/* How the event's own word stands in what is said. */
static void add_word(said_view *const at)
{
    const casus_document *const document = at->coding->document;
    const uint32_t word = at->one->mention;
    const casus_word *const here = tree_word(document, word);
    said_pair(at, at->tie, "word", casus_deprel_name(tree_main_deprel(document, word)));
    said_fact(at, "finite", (here->features & FEAT_FINITE) != 0);
    said_fact(at, "verb", here->upos == UPOS_VERB);
}

/* How deep in what is said the event stands. */
static void add_depth(said_view *const at)
{
    const casus_document *const document = at->coding->document;
    uint32_t word = at->one->mention, depth = 0;
    bool relative = false, adverbial = false, nominal = false;
    for (; depth < 6; depth++) {
        bool content = false;
        for (uint32_t i = 0; i < at->said->count; i++) content |= at->said->contents[i] == word;
        if (content || casus_word_is_root(document, word)) break;
        const casus_deprel deprel = tree_main_deprel(document, word);
        relative |= deprel == DEP_ACL;
        adverbial |= deprel == DEP_ADVCL;
        nominal |= deprel == DEP_NMOD;
        if (deprel == DEP_ADVCL || deprel == DEP_ACL) add_clause(at, word);
        word = tree_word(document, word)->head;
    }
    char text[16];
    snprintf(text, sizeof text, "depth%u", depth > 4 ? 4 : depth);
    said_fact(at, text, true);
    said_fact(at, "relative", relative);
    said_fact(at, "adverbial", adverbial);
    said_fact(at, "in-noun", nominal);
    add_word(at);
    bool inner = false;
    const attributions *const all = at->coding->attributions;
    for (uint32_t i = all->first[at->said->sentence];
         i < all->list.count && all->list.at[i].sentence == at->said->sentence; i++)
        inner |= i != at->one->utterance &&
                 attribution_holds(at->coding, at->said, all->list.at[i].cue) &&
                 attribution_holds(at->coding, &all->list.at[i], at->one->mention);
    said_fact(at, "inner", inner);
}

void said_number(said_view *const at, const char *const name, int64_t value, const int64_t most)
{
    char text[32];
    if (value > most) value = most;
    snprintf(text, sizeof text, "%s%d", name, (int)value);
    said_fact(at, text, true);
}

/* How the words lie between the word of saying and the event: clauses that a semicolon parts have
 * speakers of their own. */
static void add_order(said_view *const at)
{
    const casus_document *const document = at->coding->document;
    const uint32_t cue = at->one->statement.cue_word, word = at->one->mention;
    const uint32_t first = cue < word ? cue : word, last = cue < word ? word : cue;
    bool semicolon = false, comma = false;
    uint32_t verbs = 0;
    for (uint32_t i = first + 1; i < last; i++) {
        const casus_str form = tree_word(document, i)->form;
        semicolon |= casus_str_equal(form, STR(";"));
        comma |= casus_str_equal(form, STR(","));
        verbs += tree_word(document, i)->upos == UPOS_VERB;
    }
    said_fact(at, cue < word ? "ahead" : "behind", true);
    said_fact(at, "semicolon", semicolon);
    said_fact(at, "comma", comma);
    said_number(at, "verbs", verbs, 3);
    const uint16_t quoted = tree_word(document, word)->flags & WORD_QUOTED;
    said_fact(at, "in-quotes", quoted && !(tree_word(document, cue)->flags & WORD_QUOTED));
    if (word == at->draft->word) return;
    /* Held to be the same as something told elsewhere: the further off and the barer, the likelier
     * not. */
    const uint32_t number = at->coding->drafts->at[word];
    const uint32_t here = tree_word(document, word)->sentence, there = at->draft->sentence;
    said_fact(at, "joined", true);
    said_number(at, "joined", here > there ? here - there : there - here, 4);
    said_fact(at, "joined-noun",
              number != CASUS_NONE && at->coding->drafts->list.at[number].nominal);
}

/* How the speaker is named where he speaks: pronouns and the order of words may mislead. */
static void add_speaker(said_view *const at)
{
    static const char *const forms[] = {"speaker.name", "speaker.description", "speaker.pronoun"};
    const casus_document *const document = at->coding->document;
    const uint32_t subject = frame_get(frame_of(at->coding, at->one->statement.cue_word), ARG_SUBJ);
    if (subject == CASUS_NONE) {
        said_fact(at, "speaker.none", true);
        return;
    }
    const uint32_t owner = tree_child_exact(document, subject, DEP_NMOD_POSS);
    said_fact(at, "speaker.ours",
              owner != CASUS_NONE && (tree_word(document, owner)->features & FEAT_FIRST));
    const uint32_t number = document->mention_at[subject];
    if (number == CASUS_NONE)
        said_fact(at, "speaker.other", true);
    else
        said_fact(at, forms[document->record.mentions.at[number].form], true);
}

/* Told in an answer: whether by somebody else's word, in brackets or of long ago is for the syntax
 * and these to tell. */
static void add_answer(said_view *const at)
{
    const casus_document *const document = at->coding->document;
    const uint32_t sentence = tree_word(document, at->one->mention)->sentence;
    const casus_str text = casus_document_text(document, document->sentences.at[sentence].span);
    const attributions *const all = at->coding->attributions;
    bool other = false;
    for (uint32_t i = all->first[sentence];
         i < all->list.count && all->list.at[i].sentence == sentence; i++)
        other |= attribution_holds(at->coding, &all->list.at[i], at->one->mention);
    judge_add_flag(&at->features, "answer.by-other", other);
    judge_add_flag(&at->features, "answer.bracket", text.size && text.at[0] == '[');
    judge_add_flag(&at->features, "answer.mentions", at->draft->words.count > 1);
}

said_view said_begin(coder_state *const coding, const event_draft *const draft,
                     const statement_draft *const one)
{
    static const char *const ties[] = {"clause", "sentence", "reference"};
    const attribution *const said = &coding->attributions->list.at[one->utterance];
    return (said_view){.coding = coding,
                       .draft = draft,
                       .one = one,
                       .said = said,
                       .stance = casus_stance_name(said->stance),
                       .type = draft_type(draft),
                       .tie = ties[one->statement.tie],
                       .features = features_begin(coding)};
}

judge_features statements_describe(coder_state *const coding, const event_draft *const draft,
                                   const statement_draft *const one)
{
    said_view at = said_begin(coding, draft, one);
    add_stance(&at);
    add_standing(&at);
    add_parties(&at);
    add_event_facts(&at);
    if (one->reading == READ_ANSWER)
        add_answer(&at);
    else if (one->statement.tie == TIE_REFERENCE)
        said_reference(&at);
    else
        add_depth(&at);
    if (one->reading != READ_ANSWER) add_speaker(&at);
    said_tolls(&at);
    if (one->statement.tie != TIE_REFERENCE) add_order(&at);
    features_add_syntax(coding, &at.features,
                        one->reading == READ_ANSWER ? one->mention : one->statement.cue_word);
    return at.features;
}
