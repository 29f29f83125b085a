/* The phrases of a text that can fill a role, each cut in every way that a reader might cut it. */
#include "coding/fillers_parts.h"
#include "coding/parties.h"
#include "coding/things.h"
#include "coding/tree.h"
#include "text/fold.h"

enum {
    PHRASE_LIMIT = 8000,
    LEFT_LIMIT = 8,
    RIGHT_LIMIT = 12,
    NAME_LIMIT = 8,
    CUTS = 4,
    ENTITIES_SEEN = 1000
};

typedef struct finder {
    coder_state *coding;
    const casus_document *document;
    filler_phrases *phrases;
    bool caseless;
    uint32_t *mention;  /* by word: the mention that covers it, or CASUS_NONE */
    bool *placed, *run; /* by word: part of a place's name; of a person's */
    bool *violent;      /* by sentence: an event of force is told there */
} finder;

static uint32_t *fill_none(casus_arena *const arena, const uint32_t count)
{
    uint32_t *const all = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) all[i] = CASUS_NONE;
    return all;
}

static finder begin(coder_state *const coding, filler_phrases *const phrases)
{
    const casus_document *const document = coding->document;
    const uint32_t words = document->words.count;
    finder find = {coding,
                   document,
                   phrases,
                   fillers_caseless(document),
                   fill_none(coding->arena, words),
                   ARENA_ARRAY(coding->arena, bool, words + 1),
                   ARENA_ARRAY(coding->arena, bool, words + 1),
                   ARENA_ARRAY(coding->arena, bool, document->sentences.count + 1)};
    for (uint32_t i = 0; i < document->record.actors.count; i++) {
        const casus_actor *const actor = &document->record.actors.at[i];
        for (uint32_t j = 0; j < actor->mentions.count; j++) {
            const uint32_t number = actor->mentions.at[j];
            const casus_mention *const one = &document->record.mentions.at[number];
            for (uint32_t word = one->first; word <= one->last && word < words; word++)
                find.mention[word] = number;
        }
    }
    for (uint32_t i = 0; i < document->record.places.count; i++) {
        const casus_place *const place = &document->record.places.at[i];
        for (uint32_t j = 0; j < place->mentions.count; j++) {
            const casus_place_mention *const one =
                &document->record.place_mentions.at[place->mentions.at[j]];
            for (uint32_t word = one->first; word <= one->last && word < words; word++)
                find.placed[word] = true;
        }
    }
    const drafts *const all = coding->drafts;
    for (uint32_t i = 0; i < all->list.count; i++)
        if (fillers_decide_on(&all->list.at[i])) find.violent[all->list.at[i].sentence] = true;
    return find;
}

static uint32_t add_entity(const finder *const find, const phrase_kind kind, const uint32_t actor,
                           const casus_str key, const thing_class *const klass)
{
    const filler_entity one = {.kind = kind, .actor = actor, .key = key, .klass = klass};
    VEC_PUSH(&find->phrases->entities, find->coding->arena, one);
    return find->phrases->entities.count - 1;
}

static void add_head(const finder *const find, const uint32_t entity, const uint32_t head)
{
    filler_entity *const one = &find->phrases->entities.at[entity];
    if (one->heads.count && one->heads.at[one->heads.count - 1] == head) return;
    VEC_PUSH(&one->heads, find->coding->arena, head);
}

static bool is_full(const finder *const find)
{
    return find->phrases->list.count >= PHRASE_LIMIT;
}

/* Adds the phrase unless the same words stand there already. */
static void add(const finder *const find, const uint32_t entity, const uint32_t head,
                const uint32_t first, const uint32_t last, const char *const shape)
{
    filler_phrases *const all = find->phrases;
    if (is_full(find)) return;
    for (uint32_t i = all->list.count; i-- > 0 && all->list.at[i].head == head;)
        if (all->list.at[i].first == first && all->list.at[i].last == last &&
            all->list.at[i].entity == entity)
            return;
    const casus_str text =
        casus_document_text(find->document, tree_span(find->document, first, last));
    if (!text.size) return;
    const filler_phrase one = {head, first, last, entity, shape, text};
    VEC_PUSH(&all->list, find->coding->arena, one);
}

static const casus_actor *actor_of(const finder *const find, const uint32_t mention)
{
    const casus_record *const record = &find->document->record;
    return &record->actors.at[record->mentions.at[mention].actor];
}

/* --- Names of persons --- */

