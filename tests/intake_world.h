// What intake needs around it: an agency with people, a vault, pictures that nothing decodes, the shipped
// reader.
#pragma once
#include "intake/accept_actions.h"
#include "people/vault.h"
#include "staff_world.h"
#include "world.h"

namespace intake::testing {

class WithServices : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        auto key = people::make_vault_key(folder_.path() / "vault.key", staff::testing::random_bytes);
        ASSERT_TRUE(key);
        vault_ = std::make_unique<people::Vault>(std::move(*key));
        pictures_ = std::make_unique<media::Pictures>(
            database(), [this] { return w().now; },
            media::Pictures::Settings{.folder = folder_.path() / "media", .program = "/bin/false"});
        fill();
        w().directories.changed();
    }
    /// What the agency has besides.
    virtual void fill() {}

    staff::testing::World& w() { return *world_; }
    Services services() {
        return {database(),
                *vault_,
                *pictures_,
                readers_,
                w().ids,
                [this] { return w().now; },
                staff::testing::random_bytes};
    }

    db::testing::TemporaryDirectory folder_;
    std::unique_ptr<staff::testing::World> world_;
    std::unique_ptr<people::Vault> vault_;
    std::unique_ptr<media::Pictures> pictures_;
    learning::Readers readers_;
    base::Random random_ = staff::testing::random_bytes;
};

} // namespace intake::testing
