/* What the judges of figures look at. */
#include <stdio.h>

#include "coding/parties.h"
#include "coding/tolls.h"
#include "coding/tree.h"

enum { MARKER_REACH = 4, AHEAD = 1 };

static const char *const bucket_names[] = {"0", "1", "2", "3", "4-5", "6-9", "10-15", "16+"};

static const char *gap_bucket(const uint32_t gap)
{
    return bucket_names[gap < 4 ? gap : gap < 6 ? 4 : gap < 10 ? 5 : gap < 16 ? 6 : 7];
}

static const char *size_bucket(const toll *const one)
{
    const uint64_t size = one->min ? one->min : one->max;
    return size < 2                              ? "1"
           : size < 5                            ? "2-4"
           : size < 20                           ? "5-19"
           : size < 100                          ? "20-99"
           : size < 1000                         ? "100-999"
           : size < 1900                         ? "1000-1899"
           : size < 2100 && one->min == one->max ? "1900-2099"
                                                 : "2100+";
}

static void add_text(judge_features *const features, const char *const name,
                     const char *const value)
{
    judge_add(features, name, casus_str_from(value));
}

uint32_t tolls_gap(const toll *const one, const uint32_t word)
{
    return word < one->first ? one->first - word : word > one->last ? word - one->last : 0;
}

const casus_count *tolls_strict(const toll *const one, const casus_event *const event)
{
    for (uint32_t i = 0; i < event->counts.count; i++) {
        const casus_count *const count = &event->counts.at[i];
        if (count->span.begin < one->span.end && one->span.begin < count->span.end &&
            count->min == one->min && count->max == one->max)
            return count;
    }
    return NULL;
}

/* How many other figures of the sentence stand nearer to the cue. */
static uint32_t nearer_figures(const coder_state *const coding, const toll_sentence *const found,
                               const toll_reading *const read)
{
    uint32_t nearer = 0;
    for (uint32_t i = 0; i < found->tolls.count; i++)
        if (&found->tolls.at[i] != read->figure && !found->tolls.at[i].single)
            nearer +=
                tolls_path(coding->document, &found->tolls.at[i], read->cue).cost < read->path.cost;
    return nearer;
}

static void add_marker(const coder_state *const coding, judge_features *const features,
                       const toll *const one, const uint32_t begin)
{
    const casus_document *const document = coding->document;
    for (uint32_t i = one->first; i > begin && one->first - i < MARKER_REACH; i--) {
        const casus_word *const before = tree_word(document, i - 1);
        if (match_is(coding, WORDS_PART_MARKER, i - 1)) judge_add(features, "part", before->lemma);
        if (casus_str_equal(before->form, STR(":"))) judge_add(features, "part", STR(":"));
        if (casus_str_equal(before->form, STR("("))) judge_add(features, "part", STR("("));
    }
    if (one->first > begin)
        judge_add(features, "before", tree_word(document, one->first - 1)->lemma);
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, one->head)->sentence];
    const uint32_t end = sentence->first + sentence->count;
    if (one->last + 1 < end) {
        judge_add(features, "after", tree_word(document, one->last + 1)->lemma);
        if (one->last + 2 < end &&
            casus_str_equal_nocase(tree_word(document, one->last + 1)->form, STR("of")))
            judge_add(features, "after.of", tree_word(document, one->last + 2)->lemma);
    }
    for (uint32_t i = one->head + 1; i < end && i <= one->head + 3; i++)
        if (match_is(coding, WORDS_PART_MARKER, i))
            judge_add(features, "part.behind", tree_word(document, i)->lemma);
}

static void add_noun(const coder_state *const coding, judge_features *const features,
                     const toll *const one)
{
    const casus_document *const document = coding->document;
    const bool bare = one->head >= one->first && one->head <= one->last && !one->single;
    judge_add_flag(features, "single", one->single);
    judge_add_flag(features, "bare", bare);
    if (!bare) judge_add(features, "noun", tree_word(document, one->head)->lemma);
    judge_add_flag(features, "unit", match_is(coding, WORDS_FIGURE_UNIT, one->head));
    add_text(features, "victims",
             one->victims == CASUS_NONE
                 ? "none"
                 : casus_kind_name(document->record.actors.at[one->victims].kind));
    if (one->victims != CASUS_NONE)
        judge_add_flag(features, "victims.armed", document->record.actors.at[one->victims].armed);
    for (EACH_CHILD(document, one->head, child)) {
        const casus_deprel deprel = tree_deprel(document, child);
        if (one->single && (deprel == DEP_DET || deprel == DEP_NMOD_POSS))
            judge_add(features, "single.det",
                      deprel == DEP_DET ? tree_word(document, child)->lemma : STR("poss"));
        if (one->single && (deprel == DEP_APPOS || deprel == DEP_FLAT))
            add_text(features, "single.named", casus_deprel_name(deprel));
        if (deprel == DEP_AMOD) judge_add(features, "amod", tree_word(document, child)->lemma);
        if (deprel == DEP_CASE) judge_add(features, "case", tree_word(document, child)->lemma);
    }
}