static bool is_name_word(const finder *const find, const uint32_t word)
{
    const casus_word *const at = tree_word(find->document, word);
    if (find->document->time_at[word] != CASUS_NONE || at->upos == UPOS_PUNCT) return false;
    if (!find->caseless && !casus_is_capitalised(at->form)) return false;
    if (at->upos == UPOS_PROPN) return true;
    if (at->upos != UPOS_NOUN && at->upos != UPOS_ADJ && at->upos != UPOS_OTHER) return false;
    const casus_deprel deprel = tree_main_deprel(find->document, word);
    if (deprel == DEP_FLAT) return true;
    const uint32_t flat = tree_child(find->document, word, DEP_FLAT);
    return flat == word + 1 && tree_word(find->document, flat)->upos == UPOS_PROPN &&
           find->mention[word] == CASUS_NONE;
}

/* de, la, y: words between those of a name. */
static bool is_joiner(const finder *const find, const uint32_t word)
{
    const casus_word *const at = tree_word(find->document, word);
    return at->form.size <= 3 && at->upos != UPOS_PUNCT && at->upos != UPOS_CCONJ &&
           at->upos != UPOS_ADP && at->upos != UPOS_DET && at->upos != UPOS_NUM &&
           at->upos != UPOS_AUX && at->upos != UPOS_PART && at->upos != UPOS_PRON;
}

static uint32_t run_end(const finder *const find, const uint32_t first)
{
    const casus_document *const document = find->document;
    const casus_sentence *const sentence =
        &document->sentences.at[tree_word(document, first)->sentence];
    const uint32_t end = sentence->first + sentence->count;
    uint32_t last = first;
    for (uint32_t word = first + 1; word < end && word < first + NAME_LIMIT; word++) {
        if (is_name_word(find, word))
            last = word;
        else if (!is_joiner(find, word) || word > last + 2)
            break;
    }
    return last;
}

/* Somebody bears the name: it is no organisation's, no place's, and a lone word is known for a
 * person. */
static bool is_person(const finder *const find, const uint32_t first, const uint32_t last)
{
    bool person = false, elsewhere = true;
    for (uint32_t word = first; word <= last; word++) {
        const uint32_t mention = find->mention[word];
        if (mention != CASUS_NONE) {
            if (actor_of(find, mention)->kind == KIND_ORGANIZATION) return false;
            person |= find->document->record.mentions.at[mention].form == FORM_NAME;
        }
        person |= tree_word(find->document, word)->ner == NER_PERSON;
        elsewhere = elsewhere && find->placed[word];
    }
    return person || (last > first && !elsewhere);
}

static bool has_word(const casus_str text, const casus_str word)
{
    casus_str rest = text, one;
    while (casus_str_cut(&rest, ' ', &one))
        if (casus_str_equal(one, word)) return true;
    return false;
}

static bool holds_words(const casus_str text, const casus_str words)
{
    casus_str rest = words, one;
    while (casus_str_cut(&rest, ' ', &one))
        if (!has_word(text, one)) return false;
    return true;
}

static casus_str name_key(const finder *const find, const uint32_t first, const uint32_t last)
{
    casus_str key = {NULL, 0};
    for (uint32_t word = first; word <= last; word++) {
        const casus_str form =
            casus_lower(find->coding->arena, tree_word(find->document, word)->form);
        key = key.size ? casus_arena_format(find->coding->arena, "%.*s %.*s", (int)key.size, key.at,
                                            (int)form.size, form.at)
                       : form;
    }
    return key;
}

/* Who bears the name already under more or fewer of its words. */
static uint32_t name_entity(const finder *const find, const casus_str key, const uint32_t actor)
{
    const uint32_t count = find->phrases->entities.count;
    for (uint32_t i = count; i-- > 0 && count - i <= ENTITIES_SEEN;) {
        filler_entity *const one = &find->phrases->entities.at[i];
        if (one->kind != PHRASE_NAME) continue;
        if (holds_words(one->key, key)) return i;
        if (!holds_words(key, one->key)) continue;
        one->key = key;
        if (actor != CASUS_NONE) one->actor = actor;
        return i;
    }
    return add_entity(find, PHRASE_NAME, actor, key, NULL);
}

static uint32_t person_at(const finder *const find, const uint32_t first, const uint32_t last)
{
    for (uint32_t word = first; word <= last; word++)
        if (find->mention[word] != CASUS_NONE)
            return find->document->record.mentions.at[find->mention[word]].actor;
    return CASUS_NONE;
}

