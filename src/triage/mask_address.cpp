#include "triage/mask_address.h"

#include "triage/private.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

using namespace address;

/// A number so near that an address may end in it.
constexpr std::uint32_t nearest_figure = 8;
constexpr std::size_t most_back = 9, window = 26;
constexpr int most_strange = 2;
/// A list of its own, for such a word may be a name elsewhere.
constexpr auto behind_an_address = std::to_array<std::string_view>(
    {"hp", "kec", "kecamatan", "kel", "kelurahan", "kode", "kota", "nik", "no", "surabaya", "telp", "tlp"});

bool is_plain_gap(std::string_view gap) noexcept {
    return gap == " " || gap == ", ";
}

bool ends_sentence(std::string_view gap) noexcept {
    return gap.find_first_of("!?\n") != std::string_view::npos;
}

class Homes {
public:
    Homes(const Folded& folded, std::string_view given, std::vector<Mask>& found)
        : folded_(folded), given_(given), tokens_(tokens_of(folded.text)), found_(found) {}

    void run() {
        find_homes();
        find_again();
    }

private:
    void find_homes() {
        for (std::size_t i = 0; i < tokens_.all.size(); ++i) {
            if (tokens_.all[i].figure >= tokens_.all.size()) break;
            if (tokens_.all[i].figure - i > nearest_figure + (tokens_.is(i, w_head) ? 4 : 0)) continue;
            if (is_token(i)) continue;
            const bool headed = tokens_.is(i, w_head | w_rt);
            if (!headed && !may_begin_a_name(i)) continue;
            const Place place = place_at(tokens_, i);
            if (!is_home(place)) continue;
            std::size_t last = place.last;
            last = with_town(place, last);
            found_.push_back({PrivateData::address, tokens_.all[i].begin, tokens_.all[last].end});
            last_hidden_ = last;
            i = last;
            remember(place, last);
        }
    }

    /// The words of an address, without "jl" before them.
    void remember(const Place& place, std::size_t last) {
        constexpr std::size_t most = 4, fewest_words = 2;
        Home home;
        for (std::size_t i = place.first; i <= last; ++i)
            if (i > place.first || !tokens_.is(i, w_street)) home.push_back(tokens_.form(i));
        if (homes_.size() < most && home.size() >= fewest_words &&
            std::ranges::find(homes_, home) == homes_.end())
            homes_.push_back(std::move(home));
    }

    /// What was hidden once is hidden wherever its words stand again.
    void find_again() {
        for (std::size_t i = 0; i < tokens_.all.size(); ++i)
            for (const Home& home : homes_) {
                if (i + home.size() > tokens_.all.size()) continue;
                std::size_t words = 0;
                while (words < home.size() && tokens_.form(i + words) == home[words] &&
                       (words == 0 || tokens_.gap(i + words).size() <= 3))
                    ++words;
                if (words < home.size()) continue;
                const std::size_t first = i > 0 && tokens_.is(i - 1, w_street) ? i - 1 : i;
                found_.push_back(
                    {PrivateData::address, tokens_.all[first].begin, tokens_.all[i + words - 1].end});
            }
    }

    /// Words inside "[alamat disamarkan]" are nobody's.
    [[nodiscard]] bool is_token(std::size_t i) const noexcept {
        return tokens_.gap(i).ends_with('[') ||
               (i + 1 < tokens_.all.size() && tokens_.gap(i + 1).starts_with(']'));
    }

    [[nodiscard]] bool is_capital(std::size_t i) const noexcept {
        const char c = given_[folded_.span(tokens_.all[i].begin, tokens_.all[i].begin + 1U).first];
        return c >= 'A' && c <= 'Z';
    }

    /// "Bu Wati Rawa Asin no 22"
    [[nodiscard]] bool is_behind_name(std::size_t i) const noexcept {
        return i >= 2 && tokens_.is(i - 2, w_title) && tokens_.all[i - 1].words == 0 && is_capital(i - 1) &&
               is_capital(i) && tokens_.gap(i) == " " && tokens_.gap(i - 1).size() <= 2;
    }

