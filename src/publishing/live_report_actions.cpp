#include "base/text.h"
#include "db/tx.h"
#include "media/picture.h"
#include "publishing/post_actions.h"
#include "publishing/post_store.h"
#include "triage/mask.h"

#include <algorithm>

namespace publishing {
namespace {

constexpr std::size_t max_what = 200;
constexpr std::size_t max_photos = 3;

/// Where officers and whoever answers for them work.
bool may_report(const staff::Principal& person, agency::OfficeId office, const agency::Directory& directory) {
    return person.may(staff::Role::field_officer, office, directory) || may_write(person, office, directory);
}

} // namespace

base::Result<Whole> report_live(db::Tx& tx, const Context& context, const staff::Principal& person,
                                const LiveReport& report) {
    const auto agency = context.directory.id();
    if (!context.directory.office(report.office) || !may_report(person, report.office, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    if (!report.form_key.empty())
        if (auto known = store::find_by_form(tx, agency, report.form_key)) {
            auto whole = whole_of(tx, agency, known->id);
            if (whole && whole->is_author(person.staff)) return std::move(*whole);
        }
    auto what = base::clean(report.what, max_what, "isi");
    if (!what) return base::pass(what);
    if (what->empty()) return base::fail_field("isi", "field.missing");
    auto place = base::clean(report.place, max_place, "tempat");
    if (!place) return base::pass(place);
    if (place->empty()) return base::fail_field("tempat", "field.missing");
    if (report.photos.empty() || report.photos.size() > max_photos)
        return base::fail_field("foto", "field.missing");
    // A place is meant to be named; everything private in the words is not.
    const std::string said = triage::settled(triage::masked(*what));
    const std::string where =
        triage::settled(triage::masked(*place, triage::Addresses::stay), triage::Addresses::stay);
    std::vector<Picture> pictures;
    for (const auto& sha256 : report.photos) {
        if (!media::is_sha256(sha256)) return base::fail_field("foto");
        pictures.push_back({.sha256 = sha256, .alt = said + ", " + where});
    }
    std::vector<agency::AccountId> accounts;
    for (const auto& outlet : outlets_of(tx, context, report.office))
        accounts.push_back(outlet.account);
    Whole whole;
    whole.post = {.agency = agency,
                  .id = context.ids.next<PostId>(),
                  .office = report.office,
                  .kind = Kind::live,
                  .text = where + ": " + said,
                  .place = where,
                  .language = report.language,
                  .form_key = report.form_key.empty() ? std::nullopt : std::optional(report.form_key),
                  .written_by = person.staff,
                  .created_at = context.now,
                  .changed_at = context.now};
    if (!store::insert(tx, whole.post)) return base::fail(base::Kind::conflict, "post.changed_meanwhile");
    store::put_pictures(tx, agency, whole.post.id, pictures);
    store::put_targets(tx, context.ids, agency, whole.post.id, accounts);
    store::add_author(tx, agency, whole.post.id, person.staff);
    note(tx, context, whole.post, written, person.staff,
         {{"text", whole.post.text}, {"pictures", pictures.size()}});
    whole = whole_of(tx, agency, whole.post.id).value();
    const auto policy = policy_for(store::policies(tx, agency), context.directory, report.office, Kind::live);
    // Without an account to send it to it stays a draft, and stands on the wall.
    if (accounts.empty()) return whole;
    return handed_in_under(tx, context, std::move(whole), policy, person.staff);
}

} // namespace publishing
