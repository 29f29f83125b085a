/* The sub-event type of ACLED's codebook (2019 on): what the lexicon says of the words, corrected
 * by who acts against whom, with what, and about what.  https://acleddata.com */
#include "coding/acled.h"

#include "coding/parties.h"
#include "coding/tree.h"

static const char ARMED_CLASH[] = "Armed clash", ATTACK[] = "Attack", MOB[] = "Mob violence",
                  AIR[] = "Air/drone strike", SHELLING[] = "Shelling/artillery/missile attack",
                  EXPLOSIVE[] = "Remote explosive/landmine/IED", GRENADE[] = "Grenade",
                  SUICIDE[] = "Suicide bomb", CHEMICAL[] = "Chemical weapon",
                  RIOT[] = "Violent demonstration", PROTEST[] = "Peaceful protest",
                  INTERVENTION[] = "Protest with intervention",
                  EXCESSIVE[] = "Excessive force against protesters", ARRESTS[] = "Arrests",
                  STATE_GAIN[] = "Government regains territory",
                  REBEL_GAIN[] = "Non-state actor overtakes territory",
                  TRANSFER[] = "Non-violent transfer of territory",
                  CHANGE[] = "Change to group/activity",
                  BASE[] = "Headquarters or base established", OTHER[] = "Other",
                  DISRUPTED[] = "Disrupted weapons use";

/* What the words about an event speak of. */
typedef struct scene {
    bool chemical, suicide, air, shell, grenade, explosive;       /* weapons */
    bool protest, riot, police, dispersal, gunfire, mob, weapons; /* streets */
    bool peaceful, base, military, harm, disarming;
} scene;

static bool is_label(const casus_event *const event, const char *const label)
{
    return casus_str_equal(event->acled, casus_str_from(label));
}

/* A grenade that is propelled is fired, not thrown. */
static bool is_thrown(const coder_state *const coding, const uint32_t word)
{
    return match_is(coding, WORDS_ACLED_GRENADE, word) &&
           (!word || !match_is(coding, WORDS_ACLED_PROPELLED, word - 1));
}

/* "without a fight" */
static bool is_unfought(const coder_state *const coding, const uint32_t word)
{
    enum { REACH = 3 };
    if (!match_is(coding, WORDS_ACLED_WITHOUT, word)) return false;
    for (uint32_t i = word + 1; i < coding->document->words.count && i <= word + REACH; i++)
        if (match_is(coding, WORDS_ACLED_STRUGGLE, i)) return true;
    return false;
}

static void look_at(const coder_state *const coding, const uint32_t word, scene *const seen)
{
    seen->chemical |= match_is(coding, WORDS_ACLED_CHEMICAL, word);
    seen->suicide |= match_is(coding, WORDS_ACLED_SUICIDE, word);
    seen->air |= match_is(coding, WORDS_ACLED_AIR, word);
    seen->shell |= match_is(coding, WORDS_ACLED_SHELL, word);
    seen->grenade |= is_thrown(coding, word);
    seen->explosive |= match_is(coding, WORDS_ACLED_EXPLOSIVE, word);
    seen->protest |= match_is(coding, WORDS_ACLED_PROTEST, word);
    seen->riot |= match_is(coding, WORDS_ACLED_RIOT, word);
    seen->police |= match_is(coding, WORDS_ACLED_POLICE, word);
    seen->dispersal |= match_is(coding, WORDS_ACLED_DISPERSAL, word);
    seen->gunfire |= match_is(coding, WORDS_ACLED_GUNFIRE, word);
    seen->mob |= match_is(coding, WORDS_ACLED_MOB, word);
    seen->peaceful |= match_is(coding, WORDS_ACLED_PEACEFUL, word) || is_unfought(coding, word);
    seen->base |= match_is(coding, WORDS_ACLED_BASE, word);
    seen->military |= match_is(coding, WORDS_ACLED_MILITARY, word);
    seen->harm |=
        match_is(coding, WORDS_FIGURE_KILLED, word) || match_is(coding, WORDS_FIGURE_INJURED, word);
    seen->disarming |= match_is(coding, WORDS_ACLED_DISARMING, word);
    seen->weapons |= match_is(coding, WORDS_ACLED_ARMS, word);
}

static void look_over(const coder_state *const coding, const uint32_t number, scene *const seen)
{
    const casus_sentence *const sentence = &coding->document->sentences.at[number];
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++)
        look_at(coding, i, seen);
}

/* The sentences that tell of the event, by its first mentions. */
static scene scene_of(const coder_state *const coding, const event_draft *const draft)
{
    enum { MENTIONS = 4 };
    scene seen = {0};
    uint32_t last = CASUS_NONE;
    for (uint32_t i = 0; i < draft->words.count && i < MENTIONS; i++) {
        const uint32_t sentence = tree_word(coding->document, draft->words.at[i])->sentence;
        if (sentence != last) look_over(coding, sentence, &seen);
        last = sentence;
    }
    return seen;
}

