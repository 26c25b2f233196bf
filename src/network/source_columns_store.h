// The columns of rows that more than one store reads, in the order of their members.
#pragma once
#include "network/connected.h"

/// Of network::Watched.
#define SOURCE_COLUMNS                                                                                       \
    "account, name, newest_first, is_thread, mark, look_at, looked_at, walked_at, found_at, failures, "      \
    "problem, counted, held, counted_at, left_out"
/// Of network::Hole.
#define HOLE_COLUMNS                                                                                         \
    "id, account, source, cursor, mark, reason, state, problem, opened_at, try_at, tries, found, closed_at"
