/* Trains the tagger, lemmatizer and parser: casus-train-syntax --help */
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "adam.h"
#include "export.h"
#include "random.h"

enum { SHARDS = 2, SHARD_ROWS = 2600, POOL = 16 };

typedef struct options {
    const char *train[8], *dev[8], *vectors, *output, *save, *load;
    int train_count, dev_count;
    dims d;
    dropout drop;
    double epochs;
    int until;
    float rate, clip, recase, headline;
    int batch_words, vector_limit, threads;
    uint64_t seed;
    bool check;
} options;

typedef struct trainer {
    options o;
    lexicon lex;
    corpus train, dev[8];
    net n;
    adam a;
    shard shards[SHARDS];
    uint64_t random;
    uint32_t *order;
} trainer;

typedef struct job {
    trainer *t;
    shard *s;
} job;

static void *run_job(void *const argument)
{
    const job *const j = argument;
    shard_run(j->s, &j->t->n, &j->t->lex);
    return NULL;
}

/* The shards are the same whether one thread or two run them. */
static void run_shards(trainer *const t)
{
    job jobs[SHARDS];
    pthread_t threads[SHARDS];
    for (int i = 0; i < SHARDS; i++) jobs[i] = (job){t, &t->shards[i]};
    if (t->o.threads > 1 && pthread_create(&threads[1], NULL, run_job, &jobs[1]) == 0) {
        run_job(&jobs[0]);
        pthread_join(threads[1], NULL);
        return;
    }
    for (int i = 0; i < SHARDS; i++) run_job(&jobs[i]);
}

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

static bool ends_with_leaf_punctuation(const sentence *const s)
{
    if (s->count < 4 || s->at[s->count - 1].upos != UPOS_PUNCT) return false;
    for (int i = 0; i < s->count; i++)
        if (s->at[i].head == s->count) return false;
    return true;
}

/* As the sentence stands, or as headlines, alerts and careless text would have it. */
static item vary(trainer *const t, const sentence *const s)
{
    item it = {s, s->count, CASE_PLAIN};
    if (t->o.headline > 0.0f && s->headline && random_unit(&t->random) < t->o.headline) {
        const float kind = random_unit(&t->random);
        it = (item){s->headline, s->headline->count,
                    kind < 0.5f    ? CASE_PLAIN
                    : kind < 0.85f ? CASE_TITLE
                                   : CASE_UPPER};
        return it;
    }
    const float draw = random_unit(&t->random);
    if (draw < t->o.recase) {
        it.kind = draw < t->o.recase * 0.4f   ? CASE_UPPER
                  : draw < t->o.recase * 0.7f ? CASE_LOWER
                                              : CASE_TITLE;
        if (ends_with_leaf_punctuation(s) && random_unit(&t->random) < 0.5f) it.count--;
    } else if (ends_with_leaf_punctuation(s) && random_unit(&t->random) < 0.06f) {
        it.count--;
    }
    return it;
}

static void shuffle(trainer *const t)
{
    const uint32_t count = t->train.sentences.count;
    for (uint32_t i = count - 1; i > 0; i--) {
        const uint32_t j = (uint32_t)(random_next(&t->random) % (i + 1));
        const uint32_t other = t->order[i];
        t->order[i] = t->order[j];
        t->order[j] = other;
    }
}

/* One update from the sentences order[from..to). */
static void train_batch(trainer *const t, const uint32_t from, const uint32_t to, const float rate)
{
    for (int i = 0; i < SHARDS; i++) {
        t->shards[i].item_count = 0;
        t->shards[i].training = true;
        t->shards[i].drop = t->o.drop;
        t->shards[i].random = random_next(&t->random);
    }
    int words = 0;
    for (uint32_t i = from; i < to; i++) {
        shard *const s = &t->shards[(i - from) % SHARDS];
        const item it = vary(t, &t->train.sentences.at[t->order[i]]);
        s->items[s->item_count++] = it;
        words += it.count;
    }
    for (int i = 0; i < SHARDS; i++) shard_pack(&t->shards[i]);
    run_shards(t);
    adam_update(&t->a, &t->n, &t->lex, t->shards, SHARDS, words, rate, t->o.clip);
}

