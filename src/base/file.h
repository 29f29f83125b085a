/* Files: mapped read-only, or read whole. */
#ifndef CASUS_BASE_FILE_H
#define CASUS_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"

typedef struct casus_mapping {
    const void *bytes;
    size_t size;
} casus_mapping;

/* Maps a file read-only; shared with all processes that map it.  Unmap with casus_file_unmap. */
casus_code casus_file_map(const char *path, casus_mapping *mapping, casus_error *error);
void casus_file_unmap(casus_mapping *mapping); /* zeroes it; a zeroed one is allowed */

/* Reads a file, or standard input where `path` is "-", into memory from malloc that the caller
 * frees. More than `limit` bytes is CASUS_ERROR_LIMIT.  `*bytes` is NUL-terminated behind `*size`.
 */
casus_code casus_file_read(const char *path, size_t limit, char **bytes, size_t *size,
                           casus_error *error);

#endif
