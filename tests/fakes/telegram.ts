// A small Bot API of ours for tests: not Telegram. What telegram-test-api lacks: updates that are confirmed by
// offset, 409 while a webhook is set, getFile and files, photos, albums, limits of lengths, 403 and 429.
//   node tests/fakes/telegram.ts     first line of the output: the port
//   POST /_fake/citizen {chat, text|photo|location|voice, caption?, edit?}, /_fake/press {chat, message, data}; GET /_fake/sent,
//   /_fake/toasts; POST /_fake/fault see server.ts
// The bot's token is 7:uji; the chat 403 has blocked the bot, 404 does not exist.
import { type Answer, type Asked, serve } from "./server.ts";

interface Sent {
    message_id: number;
    chat: string;
    text: string;
    photo: { name: string; type: string; size: number } | null;
    reply: unknown;
    markup: unknown;
}

const token = "7:uji";
const updates: { update_id: number }[] = [];
const sent: Sent[] = [];
let nextUpdate = 100;
let nextMessage = 1;
let webhook = "";
let webhookSecret = "";
let webhookError = "";

const bot = { id: 7, is_bot: true, first_name: "Uji", username: "uji_bot" };
const ok = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } });
const no = (status: number, description: string, parameters?: Record<string, number>): Answer => ({
    status,
    body: { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) },
});
const field = (asked: Asked, name: string) => asked.fields.get(name)?.[0] ?? "";
const json = (text: string): unknown => (text === "" ? null : JSON.parse(text));

function citizen(asked: Asked): Answer {
    const chat = Number(field(asked, "chat") || "55");
    const edit = Number(field(asked, "edit") || "0");
    const message: Record<string, unknown> = {
        message_id: edit || nextMessage++, date: Math.floor(Date.now() / 1000),
        from: { id: chat > 0 ? chat : 55, is_bot: false, first_name: "Siti", username: "siti", language_code: "id" },
        chat: chat > 0 ? { id: chat, type: "private", first_name: "Siti" } : { id: chat, type: "supergroup", title: "RT 05" },
    };
    for (const name of ["text", "caption"]) if (field(asked, name)) message[name] = field(asked, name);
    if (field(asked, "location")) {
        const [latitude, longitude] = field(asked, "location").split(",").map(Number);
        message.location = { latitude, longitude };
    }
    if (field(asked, "voice")) message.voice = { file_id: field(asked, "voice"), file_unique_id: "v", duration: 3, mime_type: "audio/ogg" };
    if (field(asked, "photo")) {
        const size = (name: string, width: number) => ({ file_id: `${name}-${field(asked, "photo")}`, file_unique_id: name, width, height: width, file_size: width });
        message.photo = [size("kecil", 90), size("besar", 1280)];
    }
    updates.push({ update_id: nextUpdate++, [edit ? "edited_message" : "message"]: message });
    return ok(message);
}

const toasts: { id: string; text: string }[] = [];

/** A citizen touches a button under a message of the bot. */
function press(asked: Asked): Answer {
    const chat = Number(field(asked, "chat") || "55");
    updates.push({ update_id: nextUpdate, callback_query: {
        id: `cb${nextUpdate++}`, from: { id: chat, is_bot: false, first_name: "Siti", username: "siti" }, chat_instance: "1", data: field(asked, "data"),
        message: { message_id: Number(field(asked, "message")), from: bot, chat: { id: chat, type: "private" }, date: Math.floor(Date.now() / 1000), text: "x" },
    } } as { update_id: number });
    return ok(true);
}

function keep(chat: string, text: string, file: { name: string; type: string; bytes: Buffer } | undefined, asked: Asked) {
    const made: Sent = {
        message_id: nextMessage++, chat, text, photo: file ? { name: file.name, type: file.type, size: file.bytes.length } : null,
        reply: json(field(asked, "reply_parameters")), markup: json(field(asked, "reply_markup")),
    };
    sent.push(made);
    return { message_id: made.message_id, from: bot, chat: { id: Number(chat), type: "private" }, date: Math.floor(Date.now() / 1000), text };
}