/* A figure among the others of its sentence: smaller than one before it, or their sum. */
static void add_others(judge_features *const features, const toll_sentence *const found,
                       const toll *const one)
{
    uint64_t sum = 0;
    bool larger_before = false, seen_before = false;
    for (uint32_t i = 0; i < found->tolls.count; i++) {
        const toll *const other = &found->tolls.at[i];
        if (other->single != one->single) continue;
        if (other < one && other->min > one->min) larger_before = true;
        if (other < one) seen_before = true;
        if (other > one && other->min < one->min) sum += other->min;
    }
    judge_add_flag(features, "larger-before", larger_before);
    judge_add_flag(features, "figure-before", seen_before);
    judge_add_flag(features, "sum", sum && sum == one->min);
}

/* What the figure is to its cue, passives turned into actives, and what the lexicon counts there.
 */
static void add_argument(coder_state *const coding, judge_features *const features,
                         const toll_reading *const read)
{
    static const char *const keys[] = {"none", "subj",  "obj",    "iobj",  "poss",
                                       "comp", "self",  "xcomp",  "ccomp", "advcl",
                                       "any",  "first", "second", "head"};
    const casus_document *const document = coding->document;
    const uint32_t number = coding->drafts->at[read->cue];
    const lex_rule *const rule = number == CASUS_NONE ? NULL : coding->drafts->list.at[number].rule;
    const coder_frame *const frame = frame_of(coding, read->cue);
    const uint32_t head = tree_first_conjunct(document, read->figure->head);
    uint16_t key = read->path.length == 0 ? ARG_SELF : ARG_NONE;
    bool understood = false;
    for (uint32_t i = 0; i < frame->count && key == ARG_NONE; i++) {
        if (frame->arguments[i].word != head && frame->arguments[i].word != read->figure->head)
            continue;
        key = frame->arguments[i].key;
        understood = frame->arguments[i].understood;
    }
    char text[TOLL_PATH];
    const char *const name = key < ARG_PREPOSITION ? keys[key] : "preposition";
    const bool counts = rule && rule->effect == (int)read->effect;
    const char *const kind = !counts                             ? "plain"
                             : rule->effect_argument == ARG_SUBJ ? "of-subj"
                             : rule->effect_argument == ARG_OBJ  ? "of-obj"
                                                                 : "of-self";
    const char *const sense = read->plain ? "plain" : "perhaps";
    const char *const effect = casus_effect_name(read->effect);
    JUDGE_NAME(text, effect, sense);
    add_text(features, text, name);
    add_text(features, "sense", sense);
    JUDGE_NAME(text, sense, "way");
    add_text(features, text, read->path.text);
    add_text(features, "argument", name);
    JUDGE_NAME(text, kind, casus_upos_name((casus_upos)tree_word(document, read->cue)->upos));
    add_text(features, text, name);
    add_text(features, "cue.kind", kind);
    judge_add_flag(features, "fits", counts && rule->effect_argument == key);
    judge_add_flag(features, "understood", understood);
}

void tolls_add_reading(coder_state *const coding, judge_features *const features,
                       const toll_sentence *const found, const toll_reading *const read,
                       const uint32_t rank, const bool strict)
{
    const casus_document *const document = coding->document;
    const casus_sentence *const sentence = &document->sentences.at[found->sentence];
    const toll *const one = read->figure;
    const char *const effect = casus_effect_name(read->effect);
    char text[TOLL_PATH + 32];
    add_text(features, "effect", effect);
    judge_add_flag(features, "strict", strict);
    JUDGE_NAME(text, effect, "strict");
    judge_add_flag(features, text, strict);
    judge_add_number(features, "rank", rank, 2);
    add_text(features, "path", read->path.text);
    JUDGE_NAME(text, effect, "path");
    add_text(features, text, read->path.text);
    JUDGE_NAME(text, effect, "size");
    add_text(features, text, size_bucket(one));
    judge_add_flag(features, "open", one->min != one->max);
    JUDGE_NAME(text, effect, "cue");
    judge_add(features, text, tree_word(document, read->cue)->lemma);
    JUDGE_NAME(text, read->cue < one->first ? "behind" : "ahead",
               one->single ? "single" : "number");
    add_text(features, text, gap_bucket(tolls_gap(one, read->cue)));
    judge_add_number(features, "nearer", nearer_figures(coding, found, read), 2);
    snprintf(text, sizeof text, "single.path");
    if (one->single) add_text(features, text, read->path.text);
    add_argument(coding, features, read);
    bool governed;
    add_text(features, "factuality",
             casus_factuality_name(factuality_of(coding, read->cue, &governed)));
    judge_add_flag(features, "governed", governed);
    add_text(features, "cue.upos",
             casus_upos_name((casus_upos)tree_word(document, read->cue)->upos));
    judge_add_flag(features, "headline", sentence->kind == SENTENCE_HEADLINE);
    judge_add_flag(features, "quoted", (tree_word(document, one->head)->flags & WORD_QUOTED) != 0);
    add_noun(coding, features, one);
    add_marker(coding, features, one, sentence->first);
    add_others(features, found, one);
}

