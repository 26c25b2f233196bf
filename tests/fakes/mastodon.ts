// A small Mastodon of ours for tests: not the real server. It speaks the client API as documented (2026-07):
// apps and tokens, accounts, notifications, statuses with idempotency keys, edits, deletions, context, media that
// is ready at the third look, rate-limit headers, streaming. Anybody signs in as USER@any with any password.
//   node tests/fakes/mastodon.ts        first line of the output: the port
//   GET /_fake/statuses                 what stands there;  POST /_fake/fault see server.ts
import { type Answer, type Asked, serve } from "./server.ts";
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

interface Account {
    id: string;
    username: string;
}
interface Status {
    id: string;
    author: Account;
    text: string;
    created: string;
    edited: string | null;
    parent: string | null;
    visibility: string;
    language: string | null;
    media: string[];
    mentions: Account[];
}
interface Media {
    id: string;
    type: string;
    size: number;
    description: string | null;
    looks: number;
}

let last = 0n;
/** Milliseconds and 16 more bits, growing. */
function newId(): string {
    const now = BigInt(Date.now()) << 16n;
    last = now > last ? now : last + 1n;
    return String(last);
}

const accounts = new Map<string, Account>();
const tokens = new Map<string, { account: Account | null; scope: string }>();
const statuses = new Map<string, Status>();
const media = new Map<string, Media>();
const notifications: { id: string; to: Account; status: string; created: string }[] = [];
const keys = new Map<string, string>(); // token and idempotency key -> status
const streams: { account: Account; out: ServerResponse }[] = [];
let host = "localhost";
let remaining = 300;
let windowEnds = Math.ceil(Date.now() / 300_000) * 300_000;