    /// "081234567890 Rawa Asin VIII No. 44"
    [[nodiscard]] bool is_behind_number(std::size_t i) const noexcept {
        constexpr std::uint32_t shortest = 8;
        const Token& before = tokens_.all[i - 1];
        return before.digit && before.end - before.begin >= shortest && tokens_.gap(i) == " ";
    }

    /// Without "jl": only right behind a word that an address follows.
    [[nodiscard]] bool may_begin_a_name(std::size_t i) const noexcept {
        if (i == 0 || tokens_.all[i].digit || tokens_.all[i].words != 0) return false;
        if (is_behind_name(i) || is_behind_number(i)) return true;
        return tokens_.is(i - 1, w_filler | w_alamat | w_tinggal | w_warga | w_rumah | w_owner) ||
               tokens_.gap(i).find('(') != std::string_view::npos;
    }

    [[nodiscard]] bool has_form(const Place& place) const noexcept {
        if (place.headed || tokens_.is(place.first, w_rt)) {
            if (place.house) return true;
            if (tokens_.is(place.first, w_rt)) return false;
            return place.rt || (place.figure && place.names > 0);
        }
        if (place.names == 0) return false;
        return place.house || place.figure || place.rt;
    }

    /// "tinggal di rawa waru 73, ..." ends there; "tinggal di rumah kontrakan 3 petak" does not. "51b" is the
    /// number of a house.
    [[nodiscard]] bool figure_ends(const Place& place) const noexcept {
        const std::string_view figure = tokens_.form(place.last);
        if (figure.size() > 1 && is_digit(figure[figure.size() - 2]) && figure.back() >= 'a' &&
            figure.back() <= 'h')
            return true;
        const std::size_t next = place.last + 1;
        if (next >= tokens_.all.size()) return true;
        return std::ranges::find(behind_an_address, tokens_.form(next)) != behind_an_address.end() ||
               tokens_.gap(next).find_first_of(",.\n);!?") != std::string_view::npos;
    }

    [[nodiscard]] bool has_figures(std::size_t i) const noexcept {
        return tokens_.form(i).size() >= 2 && is_digit(tokens_.form(i)[0]) && is_digit(tokens_.form(i)[1]);
    }

    struct Around {
        bool alamat = false, tinggal = false, warga = false, rumah = false, owner = false, kin = false,
             person = false, send = false, post = false, list = false, beside = false, located = false,
             moved = false, colon = false;
    };

    /// The words right before a place, past fillers.
    [[nodiscard]] Around before(const Place& place) const noexcept {
        Around out;
        std::size_t i = place.first;
        bool told = false; // "alamat rumah saya yang ditarik iuran adalah ..."
        int strange = 0;   // "domisili saya selama ini di ...": words that say nothing
        for (std::size_t steps = 0; steps < most_back && i > 0; ++steps) {
            const std::string_view gap = tokens_.gap(i);
            if (gap.find_first_of("[]{}") != std::string_view::npos) break;
            if (ends_sentence(gap) ||
                (gap.find(". ") != std::string_view::npos && tokens_.form(i - 1).size() > 4))
                break;
            --i;
            if (last_hidden_ != nowhere && i <= last_hidden_) {
                out.list = true;
                break;
            }
            const std::uint32_t words = tokens_.all[i].words;
            out.colon |= gap.find(':') != std::string_view::npos;
            out.located |= tokens_.form(i) == "berlokasi";
            out.moved |= tokens_.form(i) == "pindah";
            out.post |= tokens_.form(i) == "pos" && tokens_.form(i + 1) == "ke";
            const bool was_any = out.alamat || out.tinggal || out.rumah || out.warga;
            out.alamat |= (words & w_alamat) != 0;
            out.tinggal |= (words & w_tinggal) != 0;
            out.warga |= (words & w_warga) != 0;
            out.rumah |= (words & w_rumah) != 0;
            out.owner |= (words & w_owner) != 0;
            out.kin |= (words & w_kin) != 0;
            out.send |= (words & w_send) != 0;
            out.beside |= (words & w_near) != 0 && was_any;
            const bool passes =
                (words & (w_filler | w_alamat | w_tinggal | w_warga | w_rumah | w_owner | w_kin)) != 0;
            told |= (words & w_copula) != 0;
            if ((passes || told) && !((words & w_veto) != 0)) continue;
            if (words == 0 && !tokens_.all[i].digit && ++strange <= most_strange && place.house &&
                is_plain_gap(gap) && !is_named_person(i, place.first))
                continue;
            if ((words & w_rt) != 0 && steps < 3) continue; // "rumah RT aja: Jl. ..."
            const bool is_form = out.alamat && out.colon;   // "Nama: Budi (SDN) alamat: ..."
            if ((words & w_veto) != 0 && !out.owner && !is_form) out.alamat = out.rumah = out.warga = false;
            out.person = is_named_person(i, place.first);
            break;
        }
        out.tinggal |= (out.located || out.moved) && out.owner;
        if (place.first > 0 && last_hidden_ != nowhere && place.first - last_hidden_ <= 2)
            out.list |= tokens_.gap(place.first) == " / ";
        return out;
    }

