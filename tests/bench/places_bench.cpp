// places_bench [FOLDER] [--wrong FILE]: of the lines of a real register whose words name the village or the
// district they are about, how many are read right. The register is nobody's to ship: it is looked for beside
// the project, and none of its words are printed, but into FILE, when one is named, to look at and throw
// away.
#include "places/fold.h"
#include "places/marks.h"
#include "places/mention.h"
#include "real_lines.h"
#include "triage/guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>

namespace {

using bench::Line;

constexpr std::size_t village_code = 13, district_code = 8; // "35.78.01.1001", "35.78.01"

/// What the words of a line name of the area it is about.
enum class Named : std::uint8_t { village, district, neither };

/// What came of it.
enum class Outcome : std::uint8_t {
    right,   ///< the true village, or the true district where the words name no more
    wider,   ///< the true district where the words name the village
    wrong,   ///< another area
    offered, ///< none is sure; the right one is among the candidates
    missed   ///< none is sure, and the right one is no candidate
};

struct Truth {
    std::string village, district;          ///< codes; the village empty where the gazetteer does not know it
    std::vector<std::string> village_names; ///< folded
    std::vector<std::string> district_names; ///< folded
};

/// A text by its letters and digits alone, and where its words begin and end in that.
class FoldedWords {
public:
    explicit FoldedWords(std::string_view text) {
        bool inside = false;
        for (char c : text) {
            const char f = places::folded(c);
            if (f && !inside) edges_.resize(folded_.size() + 1), edges_[folded_.size()] = true;
            if (!f && inside) edges_.resize(folded_.size() + 1), edges_[folded_.size()] = true;
            if (f) folded_ += f;
            inside = f != 0;
        }
        edges_.resize(folded_.size() + 1);
        edges_[folded_.size()] = true;
    }
    /// Whether the name stands there as whole words, however they are spaced: "gunung anyar", "gununganyar".
    [[nodiscard]] bool has(std::string_view name) const {
        if (name.empty()) return false;
        for (auto at = folded_.find(name); at != std::string::npos; at = folded_.find(name, at + 1)) {
            const std::size_t end = at + name.size();
            const bool digit_after = end < folded_.size() && folded_[end] >= '0' && folded_[end] <= '9';
            if (edges_[at] && (edges_[end] || digit_after)) return true;
        }
        return false;
    }

private:
    std::string folded_;
    std::vector<bool> edges_;
};

/// The names and aliases of areas, folded.
std::multimap<std::string, std::string> names_by_code(const places::Region& region) {
    std::multimap<std::string, std::string> out;
    for (const auto& name : region.names())
        out.emplace(places::code_text(region.gazetteer().rows()[name.row].number), region.spelling(name));
    return out;
}

Truth truth_of(const Line& line, const places::Region& region,
               const std::multimap<std::string, std::string>& names) {
    Truth out;
    const std::string code = bench::area_of(line, region);
    if (code.empty()) return out;
    out.district = code.substr(0, district_code);
    const auto add = [&](const std::string& of, const std::string& column, std::vector<std::string>& to) {
        if (!column.empty()) to.push_back(places::fold(column));
        for (auto [it, end] = names.equal_range(of); it != end; ++it)
            to.push_back(it->second);
    };
    add(out.district, line.district, out.district_names);
    if (code.size() != village_code) return out;
    out.village = code;
    add(code, line.village, out.village_names);
    return out;
}

/// The words without the names of the region that are longer than one of these and hold it: "Krembangan
/// Selatan" does not name Krembangan.
std::string without_longer(std::string words, const std::vector<std::string>& names,
                           const places::Region& region) {
    const std::string given = words;
    for (const auto& mention : places::find_mentions(given, region)) {
        const std::string_view name = region.spelling(region.names()[mention.names.first]);
        if (std::ranges::any_of(
                names,
                [&](const std::string& own) { return name.size() > own.size() && name.contains(own); }) &&
            std::ranges::find(names, name) == names.end())
            std::fill(words.begin() + static_cast<std::ptrdiff_t>(mention.begin),
                      words.begin() + static_cast<std::ptrdiff_t>(mention.end), ';');
    }
    return words;
}

/// A village called like its district is named only by a word that says so.
Named named_in(const std::string& words, const Truth& truth, const places::Region& region) {
    const FoldedWords for_village(without_longer(words, truth.village_names, region));
    const FoldedWords for_district(without_longer(words, truth.district_names, region));
    bool village = false, district = false;
    for (const std::string& name : truth.district_names)
        district = district || for_district.has(name);
    for (const std::string& name : truth.village_names) {
        const bool shared = std::ranges::find(truth.district_names, name) != truth.district_names.end();
        village = village || (shared ? for_village.has("kelurahan" + name) || for_village.has("kel" + name)
                                     : for_village.has(name));
    }
    return village ? Named::village : district ? Named::district : Named::neither;
}

bool is_right(const std::string& code, const Truth& truth, Named named) {
    if (truth.village.empty()) return code.starts_with(truth.district);
    return code == truth.village || (named != Named::village && code == truth.district);
}

Outcome outcome_of(const std::vector<places::Candidate>& found, const Truth& truth, Named named) {
    if (triage::is_sure(found) && found.front().area.code.size() >= district_code) {
        const std::string& code = found.front().area.code;
        if (is_right(code, truth, named)) return Outcome::right;
        return code == truth.district ? Outcome::wider : Outcome::wrong;
    }
    return std::ranges::any_of(found,
                               [&](const auto& each) { return is_right(each.area.code, truth, named); })
               ? Outcome::offered
               : Outcome::missed;
}

struct Variant {
    std::string_view name;
    bool with_address;
    const places::Region* region;
};

std::string_view name_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::right: return "right";
    case Outcome::wider: return "wider";
    case Outcome::wrong: return "wrong";
    case Outcome::offered: return "offered";
    case Outcome::missed: return "missed";
    }
    return {};
}