static uint32_t run_head(const finder *const find, const uint32_t first, const uint32_t last)
{
    for (uint32_t word = first; word <= last; word++) {
        const uint32_t head = tree_word(find->document, word)->head;
        if (head < first || head > last || head == word) return word;
    }
    return first;
}

static bool is_title(const finder *const find, const uint32_t word, const uint32_t name)
{
    const casus_word *const at = tree_word(find->document, word);
    if (at->sentence != tree_word(find->document, name)->sentence) return false;
    return at->upos == UPOS_NOUN || at->upos == UPOS_PROPN || at->upos == UPOS_ADJ;
}

static void add_name(finder *const find, const uint32_t first, const uint32_t last)
{
    const uint32_t head = run_head(find, first, last);
    const uint32_t entity =
        name_entity(find, name_key(find, first, last), person_at(find, first, last));
    add_head(find, entity, head);
    for (uint32_t word = first; word <= last; word++) find->run[word] = true;
    add(find, entity, head, first, last, "name");
    for (uint32_t word = first; word <= last; word++) {
        const uint32_t number = find->mention[word];
        if (number == CASUS_NONE) continue;
        const casus_mention *const one = &find->document->record.mentions.at[number];
        if (one->form == FORM_NAME && one->first >= first && one->last <= last)
            add(find, entity, head, one->first, one->last, "mention");
    }
    if (last > first + 1) add(find, entity, head, first + 1, last, "untitled");
    if (first > 0 && is_title(find, first - 1, first))
        add(find, entity, head, first - 1, last, "titled");
}

static void find_names(finder *const find)
{
    for (uint32_t word = 0; word < find->document->words.count && !is_full(find); word++) {
        if (!is_name_word(find, word)) continue;
        const uint32_t last = run_end(find, word);
        if (is_person(find, word, last)) add_name(find, word, last);
        word = last;
    }
}

/* --- Organisations --- */

static void find_groups(finder *const find)
{
    const casus_record *const record = &find->document->record;
    for (uint32_t i = 0; i < record->actors.count; i++) {
        const casus_actor *const actor = &record->actors.at[i];
        if (actor->kind != KIND_ORGANIZATION) continue;
        uint32_t entity = CASUS_NONE;
        for (uint32_t j = 0; j < actor->mentions.count; j++) {
            const casus_mention *const one = &record->mentions.at[actor->mentions.at[j]];
            if (one->form == FORM_PRONOUN) continue;
            if (entity == CASUS_NONE) entity = add_entity(find, PHRASE_GROUP, i, actor->name, NULL);
            add_head(find, entity, one->head);
            bool told = false;
            for (uint32_t k = find->phrases->list.count;
                 k-- > 0 && find->phrases->list.at[k].entity == entity && !told;)
                told = casus_str_equal(find->phrases->list.at[k].text,
                                       casus_document_text(find->document, one->span));
            if (!told)
                add(find, entity, one->head, one->first, one->last,
                    one->form == FORM_NAME ? "name" : "described");
        }
    }
}

/* --- Described people, objects, weapons --- */

static bool stands_before(const finder *const find, const uint32_t word, const uint32_t head)
{
    const casus_document *const document = find->document;
    const casus_word *const at = tree_word(document, word);
    if (!tree_dominates(document, head, word)) return false;
    for (uint32_t up = word; up != head; up = tree_word(document, up)->head) {
        const casus_deprel deprel = tree_deprel(document, up);
        const casus_deprel plain = tree_main_deprel(document, up);
        if (deprel == DEP_NMOD_POSS || plain == DEP_DET || plain == DEP_CASE || plain == DEP_CC ||
            plain == DEP_MARK || plain == DEP_COP || plain == DEP_AUX || plain == DEP_NSUBJ)
            return false;
        if (plain == DEP_ADVMOD && tree_word(document, up)->head == head) return false;
    }
    return at->upos != UPOS_PRON && (at->upos != UPOS_PUNCT || at->form.size == 1);
}

static uint32_t left_edge(const finder *const find, const uint32_t head)
{
    const casus_document *const document = find->document;
    const uint32_t begin = document->sentences.at[tree_word(document, head)->sentence].first;
    uint32_t first = head;
    while (first > begin && head - first < LEFT_LIMIT && stands_before(find, first - 1, head))
        first--;
    while (first < head && tree_word(document, first)->upos == UPOS_PUNCT) first++;
    return first;
}

