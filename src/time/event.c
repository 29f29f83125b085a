#include "time/time.h"

casus_date casus_time_of_event(const casus_time_data *const data,
                               const casus_document *const document, const uint32_t word)
{
    (void)data;
    (void)document;
    (void)word;
    return (casus_date){.precision = DATE_UNKNOWN};
}
