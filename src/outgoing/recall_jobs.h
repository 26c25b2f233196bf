// Asking a network to delete what was published, until it says that it is gone or that it will not.
#pragma once
#include "outgoing/posting_jobs.h"

namespace outgoing {

[[nodiscard]] jobs::Handler recall_handler(const PostingServices& services);

} // namespace outgoing
