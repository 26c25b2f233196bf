#include "html/icon_shapes.h"

namespace html {

Markup icon_shape(Icon icon) {
    switch (icon) {
    case Icon::alert: return markup<R"(<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.3v.2"/>)">();
    case Icon::archive: return markup<R"(<path d="M3.5 4.5h17v4h-17zM5 8.5v11h14v-11M10 12.5h4"/>)">();
    case Icon::assign:
        return markup<R"(<path d="M3.5 20V8l6-4 6 4v4M3.5 20h7M7.5 11h4M7.5 15h2M13 17h8m-3-3 3 3-3 3"/>)">();
    case Icon::back: return markup<R"(<path d="M15 5.5 8.5 12l6.5 6.5"/>)">();
    case Icon::bell: return markup<R"(<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>)">();
    case Icon::book:
        return markup<
            R"(<path d="M4.5 4.5h12a2.5 2.5 0 0 1 2.5 2.5v13H7a2.5 2.5 0 0 1-2.5-2.5zM4.5 17.5A2.5 2.5 0 0 1 7 15h12M9 8.5h6"/>)">();
    case Icon::calendar: return markup<R"(<path d="M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4"/>)">();
    case Icon::camera:
        return markup<
            R"(<path d="M3.5 8h4l1.5-2.5h6L16.5 8h4v11.5h-17z"/><circle cx="12" cy="13.3" r="3.4"/>)">();
    case Icon::chart: return markup<R"(<path d="M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6"/>)">();
    case Icon::chat: return markup<R"(<path d="M4 5h16v11.5h-8.5L7 20.5v-4H4z"/>)">();
    case Icon::check: return markup<R"(<path d="m5 12.5 4.5 4.5L19 7.5"/>)">();
    case Icon::check2: return markup<R"(<path d="m2.5 12.5 4.5 4.5 8-9M11.5 16l1 1 8.5-9.5"/>)">();
    case Icon::clock: return markup<R"(<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.3 2"/>)">();
    case Icon::cloud:
        return markup<
            R"(<path d="M7 18.5a4.2 4.2 0 0 1-.6-8.3 6 6 0 0 1 11.4 1A3.7 3.7 0 0 1 17.5 18.5z"/>)">();
    case Icon::doc:
        return markup<R"(<path d="M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5V8.5h5M9 12.5h6.5M9 16h6.5"/>)">();
    case Icon::done:
        return markup<
            R"(<path d="M12 3 4.5 6v5.5c0 4.5 3 8 7.5 9.5 4.5-1.5 7.5-5 7.5-9.5V6z"/><path d="m8.5 12 2.6 2.5 4.6-5"/>)">();
    case Icon::dots: return markup<R"(<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3"/>)">();
    case Icon::down: return markup<R"(<path d="M12 5v13.5m-5.5-5.5 5.5 5.5 5.5-5.5"/>)">();
    case Icon::download: return markup<R"(<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15"/>)">();
    case Icon::eye:
        return markup<
            R"(<path d="M2.5 12C5 7.8 8.2 5.7 12 5.7s7 2.1 9.5 6.3c-2.5 4.2-5.7 6.3-9.5 6.3S5 16.2 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>)">();
    case Icon::filter: return markup<R"(<path d="M4 6h16M7 12h10M10 18h4"/>)">();
    case Icon::gear:
        return markup<
            R"(<circle cx="12" cy="12" r="3"/><path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9 18 18M18 6l-2.1 2.1M8.1 15.9 6 18"/>)">();
    case Icon::help:
        return markup<
            R"(<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.7M12 16.7v.1"/>)">();
    case Icon::horn: return markup<R"(<path d="M4 10v4.5h3l8.5 4.5V5.5L7 10zM18.5 9.5a4 4 0 0 1 0 5.5"/>)">();
    case Icon::image:
        return markup<
            R"(<path d="M3.5 5h17v14h-17z"/><circle cx="9" cy="10" r="1.6"/><path d="m5 18 5-4.5 3 2.5 3.5-3.5 4 4"/>)">();
    case Icon::inbox: return markup<R"(<path d="M3 13h5l1.5 3h5L16 13h5M5.5 5h13L21 13v6H3v-6z"/>)">();
    case Icon::list:
        return markup<R"(<path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.01M4 12h.01M4 17.5h.01"/>)">();
    case Icon::lock: return markup<R"(<path d="M5.5 10.5h13v10h-13zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3"/>)">();
    case Icon::map:
        return markup<R"(<path d="m3.5 6.5 5.5-2 6 2 5.5-2v13l-5.5 2-6-2-5.5 2zM9 4.5v13M15 6.5v13"/>)">();
    case Icon::merge: return markup<R"(<path d="M6.5 4v4c0 4 5.5 4 5.5 8v4M17.5 4v4c0 4-5.5 4-5.5 8"/>)">();
    case Icon::net_facebook:
        return markup<
            R"(<circle cx="12" cy="12" r="8.5"/><path d="M12 20.5v-9c0-1.9 1-3 2.8-3H16M9.5 13h5.5"/>)">();
    case Icon::net_form: return markup<R"(<path d="M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h3.5"/>)">();
    case Icon::net_instagram:
        return markup<
            R"(<rect x="4" y="4" width="16" height="16" rx="4.5"/><circle cx="12" cy="12" r="3.7"/><path d="M16.6 7.4h.01" stroke-width="2.5"/>)">();
    case Icon::net_mail: return markup<R"(<path d="M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5"/>)">();
    case Icon::net_tiktok:
        return markup<R"(<path d="M13 4v10.5a3.7 3.7 0 1 1-3.7-3.7M13 4c.3 2.7 2 4.3 4.7 4.5"/>)">();
    case Icon::net_whatsapp:
        return markup<
            R"(<path d="M4 20l1.2-4A8.2 8.2 0 1 1 8.2 19z"/><path d="M9 9.5c.3 2.8 2.6 5 5.5 5.3"/>)">();
    case Icon::net_x:
        return markup<R"(<path d="M5 4.5h3.5L19 19.5h-3.5zM18.5 4.5l-5.7 6.3M5.5 19.5l5.7-6.3"/>)">();
    case Icon::net_youtube:
        return markup<
            R"(<rect x="3" y="6" width="18" height="12.5" rx="3.5"/><path d="m10.5 9.5 4.5 2.7-4.5 2.7z"/>)">();
    case Icon::next: return markup<R"(<path d="m9 5.5 6.5 6.5L9 18.5"/>)">();
    case Icon::refused: return markup<R"(<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6M15 9l-6 6"/>)">();
    case Icon::note: return markup<R"(<path d="M5 4h14v11l-5 5H5zM19 15h-5v5M8.5 8.5h7M8.5 12h4"/>)">();
    case Icon::offline:
        return markup<
            R"(<path d="M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M2 8.8a15 15 0 0 1 4.3-2.7M10.5 5.1A15 15 0 0 1 22 8.8M14.8 10.2a10 10 0 0 1 4.2 2.3M8.5 16a5 5 0 0 1 6.5-.3M12 19.5h.01"/>)">();
    case Icon::online:
        return markup<
            R"(<path d="M2 8.8a15 15 0 0 1 20 0M5 12.5a10 10 0 0 1 14 0M8.5 16a5 5 0 0 1 7 0M12 19.5h.01"/>)">();
    case Icon::pause: return markup<R"(<path d="M8.5 5.5v13M15.5 5.5v13" stroke-width="2.5"/>)">();
    case Icon::pen: return markup<R"(<path d="M4 20h4L19.5 8.5l-4-4L4 16zM13 7l4 4"/>)">();
    case Icon::pin:
        return markup<
            R"(<path d="M12 21c4.5-4.8 6.8-8.3 6.8-11.2a6.8 6.8 0 0 0-13.6 0C5.2 12.7 7.5 16.2 12 21z"/><circle cx="12" cy="9.8" r="2.4"/>)">();
    case Icon::refer:
        return markup<R"(<path d="M12 3.5v17M12 5.5h6l2.5 2.5L18 10.5h-6M12 12.5H6L3.5 15 6 17.5h6"/>)">();
    case Icon::reload: return markup<R"(<path d="M19.5 8A8.3 8.3 0 1 0 20.3 13M20 3.5V8h-4.5"/>)">();
    case Icon::search: return markup<R"(<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.5 15.5 5 5"/>)">();
    case Icon::seen:
        return markup<R"(<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.7L16 9.5"/>)">();
    case Icon::send: return markup<R"(<path d="M20.5 3.5 3.5 10.5l6.5 3.5 3.5 6.5zM10 14l10.5-10.5"/>)">();
    case Icon::siren:
        return markup<
            R"(<path d="M6 17v-4.5a6 6 0 0 1 12 0V17M4 20.5h16V17H4zM12 2.5v1.5M4.5 5l1.2 1.2M19.5 5l-1.2 1.2"/>)">();
    case Icon::sort:
        return markup<R"(<path d="M8 5v14m-3.5-3.5L8 19l3.5-3.5M16 19V5m-3.5 3.5L16 5l3.5 3.5"/>)">();
    case Icon::star:
        return markup<
            R"(<path d="m12 4 2.5 5.2 5.7.7-4.2 3.9 1.1 5.7-5.1-2.8-5.1 2.8L8 13.8 3.8 9.9l5.7-.7z"/>)">();
    case Icon::target:
        return markup<
            R"(<circle cx="12" cy="12" r="3"/><circle cx="12" cy="12" r="7.5"/><path d="M12 2v4M12 18v4M2 12h4M18 12h4"/>)">();
    case Icon::undo: return markup<R"(<path d="M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11H9"/>)">();
    case Icon::up: return markup<R"(<path d="M12 19V5.5m-5.5 5.5L12 5.5l5.5 5.5"/>)">();
    case Icon::user:
        return markup<
            R"(<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>)">();
    case Icon::users:
        return markup<
            R"(<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.8c1.9.8 3.1 2.5 3.5 5.2"/>)">();
    case Icon::wait:
        return markup<
            R"(<path d="M6.5 3.5h11M6.5 20.5h11M8 3.5c0 5 8 5 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 5-8 8.5s8 3.5 8 8.5"/>)">();
    case Icon::work:
        return markup<
            R"(<path d="M14.5 6.2a4.2 4.2 0 0 1 5.3-1.4l-2.9 2.9 1.4 1.9 3-2.5a4.2 4.2 0 0 1-5.8 4.9L8 20.2a2.1 2.1 0 0 1-3.2-2.8l7.8-7.2a4.2 4.2 0 0 1 1.9-4z"/>)">();
    case Icon::cross: return markup<R"(<path d="m6 6 12 12M18 6 6 18"/>)">();
    }
    return {};
}

} // namespace html
