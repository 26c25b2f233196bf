#include "intake/record.h"

#include "base/text.h"
#include "cases/case.h"
#include "intake/record_words.h"
#include "intake/report.h"
#include "intake/report_words.h"
#include "people/contact.h"

namespace intake {
namespace {

/// Clocks of office and server differ by seconds, and a time without seconds is a minute early or late.
constexpr base::Duration clock_play = std::chrono::minutes(2);
/// A year that was typed wrong would start deadlines that were over long ago.
constexpr base::Duration oldest = std::chrono::days(366);

class Checking {
public:
    Checking(const RecordDraft& draft, const agency::Directory& directory, base::Time now)
        : draft_(draft), directory_(directory), now_(now) {}

    CheckedRecord run() && {
        check_key_and_channel();
        check_words();
        check_reading();
        check_reporter();
        check_source();
        check_received_at();
        record().photos = draft_.photos;
        if (draft_.photos.size() > max_record_photos) wrong(RecordMember::photos, words::photos_many);
        return std::move(out_);
    }

private:
    Record& record() { return out_.record; }
    void wrong(RecordMember member, base::Text why) { out_.problems.emplace_back(member, why); }

    void check_key_and_channel() {
        record().key = draft_.key;
        if (!is_form_key(draft_.key)) wrong(RecordMember::key, words::form_old);
        if (auto channel = base::from_code<Channel>(draft_.channel, "kanal"))
            record().channel = *channel;
        else
            wrong(RecordMember::channel, words::channel_missing);
    }
    /// Cleans one text; says what is wrong with it.
    std::string text_of(RecordMember member, const std::string& given, std::size_t max, base::Text too_long) {
        auto text = base::clean(given, max, "isi");
        if (text) return std::move(*text);
        wrong(member, text.error().code == "item.too_large" ? too_long : words::text_unreadable);
        return {};
    }
    void check_words() {
        const auto before = out_.problems.size();
        record().text = text_of(RecordMember::text, draft_.text, max_record_text, words::record_long);
        if (record().text.empty() && out_.problems.size() == before)
            wrong(RecordMember::text, words::text_missing);
        record().place = text_of(RecordMember::place, draft_.place, 300, words::place_long);
    }
    void check_reading() {
        if (!draft_.kind.empty()) {
            auto kind = base::from_code<triage::Kind>(draft_.kind, "jenis");
            if (kind && triage::opens_case(*kind))
                record().kind = *kind;
            else
                wrong(RecordMember::kind, words::kind_unknown);
        }
        if (!draft_.topic.empty()) {
            const auto* topic = directory_.topic(draft_.topic);
            if (topic && topic->is_active)
                record().topic = topic->code;
            else
                wrong(RecordMember::topic, words::topic_unknown);
        }
    }
    void check_reporter() {
        if (auto name = text_of(RecordMember::name, draft_.name, 200, words::name_long); !name.empty())
            record().name = std::move(name);
        if (auto given = base::trim(draft_.email); !given.empty()) {
            if (auto email = people::checked_email(given, "surel"))
                record().email = std::move(*email);
            else
                wrong(RecordMember::email, words::email_wrong);
        }
        if (auto given = base::trim(draft_.phone); !given.empty()) {
            if (auto phone = people::checked_phone(given, "hp"))
                record().phone = std::move(*phone);
            else
                wrong(RecordMember::phone, words::phone_wrong);
        }
        record().identity = draft_.identity;
        if (!base::from_code<cases::IdentityMode>(draft_.identity, "identitas"))
            wrong(RecordMember::identity, words::identity_unknown);
        record().words_may_be_public = draft_.words_may_be_public;
    }
    void check_source() {
        if (record().channel == Channel::link && base::trim(draft_.link).empty())
            wrong(RecordMember::link, words::link_missing);
        if (!base::trim(draft_.link).empty()) {
            if (auto link = canonical_link(draft_.link))
                record().link = std::move(*link);
            else
                wrong(RecordMember::link, words::link_wrong);
        }
        if (auto number = text_of(RecordMember::letter_number, draft_.letter_number, 100, words::number_long);
            !number.empty())
            record().letter_number = std::move(number);
        if (auto given = base::trim(draft_.letter_day); !given.empty()) {
            auto day = base::parse_day(given);
            if (day && *day <= base::local_day(now_, directory_.agency().zone))
                record().letter_day = *day;
            else
                wrong(RecordMember::letter_day, words::letter_day_wrong);
        }
        if (record().channel == Channel::screenshot && draft_.photos.empty())
            wrong(RecordMember::photos, words::screenshot_missing);
    }
    void check_received_at() {
        record().received_at = now_;
        auto given = base::trim(draft_.received_at);
        if (given.empty()) return;
        auto at = base::parse_time(given, directory_.agency().zone);
        if (!at)
            wrong(RecordMember::received_at, words::time_wrong);
        else if (*at > now_ + clock_play)
            wrong(RecordMember::received_at, words::time_ahead);
        else if (*at < now_ - oldest)
            wrong(RecordMember::received_at, words::time_old);
        else
            record().received_at = std::min(*at, now_);
    }

    const RecordDraft& draft_;
    const agency::Directory& directory_;
    base::Time now_;
    CheckedRecord out_;
};

} // namespace

base::Text name(Channel channel) noexcept {
    return words::name_of(channel);
}

CheckedRecord check(const RecordDraft& draft, const agency::Directory& directory, base::Time now) {
    return Checking(draft, directory, now).run();
}

} // namespace intake
