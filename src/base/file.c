#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static casus_code fail_errno(casus_error *const error)
{
    return casus_fail(error, CASUS_ERROR_OPEN, 0, UINT64_MAX, "%s", strerror(errno));
}

casus_code casus_file_map(const char *const path, casus_mapping *const mapping,
                          casus_error *const error)
{
    *mapping = (casus_mapping){NULL, 0};
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail_errno(error);
    struct stat status;
    casus_code code = CASUS_OK;
    if (fstat(file, &status) != 0)
        code = fail_errno(error);
    else if (!S_ISREG(status.st_mode) || status.st_size <= 0)
        code = casus_fail(error, CASUS_ERROR_EMPTY, 0, UINT64_MAX, "nothing to map");
    else {
        void *const bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, file, 0);
        if (bytes == MAP_FAILED)
            code = fail_errno(error);
        else
            *mapping = (casus_mapping){bytes, (size_t)status.st_size};
    }
    close(file);
    return code;
}

void casus_file_unmap(casus_mapping *const mapping)
{
    if (mapping->bytes) munmap((void *)(uintptr_t)mapping->bytes, mapping->size);
    *mapping = (casus_mapping){NULL, 0};
}

static casus_code read_all(const int file, const size_t limit, char **const bytes,
                           size_t *const size, casus_error *const error)
{
    size_t room = 64 * 1024, used = 0;
    char *buffer = malloc(room + 1);
    while (buffer) {
        const ssize_t got = read(file, buffer + used, room - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            free(buffer);
            return fail_errno(error);
        }
        if (got == 0) break;
        used += (size_t)got;
        if (used > limit) {
            free(buffer);
            return casus_fail(error, CASUS_ERROR_LIMIT, 0, limit, "more than %zu bytes", limit);
        }
        if (used < room) continue;
        room *= 2;
        char *const bigger = realloc(buffer, room + 1);
        if (!bigger) free(buffer);
        buffer = bigger;
    }
    if (!buffer) return casus_fail(error, CASUS_ERROR_LIMIT, 0, used, "out of memory");
    buffer[used] = '\0';
    *bytes = buffer;
    *size = used;
    return CASUS_OK;
}

casus_code casus_file_read(const char *const path, const size_t limit, char **const bytes,
                           size_t *const size, casus_error *const error)
{
    if (strcmp(path, "-") == 0) return read_all(STDIN_FILENO, limit, bytes, size, error);
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail_errno(error);
    const casus_code code = read_all(file, limit, bytes, size, error);
    close(file);
    return code;
}
