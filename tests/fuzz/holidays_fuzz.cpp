// Holiday files: whatever the bytes, a list or a line that is wrong; and counting with that list ends.
#include "deadlines/due.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto holidays = deadlines::parse_holidays({reinterpret_cast<const char*>(data), size});
    if (!holidays) {
        if (!holidays.error().field.starts_with("line ")) std::abort();
        return 0;
    }
    const deadlines::Calendar calendar(base::Zone::wib, std::move(*holidays));
    deadlines::Spec spec;
    spec.mode = deadlines::Mode::working_days;
    spec.amount = 3;
    const base::Time start = base::time_from_ms(1'790'000'000'000);
    if (deadlines::due(spec, start, calendar).at <= start) std::abort();
    return 0;
}
