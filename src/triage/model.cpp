#include "triage/model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_map>

namespace triage {
namespace {

/// The first form had no fine features.
constexpr std::string_view magic = "TGMODEL2", first_magic = "TGMODEL1";
constexpr std::size_t groups_at_first = 3;
constexpr std::uint32_t nobody = 0xffffffffU;
constexpr std::size_t most_labels = 2'000, most_features = 4'000'000, most_heads = 32;

std::uint64_t checksum(std::string_view bytes) noexcept {
    std::uint64_t h = 0xcbf29ce484222325U;
    for (char c : bytes)
        h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return h;
}

template <class T> void put(std::string& out, const T& value) {
    static_assert(std::endian::native == std::endian::little);
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class T> void put_all(std::string& out, const std::vector<T>& values) {
    if (!values.empty()) out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

/// Takes values off the front; false once there are too few bytes.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : left_(bytes) {}
    template <class T> bool take(T& out) {
        if (left_.size() < sizeof out) return false;
        std::memcpy(&out, left_.data(), sizeof out);
        left_.remove_prefix(sizeof out);
        return true;
    }
    template <class T> bool take_all(std::vector<T>& out, std::size_t count) {
        if (count > left_.size() / sizeof(T)) return false;
        out.resize(count);
        if (count) std::memcpy(out.data(), left_.data(), count * sizeof(T));
        left_.remove_prefix(count * sizeof(T));
        return true;
    }
    bool take_text(std::string& out) {
        std::uint32_t size = 0;
        if (!take(size) || size > left_.size()) return false;
        out = left_.substr(0, size);
        left_.remove_prefix(size);
        return true;
    }
    [[nodiscard]] bool is_empty() const noexcept { return left_.empty(); }

private:
    std::string_view left_;
};

void put_text(std::string& out, std::string_view text) {
    put(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

std::unexpected<base::Problem> broken(std::string_view why) {
    return base::fail(base::Kind::invalid, "model.broken", std::string(why));
}

std::uint32_t upper_half(std::uint64_t key) noexcept {
    return static_cast<std::uint32_t>(key >> 32U);
}

bool are_finite(std::span<const float> values) {
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

} // namespace

Model::Model(const Parts& parts)
    : group_weights_(parts.group_weights), heads_(parts.heads), rarity_(parts.rarity), keys_(parts.keys) {
    for (auto& head : heads_) {
        head.column = width_;
        width_ += static_cast<std::uint32_t>(head.labels.size());
    }
    scales_.assign(width_, 0);
    for (std::size_t i = 0; i < parts.weights.size(); ++i)
        scales_[i % width_] = std::max(scales_[i % width_], std::abs(parts.weights[i]));
    constexpr float most = std::numeric_limits<std::int16_t>::max();
    for (auto& scale : scales_)
        scale = scale > 0 ? scale / most : 1;
    weights_.reserve(parts.weights.size());
    for (std::size_t i = 0; i < parts.weights.size(); ++i)
        weights_.push_back(static_cast<std::int16_t>(std::lround(parts.weights[i] / scales_[i % width_])));
    index();
}

void Model::index() {
    slots_.assign(std::bit_ceil(std::max<std::size_t>(keys_.size() * 2, 16)), {0, nobody});
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        std::size_t at = home_of(keys_[i]);
        while (slots_[at].row != nobody)
            at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {upper_half(keys_[i]), i};
    }
}

std::uint32_t Model::find(std::uint64_t key) const noexcept {
    for (std::size_t at = home_of(key);; at = (at + 1) & (slots_.size() - 1)) {
        const Slot& slot = slots_[at];
        if (slot.row == nobody || slot.upper == upper_half(key)) return slot.row;
    }
}

const Head* Model::head(std::string_view name) const noexcept {
    const auto found = std::ranges::find(heads_, name, &Head::name);
    return found == heads_.end() ? nullptr : &*found;
}

/// Calls `found(row, value, times)` for each known feature once, group by group in the order of the text.
template <class F> void Model::each_known(const Features& features, F&& found) const {
    constexpr std::size_t ahead = 12;
    thread_local std::vector<std::uint16_t> counts; // of each row, zero between calls
    thread_local std::vector<std::uint32_t> rows;
    if (counts.size() < rarity_.size()) counts.resize(rarity_.size());
    for (std::size_t group = 0; group < groups_count; ++group) {
        if (group_weights_[group] <= 0) continue;
        rows.clear();
        const auto& given = features[group];
        for (std::size_t i = 0; i < given.size(); ++i) {
            // Most of the time goes into waiting for memory: it is asked for some features ahead.
            if (i + ahead < given.size()) __builtin_prefetch(&slots_[home_of(given[i + ahead].key)]);
            if (const auto row = find(given[i].key); row != nobody && ++counts[row] == 1) rows.push_back(row);
        }
        const auto value_of = [&](std::uint32_t row) {
            const float own = rarity_[row];
            return counts[row] == 1 ? own : own * (1 + std::log(static_cast<float>(counts[row])));
        };
        float square = 0;
        for (const auto row : rows)
            square += value_of(row) * value_of(row);
        const float scale = square > 0 ? group_weights_[group] / std::sqrt(square) : 0;
        for (const auto row : rows) {
            found(row, value_of(row) * scale, counts[row]);
            counts[row] = 0;
        }
    }
}

std::vector<float> Model::scores(const Features& features) const {
    std::vector<float> out(width_, 0);
    each_known(features, [&](std::uint32_t row, float value, std::size_t) {
        const std::int16_t* weights = weights_.data() + static_cast<std::size_t>(row) * width_;
        for (std::uint32_t c = 0; c < width_; ++c)
            out[c] += value * static_cast<float>(weights[c]);
    });
    for (std::uint32_t c = 0; c < width_; ++c)
        out[c] *= scales_[c];
    for (const auto& head : heads_)
        for (std::size_t i = 0; i < head.labels.size(); ++i)
            out[head.column + i] += head.bias[i];
    return out;
}

std::vector<Guess> Model::guesses(const Head& head, std::span<const float> scores) {
    const auto own = scores.subspan(head.column, head.labels.size());
    std::vector<Guess> out;
    out.reserve(own.size());
    double sum = 0;
    for (std::uint32_t i = 0; i < own.size(); ++i) {
        out.push_back({i, 1 / (1 + std::exp(-head.slope * own[i] - head.shift))});
        sum += out.back().p;
    }
    for (auto& guess : out)
        guess.p /= sum;
    std::ranges::sort(
        out, [](const Guess& a, const Guess& b) { return a.p != b.p ? a.p > b.p : a.label < b.label; });
    return out;
}

std::vector<Reason> Model::reasons(const Head& head, std::uint32_t label, const Features& features,
                                   std::size_t most) const {
    std::vector<Reason> by_word;
    const auto labels = static_cast<std::uint32_t>(head.labels.size());
    std::unordered_map<std::uint32_t, double> spoke; // of each row, every time it stands there
    each_known(features, [&](std::uint32_t row, float value, std::size_t times) {
        const std::int16_t* weights = weights_.data() + static_cast<std::size_t>(row) * width_ + head.column;
        double mean = 0;
        for (std::uint32_t c = 0; c < labels; ++c)
            mean += static_cast<double>(weights[c]) * scales_[head.column + c] / labels;
        spoke[row] = value * (weights[label] * static_cast<double>(scales_[head.column + label]) - mean) /
                     static_cast<double>(times);
    });
    for (const auto& group : features)
        for (const auto& feature : group) {
            const auto known = spoke.find(find(feature.key));
            if (known == spoke.end()) continue;
            for (std::uint32_t word = feature.first; word < feature.last; ++word) {
                if (word >= by_word.size()) by_word.resize(word + 1);
                by_word[word].weight += known->second / (feature.last - feature.first);
            }
        }
    for (std::uint32_t i = 0; i < by_word.size(); ++i) {
        by_word[i].first = i;
        by_word[i].last = i + 1;
    }
    std::erase_if(by_word, [](const Reason& reason) { return reason.weight <= 0; });
    std::ranges::stable_sort(by_word, std::ranges::greater{}, &Reason::weight);
    if (by_word.size() > most) by_word.resize(most);
    return by_word;
}

std::string Model::to_bytes() const {
    std::string out(magic);
    for (float weight : group_weights_)
        put(out, weight);
    put(out, static_cast<std::uint32_t>(heads_.size()));
    for (const auto& head : heads_) {
        put_text(out, head.name);
        put(out, static_cast<std::uint32_t>(head.labels.size()));
        for (const auto& label : head.labels)
            put_text(out, label);
        put_all(out, head.bias);
        put(out, head.slope);
        put(out, head.shift);
        put(out, head.sure);
        put(out, head.rows);
    }
    put(out, static_cast<std::uint32_t>(keys_.size()));
    put_all(out, keys_);
    put_all(out, rarity_);
    put_all(out, scales_);
    put_all(out, weights_);
    put(out, checksum(out));
    return out;
}

base::Result<Model> Model::of_bytes(std::string_view bytes) {
    std::uint64_t expected = 0;
    const bool is_first = bytes.starts_with(first_magic);
    if (bytes.size() < magic.size() + sizeof expected || !(is_first || bytes.starts_with(magic)))
        return broken("not a model of this program");
    const auto content = bytes.substr(0, bytes.size() - sizeof expected);
    std::memcpy(&expected, bytes.data() + content.size(), sizeof expected);
    if (checksum(content) != expected) return broken("the checksum does not fit: the file is damaged");
    Bytes in(content.substr(magic.size()));
    Model out;
    std::uint32_t heads = 0, keys = 0;
    bool ok = true;
    for (float& weight : std::span(out.group_weights_).first(is_first ? groups_at_first : groups_count))
        ok = ok && in.take(weight);
    ok = ok && are_finite(out.group_weights_) && in.take(heads) && heads > 0 && heads <= most_heads;
    if (!ok) return broken("the heading cannot be read");
    for (std::uint32_t h = 0; h < heads; ++h) {
        Head head;
        std::uint32_t labels = 0;
        if (!in.take_text(head.name) || !in.take(labels) || labels == 0 || labels > most_labels)
            return broken("a head cannot be read");
        head.labels.resize(labels);
        for (auto& label : head.labels)
            if (!in.take_text(label)) return broken("a label cannot be read");
        if (!in.take_all(head.bias, labels) || !in.take(head.slope) || !in.take(head.shift) ||
            !in.take(head.sure) || !in.take(head.rows) || !are_finite(head.bias) ||
            !std::isfinite(head.slope) || !std::isfinite(head.shift) || !std::isfinite(head.sure))
            return broken("the numbers of a head cannot be read");
        head.column = out.width_;
        out.width_ += labels;
        out.heads_.push_back(std::move(head));
    }
    if (!in.take(keys) || keys > most_features) return broken("the number of features cannot be read");
    if (!in.take_all(out.keys_, keys) || !in.take_all(out.rarity_, keys) ||
        !in.take_all(out.scales_, out.width_) ||
        !in.take_all(out.weights_, static_cast<std::size_t>(keys) * out.width_) || !in.is_empty() ||
        !are_finite(out.rarity_) || !are_finite(out.scales_))
        return broken("the weights cannot be read");
    out.index();
    return out;
}

} // namespace triage