function album(asked: Asked, chat: string): Answer {
    const media = json(field(asked, "media")) as { media: string; caption?: string }[];
    if (!Array.isArray(media) || media.length < 2 || media.length > 10) return no(400, "Bad Request: wrong number of media");
    const files = media.map((each) => asked.files.get(each.media.replace("attach://", "")));
    if (files.some((file) => !file)) return no(400, "Bad Request: wrong file identifier/HTTP URL specified");
    return ok(media.map((each, i) => keep(chat, each.caption ?? "", files[i], asked)));
}

function send(asked: Asked, method: string): Answer {
    const chat = field(asked, "chat_id");
    if (chat === "") return no(400, "Bad Request: chat_id is empty");
    if (chat === "403") return no(403, "Forbidden: bot was blocked by the user");
    if (chat === "404") return no(400, "Bad Request: chat not found");
    const text = field(asked, "text");
    if (method === "sendMessage") {
        if (text === "") return no(400, "Bad Request: message text is empty");
        if (text.length > 4096) return no(400, "Bad Request: message is too long");
        return ok(keep(chat, text, undefined, asked));
    }
    const caption = field(asked, "caption");
    if (caption.length > 1024) return no(400, "Bad Request: message caption is too long");
    if (method === "sendMediaGroup") return album(asked, chat);
    const photo = asked.files.get("photo");
    return photo && photo.bytes.length > 0 ? ok(keep(chat, caption, photo, asked)) : no(400, "Bad Request: there is no photo in the request");
}

function getUpdates(asked: Asked): Answer {
    if (webhook !== "") return no(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    const offset = Number(field(asked, "offset") || "0");
    while (updates.length > 0 && updates[0]!.update_id < offset) updates.shift();
    return ok(updates.slice(0, Number(field(asked, "limit") || "100")));
}

function handle(asked: Asked): Answer {
    if (asked.path === "/_fake/citizen") return citizen(asked);
    if (asked.path === "/_fake/press") return press(asked);
    if (asked.path === "/_fake/toasts") return { status: 200, body: toasts };
    if (asked.path === "/_fake/webhook") return { status: 200, body: { url: webhook, secret: webhookSecret } };
    if (asked.path === "/_fake/webhook_error") return ok(((webhookError = field(asked, "words")), true));
    if (asked.path === "/_fake/sent") return { status: 200, body: sent };
    const file = /^\/file\/bot([^/]+)\/photos\/(.+)$/.exec(asked.path);
    if (file) return file[1] === token ? { status: 200, raw: Buffer.from("FOTO " + file[2]), headers: { "content-type": "image/jpeg" } } : no(404, "Not Found");
    const call = /^\/bot([^/]+)\/(\w+)$/.exec(asked.path);
    if (!call) return no(404, "Not Found");
    if (call[1] !== token) return no(401, "Unauthorized");
    const method = call[2]!;
    if (method === "getMe") return ok({ ...bot, can_join_groups: true, can_read_all_group_messages: false });
    if (method === "getUpdates") return getUpdates(asked);
    if (method === "setWebhook") {
        if (!field(asked, "url").startsWith("https://") || field(asked, "url").includes("ditolak")) return no(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        webhook = field(asked, "url");
        webhookSecret = field(asked, "secret_token");
        webhookError = "";
        return ok(true);
    }
    if (method === "deleteWebhook") return ok(((webhook = ""), true));
    if (method === "getWebhookInfo") return ok({ url: webhook, has_custom_certificate: false, pending_update_count: updates.length, ...(webhookError ? { last_error_date: 1, last_error_message: webhookError } : {}) });
    if (method === "answerCallbackQuery") return ok((toasts.push({ id: field(asked, "callback_query_id"), text: field(asked, "text") }), true));
    if (method === "getFile") {
        const id = field(asked, "file_id");
        return id.startsWith("besar-") ? ok({ file_id: id, file_unique_id: "b", file_size: 10, file_path: `photos/${id}.jpg` }) : no(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    }
    return ["sendMessage", "sendPhoto", "sendMediaGroup"].includes(method) ? send(asked, method) : no(404, "Not Found");
}

serve(handle, (status) => (status === 429 ? no(429, "Too Many Requests: retry after 35", { retry_after: 35 }) : no(status, "Internal Server Error")));