    /// "Pak Darmaji Jl. ...", "ibu Tumi (", "saya dari Wati di": a title, and a name of at most three
    /// words that ends right before the place.
    [[nodiscard]] bool is_named_person(std::size_t last, std::size_t place) const noexcept {
        std::size_t i = last;
        bool capital = true;
        for (int names = 1; names <= 3 && i > 0; ++names) {
            if (tokens_.all[i].digit || tokens_.is(i, w_stop | w_veto | w_official | w_head)) return false;
            capital = capital && is_capital(i);
            const std::string_view behind = tokens_.gap(i + 1);
            if (names > 1 && behind.find_first_of(",:!?\n") != std::string_view::npos) return false;
            if (behind.find(". ") != std::string_view::npos && tokens_.form(i).size() > 3) return false;
            if (tokens_.gap(i).find_first_of("!?\n,[]") != std::string_view::npos) return false;
            --i;
            if (tokens_.is(i, w_title) && i + 1 < place) return true;
            if (i > 0 && (tokens_.form(i) == "dari" || tokens_.form(i) == "dengan")) --i;
            if (tokens_.is(i, w_owner | w_kin | w_seek)) return capital;
        }
        return false;
    }

    struct Signs {
        bool owner = false, id = false, rumah = false, alamat = false, veto = false;
        bool owner_is_nearer = false; ///< than what is of the public
    };
    [[nodiscard]] Signs signs(std::size_t first) const noexcept {
        Signs out;
        for (std::size_t i = first, steps = 0; i > 0 && steps < window; ++steps) {
            if (tokens_.gap(i).find_first_of("[]") != std::string_view::npos) break;
            --i;
            const std::uint32_t words = tokens_.all[i].words;
            out.owner |= (words & (w_owner | w_kin)) != 0;
            out.owner_is_nearer |= (words & w_owner) != 0 && !out.veto;
            out.id |= (words & w_id) != 0;
            out.rumah |= (words & w_rumah) != 0;
            out.alamat |= (words & w_alamat) != 0;
            out.veto |= (words & w_veto) != 0;
        }
        return out;
    }

    /// "hp 0831-0000-5590 / Jl. ...", behind a mail address or a number of somebody.
    [[nodiscard]] bool is_in_contacts(std::size_t first) const noexcept {
        if (first == 0) return false;
        const std::string_view gap = tokens_.gap(first);
        if (gap != " / " && gap != ", " && gap != " | ") return false;
        const Token& before = tokens_.all[first - 1];
        return before.digit && before.end - before.begin >= 4;
    }

    /// "3. Budi Karya Jaya Jl. ..." or "3.Budi karya (..." in a list of people.
    [[nodiscard]] bool is_listed_person(std::size_t first) const noexcept {
        std::size_t i = first, names = 0;
        while (i > 0 && names < 4 &&
               (tokens_.gap(i).find_first_of("!?\n,:[(") == std::string_view::npos ||
                (i == first && tokens_.gap(i).find('(') != std::string_view::npos))) {
            --i;
            if (tokens_.all[i].digit)
                return names > 0 && tokens_.form(i).size() <= 2 && tokens_.gap(i + 1).starts_with('.') &&
                       is_capital(i + 1);
            const bool initial = tokens_.form(i).size() == 1;
            if (tokens_.all[i].words != 0 && !initial) return false;
            ++names;
        }
        return false;
    }

