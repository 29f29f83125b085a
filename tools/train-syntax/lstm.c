#include "shard.h"

#include <string.h>

#include "gemm.h"
#include "syntax/activation.h"

/* Rows of the position that a direction read before `position`. */
static int before(const shard *const s, const int way, const int position, int *const count)
{
    const int other = way ? position + 1 : position - 1;
    if (other < 0 || other >= s->steps) {
        *count = 0;
        return 0;
    }
    const int a = s->active[position], b = s->active[other];
    *count = a < b ? a : b;
    return s->start[other];
}

static void gates_forward(const int H, float *const gates, const float *const cell_before,
                          float *const cell, float *const cell_tanh, float *const hidden)
{
    for (int i = 0; i < H; i++) {
        const float in = casus_sigmoid(gates[i]), forget = casus_sigmoid(gates[H + i]);
        const float new = casus_tanh(gates[2 * H + i]), out = casus_sigmoid(gates[3 * H + i]);
        const float c = forget * cell_before[i] + in * new, t = casus_tanh(c);
        gates[i] = in;
        gates[H + i] = forget;
        gates[2 * H + i] = new;
        gates[3 * H + i] = out;
        cell[i] = c;
        cell_tanh[i] = t;
        hidden[i] = out * t;
    }
}

static void step_forward(shard *const s, const net *const n, const int layer, const int way,
                         const int position)
{
    static const float zeros[2048];
    const int H = n->d.hidden;
    const lstm_state *const state = &s->state[layer][way];
    float *const hidden = s->hidden[layer] + way * H;
    int carried;
    const int from = before(s, way, position, &carried), at = s->start[position];
    for (int b = 0; b < s->active[position]; b++) {
        float *const previous = state->previous + (size_t)(at + b) * H;
        if (b >= carried) {
            memset(previous, 0, (size_t)H * sizeof(float));
            continue;
        }
        const float *const h = hidden + (size_t)(from + b) * 2 * H;
        const float *const mask = state->mask + (size_t)b * H;
        for (int i = 0; i < H; i++) previous[i] = s->training ? h[i] * mask[i] : h[i];
    }
    gemm(carried, 4 * H, H, state->previous + (size_t)at * H, H, 1,
         n->dense + n->layer[layer][way].recurrent.at, 4 * H, state->gates + (size_t)at * 4 * H,
         4 * H, true);
    for (int b = 0; b < s->active[position]; b++) {
        const size_t row = (size_t)(at + b);
        gates_forward(H, state->gates + row * 4 * H,
                      b < carried ? state->cell + (size_t)(from + b) * H : zeros,
                      state->cell + row * H, state->cell_tanh + row * H, hidden + row * 2 * H);
    }
}

void lstm_forward(shard *const s, const net *const n, const int layer)
{
    const int H = n->d.hidden, width = input_width(&n->d, layer);
    for (int way = 0; way < 2; way++) {
        const lstm *const p = &n->layer[layer][way];
        float *const gates = s->state[layer][way].gates;
        for (int r = 0; r < s->rows; r++)
            memcpy(gates + (size_t)r * 4 * H, n->dense + p->bias.at,
                   (size_t)(4 * H) * sizeof(float));
        gemm(s->rows, 4 * H, width, s->in[layer], width, 1, n->dense + p->input.at, 4 * H, gates,
             4 * H, true);
        for (int t = 0; t < s->steps; t++)
            step_forward(s, n, layer, way, way ? s->steps - 1 - t : t);
    }
}

static void gates_backward(const int H, float *const gates, const float *const cell_before,
                           const float *const cell_tanh, const float *const d_hidden,
                           float *const carry)
{
    for (int i = 0; i < H; i++) {
        const float in = gates[i], forget = gates[H + i], new = gates[2 * H + i];
        const float out = gates[3 * H + i], t = cell_tanh[i], dh = d_hidden[i];
        const float dc = carry[i] + dh * out * (1.0f - t * t);
        gates[i] = dc * new *in *(1.0f - in);
        gates[H + i] = dc * cell_before[i] * forget * (1.0f - forget);
        gates[2 * H + i] = dc * in * (1.0f - new *new);
        gates[3 * H + i] = dh * t * out * (1.0f - out);
        carry[i] = dc * forget;
    }
}

/* Turns the gates of a position into their gradients and passes them to the position before. */
static void step_backward(shard *const s, const net *const n, const int layer, const int way,
                          const int position, const float *const recurrent_t)
{
    static const float zeros[2048];
    const int H = n->d.hidden;
    const lstm_state *const state = &s->state[layer][way];
    float *const d_hidden = s->d_hidden[layer] + way * H;
    int carried;
    const int from = before(s, way, position, &carried), at = s->start[position];
    for (int b = 0; b < s->active[position]; b++) {
        const size_t row = (size_t)(at + b);
        gates_backward(H, state->gates + row * 4 * H,
                       b < carried ? state->cell + (size_t)(from + b) * H : zeros,
                       state->cell_tanh + row * H, d_hidden + row * 2 * H,
                       s->carry + (size_t)b * H);
    }
    gemm(carried, H, 4 * H, state->gates + (size_t)at * 4 * H, 4 * H, 1, recurrent_t, H, s->step, H,
         false);
    for (int b = 0; b < carried; b++) {
        float *const to = d_hidden + (size_t)(from + b) * 2 * H;
        for (int i = 0; i < H; i++)
            to[i] += s->step[(size_t)b * H + i] * state->mask[(size_t)b * H + i];
    }
}

static void sum_rows(const int rows, const int width, const float *const from, float *const to)
{
    for (int r = 0; r < rows; r++)
        for (int i = 0; i < width; i++) to[i] += from[(size_t)r * width + i];
}

void lstm_backward(shard *const s, const net *const n, const int layer)
{
    const int H = n->d.hidden, width = input_width(&n->d, layer);
    for (int way = 0; way < 2; way++) {
        const lstm *const p = &n->layer[layer][way];
        const lstm_state *const state = &s->state[layer][way];
        transpose(H, 4 * H, n->dense + p->recurrent.at, s->transposed);
        memset(s->carry, 0, (size_t)s->item_count * H * sizeof(float));
        for (int t = 0; t < s->steps; t++)
            step_backward(s, n, layer, way, way ? t : s->steps - 1 - t, s->transposed);
        gemm(width, 4 * H, s->rows, s->in[layer], 1, width, state->gates, 4 * H,
             s->gradient + p->input.at, 4 * H, true);
        gemm(H, 4 * H, s->rows, state->previous, 1, H, state->gates, 4 * H,
             s->gradient + p->recurrent.at, 4 * H, true);
        sum_rows(s->rows, 4 * H, state->gates, s->gradient + p->bias.at);
        transpose(width, 4 * H, n->dense + p->input.at, s->transposed);
        gemm(s->rows, width, 4 * H, state->gates, 4 * H, 1, s->transposed, width, s->d_in, width,
             way != 0);
    }
}