static uint32_t batch_end(const trainer *const t, const corpus *const c,
                          const uint32_t *const order, const uint32_t from)
{
    int words = 0;
    uint32_t to = from;
    while (to < c->sentences.count && to - from < BATCH_SENTENCES) {
        const int more = c->sentences.at[order ? order[to] : to].count;
        if (to > from && words + more > t->o.batch_words) break;
        words += more;
        to++;
    }
    return to;
}

static void add_score(score *const to, const score *const from)
{
    to->words += from->words;
    to->heads += from->heads;
    to->labelled += from->labelled;
    to->upos += from->upos;
    to->feats += from->feats;
    to->names += from->names;
    to->name_hits += from->name_hits;
    to->name_guesses += from->name_guesses;
}

static void evaluate(trainer *const t, const corpus *const c, const char *const name)
{
    score sum = {0};
    for (uint32_t from = 0, to; from < c->sentences.count; from = to) {
        to = batch_end(t, c, NULL, from);
        for (int i = 0; i < SHARDS; i++) {
            t->shards[i].item_count = 0;
            t->shards[i].training = false;
        }
        for (uint32_t i = from; i < to; i++) {
            shard *const s = &t->shards[(i - from) % SHARDS];
            s->items[s->item_count++] =
                (item){&c->sentences.at[i], c->sentences.at[i].count, CASE_PLAIN};
        }
        for (int i = 0; i < SHARDS; i++) shard_pack(&t->shards[i]);
        run_shards(t);
        for (int i = 0; i < SHARDS; i++) add_score(&sum, &t->shards[i].result);
    }
    const double w = sum.words ? sum.words : 1;
    printf("  %-14.14s UPOS %.2f FEATS %.2f UAS %.2f LAS %.2f NER %.1f\n",
           strrchr(name, '/') ? strrchr(name, '/') + 1 : name, 100 * sum.upos / w,
           100 * sum.feats / w, 100 * sum.heads / w, 100 * sum.labelled / w,
           200.0 * sum.name_hits / (sum.names + sum.name_guesses + 1e-9));
    fflush(stdout);
}

static float rate_at(const options *const o, const double done)
{
    const double warm = 0.2 / o->epochs;
    if (done < warm) return (float)((double)o->rate * (done + 1e-4) / warm);
    return (float)((double)o->rate * (0.01 + 0.99 * 0.5 * (1.0 + cos(3.14159265358979 * done))));
}

static void train_all(trainer *const t)
{
    const uint32_t count = t->train.sentences.count;
    t->order = calloc(count, sizeof *t->order);
    for (uint32_t i = 0; i < count; i++) t->order[i] = i;
    const double begin = now();
    const int epochs = (int)ceil(t->o.epochs);
    for (int epoch = 0; epoch < epochs && epoch < t->o.until; epoch++) {
        shuffle(t);
        for (uint32_t from = 0, to; from < count; from = to) {
            to = batch_end(t, &t->train, t->order, from);
            const double done = ((double)epoch + (double)from / count) / t->o.epochs;
            if (done >= 1.0) break;
            train_batch(t, from, to, rate_at(&t->o, done));
        }
        printf("epoch %d, %.0f s\n", epoch + 1, now() - begin);
        const bool show = epoch + 1 == epochs || epoch + 1 == t->o.until || epoch % 5 == 4;
        for (int i = 0; i < t->o.dev_count && show; i++) evaluate(t, &t->dev[i], t->o.dev[i]);
        if (show && t->o.save && !checkpoint_write(&t->n, t->o.save)) puts("not saved");
        fflush(stdout);
    }
}

static double loss_of(trainer *const t, const uint64_t random)
{
    t->shards[0].random = random;
    shard_run(&t->shards[0], &t->n, &t->lex);
    return t->shards[0].result.loss;
}

/* Compares gradients with differences on a few sentences; a wrong derivation shows as a ratio far
 * from 1. */
