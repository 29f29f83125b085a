#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const messages[CASUS_CODES] = {
    [CASUS_OK] = "no error",
    [CASUS_ERROR_USAGE] = "wrong use",
    [CASUS_ERROR_OPEN] = "cannot be read",
    [CASUS_ERROR_EMPTY] = "holds no text",
    [CASUS_ERROR_BINARY] = "is not text",
    [CASUS_ERROR_ENCODING] = "is not valid UTF-8",
    [CASUS_ERROR_SYNTAX] = "does not follow its format",
    [CASUS_ERROR_LIMIT] = "is over a limit",
    [CASUS_ERROR_DATA] = "is no usable data file",
    [CASUS_ERROR_WRITE] = "cannot be written",
    [CASUS_ERROR_NOT_FOUND] = "was not found",
};

const char *casus_code_message(const casus_code code)
{
    return (unsigned)code < CASUS_CODES ? messages[code] : "unknown error";
}

casus_code casus_fail(casus_error *const error, const casus_code code, const uint64_t line,
                      const uint64_t byte, const char *const format, ...)
{
    if (!error) return code;
    *error = (casus_error){.code = code, .line = line, .byte = byte};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->detail, sizeof error->detail, format, arguments);
    va_end(arguments);
    return code;
}