void write_line(std::ofstream& out, std::string_view variant, Outcome outcome, const Line& line,
                const std::vector<places::Candidate>& found) {
    out << "== " << variant << ", " << name_of(outcome) << ", " << line.id << "\n   true: " << line.village
        << " / " << line.district << "\n";
    for (const auto& each : found)
        out << fmt::format("   {:.2f} {} {} [{}..{}]\n", each.p, each.area.code, each.area.name, each.begin,
                           each.end);
    out << "   " << line.text << "\n   @ " << line.address << "\n";
}

using Counts = std::map<Outcome, int>;

void print(std::string_view what, const Counts& counts) {
    int all = 0;
    for (const auto& [outcome, count] : counts)
        all += count;
    const auto share = [&](Outcome outcome) {
        auto at = counts.find(outcome);
        return 100.0 * (at == counts.end() ? 0 : at->second) / std::max(all, 1);
    };
    fmt::print("  {:24} {:6}   {:5.1f}   {:5.1f}   {:5.1f}   {:5.1f}   {:5.1f}\n", what, all,
               share(Outcome::right), share(Outcome::wrong), share(Outcome::wider), share(Outcome::offered),
               share(Outcome::missed));
}

void measure(const Variant& variant, std::span<const Line> lines, std::span<const Truth> truths,
             const places::Region& city, std::ofstream& looked_at) {
    std::map<Named, Counts> counts;
    double seconds = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const Truth& truth = truths[i];
        if (truth.district.empty()) continue;
        const std::string all = variant.with_address ? line.text + "\n" + line.address : line.text;
        const Named named = named_in(all, truth, city);
        triage::Input input{.text = line.text};
        if (variant.with_address) input.place_text = line.address;
        const std::clock_t begin = std::clock();
        const auto found = triage::locate(input, *variant.region);
        seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        const Outcome outcome = outcome_of(found, truth, named);
        ++counts[named][outcome];
        if (looked_at.is_open() &&
            (outcome == Outcome::wrong || (named != Named::neither && outcome != Outcome::right)))
            write_line(looked_at,
                       fmt::format("{}, {}", variant.name,
                                   named == Named::village    ? "village"
                                   : named == Named::district ? "district"
                                                              : "neither"),
                       outcome, line, found);
    }
    Counts either = counts[Named::village], every;
    for (const auto& [outcome, count] : counts[Named::district])
        either[outcome] += count;
    every = either;
    for (const auto& [outcome, count] : counts[Named::neither])
        every[outcome] += count;
    fmt::print("{}; {:.1f} us a line\n", variant.name, 1e6 * seconds / static_cast<double>(lines.size()));
    print("village named", counts[Named::village]);
    print("district alone named", counts[Named::district]);
    print("either named", either);
    print("neither named", counts[Named::neither]);
    const int given = every[Outcome::right] + every[Outcome::wider] + every[Outcome::wrong];
    fmt::print("  of {} lines {} get an area, {:.1f} % of them a wrong one\n", lines.size(), given,
               100.0 * every[Outcome::wrong] / std::max(given, 1));
}

/// How fast streets, lanes and the like are read in all texts, joined to one.
void measure_marks(std::span<const Line> lines) {
    std::string all;
    for (const Line& line : lines)
        all += line.text + "\n" + line.address + "\n";
    std::map<places::MarkKind, int> counts;
    const std::clock_t begin = std::clock();
    const auto marks = places::marks_of(all);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    for (const auto& mark : marks)
        ++counts[mark.kind];
    using enum places::MarkKind;
    fmt::print("marks: {:.1f} ms for each of {:.1f} MB; streets {}, lanes {}, RT/RW {}, kilometres {}, "
               "landmarks {}\n",
               1e9 * seconds / static_cast<double>(all.size()), static_cast<double>(all.size()) / 1e6,
               counts[street], counts[lane], counts[rtrw], counts[kilometre], counts[landmark]);
}

} // namespace

int main(int argc, char** argv) try {
    const char *named = nullptr, *wrong = nullptr;
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]) == "--wrong" && i + 1 < argc)
            wrong = argv[++i];
        else
            named = argv[i];
    const auto folder = bench::register_folder(named);
    const auto file = bench::register_in(folder);
    if (file.empty()) {
        fmt::print("places: there is no complaints*.csv in {}; nothing is measured\n", folder.string());
        return 0;
    }
    std::ofstream looked_at;
    if (wrong) looked_at.open(wrong);
    const auto lines = bench::read_lines(file);
    const std::string regions[] = {"35.78"};
    const places::Region city = places::gazetteer().within(regions),
                         everywhere = places::gazetteer().within({});
    const auto names = names_by_code(city);
    std::vector<Truth> truths;
    for (const Line& line : lines)
        truths.push_back(truth_of(line, city, names));
    fmt::print(
        "places: {} lines; shares of the lines, %\n  {:24} {:>6}   right   wrong   wider offered  missed\n",
        lines.size(), "", "lines");
    for (const Variant& variant :
         {Variant{"text, region 35.78", false, &city}, Variant{"text and address, region 35.78", true, &city},
          Variant{"text, all of Indonesia", false, &everywhere},
          Variant{"text and address, all of Indonesia", true, &everywhere}})
        measure(variant, lines, truths, city, looked_at);
    measure_marks(lines);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "places: " << error.what() << "\n";
    return 1;
}
