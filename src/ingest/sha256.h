/* SHA-256, written from FIPS 180-4. */
#ifndef CASUS_INGEST_SHA256_H
#define CASUS_INGEST_SHA256_H

#include "base/str.h"

/* The digest as 64 lower-case hexadecimal digits and a NUL. */
void casus_sha256_hex(casus_str bytes, char hex[65]);

#endif
