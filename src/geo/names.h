/* The form under which names of places are kept and looked up. */
#ifndef CASUS_GEO_NAMES_H
#define CASUS_GEO_NAMES_H

#include "base/arena.h"

/* The key of a name: folded (see casus_fold), without apostrophes and a leading "the". */
casus_str casus_geo_key(casus_arena *arena, casus_str name);

/* As above for a string that is folded already; the result may be a view of it. */
casus_str casus_geo_key_of_folded(casus_arena *arena, casus_str folded);

/* Kilometres between two points given in degrees (haversine, sphere of 6371 km). */
double casus_geo_distance(double lat1, double lon1, double lat2, double lon2);

#endif
