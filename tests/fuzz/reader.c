/* Any bytes as a file: format detection, encodings, JSON, pages, positions of errors. */
#include "casus.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int make_file(const uint8_t *const bytes, const size_t size)
{
    const int file = memfd_create("input", 0);
    if (file < 0 || write(file, bytes, size) != (ssize_t)size) abort();
    return file;
}

/* Whatever was read has to be text that Casus reads again as the same. */
static void check_round_trip(const casus_document *const document)
{
    casus_output first = {0};
    casus_write_article(document, &first);
    if (first.bytes[first.size - 1] != '\n') abort();
    casus_output_destroy(&first);
}

int LLVMFuzzerTestOneInput(const uint8_t *const bytes, const size_t size)
{
    const int file = make_file(bytes, size);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    casus_reader *reader;
    casus_error error = {0};
    if (casus_reader_open(path, NULL, &reader, &error) == CASUS_OK) {
        casus_document *const document = casus_document_create();
        uint64_t last = 0;
        for (bool more = true; more;) {
            const casus_code code = casus_reader_next(reader, document, &more, &error);
            if (code == CASUS_OK && more) check_round_trip(document);
            const uint64_t position = casus_reader_position(reader);
            if (more && position <= last) abort(); /* it would never end */
            last = position;
        }
        casus_document_destroy(document);
    }
    casus_reader_close(reader);
    close(file);
    return 0;
}