/* The sentence before in the same paragraph, and with `both` that behind too: what police do to a
 * march is often told in the next. */
static scene beside(const coder_state *const coding, const event_draft *const draft,
                    const bool both)
{
    const casus_document *const document = coding->document;
    scene seen = {0};
    const uint32_t at = draft->sentence, paragraph = document->sentences.at[at].paragraph;
    if (at && document->sentences.at[at - 1].paragraph == paragraph)
        look_over(coding, at - 1, &seen);
    if (both && at + 1 < document->sentences.count &&
        document->sentences.at[at + 1].paragraph == paragraph)
        look_over(coding, at + 1, &seen);
    return seen;
}

static bool any_armed(const coder_state *const coding, const casus_refs *const refs)
{
    for (uint32_t i = 0; i < refs->count; i++) {
        const casus_actor *const actor = &coding->document->record.actors.at[refs->at[i]];
        if (actor->armed || party_in_sectors(actor, "MIL COP REB SPY")) return true;
    }
    return false;
}

/* Who acts first named: the state's men, or fighters of whatever side that are not called so. */
static bool state_takes(const coder_state *const coding, const casus_refs *const refs)
{
    if (!refs->count) return false;
    const casus_refs first = {.at = refs->at, .count = 1, .room = 1};
    const casus_actor *const actor = &coding->document->record.actors.at[refs->at[0]];
    return parties_have_state(coding, &first) &&
           !ontology_has(coding->ontology, WORDS_ACLED_IRREGULAR, actor->role);
}

static bool any_in(const coder_state *const coding, const casus_refs *const refs,
                   const engine_words words)
{
    for (uint32_t i = 0; i < refs->count; i++)
        if (ontology_has(coding->ontology, words,
                         coding->document->record.actors.at[refs->at[i]].role))
            return true;
    return false;
}

static bool victims_armed(const coder_state *const coding, const casus_event *const event)
{
    for (uint32_t i = 0; i < event->counts.count; i++) {
        const uint32_t victims = event->counts.at[i].victims;
        const casus_refs one = {.at = (uint32_t *)(uintptr_t)&victims, .count = 1, .room = 1};
        if (victims != CASUS_NONE && any_armed(coding, &one)) return true;
    }
    return false;
}

static const char *of_weapon(const scene *const seen)
{
    return seen->chemical    ? CHEMICAL
           : seen->suicide   ? SUICIDE
           : seen->air       ? AIR
           : seen->grenade   ? GRENADE
           : seen->shell     ? SHELLING
           : seen->explosive ? EXPLOSIVE
                             : NULL;
}

static const char *of_protest(const coder_state *const coding, const casus_event *const event,
                              const scene *const here, const scene *const around)
{
    const bool crowd_acts = event->type == EVENT_PROTEST ||
                            any_in(coding, &event->source, WORDS_ACLED_PROTEST) ||
                            any_in(coding, &event->source, WORDS_ACLED_MOB);
    const bool police = here->police || around->police || any_armed(coding, &event->source);
    if (police && (here->gunfire || around->gunfire) && (here->harm || around->harm) && !here->riot)
        return EXCESSIVE;
    if (here->riot || (crowd_acts && around->riot)) return RIOT;
    if (police && (here->dispersal || around->dispersal)) return INTERVENTION;
    return event->type == EVENT_ASSAULT ? crowd_acts ? RIOT : EXCESSIVE : PROTEST;
}

static const char *of_violence(const coder_state *const coding, const casus_event *const event,
                               const scene *const here)
{
    const bool armed = any_armed(coding, &event->source);
    const bool crowd =
        any_in(coding, &event->source, WORDS_ACLED_MOB) || (!event->source.count && here->mob);
    const bool against_armed = event->target.count ? any_armed(coding, &event->target)
                                                   : victims_armed(coding, event) || here->military;
    const bool clash = is_label(event, ARMED_CLASH);
    if (clash && !event->target.count) /* both are sources */
        return crowd && !armed && !here->gunfire ? MOB : ARMED_CLASH;
    if (crowd && !armed) return MOB;
    if (against_armed) return event->source.count && !armed && !clash ? ATTACK : ARMED_CLASH;
    return ATTACK;
}

static const char *of_assault(const coder_state *const coding, const casus_event *const event,
                              const scene *const here, const scene *const around,
                              const scene *const before)
{
    const bool takes = is_label(event, REBEL_GAIN) || is_label(event, STATE_GAIN);
    if (takes && here->peaceful) return TRANSFER;
    if (takes) return state_takes(coding, &event->source) ? STATE_GAIN : REBEL_GAIN;
    const bool crowd = any_in(coding, &event->source, WORDS_ACLED_PROTEST) ||
                       any_in(coding, &event->target, WORDS_ACLED_PROTEST);
    if (here->protest || crowd) return of_protest(coding, event, here, around);
    const char *weapon = of_weapon(here);
    if (!weapon && !event->source.count) weapon = of_weapon(before);
    const bool open = !event->acled.size || is_label(event, ATTACK) ||
                      is_label(event, ARMED_CLASH) || is_label(event, EXPLOSIVE) ||
                      is_label(event, SHELLING) || is_label(event, AIR) || is_label(event, MOB);
    if (!open) return NULL;
    if (weapon && !(is_label(event, ARMED_CLASH) && event->source.count > 1)) return weapon;
    if (is_label(event, EXPLOSIVE) || is_label(event, SHELLING) || is_label(event, AIR))
        return NULL;
    return of_violence(coding, event, here);
}

