// A world over HTTP, for an installation whose accounts stand on it and for whoever moves it.
#pragma once
#include "channels/simulated/world.h"
#include "http/router.h"

namespace channels::simulated {

/// What connectors ask for at every path, and what moves the world below /_world/. Nobody is asked who they
/// are: for this machine alone. A world that is down, and an answer that is lost, are 503 and 500 here.
void add_world_routes(http::Router& router, World& world);

} // namespace channels::simulated