static void check_gradients(trainer *const t)
{
    shard *const s = &t->shards[0];
    s->item_count = 6;
    for (int i = 0; i < 6; i++) s->items[i] = vary(t, &t->train.sentences.at[(size_t)i * 7 + 9000]);
    shard_pack(s);
    s->training = true;
    s->drop = t->o.drop;
    uint64_t state = 7;
    for (size_t i = 0; i < (size_t)t->n.row_count * t->n.d.input; i++)
        t->n.rows[i] = 0.2f * (random_unit(&state) - 0.5f);
    loss_of(t, 99);
    float *const analytic = malloc(t->n.dense_size * sizeof(float));
    memcpy(analytic, s->gradient, t->n.dense_size * sizeof(float));
    const struct {
        const char *name;
        matrix m;
    } parts[] = {{"project", t->n.project},
                 {"input 0 f", t->n.layer[0][0].input},
                 {"recurrent 0 f", t->n.layer[0][0].recurrent},
                 {"recurrent 0 b", t->n.layer[0][1].recurrent},
                 {"bias 0 b", t->n.layer[0][1].bias},
                 {"out", t->n.out},
                 {"out bias", t->n.out_bias},
                 {"input last", t->n.layer[t->n.d.layers - 1][1].input},
                 {"arc", t->n.arc},
                 {"arc bias", t->n.arc_bias},
                 {"root arc", t->n.root_arc},
                 {"root label", t->n.root_label},
                 {"label", t->n.label},
                 {"label bias", t->n.label_bias}};
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        double up = 0, dot = 0;
        const size_t size = (size_t)parts[p].m.rows * parts[p].m.columns, at = parts[p].m.at;
        for (size_t i = 0; i < size; i++)
            dot += (double)analytic[at + i] * (double)analytic[at + i];
        const float step = (float)(0.02 / sqrt(dot + 1e-12));
        for (int sign = -1; sign <= 1; sign += 2) {
            for (size_t i = 0; i < size; i++)
                t->n.dense[at + i] += (float)sign * step * analytic[at + i];
            up += sign * loss_of(t, 99);
            for (size_t i = 0; i < size; i++)
                t->n.dense[at + i] -= (float)sign * step * analytic[at + i];
        }
        printf("%-14s gradient norm %.5f, difference / gradient %.4f\n", parts[p].name, sqrt(dot),
               up / (2 * (double)step * dot));
    }
}

static void usage(void)
{
    puts(
        "casus-train-syntax --train FILE... --dev FILE... --vectors FILE --output MODEL [options]\n"
        "  --input N --hidden N --layers N --arc N --label N   sizes of the network\n"
        "  --epochs N --until N --batch WORDS --rate R --seed N --threads 1|2\n"
        "  --recase R --headline R   how often letter case is changed, a headline is made\n"
        "  --drop WORD,VECTOR,PART,INPUT,LAYER,RECURRENT,OUTPUT   dropout rates\n"
        "  --vector-limit N   how many of the most frequent word vectors are kept\n"
        "  --save FILE, --load FILE   unrounded parameters\n"
        "  --check            check gradients numerically and end");
}

static bool number_option(options *const o, const char *const name, const char *const value)
{
    if (!strcmp(name, "--input"))
        o->d.input = atoi(value);
    else if (!strcmp(name, "--hidden"))
        o->d.hidden = atoi(value);
    else if (!strcmp(name, "--layers"))
        o->d.layers = atoi(value);
    else if (!strcmp(name, "--arc"))
        o->d.arc = atoi(value);
    else if (!strcmp(name, "--label"))
        o->d.label = atoi(value);
    else if (!strcmp(name, "--epochs"))
        o->epochs = atof(value);
    else if (!strcmp(name, "--until"))
        o->until = atoi(value);
    else if (!strcmp(name, "--batch"))
        o->batch_words = atoi(value);
    else if (!strcmp(name, "--rate"))
        o->rate = strtof(value, NULL);
    else if (!strcmp(name, "--recase"))
        o->recase = strtof(value, NULL);
    else if (!strcmp(name, "--headline"))
        o->headline = strtof(value, NULL);
    else if (!strcmp(name, "--seed"))
        o->seed = (uint64_t)atoll(value);
    else if (!strcmp(name, "--threads"))
        o->threads = atoi(value);
    else if (!strcmp(name, "--vector-limit"))
        o->vector_limit = atoi(value);
    else if (!strcmp(name, "--drop"))
        return sscanf(value, "%f,%f,%f,%f,%f,%f,%f", &o->drop.word, &o->drop.vector, &o->drop.part,
                      &o->drop.input, &o->drop.layer, &o->drop.recurrent, &o->drop.output) == 7;
    else
        return false;
    return true;
}

