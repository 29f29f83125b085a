#include "time/calendar.h"

static int32_t floor_div(const int32_t a, const int32_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

int32_t casus_day_number(const casus_day day)
{
    const int32_t year = day.year - (day.month <= 2);
    const int32_t era = floor_div(year, 400);
    const int32_t of_era = year - era * 400;
    const int32_t of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

casus_day casus_day_of(const int32_t number)
{
    const int32_t shifted = number + 719468;
    const int32_t era = floor_div(shifted, 146097);
    const int32_t of_era = shifted - era * 146097;
    const int32_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int32_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int32_t shifted_month = (5 * of_year + 2) / 153;
    const int32_t month = shifted_month + (shifted_month < 10 ? 3 : -9);
    return (casus_day){year_of_era + era * 400 + (month <= 2), month,
                       of_year - (153 * shifted_month + 2) / 5 + 1};
}

int32_t casus_month_length(const int32_t year, const int32_t month)
{
    static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (month == 2 && leap);
}

int32_t casus_weekday(const int32_t number)
{
    return number + 3 - floor_div(number + 3, 7) * 7 + 1; /* 1970-01-01 was a Thursday */
}

int32_t casus_iso_week(const int32_t number, int32_t *const week_year)
{
    const int32_t thursday = number - casus_weekday(number) + 4;
    *week_year = casus_day_of(thursday).year;
    return (thursday - casus_day_number((casus_day){*week_year, 1, 1})) / 7 + 1;
}

casus_day casus_add_months(const casus_day day, const int32_t months)
{
    const int32_t total = day.year * 12 + day.month - 1 + months;
    casus_day later = {floor_div(total, 12), total - floor_div(total, 12) * 12 + 1, day.day};
    const int32_t length = casus_month_length(later.year, later.month);
    if (later.day > length) later.day = length;
    return later;
}

int32_t casus_hijri_number(const int32_t year, const int32_t month, const int32_t day)
{
    enum { EPOCH = -492148 }; /* 1 Muharram 1 AH: 16 July 622 of the Julian calendar */
    return EPOCH + day - 1 + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 +
           floor_div(3 + 11 * year, 30);
}

int32_t casus_hijri_year_of(const int32_t number)
{
    int32_t year = floor_div((number - casus_hijri_number(1, 1, 1)) * 30, 10631) + 1;
    while (casus_hijri_number(year, 1, 1) > number) year--;
    while (casus_hijri_number(year + 1, 1, 1) <= number) year++;
    return year;
}

int32_t casus_solar_number(const int32_t year, const int32_t month, const int32_t day)
{
    const int32_t before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
    /* leap years are 1 5 9 13 17 22 26 30 of the 33; 1 Farvardin 1375 was 20 March 1996 */
    const int32_t leaps = floor_div(8 * year + 21, 33) - floor_div(8 * 1375 + 21, 33);
    return casus_day_number((casus_day){1996, 3, 20}) + 365 * (year - 1375) + leaps + before + day -
           1;
}

int32_t casus_easter_number(const int32_t year)
{
    const int32_t a = year % 19, b = year / 100, c = year % 100;
    const int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int32_t m = (a + 11 * h + 22 * l) / 451;
    const int32_t n = h + l - 7 * m + 114;
    return casus_day_number((casus_day){year, n / 31, n % 31 + 1});
}

int32_t casus_orthodox_easter_number(const int32_t year)
{
    const int32_t a = year % 4, b = year % 7, c = year % 19;
    const int32_t d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
    const int32_t n = d + e + 114;
    const int32_t julian_lag = year / 100 - year / 400 - 2;
    return casus_day_number((casus_day){year, n / 31, n % 31 + 1}) + julian_lag;
}

bool casus_day_parse(const casus_str text, casus_day *const day)
{
    if (text.size != 10 || text.at[4] != '-' || text.at[7] != '-') return false;
    int32_t value[3] = {0};
    for (uint32_t i = 0, part = 0; i < 10; i++) {
        if (i == 4 || i == 7) {
            part++;
        } else if (text.at[i] < '0' || text.at[i] > '9') {
            return false;
        } else {
            value[part] = value[part] * 10 + text.at[i] - '0';
        }
    }
    *day = (casus_day){value[0], value[1], value[2]};
    return day->day >= 1 && day->day <= casus_month_length(day->year, day->month);
}