/* Where the phrase may end: at its head, behind `of …`, behind what else hangs on it. */
static uint32_t right_edges(const finder *const find, const uint32_t head, uint32_t ends[CUTS])
{
    const casus_document *const document = find->document;
    uint32_t count = 0;
    ends[count++] = head;
    for (EACH_CHILD(document, head, child)) {
        if (child < head || count == CUTS) continue;
        const casus_deprel deprel = tree_main_deprel(document, child);
        uint32_t first, last;
        if (deprel == DEP_NMOD) {
            tree_phrase(document, child, &first, &last);
        } else if (deprel == DEP_ACL && tree_deprel(document, child) != DEP_ACL_RELCL) {
            tree_extent(document, child, &first, &last);
        } else {
            continue;
        }
        if (last > ends[count - 1] && last < head + RIGHT_LIMIT) ends[count++] = last;
    }
    return count;
}

static void add_cuts(const finder *const find, const uint32_t entity, const uint32_t head,
                     const bool inside)
{
    static const char *const shapes[CUTS][CUTS] = {{"whole", "whole+", "whole++", "whole+++"},
                                                   {"less", "less+", "less++", "less+++"},
                                                   {"near", "near+", "near++", "near+++"},
                                                   {"head", "head+", "head++", "head+++"}};
    const uint32_t edge = left_edge(find, head);
    const uint32_t owner = tree_child_exact(find->document, head, DEP_NMOD_POSS);
    const uint32_t starts[CUTS] = {edge, edge < head ? edge + 1 : head,
                                   edge < head ? head - 1 : head, head};
    uint32_t ends[CUTS];
    const uint32_t count = inside ? (ends[0] = head, 1) : right_edges(find, head, ends);
    add_head(find, entity, head);
    if (owner != CASUS_NONE && owner < edge && owner + 3 >= edge &&
        tree_word(find->document, owner)->upos != UPOS_PRON)
        add(find, entity, head, left_edge(find, owner), head, "owned");
    for (uint32_t i = 0; i < CUTS; i++)
        for (uint32_t j = 0; j < count && (j == 0 || i < 2); j++)
            if (tree_word(find->document, starts[i])->upos != UPOS_PUNCT)
                add(find, entity, head, starts[i], ends[j], shapes[i][j]);
}

static uint32_t noun_entity(const finder *const find, const phrase_kind kind, const casus_str lemma,
                            const uint32_t actor, const thing_class *const klass)
{
    const uint32_t count = find->phrases->entities.count;
    for (uint32_t i = count; i-- > 0 && count - i <= ENTITIES_SEEN;) {
        const filler_entity *const one = &find->phrases->entities.at[i];
        if (one->kind == kind && casus_str_equal(one->key, lemma)) return i;
    }
    return add_entity(find, kind, actor, lemma, klass);
}

static void find_noun(const finder *const find, const uint32_t word)
{
    const casus_document *const document = find->document;
    const casus_word *const at = tree_word(document, word);
    if ((at->upos != UPOS_NOUN && at->upos != UPOS_PROPN) || find->run[word] ||
        document->time_at[word] != CASUS_NONE || find->placed[word])
        return;
    const casus_deprel deprel = tree_main_deprel(document, word);
    const bool inside = deprel == DEP_COMPOUND || deprel == DEP_FLAT;
    const thing_class *const klass = things_class(find->coding, word);
    if (inside && (!klass || !klass->weapon)) return;
    const uint32_t actor = party_at(find->coding, word);
    phrase_kind kind = PHRASE_OTHER;
    if (klass)
        kind = klass->weapon ? PHRASE_WEAPON : PHRASE_OBJECT;
    else if (actor != CASUS_NONE && document->record.actors.at[actor].kind == KIND_ORGANIZATION)
        return;
    else if (actor != CASUS_NONE)
        kind = PHRASE_PEOPLE;
    else if (!find->violent[at->sentence])
        return;
    const casus_str lemma = casus_lower(find->coding->arena, at->lemma);
    add_cuts(find, noun_entity(find, kind, lemma, actor, klass), word, inside);
}

void fillers_phrases(coder_state *const coding, filler_phrases *const phrases)
{
    finder find = begin(coding, phrases);
    find_names(&find);
    find_groups(&find);
    for (uint32_t word = 0; word < coding->document->words.count && !is_full(&find); word++)
        find_noun(&find, word);
}
