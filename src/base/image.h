/* Compiled knowledge: a file of named sections that is mapped and used in place.
 *
 * Layout, little-endian: 8 bytes "CASUSIMG", u32 layout version (1), u32 sections; then per section
 * 16 bytes of name (NUL-padded), u64 offset, u64 size; then the sections, each aligned to 64 bytes.
 * Offsets and sizes are checked when the image is opened; what a section holds is for its room to
 * check (indices, string bounds) before it trusts them. */
#ifndef CASUS_BASE_IMAGE_H
#define CASUS_BASE_IMAGE_H

#include "base/file.h"

enum { CASUS_IMAGE_SECTIONS = 64, CASUS_IMAGE_NAME = 16 };

typedef struct casus_image {
    casus_mapping mapping;
} casus_image;

/* Maps `path` and checks its table. */
casus_code casus_image_open(const char *path, casus_image *image, casus_error *error);
void casus_image_close(casus_image *image);

/* The bytes of a section, aligned to 64; `*size` is 0 and the result NULL where there is none. */
const void *casus_image_section(const casus_image *image, const char *name, size_t *size);

/* As above, as an array of elements of `element` bytes: NULL and 0 when the size is no multiple of
 * it. */
const void *casus_image_array(const casus_image *image, const char *name, size_t element,
                              uint32_t *count);

typedef struct casus_image_part {
    const char *name;
    const void *bytes;
    size_t size;
} casus_image_part;

/* Writes an image; the same parts give the same bytes. */
casus_code casus_image_write(const char *path, const casus_image_part *parts, uint32_t count,
                             casus_error *error);

#endif
