#include "media/media_store.h"

#include "db/tx.h"

namespace media {
namespace {

constexpr db::Query<Media(base::AgencyId, std::string)> find_media{
    "media.find", "select sha256, stored, thumb, kind, width, height, size, taken_at, lat, lon, created_at "
                  "from media where agency = :agency and sha256 = :sha256"};

constexpr db::Query<void(base::AgencyId, std::string, std::string, std::string, Format, int, int,
                         std::int64_t, std::optional<base::Time>, std::optional<double>,
                         std::optional<double>, base::Time)>
    save_media{
        "media.save",
        "insert into media (agency, sha256, stored, thumb, kind, width, height, size, taken_at, lat, lon, "
        "created_at) values (:agency, :sha256, :stored, :thumb, :kind, :width, :height, :size, :taken_at, "
        ":lat, :lon, :created_at) on conflict (agency, sha256) do update set stored = excluded.stored, "
        "thumb = excluded.thumb, width = excluded.width, height = excluded.height, size = excluded.size"};

// "g" is past every hex digit.
constexpr db::Query<std::string(base::AgencyId, std::string, std::string)> named_media{
    "media.named",
    "select stored from media where agency = :agency and stored >= :first and stored < :past "
    "union select thumb from media where agency = :agency and thumb >= :first and thumb < :past"};

constexpr db::Query<std::optional<base::AgencyId>(base::AgencyId)> next_agency{
    "media.next_agency", "select min(agency) from media where agency > :agency"};

} // namespace

std::optional<Media> find(db::Tx& tx, base::AgencyId agency, std::string_view sha256) {
    return tx.one(find_media, agency, std::string(sha256));
}

void save(db::Tx& tx, base::AgencyId agency, const Media& media) {
    tx.run(save_media, agency, media.sha256, media.stored, media.thumb, media.kind, media.width, media.height,
           media.size, media.taken_at, media.lat, media.lon, media.created_at);
}

std::vector<std::string> named(db::Tx& tx, base::AgencyId agency, std::string_view first_two) {
    return tx.all(named_media, agency, std::string(first_two), std::string(first_two) + "g");
}

std::optional<base::AgencyId> agency_after(db::Tx& tx, base::AgencyId agency) {
    return tx.one(next_agency, agency).value_or(std::nullopt);
}

} // namespace media