static const char *of_coercion(const coder_state *const coding, const casus_event *const event,
                               const scene *const here, const scene *const around)
{
    const bool street = here->protest || any_in(coding, &event->target, WORDS_ACLED_PROTEST);
    const bool handles =
        is_label(event, ARRESTS) || is_label(event, INTERVENTION) || is_label(event, EXCESSIVE);
    if (handles && (street || around->protest)) return of_protest(coding, event, here, around);
    if (is_label(event, CHANGE)) return OTHER; /* curfews and the like */
    return NULL;
}

static const char *label_of(const coder_state *const coding, const event_draft *const draft,
                            const casus_event *const event)
{
    const scene here = scene_of(coding, draft), before = beside(coding, draft, false);
    const scene around = beside(coding, draft, true);
    switch (event->type) {
    case EVENT_PROTEST:
        if (here.mob && !here.protest && !here.police && is_label(event, RIOT)) return MOB;
        return of_protest(coding, event, &here, &around);
    case EVENT_ASSAULT:
        return of_assault(coding, event, &here, &around, &before);
    case EVENT_COERCE:
        return of_coercion(coding, event, &here, &around);
    case EVENT_MOBILIZE:
        return event->acled.size ? NULL : here.base ? BASE : CHANGE;
    case EVENT_RETREAT:
        return here.disarming ? CHANGE : NULL;
    default:
        return NULL;
    }
}

/* Labels that say no more than that somebody was hurt. */
static bool is_plain(const casus_str label)
{
    return !label.size || casus_str_equal(label, casus_str_from(ATTACK)) ||
           casus_str_equal(label, casus_str_from(ARMED_CLASH));
}

/* Of all mentions of one happening the most telling word names it. */
static void take_telling(const coder_state *const coding, const event_draft *const draft,
                         casus_event *const event)
{
    for (uint32_t i = 0; i < draft->words.count && is_plain(event->acled); i++) {
        const uint32_t number = coding->drafts->at[draft->words.at[i]];
        if (number == CASUS_NONE) continue;
        const lex_rule *const rule = coding->drafts->list.at[number].rule;
        if (!is_plain(rule->acled) && rule->event == (int)event->type) event->acled = rule->acled;
    }
}

/* What is told in one sentence with a taking, a strike or a thing disarmed, or as the toll of it in
 * the next, is of its kind. */
static void take_from_neighbour(const coder_state *const coding, const event_draft *const draft,
                                casus_event *const event, const uint32_t at)
{
    enum { REACH = 6 };
    const casus_document *const document = coding->document;
    const uint32_t paragraph = document->sentences.at[draft->sentence].paragraph;
    for (uint32_t i = at > REACH ? at - REACH : 0;
         i < coding->drafts->list.count && i <= at + REACH; i++) {
        const event_draft *const other = &coding->drafts->list.at[i];
        if (i == at || other->kept == CASUS_NONE || other->sentence > draft->sentence) continue;
        const casus_event *const told = &document->record.events.at[other->kept];
        if (told->type == EVENT_AGREE || told->type == EVENT_MOBILIZE || is_plain(told->acled))
            continue;
        const bool same = other->sentence == draft->sentence;
        const bool toll = !event->source.count && draft->sentence == other->sentence + 1 &&
                          document->sentences.at[other->sentence].paragraph == paragraph;
        const bool disrupted = is_label(told, DISRUPTED) && same;
        if (disrupted || (is_plain(event->acled) && (same || toll))) event->acled = told->acled;
    }
}

static void assign_own(coder_state *const coding)
{
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        const event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->kept == CASUS_NONE) continue;
        casus_event *const event = &coding->document->record.events.at[draft->kept];
        take_telling(coding, draft, event);
        const char *const label = label_of(coding, draft, event);
        if (label) event->acled = casus_str_from(label);
    }
}

void acled_assign(coder_state *const coding)
{
    assign_own(coding);
    for (uint32_t i = 0; i < coding->drafts->list.count; i++) {
        const event_draft *const draft = &coding->drafts->list.at[i];
        if (draft->kept == CASUS_NONE) continue;
        casus_event *const event = &coding->document->record.events.at[draft->kept];
        if (event->type == EVENT_ASSAULT) take_from_neighbour(coding, draft, event, i);
    }
}
