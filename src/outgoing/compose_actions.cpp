#include "outgoing/compose_actions.h"

#include "cases/case_actions.h"
#include "cases/visibility.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "outgoing/facts.h"
#include "outgoing/language_code.h"
#include "outgoing/letter.h"
#include "outgoing/mail_thread_actions.h"
#include "outgoing/office_time_actions.h"
#include "outgoing/outgoing_store.h"
#include "outgoing/posting_actions.h"
#include "outgoing/send_actions.h"
#include "outgoing/template_actions.h"
#include "outgoing/told.h"
#include "people/identity_actions.h"

namespace outgoing {
namespace {

/// What the event asks for.
struct Wanted {
    TemplateKey key = TemplateKey::received;
    std::optional<cases::Body> body;
    std::string deadline = {}; ///< of an event of a deadline
    std::string reason = {};
};

/// A text member of a part of an event's data; empty when it has none.
std::string text_at(const base::json::Value& data, std::string_view part, std::string_view member) {
    const auto* object = data.is_object() ? data.get_object().if_contains(part) : nullptr;
    const auto* found = object && object->is_object() ? object->get_object().if_contains(member) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::optional<Wanted> wanted_of(const events::Stored& event) {
    auto data = base::json::parse(event.data);
    if (!data) return std::nullopt;
    if (event.kind.starts_with("deadline.")) {
        std::string name = text_at(*data, "staff", "deadline");
        if (name.empty()) name = text_at(*data, "public", "deadline");
        auto key = told_of_deadline(event.kind, name);
        if (!key) return std::nullopt;
        // Only an extension names a reason, and which deadline it is about is not told by the key.
        const bool is_extension = *key == TemplateKey::extended;
        return Wanted{*key, std::nullopt, is_extension ? name : "", text_at(*data, "staff", "reason")};
    }
    auto body = cases::read_body(event.kind, *data);
    if (!body) return std::nullopt; // a kind that no reporter is told of
    auto key = told(*body);
    return key ? std::optional(Wanted{*key, std::move(*body)}) : std::nullopt;
}

base::Language language_of_reporter(const cases::Received* received) {
    return language_of(received && received->language ? *received->language : std::string());
}

base::Language language_for(db::Tx& tx, const cases::Case& c, const Wanted& wanted) {
    if (wanted.body)
        if (const auto* received = std::get_if<cases::Received>(&*wanted.body))
            return language_of_reporter(received);
    auto event = events::last_of(tx, c.agency, "case", c.id.value, "case.received");
    auto data = event ? base::json::parse(event->data) : base::json::Value(nullptr);
    if (!event || !data) return base::Language::id;
    auto body = cases::read_body(event->kind, *data);
    const auto* received = body ? std::get_if<cases::Received>(&*body) : nullptr;
    return language_of_reporter(received);
}

std::string link_of(const std::string& site, const cases::Case& c) {
    return site.empty() || !cases::is_known_to_public(c) ? std::string() : site + "/laporan/" + c.code;
}

/// Only to whoever is known to staff: a mail to anybody else must not open the matter.
std::string private_link_of(const std::string& site, const cases::Case& c) {
    if (site.empty() || c.identity_mode != cases::IdentityMode::public_) return {};
    if (c.kind == cases::Kind::whistleblowing) return {};
    return site + "/lacak/" + c.code + "?kunci=" + std::string(secret_slot);
}

/// When people are back, if nobody is there now.
std::optional<base::Time> people_back(const agency::Directory& directory, base::Time now) {
    auto next = next_open(directory, now);
    return next && *next > now ? next : std::nullopt;
}

bool is_old(const Composer& composer, const events::Stored& event) {
    return event.at < composer.now() - mailed_for;
}

std::string with_link(const std::string& text, const std::string& link) {
    return link.empty() ? text : text + "\n\n" + link;
}

bool may_mail(db::Tx& tx, const Composer& composer, const cases::Case& c, const Wanted& wanted,
              const events::Stored& event) {
    if (!composer.post.has_relay || !c.identity || is_old(composer, event)) return false;
    if (c.kind == cases::Kind::whistleblowing && wanted.key != TemplateKey::received_sealed) return false;
    if (is_from_program(tx, composer.vault, c)) return false;
    if (wanted.key == TemplateKey::received && has_too_many_receipts(tx, c, composer.now())) return false;
    auto identity = people::open_identity(tx, composer.vault, c.agency, *c.identity);
    return identity && identity->contact.email;
}

/// The mail's subject and text. Who asked not to be known gets mails that tell nothing of the matter.
void write_letter(db::Tx& tx, Outgoing& out, const Occasion& o, const std::string& private_link,
                  bool takes_answers) {
    std::string message = out.body;
    if (o.c.identity_mode != cases::IdentityMode::public_ && o.key != TemplateKey::received_sealed) {
        const auto key = o.key == TemplateKey::received ? o.key : TemplateKey::discreet;
        auto discreet = compose(template_in_force(tx, out.agency, key, o.language), discreet_facts_of(o));
        out.subject = std::move(discreet.subject);
        message = std::move(discreet.body);
    }
    out.channel = Channel::mail;
    out.state = State::queued;
    out.letter = letter({.message = std::move(message),
                         .agency = o.directory.agency().name,
                         .link = o.link,
                         .private_link = private_link,
                         .takes_answers = takes_answers,
                         .language = o.language});
}

base::Result<void> tell(db::Tx& tx, const Composer& composer, const cases::Case& c, const Wanted& wanted,
                        const events::Stored& event) {
    auto known = composer.directories.of(tx, c.agency);
    if (!known) return base::pass(known);
    const agency::DirectoryPtr directory = *known;
    const base::Time now = composer.now();
    const std::string site = site_of(composer.post, directory->agency());
    const auto deadlines = deadlines::deadlines_of(tx, c.agency, {"case", c.id.value});
    const Occasion occasion{.key = wanted.key,
                            .c = c,
                            .body = wanted.body ? &*wanted.body : nullptr,
                            .deadlines = deadlines,
                            .directory = *directory,
                            .people_back = people_back(*directory, now),
                            .link = link_of(site, c),
                            .language = language_for(tx, c, wanted),
                            .now = now,
                            .deadline = wanted.deadline,
                            .reason = wanted.reason};
    auto text = compose(template_in_force(tx, c.agency, wanted.key, occasion.language), facts_of(occasion));
    Outgoing out{.agency = c.agency,
                 .id = composer.ids.next<OutgoingId>(),
                 .case_id = c.id,
                 .identity = c.identity.value_or(people::IdentityId{}),
                 .event = event.id.value,
                 .key = wanted.key,
                 .channel = Channel::page,
                 .state = State::sent,
                 .language = std::string(code_of(occasion.language)),
                 .subject = std::move(text.subject),
                 .body = std::move(text.body),
                 .letter = {},
                 .created_at = now,
                 .changed_at = now,
                 .attempts = 0,
                 .lease_until = {},
                 .problem = {}};
    std::optional<Planned> planned;
    if (composer.channels && !is_old(composer, event))
        planned = plan_posting(tx, *composer.channels, *directory, c, wanted.key);
    if (planned) {
        out.channel = Channel::network;
        out.state = State::queued;
        planned->posting.pictures = pictures_for(tx, c, wanted.key);
        out.letter = with_link(out.body, planned->is_in_public ? occasion.link : private_link_of(site, c));
    } else if (may_mail(tx, composer, c, wanted, event)) {
        const bool takes_answers =
            composer.channels && !mailbox_for(tx, *composer.channels, *directory, c.account).empty();
        write_letter(tx, out, occasion, private_link_of(site, c), takes_answers);
    }
    if (!store::insert(tx, out)) return {};
    if (planned) add_posting(tx, out, std::move(planned->posting));
    if (out.state == State::queued) queue(tx, composer.ids, out, now, now);
    return {};
}

} // namespace

std::string site_of(const Post& post, const agency::Agency& agency) {
    if (!post.public_url.empty()) return post.public_url;
    return agency.host ? "https://" + *agency.host : std::string();
}

base::Result<void> compose(db::Tx& tx, const Composer& composer, base::AgencyId agency,
                           const events::Stored& event) {
    if (event.kind == "identity.erased") {
        store::forget_identity(tx, agency, people::IdentityId{event.subject}, composer.now());
        return {};
    }
    if (event.subject_kind != "case") return {};
    const cases::CaseId id{event.subject};
    if (event.kind == "case.redacted") store::forget_words(tx, agency, id, TemplateKey::asked);
    auto wanted = wanted_of(event);
    if (!wanted) return {};
    auto c = cases::case_of_id(tx, agency, id);
    return c ? tell(tx, composer, *c, *wanted, event) : base::Result<void>{};
}

} // namespace outgoing
