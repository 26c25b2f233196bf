// The port through which texts are read: what kind, what about, where, how urgent, what is private. Reading
// never fails; what cannot be told abstains. Readers are unchanged after they are made: any thread may use
// them.
#pragma once
#include "agency/proof_kind.h"
#include "triage/reading.h"

#include <memory>
#include <span>

namespace triage {

/// A topic of an agency and the words that tell it, single or several: {"jalan", {"jalan rusak",
/// "berlubang"}}.
struct Topic {
    std::string code;
    std::vector<std::string> words;
};

class Lexicon;
class TopicWords;
class Model;

/// What a reader knows about an agency, compiled once. Copies share it.
struct Profile {
    std::shared_ptr<const places::Region> region; ///< none: no places are found
    std::shared_ptr<const TopicWords> topics;     ///< none: no topic is guessed
    std::shared_ptr<const Model>
        own; ///< learnt from the agency's history: heads "kind", "topic" and "office"; may be none
    std::shared_ptr<const Lexicon> words = {}; ///< the agency's own slang over the shipped; none: the shipped
};
/// By which lexicon its texts are normalised.
[[nodiscard]] const Lexicon& lexicon_of(const Profile& profile) noexcept;

struct Input {
    std::string_view text;
    std::string_view place_text = {};        ///< an address beside the text, as a form has it
    std::optional<places::Point> point = {}; ///< where the reporter's phone was or the pin was set
    bool asks_why = false;                   ///< the words that decided are wanted as well
};

class Reader {
public:
    virtual ~Reader() = default;
    /// `region`: area codes of agency_regions; empty for all of Indonesia. `words`: its own lexicon, or none.
    [[nodiscard]] virtual Profile profile(std::span<const std::string> region, std::span<const Topic> topics,
                                          std::shared_ptr<const Lexicon> words = {}) const = 0;
    [[nodiscard]] virtual Reading read(const Input& input, const Profile& profile) const = 0;
};

/// A topic of data/topics, which an agency may begin with.
struct ShippedTopic {
    Topic topic;
    std::string name_id, name_en;
    agency::ProofKind proof = agency::ProofKind::answer; ///< what usually shows that it is done
};
[[nodiscard]] const std::vector<ShippedTopic>& shipped_topics();

/// Reads by word lists (data/lexicon) and the model learnt from data/training: the one reader there is. Made
/// at the first call and kept.
[[nodiscard]] const Reader& shipped_reader();
/// The shipped models: their card is shown beside those of an agency. Feelings have one of their own, which
/// reads finer.
[[nodiscard]] const Model& shipped_model();
[[nodiscard]] const Model& shipped_feelings();

} // namespace triage
