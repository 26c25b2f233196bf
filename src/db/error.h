// Broken infrastructure below a unit of work: these are thrown, and caught at the three borders (request, job
// runner, main). What input can cause is a base::Result, never one of these.
#pragma once
#include <stdexcept>
#include <string>

namespace db {

/// A statement failed; what() names the query and never holds the values bound to it.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A unique index or primary key refused a row; what() names the index or its columns.
class UniqueViolation : public Error {
public:
    using Error::Error;
};

/// The database cannot do it now: disk full, read-only, locked too long, connection gone, time-out. Answer
/// 503.
class Unavailable : public Error {
public:
    using Error::Error;
};

/// Two transactions were in each other's way (40001, 40P01). PostgreSQL units are run again by themselves; it
/// is seen only after the last attempt.
class Contended : public Unavailable {
public:
    using Unavailable::Unavailable;
};

} // namespace db
