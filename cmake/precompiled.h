// What nearly every file includes, parsed once. Files still include what they use: a build without this
// header
// (-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON) must pass.
#pragma once
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <expected>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>