    /// "..., tetangga saya sendiri", "... rumah saya"
    [[nodiscard]] bool is_owned_behind(std::size_t last) const noexcept {
        const std::size_t next = last + 1;
        return tokens_.is(next, w_kin | w_rumah) && tokens_.is(next + 1, w_owner) &&
               tokens_.gap(next).find('.') == std::string_view::npos;
    }

    [[nodiscard]] bool is_home(const Place& place) const noexcept {
        if (!has_form(place)) return false;
        const Around around = before(place);
        const Signs sign = signs(place.first);
        return place.headed || tokens_.is(place.first, w_rt) ? is_headed_home(place, around, sign)
                                                             : is_named_home(place, around, sign);
    }

    /// Without "jl" a name is a place as soon as a cue says so, and has to end like one.
    [[nodiscard]] bool is_named_home(const Place& place, const Around& around,
                                     const Signs& sign) const noexcept {
        if (around.alamat || around.tinggal) {
            const bool in_rt = place.rt && (around.alamat || around.owner);
            // "saya tinggal di rawa asin 139 namun"
            const bool told = around.tinggal && around.owner && place.names > 1 && has_figures(place.last);
            if (!place.house && !in_rt && !(place.figure && (told || figure_ends(place)))) return false;
            return around.tinggal || !sign.veto || around.owner || around.person || sign.id ||
                   (around.colon && sign.owner_is_nearer);
        }
        if (!place.house) return false;
        const bool placed =
            tokens_.is(place.first - 1, w_at) || tokens_.gap(place.first).find('(') != std::string_view::npos;
        if (is_behind_name(place.first) || is_behind_number(place.first)) return !sign.veto;
        if (tokens_.gap(place.first).find('(') != std::string_view::npos &&
            (is_listed_person(place.first) || ((sign.rumah || sign.owner) && !sign.veto)))
            return true;
        return around.warga || ((around.person || around.owner) && placed) ||
               (around.rumah &&
                (around.kin || around.owner || (sign.owner_is_nearer && !around.beside && place.names > 1)));
    }

    [[nodiscard]] bool is_headed_home(const Place& place, const Around& around,
                                      const Signs& sign) const noexcept {
        const bool owned = around.owner || around.kin;
        if (around.alamat)
            return !sign.veto || owned || around.person || sign.id || (around.rumah && sign.owner) ||
                   sign.owner_is_nearer;
        if (around.tinggal || around.post || around.person || around.list) return true;
        if (around.rumah) return owned || (!around.beside && !sign.veto);
        if (around.warga) return place.house || sign.owner || place.figure;
        if (owned) return place.house || around.kin;
        if (around.send) return !sign.veto && (place.house || place.rt);
        if (is_owned_behind(place.last)) return place.house || place.rt;
        if (is_in_contacts(place.first) || is_listed_person(place.first)) return place.house;
        const bool told = around.colon && sign.alamat;
        return (place.is_whole() || told) && (sign.owner || sign.id) && (sign.rumah || sign.alamat) &&
               !sign.veto;
    }

    /// "Jl. Cik Ditiro 44 Bangkinang": the town stands where the number ends.
    [[nodiscard]] std::size_t with_town(const Place& place, std::size_t last) const noexcept {
        const std::size_t next = last + 1;
        if (place.house || place.rt || next >= tokens_.all.size() || tokens_.gap(next) != " ") return last;
        if (tokens_.all[next].words != 0 || tokens_.all[next].digit || !is_capital(next)) return last;
        return next;
    }

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    const Folded& folded_;
    std::string_view given_;
    Tokens tokens_;
    std::vector<Mask>& found_;
    using Home = std::vector<std::string_view>;
    std::vector<Home> homes_;
    std::size_t last_hidden_ = nowhere;
};

} // namespace

void find_addresses(const Folded& text, std::string_view given, std::vector<Mask>& found) {
    Homes(text, given, found).run();
}

} // namespace triage
