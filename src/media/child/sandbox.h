// What the decoding child may still do once it holds the bytes: compute, allocate, write to what is open.
// Linux only.
#pragma once

namespace media::child {

/// Address space, CPU seconds, file size and open files of this process; core dumps off; dies with its
/// parent. False when the system refuses one.
[[nodiscard]] bool limit_resources();

/// From here on: no network, no exec, no new process, no path opened, no memory made executable. Network,
/// exec and fork kill the process, anything else unexpected fails with EPERM. False when the filter cannot be
/// loaded.
[[nodiscard]] bool seal();

} // namespace media::child
