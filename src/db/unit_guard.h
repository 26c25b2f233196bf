// A unit of work inside another would wait for itself; it is a mistake in the program and says so.
#pragma once
#include <stdexcept>

namespace db {

class UnitGuard {
public:
    static void must_be_outside() {
        if (inside_) throw std::logic_error("a unit of work inside a unit of work");
    }
    UnitGuard() {
        must_be_outside();
        inside_ = true;
    }
    UnitGuard(const UnitGuard&) = delete;
    UnitGuard& operator=(const UnitGuard&) = delete;
    ~UnitGuard() { inside_ = false; }

private:
    inline static thread_local bool inside_ = false;
};

} // namespace db
