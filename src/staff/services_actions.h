// What the actions of this room need from outside, handed over together. Lives in app/.
#pragma once
#include "agency/directory_actions.h"
#include "base/random.h"
#include "staff/password.h"

namespace staff {

struct Services {
    db::Database& database;
    agency::Directories& directories;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    const Passwords& passwords;
};

} // namespace staff
