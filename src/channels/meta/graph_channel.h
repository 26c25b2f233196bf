// What Facebook and Instagram do alike, as a network::Channel; each adds its signing in, its lists and how it
// reads a change.
#pragma once
#include "channels/meta/hook.h"
#include "channels/meta/sending.h"
#include "network/webhook.h"

namespace channels::meta {

/// Its own account subscribes the app to what happens there; which address the app has stands in the app.
class GraphChannel : public network::Channel, public network::SetsWebhook {
public:
    explicit GraphChannel(Product product) : product_(std::move(product)) {}

    [[nodiscard]] std::string_view network() const override { return product_.network; }
    [[nodiscard]] network::Limits limits(const network::Connection& connection) const override;
    [[nodiscard]] bool is_verified() const override { return false; }
    [[nodiscard]] std::vector<network::Field> fields() const override;

    [[nodiscard]] std::vector<network::Source> sources(const network::Connection& connection) const override;
    [[nodiscard]] network::Request ask_page(const network::Connection& connection,
                                            const network::Source& source,
                                            const network::Walk& walk) const override;
    [[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                        const network::Source& source,
                                                        const network::Walk& walk,
                                                        const network::Response& response) const override;
    [[nodiscard]] network::PushAnswer answer_push(const network::Connection& connection,
                                                  const network::Push& push, base::Time now) const override;
    [[nodiscard]] bool shares_pushes() const override { return true; }
    [[nodiscard]] base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                                      std::string_view body) const override;

    [[nodiscard]] std::optional<network::Step> next(const network::Connection& connection,
                                                    const network::Draft& draft,
                                                    const network::Progress& progress) const override;
    [[nodiscard]] bool needs_bytes(const network::Draft& draft,
                                   const network::Progress& progress) const override;
    [[nodiscard]] network::Judgement judge(const network::Connection& connection, const network::Draft& draft,
                                           network::Progress& progress,
                                           const network::Answer& answer) const override;
    [[nodiscard]] std::optional<network::Request> find_own(const network::Connection& connection,
                                                           const network::Draft& draft,
                                                           const network::Progress& progress) const override;
    [[nodiscard]] network::Found read_own(const network::Connection& connection, const network::Draft& draft,
                                          network::Progress& progress,
                                          const network::Response& response) const override;

    [[nodiscard]] network::Request set_webhook(const network::Connection& connection,
                                               const std::string& address) const override;
    [[nodiscard]] network::Request drop_webhook(const network::Connection& connection) const override;
    [[nodiscard]] std::optional<network::Request>
    ask_webhook(const network::Connection& connection) const override;
    [[nodiscard]] bool is_webhook_set(const network::Connection& connection,
                                      const network::Response& response) const override;

    [[nodiscard]] std::vector<network::Usage>
    usage(const network::Request& request, const network::Response& response, base::Time now) const override;
    [[nodiscard]] network::Judgement judge_reading(const network::Answer& answer) const override;

protected:
    /// The list of posts, and that of the comments under one.
    struct List {
        std::string name;
        std::string path;
        std::string fields;
    };
    [[nodiscard]] virtual List posts(const network::Connection& connection) const = 0;
    [[nodiscard]] virtual List comments(const std::string& post) const = 0;
    [[nodiscard]] virtual std::optional<network::Event> read_change(const network::Connection& connection,
                                                                    const Change& change) const = 0;
    [[nodiscard]] const Product& product() const { return product_; }

private:
    Product product_;
};

} // namespace channels::meta
