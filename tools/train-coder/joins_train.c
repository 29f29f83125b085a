#include "joins_train.h"

#include "gold.h"

/* LEAST, MARGIN: what it takes to tell which gold event a mention is of, and against the next.
 * OTHER_TYPE: the quotation of an arrest often holds what it was for. */
enum { LEAST = 4, MARGIN = 2, OTHER_TYPE = 3 };

void joins_see(casus_arena *const arena, proposal *const seen)
{
    for (int i = 0; i < 2; i++) {
        casus_event *const copy = ARENA_ARRAY(arena, casus_event, 1);
        *copy = *(const casus_event *)seen->record[i];
        seen->record[i] = copy;
    }
}

/* The gold event that a mention tells best, taken as of its own type or `other`; -1 where none, or
 * none clearly, does. */
static int told(const casus_event *const event, const casus_event_type other,
                const json_t *const golds, const casus_document *const document,
                const char *const text, casus_arena *const arena)
{
    int best = 0, next = 0, which = -1;
    casus_event same = *event;
    same.type = other;
    for (size_t i = 0; i < json_array_size(golds); i++) {
        const json_t *const gold = json_array_get(golds, i);
        const int own = gold_mention_agreement(gold, event, document, text, arena);
        const int score =
            own ? own : gold_mention_agreement(gold, &same, document, text, arena) - OTHER_TYPE;
        if (score > best) {
            next = best;
            best = score;
            which = (int)i;
        } else if (score > next) {
            next = score;
        }
    }
    return best >= LEAST && best >= next + MARGIN ? which : -1;
}

void joins_label(train_state *const training, const json_t *const golds,
                 const casus_document *const document, const char *const text)
{
    for (uint32_t j = 0; j < training->proposals.count; j++) {
        proposal *const seen = &training->proposals.at[j];
        if (seen->kind != JUDGE_JOIN) continue;
        const casus_event *const first = seen->record[0], *const second = seen->record[1];
        const int a = told(first, second->type, golds, document, text, training->arena);
        const int b = told(second, first->type, golds, document, text, training->arena);
        seen->label = a < 0 || b < 0 ? -1 : a == b;
    }
}
