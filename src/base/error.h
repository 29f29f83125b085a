/* Errors inside the library; the codes and the struct are public: casus.h. */
#ifndef CASUS_BASE_ERROR_H
#define CASUS_BASE_ERROR_H

#include "base/str.h"
#include "casus.h"

/* Fills `error` (which may be NULL) and gives its code, so that `return casus_fail(…)` reads well.
 */
casus_code casus_fail(casus_error *error, casus_code code, uint64_t line, uint64_t byte,
                      const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
