#include "base/image.h"

#include <errno.h>
#include <stdio.h>

enum { LAYOUT = 1, ALIGN = 64 };
static const char magic[8] = {'C', 'A', 'S', 'U', 'S', 'I', 'M', 'G'};

typedef struct header {
    char magic[8];
    uint32_t layout, sections;
} header;

typedef struct entry {
    char name[CASUS_IMAGE_NAME];
    uint64_t offset, size;
} entry;

static casus_code check(const casus_mapping *const mapping, casus_error *const error)
{
    const header *const head = mapping->bytes;
    if (mapping->size < sizeof *head || memcmp(head->magic, magic, sizeof magic) != 0)
        return casus_fail(error, CASUS_ERROR_DATA, 0, 0, "not compiled by casus");
    if (head->layout != LAYOUT)
        return casus_fail(error, CASUS_ERROR_DATA, 0, 8, "layout %u, this program reads %d",
                          head->layout, LAYOUT);
    if (head->sections > CASUS_IMAGE_SECTIONS ||
        mapping->size < sizeof *head + head->sections * sizeof(entry))
        return casus_fail(error, CASUS_ERROR_DATA, 0, 12, "damaged table");
    const entry *const entries = (const entry *)(head + 1);
    for (uint32_t i = 0; i < head->sections; i++)
        if (entries[i].offset % ALIGN || entries[i].offset > mapping->size ||
            entries[i].size > mapping->size - entries[i].offset)
            return casus_fail(error, CASUS_ERROR_DATA, 0, sizeof *head + i * sizeof(entry),
                              "truncated section");
    return CASUS_OK;
}

casus_code casus_image_open(const char *const path, casus_image *const image,
                            casus_error *const error)
{
    const casus_code code = casus_file_map(path, &image->mapping, error);
    if (code != CASUS_OK) return code;
    const casus_code sound = check(&image->mapping, error);
    if (sound != CASUS_OK) casus_image_close(image);
    return sound;
}

void casus_image_close(casus_image *const image)
{
    casus_file_unmap(&image->mapping);
}

const void *casus_image_section(const casus_image *const image, const char *const name,
                                size_t *const size)
{
    *size = 0;
    const header *const head = image->mapping.bytes;
    if (!head) return NULL;
    const entry *const entries = (const entry *)(head + 1);
    for (uint32_t i = 0; i < head->sections; i++) {
        if (strncmp(entries[i].name, name, CASUS_IMAGE_NAME) != 0) continue;
        *size = entries[i].size;
        return (const char *)image->mapping.bytes + entries[i].offset;
    }
    return NULL;
}

const void *casus_image_array(const casus_image *const image, const char *const name,
                              const size_t element, uint32_t *const count)
{
    size_t size;
    const void *const bytes = casus_image_section(image, name, &size);
    *count = 0;
    if (!bytes || size % element || size / element > UINT32_MAX) return NULL;
    *count = (uint32_t)(size / element);
    return bytes;
}

static bool write_padded(FILE *const file, const void *const bytes, const size_t size,
                         uint64_t *const at)
{
    static const char zeros[ALIGN];
    const size_t padding = (ALIGN - (*at + size) % ALIGN) % ALIGN;
    if (size && fwrite(bytes, 1, size, file) != size) return false;
    if (padding && fwrite(zeros, 1, padding, file) != padding) return false;
    *at += size + padding;
    return true;
}

casus_code casus_image_write(const char *const path, const casus_image_part *const parts,
                             const uint32_t count, casus_error *const error)
{
    struct {
        header head;
        entry entries[CASUS_IMAGE_SECTIONS];
    } table;
    memset(&table, 0, sizeof table);
    if (count > CASUS_IMAGE_SECTIONS)
        return casus_fail(error, CASUS_ERROR_USAGE, 0, 0, "%u sections", count);
    memcpy(table.head.magic, magic, sizeof magic);
    table.head.layout = LAYOUT;
    table.head.sections = count;
    const size_t table_size = sizeof(header) + count * sizeof(entry);
    uint64_t at = (table_size + ALIGN - 1) / ALIGN * ALIGN;
    for (uint32_t i = 0; i < count; i++) {
        strncpy(table.entries[i].name, parts[i].name, CASUS_IMAGE_NAME - 1);
        table.entries[i].offset = at;
        table.entries[i].size = parts[i].size;
        at += (parts[i].size + ALIGN - 1) / ALIGN * ALIGN;
    }
    FILE *const file = fopen(path, "wb");
    if (!file) return casus_fail(error, CASUS_ERROR_WRITE, 0, UINT64_MAX, "%s", strerror(errno));
    at = 0;
    bool fine = write_padded(file, &table, table_size, &at);
    for (uint32_t i = 0; fine && i < count; i++)
        fine = write_padded(file, parts[i].bytes, parts[i].size, &at);
    if (fclose(file) != 0) fine = false;
    return fine ? CASUS_OK : casus_fail(error, CASUS_ERROR_WRITE, 0, at, "%s", strerror(errno));
}
