#include "slots.h"

#include "names.h"

static bool is_better(const slot_candidate *const a, const slot_candidate *const b)
{
    if (a->choice.hinted != b->choice.hinted) return a->choice.hinted;
    return a->choice.apart < b->choice.apart;
}

static bool goes_by(casus_arena *const arena, const casus_str name,
                    const casus_document *const document, const role_choice *const choice)
{
    return choice->actor == CASUS_NONE ? names_is_place(arena, name, document, choice->place)
                                       : names_is_actor(arena, name, document, choice->actor);
}

uint32_t slots_label(const json_t *const wanted, slot_candidate *const *const list,
                     const uint32_t count, const casus_document *const document,
                     casus_arena *const arena)
{
    uint32_t missing = 0;
    size_t i;
    json_t *filler;
    for (uint32_t j = 0; j < count; j++) list[j]->label = 0;
    json_array_foreach((json_t *)(uintptr_t)wanted, i, filler)
    {
        const casus_str name = casus_str_from(json_string_value(filler));
        slot_candidate *best = NULL;
        for (uint32_t j = 0; j < count; j++)
            if (!list[j]->label && (!best || is_better(list[j], best)) &&
                goes_by(arena, name, document, &list[j]->choice))
                best = list[j];
        if (best)
            best->label = 1;
        else
            missing++;
    }
    return missing;
}
