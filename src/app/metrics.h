// /metrics: what the edge and the database counted, as Prometheus text (exposition format 0.0.4).
#pragma once
#include "db/statistics.h"
#include "http/metrics.h"

#include <string>

namespace app {

[[nodiscard]] std::string prometheus(const http::Metrics& http, const db::Statistics& db);

} // namespace app
