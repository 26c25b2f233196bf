#include "app/networks.h"

#include "app/house.h"
#include "channels/activitypub/activitypub_channel.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/own_post_actions.h"
#include "channels/bluesky/bluesky.h"
#include "channels/mail/mailbox_channel.h"
#include "channels/mastodon/mastodon_channel.h"
#include "channels/meta/meta.h"
#include "channels/rss/rss_channel.h"
#include "channels/simulated/simulated_channel.h"
#include "channels/telegram/dialog_actions.h"
#include "channels/telegram/telegram_channel.h"
#include "channels/x/x.h"
#include "channels/youtube/youtube.h"
#include "db/database.h"
#include "items/item_actions.h"
#include "jobs/job_actions.h"
#include "network/connection_actions.h"
#include "network/listening.h"
#include "network/media_actions.h"
#include "network/server_address.h"
#include "outgoing/mail_thread_actions.h"
#include "referral/telling_actions.h"

#include <fmt/format.h>

#include <fstream>

namespace app {
namespace {

constexpr std::string_view picture_job = "network.fetch_picture";
constexpr std::size_t most_pictures = 4; ///< of one item

struct PictureJob {
    agency::AccountId account;
    items::ItemId item;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(PictureJob, (), (account, item, url))

std::vector<network::ChannelPtr> all_channels() {
    using channels::simulated::Temperament;
    return {channels::activitypub::make_channel(),
            channels::mastodon::make_channel(),
            channels::mail::make_mailbox_channel(),
            channels::telegram::make_channel(),
            channels::bluesky::make_channel(),
            channels::x::make_channel(),
            channels::meta::make_facebook(),
            channels::meta::make_instagram(),
            channels::meta::make_threads(),
            channels::meta::make_whatsapp(),
            channels::youtube::make_channel(),
            channels::rss::make_channel(),
            channels::simulated::make_channel(Temperament::patient),
            channels::simulated::make_channel(Temperament::hasty)};
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// "facebook=http://127.0.0.1:9000"
std::map<std::string, std::string, std::less<>> servers_of(const Settings& settings) {
    std::map<std::string, std::string, std::less<>> out;
    for (const auto& each : settings.networks_at)
        if (const auto equals = each.find('='); equals != std::string::npos)
            out[each.substr(0, equals)] = network::without_slash(each.substr(equals + 1));
    return out;
}

} // namespace

Networks::Networks(House& house)
    : house_(house), channels_(all_channels()),
      internet_({.allow_private = house.settings.allow_private_networks}, house.now),
      services_{
          .database = *house.database,
          .vault = *house.vault,
          .ids = house.ids,
          .now = house.now,
          .random = house.random,
          .channels = channels_,
          .carrier = internet_,
          .deliver = [this](base::AgencyId agency, agency::AccountId account,
                            std::span<const items::ItemIn> items) { return deliver(agency, account, items); },
          .recognise =
              [this](base::AgencyId agency, agency::AccountId account) {
                  house_.database->write(
                      [&](db::Tx& tx) { outgoing::look_now(tx, house_.ids, agency, account, house_.now()); });
              },
          .network_of = [this](base::AgencyId agency, agency::AccountId account) -> std::string {
              auto directory = house_.directories.of(agency);
              const auto* found = directory ? (*directory)->account(account) : nullptr;
              return found && found->is_active ? found->network : std::string();
          },
          .come_back =
              [this](base::AgencyId agency, const network::Returned& returned) {
                  house_.database->write([&](db::Tx& tx) {
                      outgoing::note_returned(tx, *house_.vault, agency, returned.mail, returned.status,
                                              house_.now());
                      referral::note_returned(tx, *house_.vault, agency, returned.mail, returned.status,
                                              house_.now());
                  });
              },
          .not_brought =
              [this](base::AgencyId agency, agency::AccountId account, const network::Undelivered& what) {
                  house_.database->write([&](db::Tx& tx) {
                      outgoing::note_undelivered(tx, agency, account, what, house_.now());
                  });
              },
          .servers = servers_of(house.settings)} {}

outgoing::PostingServices Networks::posting() const {
    return {services_,
            [this](base::AgencyId agency, const std::string& sha256) -> std::optional<std::string> {
                auto opened = house_.pictures.open(agency, sha256, media::Size::stored);
                return opened ? read_file(opened->path) : std::nullopt;
            },
            [this](db::Tx& tx, const outgoing::Outgoing& outgoing, outgoing::Posting& posting) {
                channels::activitypub::publish(services_, tx, outgoing, posting);
            },
            [this](db::Tx& tx, const outgoing::Outgoing& outgoing, const outgoing::Posting& posting) {
                channels::activitypub::take_back(services_, tx, outgoing, posting);
            },
            [](const network::Channel& channel) {
                return channel.network() == channels::activitypub::network_code;
            }};
}

std::vector<network::Delivered> Networks::deliver(base::AgencyId agency, agency::AccountId account,
                                                  std::span<const items::ItemIn> items) {
    auto directory = house_.directories.of(agency);
    if (!directory) throw std::runtime_error(directory.error().code);
    const auto* found = (*directory)->account(account);
    if (!found)
        return std::vector<network::Delivered>(items.size(), {network::Taken::refused, "account.unknown"});
    const intake::Services in{*house_.database,
                              *house_.vault,
                              house_.pictures,
                              house_.readers(),
                              house_.ids,
                              house_.now,
                              house_.random,
                              [](db::Tx& tx, base::AgencyId of, std::int64_t id) {
                                  return outgoing::case_of_mail(tx, of, outgoing::OutgoingId{id});
                              }};
    // A bot talks with citizens first: what was part of a dialog comes as one report.
    std::vector<std::optional<items::ItemIn>> heard(items.begin(), items.end());
    if (found->network == "telegram") heard = channels::telegram::hear(services_, **directory, *found, items);
    const auto door =
        network::listens_only(channels_.of(found->network)) ? intake::Door::listening : intake::Door::network;
    std::vector<base::Result<intake::Wanted>> batch;
    std::vector<const items::ItemIn*> passed;
    for (const auto& item : heard) {
        if (!item) continue;
        batch.push_back(intake::Wanted{*item, door, {}});
        passed.push_back(&*item);
    }
    const auto outcomes = intake::accept(in, **directory, *found, batch);
    std::vector<network::Delivered> taken;
    house_.database->write([&](db::Tx& tx) {
        taken.clear();
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const auto& outcome = outcomes[i];
            const auto& item = *passed[i];
            const bool is_new = outcome.fate == intake::Fate::accepted;
            taken.push_back({is_new                                ? network::Taken::accepted
                             : outcome.fate == intake::Fate::known ? network::Taken::known
                                                                   : network::Taken::refused,
                             outcome.problem ? outcome.problem->code : std::string()});
            if (!is_new || !outcome.item || item.type != items::Change::create) continue;
            for (std::size_t k = 0; k < std::min(item.media.size(), most_pictures); ++k) {
                if (!item.media[k].url) continue;
                jobs::enqueue(
                    tx, house_.ids, agency,
                    {.kind = std::string(picture_job),
                     .name = fmt::format("{}.{}", outcome.item->value, k),
                     .data = base::json::write(PictureJob{account, *outcome.item, *item.media[k].url}),
                     .run_at = house_.now()},
                    house_.now());
            }
        }
    });
    std::vector<network::Delivered> out;
    for (std::size_t i = 0, k = 0; i < heard.size(); ++i)
        out.push_back(heard[i] ? taken[k++] : network::Delivered{});
    return out;
}

base::Result<void> Networks::fetch_picture(const jobs::Job& job) {
    auto wanted = base::json::parse_as<PictureJob>(job.data);
    if (!wanted) return base::pass(wanted);
    auto bytes = network::fetch_media(services_, job.agency, wanted->account, wanted->url);
    if (!bytes) return base::pass(bytes);
    if (!*bytes) return {}; // gone, or nothing for us: the words stay
    auto directory = house_.directories.of(job.agency);
    if (!directory) return base::pass(directory);
    auto taken = house_.pictures.accept_bytes(job.agency, **bytes, (*directory)->agency().zone);
    if (!taken)
        return taken.error().kind == base::Kind::unavailable ? base::Result<void>(base::pass(taken))
                                                             : base::Result<void>{};
    house_.database->write(
        [&](db::Tx& tx) { items::attach_picture(tx, job.agency, wanted->item, taken->sha256); });
    return {};
}

jobs::Handler Networks::picture_handler() {
    return {.kind = std::string(picture_job),
            .run = [this](const jobs::Job& job) { return fetch_picture(job); }};
}

} // namespace app