function accountOf(username: string): Account {
    const known = accounts.get(username);
    if (known) return known;
    const made = { id: newId(), username };
    accounts.set(username, made);
    return made;
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A link as Mastodon shows it: without scheme, at most 30 characters, the rest invisible. */
function link(address: string): string {
    const scheme = /^https?:\/\/(www\.)?/.exec(address)?.[0] ?? "";
    const shown = address.slice(scheme.length, scheme.length + 30);
    const rest = address.slice(scheme.length + 30);
    return `<a href="${escaped(address)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${escaped(scheme)}</span><span class="${rest ? "ellipsis" : ""}">${escaped(shown)}</span><span class="invisible">${escaped(rest)}</span></a>`;
}

function mention(word: string): Account | undefined {
    const found = /^@([a-z0-9_]+)(?:@([a-z0-9.:-]+))?/i.exec(word);
    return found && (!found[2] || found[2].toLowerCase() === host.split(":")[0]) ? accounts.get(found[1]!.toLowerCase()) : undefined;
}

function html(text: string): string {
    const words = (line: string) =>
        line
            .split(/(\s+)/)
            .map((word) => {
                if (/^https?:\/\//.test(word)) return link(word);
                const who = word.startsWith("@") ? mention(word) : undefined;
                if (who) return `<span class="h-card" translate="no"><a href="http://${host}/@${who.username}" class="u-url mention">@<span>${who.username}</span></a></span>`;
                if (/^#\w/.test(word)) return `<a href="http://${host}/tags/${word.slice(1)}" class="mention hashtag" rel="tag">#<span>${escaped(word.slice(1))}</span></a>`;
                return escaped(word);
            })
            .join("");
    return text
        .split(/\n{2,}/)
        .map((paragraph) => `<p>${paragraph.split("\n").map(words).join("<br />")}</p>`)
        .join("");
}

const accountJson = (account: Account) => ({
    id: account.id, username: account.username, acct: account.username, display_name: account.username, locked: false, bot: false, discoverable: true, group: false,
    created_at: "2026-01-01T00:00:00.000Z", note: "", url: `http://${host}/@${account.username}`, uri: `http://${host}/users/${account.username}`,
    avatar: "", avatar_static: "", header: "", header_static: "", followers_count: 0, following_count: 0, statuses_count: 0, last_status_at: null, emojis: [], fields: [],
});

function mediaJson(file: Media) {
    const url = file.looks >= 2 ? `http://${host}/files/${file.id}` : null;
    return { id: file.id, type: "image", url, preview_url: url, remote_url: null, text_url: null, meta: {}, description: file.description, blurhash: null };
}

function statusJson(status: Status) {
    const url = `http://${host}/@${status.author.username}/${status.id}`;
    return {
        id: status.id, created_at: status.created, edited_at: status.edited, in_reply_to_id: status.parent,
        in_reply_to_account_id: status.parent ? (statuses.get(status.parent)?.author.id ?? null) : null, sensitive: false, spoiler_text: "", visibility: status.visibility,
        language: status.language, uri: url, url, replies_count: [...statuses.values()].filter((each) => each.parent === status.id).length, reblogs_count: 0,
        favourites_count: 0, content: html(status.text), reblog: null, application: { name: "uji", website: null }, account: accountJson(status.author),
        media_attachments: status.media.map((id) => mediaJson(media.get(id)!)), mentions: status.mentions.map((who) => ({ id: who.id, username: who.username, acct: who.username, url: `http://${host}/@${who.username}` })),
        tags: [], emojis: [], card: null, poll: null,
    };
}

const refused = (status: number, error: string): Answer => ({ status, body: { error }, headers: budget() });

/** Reset is ISO 8601 with six decimals, not seconds. */
function budget(): Record<string, string> {
    const ends = Math.ceil(Date.now() / 300_000) * 300_000;
    if (ends > windowEnds) [windowEnds, remaining] = [ends, 300];
    remaining = Math.max(0, remaining - 1);
    const reset = new Date(ends).toISOString().replace(/\.(\d{3})Z$/, ".$1000Z");
    return { "X-RateLimit-Limit": "300", "X-RateLimit-Remaining": String(remaining), "X-RateLimit-Reset": reset };
}
const ok = (body: unknown, status = 200, headers: Record<string, string> = {}): Answer => ({ status, body, headers: { ...budget(), ...headers } });

const field = (asked: Asked, name: string) => asked.fields.get(name)?.[0] ?? asked.query.get(name) ?? "";
const list = (asked: Asked, name: string) => asked.fields.get(name + "[]") ?? asked.fields.get(name) ?? [];
const maySee = (status: Status, who: Account) => status.visibility !== "direct" || status.author === who || status.mentions.includes(who);

/** Newest first, also forward from min_id; Link as the server gives it. */
function paged<Row extends { id: string }>(asked: Asked, rows: Row[], most: number, path: string, json: (row: Row) => unknown): Answer {
    const limit = Math.min(Number(asked.query.get("limit") ?? "40") || 40, most);
    const bound = (name: string) => (asked.query.has(name) ? BigInt(asked.query.get(name) || "0") : undefined);
    const [min, since, max] = [bound("min_id"), bound("since_id"), bound("max_id")];
    let found = rows.filter((row) => (max === undefined || BigInt(row.id) < max) && BigInt(row.id) > (min ?? since ?? -1n));
    found.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    found = min === undefined ? found.slice(-limit) : found.slice(0, limit);
    found.reverse();
    const links: string[] = [];
    if (found.length === limit) links.push(`<http://${host}${path}?limit=${limit}&max_id=${found.at(-1)!.id}>; rel="next"`);
    if (found.length > 0) links.push(`<http://${host}${path}?limit=${limit}&min_id=${found[0]!.id}>; rel="prev"`);
    return ok(found.map(json), 200, links.length > 0 ? { Link: links.join(", ") } : {});
}

function tell(account: Account, event: string, data: string) {
    for (const stream of streams) if (stream.account === account) stream.out.write(`event: ${event}\ndata: ${data}\n\n`);
}

function post(asked: Asked, author: Account, token: string): Answer {
    const key = asked.headers["idempotency-key"];
    const known = typeof key === "string" ? statuses.get(keys.get(token + " " + key) ?? "") : undefined;
    if (known) return ok(statusJson(known));
    const text = field(asked, "status");
    const files = list(asked, "media_ids");
    const parent = field(asked, "in_reply_to_id") || null;
    if (parent && !(statuses.get(parent) && maySee(statuses.get(parent)!, author))) return refused(404, "The post you are trying to reply to does not appear to exist.");
    if (text === "" && files.length === 0) return refused(422, "Validation failed: Text can't be blank");
    const counted = text.replace(/https?:\/\/\S+/g, "x".repeat(23)).replace(/(@\w+)@[\w.:-]+/g, "$1");
    if ([...counted].length > 500) return refused(422, "Validation failed: Text character limit of 500 exceeded");
    if (files.length > 4) return refused(422, "Cannot attach more than 4 files");
    if (files.some((id) => (media.get(id)?.looks ?? 0) < 2)) return refused(422, "Cannot attach files that have not finished processing. Try again in a moment!");
    const status: Status = {
        id: newId(), author, text, created: new Date().toISOString(), edited: null, parent, visibility: field(asked, "visibility") || "public",
        language: field(asked, "language") || null, media: files, mentions: [],
    };
    for (const word of text.split(/\s+/)) {
        const who = mention(word);
        if (who && who !== author && !status.mentions.includes(who)) status.mentions.push(who);
    }
    statuses.set(status.id, status);
    if (typeof key === "string") keys.set(token + " " + key, status.id);
    for (const who of status.mentions) {
        const note = { id: newId(), to: who, status: status.id, created: status.created };
        notifications.push(note);
        tell(who, "notification", JSON.stringify(notificationJson(note)));
    }
    return ok(statusJson(status));
}

const notificationJson = (note: (typeof notifications)[number]) => ({
    id: note.id, type: "mention", created_at: note.created, group_key: `ungrouped-${note.id}`,
    account: accountJson(statuses.get(note.status)!.author), status: statusJson(statuses.get(note.status)!),
});

function around(status: Status, who: Account): Answer {
    const ancestors: Status[] = [];
    for (let at = status.parent; at && statuses.has(at); at = statuses.get(at)!.parent) ancestors.unshift(statuses.get(at)!);
    const descendants: Status[] = [];
    const below = (id: string) => {
        for (const each of statuses.values())
            if (each.parent === id) {
                descendants.push(each);
                below(each.id);
            }
    };
    below(status.id);
    const seen = (all: Status[]) => all.filter((each) => maySee(each, who)).map(statusJson);
    return ok({ ancestors: seen(ancestors), descendants: seen(descendants) });
}

function oneStatus(asked: Asked, id: string, who: Account): Answer {
    const status = statuses.get(id);
    if (!status || !maySee(status, who)) return refused(404, "Record not found");
    if (asked.method === "GET") return ok(statusJson(status));
    if (status.author !== who) return refused(404, "Record not found");
    if (asked.method === "PUT") {
        status.text = field(asked, "status") || status.text;
        status.edited = new Date().toISOString();
        return ok(statusJson(status));
    }
    statuses.delete(id);
    notifications.splice(0, notifications.length, ...notifications.filter((note) => note.status !== id));
    for (const whom of status.mentions) tell(whom, "delete", id);
    return ok(statusJson(status));
}

function oneMedia(id: string): Answer {
    const file = media.get(id);
    if (!file) return refused(404, "Record not found");
    file.looks += 1;
    return ok(mediaJson(file), file.looks >= 2 ? 200 : 206);
}

function upload(asked: Asked): Answer {
    const file = asked.files.get("file");
    if (!file || file.bytes.length === 0 || !file.type.startsWith("image/")) return refused(422, "Validation failed: File content type is invalid");
    const made = { id: newId(), type: file.type, size: file.bytes.length, description: field(asked, "description") || null, looks: 0 };
    media.set(made.id, made);
    return ok(mediaJson(made), 202);
}

const instance = () => ({
    uri: host, domain: host.split(":")[0], title: "Uji", short_description: "", description: "", email: "", version: "4.3.1", source_url: "", languages: ["id"], registrations: { enabled: false },
    urls: { streaming_api: `ws://${host}` }, stats: { user_count: accounts.size, status_count: statuses.size, domain_count: 0 }, thumbnail: "", rules: [],
    configuration: {
        urls: { streaming: `ws://${host}` }, statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
        media_attachments: { supported_mime_types: ["image/jpeg", "image/png", "image/webp"], image_size_limit: 16777216, video_size_limit: 103809024, description_limit: 1500 },
    },
});

const apps = new Map<string, { secret: string; back: string; scopes: string }>();
const codes = new Map<string, { user: string; client: string; back: string; challenge: string; scope: string }>();

/** The server's page: who, and yes or no. */
function consent(asked: Asked): Answer {
    const app = apps.get(asked.query.get("client_id") ?? "");
    if (!app || app.back !== asked.query.get("redirect_uri")) return { status: 400, raw: Buffer.from("redirect_uri"), headers: { "content-type": "text/plain" } };
    const hidden = [...asked.query].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join("");
    const page = `<!doctype html><html lang="id"><title>Masuk</title><h1>Uji meminta hak: ${escaped(asked.query.get("scope") ?? "")}</h1><form method="post" action="/oauth/authorize">${hidden}<label>Nama <input name="user"></label><button name="ya" value="1">Izinkan</button><button name="ya" value="">Tolak</button></form>`;
    return { status: 200, raw: Buffer.from(page), headers: { "content-type": "text/html; charset=utf-8" } };
}

function consented(asked: Asked): Answer {
    const back = new URL(field(asked, "redirect_uri"));
    back.searchParams.set("state", field(asked, "state"));
    if (field(asked, "ya") === "") back.searchParams.set("error", "access_denied");
    else {
        const code = `kode${newId()}`;
        const scope = field(asked, "user") === "kurang" ? "read" : field(asked, "scope");
        codes.set(code, { user: field(asked, "user"), client: field(asked, "client_id"), back: field(asked, "redirect_uri"), challenge: field(asked, "code_challenge"), scope });
        back.searchParams.set("code", code);
    }
    return { status: 302, raw: Buffer.alloc(0), headers: { location: back.href } };
}

/** A code of the page serves once, with the verifier of its challenge. */
function redeem(asked: Asked, code: string): Answer {
    const given = codes.get(code)!;
    codes.delete(code);
    const verifier = createHash("sha256").update(field(asked, "code_verifier")).digest("base64url");
    if (given.client !== field(asked, "client_id") || apps.get(given.client)?.secret !== field(asked, "client_secret") || given.back !== field(asked, "redirect_uri") || given.challenge !== verifier)
        return { status: 400, body: { error: "invalid_grant", error_description: "The provided authorization grant is invalid." } };
    const token = `token-${newId()}`;
    tokens.set(token, { account: accountOf(given.user.toLowerCase()), scope: given.scope });
    return { status: 200, body: { access_token: token, token_type: "Bearer", scope: given.scope, created_at: Math.floor(Date.now() / 1000) } };
}

function signIn(asked: Asked): Answer {
    if (codes.has(field(asked, "code"))) return redeem(asked, field(asked, "code"));
    if (field(asked, "code").startsWith("kode")) return { status: 400, body: { error: "invalid_grant", error_description: "The provided authorization grant is invalid." } };
    const kind = field(asked, "grant_type");
    const user = kind === "password" ? field(asked, "username").split("@")[0]! : kind === "authorization_code" ? field(asked, "code").replace(/^code-/, "") : "";
    if (kind !== "client_credentials" && user === "") return { status: 400, body: { error: "invalid_grant", error_description: "The provided authorization grant is invalid." } };
    const token = `token-${newId()}`;
    const scope = field(asked, "scope") || "read";
    tokens.set(token, { account: user ? accountOf(user.toLowerCase()) : null, scope });
    return { status: 200, body: { access_token: token, token_type: "Bearer", scope, created_at: Math.floor(Date.now() / 1000) } };
}

function handle(asked: Asked): Answer {
    host = asked.headers.host ?? host;
    const { path, method } = asked;
    if (path === "/_fake/statuses") return { status: 200, body: [...statuses.values()].map((each) => ({ ...statusJson(each), text: each.text, media: each.media.map((id) => media.get(id)) })) };
    if (path === "/api/v1/apps" && method === "POST") {
        const id = apps.size === 0 ? "klien" : `klien${apps.size}`;
        apps.set(id, { secret: "rahasia", back: field(asked, "redirect_uris"), scopes: field(asked, "scopes") });
        return ok({ id: newId(), name: field(asked, "client_name"), client_id: id, client_secret: "rahasia", client_secret_expires_at: 0, redirect_uris: [field(asked, "redirect_uris")], scopes: field(asked, "scopes").split(" ") });
    }
    if (path === "/oauth/authorize") return method === "POST" ? consented(asked) : consent(asked);
    if (path === "/oauth/token") return signIn(asked);
    if (path === "/oauth/revoke") return { status: tokens.delete(field(asked, "token")) ? 200 : 200, body: {} };
    if (path === "/api/v1/instance" || path === "/api/v2/instance") return ok(instance());
    if (path === "/api/v1/streaming/health") return { status: 200, raw: Buffer.from("OK"), headers: { "content-type": "text/plain" } };
    const file = /^\/files\/(\d+)$/.exec(path);
    if (file) return media.has(file[1]!) ? { status: 200, raw: Buffer.alloc(media.get(file[1]!)!.size, 1), headers: { "content-type": media.get(file[1]!)!.type } } : refused(404, "Record not found");

    const token = /^Bearer (.+)$/.exec(asked.headers.authorization ?? "")?.[1] ?? "";
    const account = tokens.get(token)?.account;
    if (!account) return refused(401, "The access token is invalid");
    if (path.startsWith("/api/v1/streaming/user"))
        return { status: 200, headers: { "content-type": "text/event-stream" }, stream: (out) => { out.write(":)\n\n"); streams.push({ account, out }); } };
    if (path === "/api/v1/accounts/verify_credentials") return ok({ ...accountJson(account), source: { privacy: "public", sensitive: false, language: "id", note: "", fields: [] } });
    const own = /^\/api\/v1\/accounts\/(\d+)\/statuses$/.exec(path);
    if (own) return paged(asked, [...statuses.values()].filter((each) => each.author.id === own[1] && maySee(each, account)), 40, path, statusJson);
    if (path === "/api/v1/notifications") return paged(asked, notifications.filter((note) => note.to === account), 80, path, notificationJson);
    if (path === "/api/v1/statuses" && method === "POST") return post(asked, account, token);
    const context = /^\/api\/v1\/statuses\/(\d+)\/context$/.exec(path);
    if (context) return statuses.has(context[1]!) && maySee(statuses.get(context[1]!)!, account) ? around(statuses.get(context[1]!)!, account) : refused(404, "Record not found");
    const one = /^\/api\/v1\/statuses\/(\d+)$/.exec(path);
    if (one) return oneStatus(asked, one[1]!, account);
    if (path === "/api/v2/media" && method === "POST") return upload(asked);
    const look = /^\/api\/v1\/media\/(\d+)$/.exec(path);
    if (look) return oneMedia(look[1]!);
    return refused(404, "Not Found");
}

serve(handle, (status) => {
    if (status === 429) remaining = 0;
    const words: Record<number, string> = { 401: "The access token is invalid", 403: "This action is outside the authorized scopes", 429: "Too many requests" };
    return refused(status, words[status] ?? "Something went wrong");
});