static bool read_options(options *const o, const int count, char **const arguments)
{
    for (int i = 1; i < count; i++) {
        const char *const name = arguments[i];
        if (!strcmp(name, "--check")) {
            o->check = true;
            continue;
        }
        if (i + 1 == count) return false;
        const char *const value = arguments[++i];
        if (!strcmp(name, "--train") && o->train_count < 8)
            o->train[o->train_count++] = value;
        else if (!strcmp(name, "--dev") && o->dev_count < 8)
            o->dev[o->dev_count++] = value;
        else if (!strcmp(name, "--vectors"))
            o->vectors = value;
        else if (!strcmp(name, "--output"))
            o->output = value;
        else if (!strcmp(name, "--save"))
            o->save = value;
        else if (!strcmp(name, "--load"))
            o->load = value;
        else if (!number_option(o, name, value))
            return false;
    }
    const dims *const d = &o->d;
    return o->train_count && o->vectors && d->layers > 0 && d->layers <= LAYERS_MOST &&
           !(d->input % 16 | d->hidden % 16 | d->arc % 16 | d->label % 16) && d->label <= d->arc &&
           o->batch_words <= SHARD_ROWS - MAX_SENTENCE;
}

static bool load(trainer *const t)
{
    t->lex.arena = casus_arena_create();
    if (!vectors_read(&t->lex, t->o.vectors, (uint32_t)t->o.vector_limit)) return false;
    for (int i = 0; i < t->o.train_count; i++)
        if (!corpus_read(&t->lex, &t->train, t->o.train[i], true)) return false;
    lexicon_close(&t->lex, &t->train);
    corpus_add_headlines(&t->lex, &t->train);
    for (int i = 0; i < t->o.dev_count; i++)
        if (!corpus_read(&t->lex, &t->dev[i], t->o.dev[i], false)) return false;
    lexicon_resolve(&t->lex);
    printf("%u sentences, %u types, %u rows, %u feature sets\n", t->train.sentences.count,
           t->lex.type_list.count, t->lex.keys.count, t->lex.feats.count);
    return true;
}

int main(const int count, char **const arguments)
{
    static trainer t;
    t.o = (options){.d = {128, 128, 2, 96, 96},
                    .drop = {.2f, .1f, .1f, .2f, .3f, .2f, .25f},
                    .epochs = 20,
                    .until = 1000,
                    .rate = 2e-3f,
                    .clip = 5,
                    .recase = 0.12f,
                    .headline = 0.25f,
                    .batch_words = 800,
                    .vector_limit = 100000,
                    .threads = 1,
                    .seed = 1};
    if (!read_options(&t.o, count, arguments)) {
        usage();
        return 2;
    }
    if (!load(&t)) return 1;
    t.random = t.o.seed;
    net_create(&t.n, t.o.d, t.lex.keys.count, t.o.seed);
    adam_create(&t.a, &t.n);
    for (int i = 0; i < SHARDS; i++) shard_create(&t.shards[i], &t.n, SHARD_ROWS);
    printf("%zu dense parameters\n", t.n.dense_size);
    if (t.o.check) {
        check_gradients(&t);
        return 0;
    }
    if (t.o.load && !checkpoint_read(&t.n, t.o.load)) return 1;
    train_all(&t);
    return t.o.output && !export_model(&t.n, &t.lex, &t.train, t.o.output);
}
