/* A gazetteer image of any bytes, and any text against it and against the built one. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "geo/gazetteer.h"
#include "ingest/ingest.h"
#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void tag(const casus_gazetteer *const gazetteer, const casus_text_data *const data,
                const char *const text, const size_t size)
{
    casus_document document = {.arena = casus_arena_create()};
    casus_error error;
    if (casus_article_from_text(document.arena, (casus_str){text, size}, &document.article,
                                &error) == CASUS_OK) {
        casus_text_segment(data, &document);
        casus_geo_tag(gazetteer, &document);
        for (uint32_t i = 0; i < document.record.place_mentions.count; i++)
            if (document.record.place_mentions.at[i].place >= document.record.places.count) abort();
    }
    casus_arena_destroy(document.arena);
}

/* CASUS_DATA is "BUILD:SOURCE", as run.sh sets it. */
static void open_data(casus_text_data **const data, casus_gazetteer **const built)
{
    casus_str rest = casus_str_from(getenv("CASUS_DATA")), build = {NULL, 0};
    casus_str_cut(&rest, ':', &build);
    char path[512];
    casus_error error;
    snprintf(path, sizeof path, "%.*s/data/text", (int)rest.size, rest.size ? rest.at : "");
    if (casus_text_data_open(path, data, &error) != CASUS_OK) abort();
    snprintf(path, sizeof path, "%.*s/gazetteer.image", (int)build.size,
             build.size ? build.at : "");
    if (casus_gazetteer_open(path, NULL, built, &error) != CASUS_OK) abort();
}

/* The first two bytes say how much of the input is the image; the rest is the text. */
int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    static casus_text_data *data;
    static casus_gazetteer *built;
    casus_error error;
    char path[512];
    if (!data) open_data(&data, &built);
    if (size < 2) return 0;
    size_t cut = bytes[0] | (size_t)bytes[1] << 8;
    if (cut > size - 2) cut = size - 2;
    const int file = memfd_create("image", 0);
    if (file < 0 || write(file, bytes + 2, cut) != (ssize_t)cut) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    casus_gazetteer *gazetteer;
    const char *const text = (const char *)bytes + 2 + cut;
    if (casus_gazetteer_open(path, NULL, &gazetteer, &error) == CASUS_OK) {
        tag(gazetteer, data, text, size - 2 - cut);
        casus_gazetteer_close(gazetteer);
    }
    if (built) tag(built, data, text, size - 2 - cut);
    close(file);
    return 0;
}
