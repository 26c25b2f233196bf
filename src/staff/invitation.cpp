#include "staff/invitation.h"

#include "base/encode.h"
#include "staff/digest.h"

namespace staff {

std::string make_invitation_secret(const base::Random& random) {
    return base::to_base64url(random(32));
}

std::string hash_of_invitation(std::string_view secret) {
    return sha256("undangan:" + std::string(secret));
}

} // namespace staff