/* Deaths told by themselves: nobody is said to have done it. */
static bool is_bare(const toll_event *const near)
{
    return near->draft->event.type == EVENT_ASSAULT && !near->draft->event.source.count;
}

/* What the event is to the figure among all those near: told by the cue itself, or the violence
 * with an author that a cue without one would belong to. */
static const char *part_of_event(const toll_reading *const read, const toll_events *const near,
                                 const toll_event *const one)
{
    const toll_event *told = NULL, *host = NULL;
    for (uint32_t i = 0; i < near->count; i++) {
        const toll_event *const at = &near->at[i];
        if (at->word == read->cue) told = at;
        if (at->draft->event.type == EVENT_ASSAULT && !is_bare(at) &&
            (!host || (host->word > read->cue && at->word < read->cue)))
            host = at;
    }
    if (told && is_bare(told)) {
        if (one == told) return host ? "bare-hosted" : "bare-alone";
        return one == host ? "host" : "beside-bare";
    }
    if (told) return one == told ? "told" : "beside-told";
    return one == host ? "nearest-violence" : "untold";
}

void tolls_add_event(const coder_state *const coding, judge_features *const features,
                     const toll_reading *const read, const toll_events *const all,
                     const uint32_t rank)
{
    const toll_event *const near = &all->at[rank];
    const casus_document *const document = coding->document;
    const event_draft *const draft = near->draft;
    const casus_event *const event = &draft->event;
    const toll *const one = read->figure;
    const char *const type = casus_event_type_name(event->type);
    const uint32_t here = tree_word(document, one->head)->sentence;
    const uint32_t there = tree_word(document, near->word)->sentence;
    char text[64];
    const casus_count *const strict = tolls_strict(one, event);
    judge_add_flag(features, "strict", strict != NULL);
    judge_add_flag(features, "strict.effect", strict && strict->effect == read->effect);
    judge_add_flag(features, "cue", near->word == read->cue);
    add_text(features, "standing", part_of_event(read, all, near));
    JUDGE_NAME(text, casus_effect_name(read->effect), type);
    add_text(features, text, "");
    judge_add(features, "lemma", tree_word(document, near->word)->lemma);
    judge_add_number(features, "rank", rank, 3);
    judge_add_number(features, "sentence", (int64_t)there - (int64_t)here, AHEAD);
    judge_add_flag(features, "paragraph",
                   document->sentences.at[here].paragraph ==
                       document->sentences.at[there].paragraph);
    add_text(features, there == here ? "gap" : "gap.far", gap_bucket(near->distance));
    if (there == here) {
        judge_add_flag(features, "behind", near->word < one->first);
        judge_add_flag(features, "clause",
                       tree_clause(document, near->word) == tree_clause(document, read->cue));
        judge_add_flag(features, "above", tree_dominates(document, near->word, read->cue));
        judge_add_flag(features, "below", tree_dominates(document, read->cue, near->word));
        add_text(features, "way", tolls_path(document, one, near->word).text);
    }
    judge_add(features, "event.factuality",
              casus_str_from(casus_factuality_name(event->factuality)));
    add_text(features, "rule.effect",
             draft->rule->effect < 0                    ? "none"
             : draft->rule->effect == (int)read->effect ? "same"
                                                        : "other");
    judge_add(features, "rule", draft->rule->id);
    judge_add_flag(features, "nominal", draft->nominal);
    judge_add_flag(features, "headline", document->sentences.at[there].kind == SENTENCE_HEADLINE);
    if (one->victims != CASUS_NONE) {
        const casus_refs victims = {
            .at = (uint32_t *)(uintptr_t)&one->victims, .count = 1, .room = 1};
        judge_add_flag(features, "target", parties_overlap(coding, &victims, &event->target));
        judge_add_flag(features, "source", parties_overlap(coding, &victims, &event->source));
    }
    judge_add_number(features, "mentions", draft->words.count, 3);
    judge_add_number(features, "odds", (int64_t)(event->confidence * 6), 6);
    judge_add_number(features, "counts", event->counts.count, 2);
    judge_add_number(features, "parties", (event->source.count > 0) * 2 + (event->target.count > 0),
                     3);
}
