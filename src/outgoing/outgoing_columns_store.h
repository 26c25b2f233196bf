// The columns of a message, in the order of the members of outgoing::Outgoing.
#pragma once
#include "outgoing/outgoing.h"

#define OUTGOING_COLUMNS                                                                                     \
    "agency, id, case_id, identity, event, template, channel, state, language, subject, body, letter, "      \
    "created_at, changed_at, attempts, lease_until, problem"
