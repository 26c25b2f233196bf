// A contract mock of ours of the Graph API for a Page and an Instagram account, and of WhatsApp and Threads; not verified
// against the vendor. Signing in: meta_sign_in.ts. Page 10 and Instagram account 20 (dinas); token T, which /refresh_access_token makes longer.
// POST /_comment {"post","from","username","text"} and /_message {"from","text"} put in what citizens say.
import { app, signIn, speaker } from "./meta_sign_in.ts";
import { json, serve, text, type Ask, type Reply } from "./serve.ts";

type Node = { id: string; from: { id: string; name?: string; username?: string }; message: string; text: string; username?: string; created_time: string; timestamp: string; parent?: { id: string }; parent_id?: string; on: string };
const nodes: Node[] = [{ id: "10_1", on: "10", ...said("Jalan ditutup", "10", "Dinas PU", "dinas") }];
nodes.push({ id: "20_1", on: "20", ...said("Jalan ditutup", "20", "Dinas PU", "dinas") });
const messages: { id: string; message: string; from: { id: string }; with: string; created_time: string }[] = [];
const sent: any[] = [];
const subscribed = new Map<string, string[]>();
let revoked = false;
let forgets = false; // says yes to a subscription, and has none
const whatsappNumbers = ["40", "41", "42"];
const containers = new Map<string, { text: string; reply_to: string; polls: number; published: boolean }>();
let count = 100;

function said(words: string, id: string, name: string, username: string) {
    const at = new Date().toISOString().replace(/\.\d+Z$/, "+0000");
    return { from: { id, name, username }, username, message: words, text: words, created_time: at, timestamp: at };
}
const fail = (status: number, code: number, message: string, error_subcode?: number): Reply => ({ status, body: { error: { message, type: "OAuthException", code, error_subcode, fbtrace_id: "A" } } });
const own = (account: string) => (account === "10" ? { id: "10", name: "Dinas PU" } : { id: account, name: "Dinas PU", username: "dinas" });

function fields(ask: Ask): Record<string, string> {
    const type = text(ask.headers["content-type"]);
    if (type.startsWith("application/json")) return json(ask);
    if (!type.startsWith("multipart/")) return Object.fromEntries(new URLSearchParams(ask.body.toString()));
    const out: Record<string, string> = {};
    for (const match of ask.body.toString("latin1").matchAll(/name="(\w+)"(?:; filename="[^"]*"\r\nContent-Type: [^\r]+)?\r\n\r\n([^]*?)\r\n--/g)) out[match[1]!] = Buffer.from(match[2]!, "latin1").toString("utf8");
    return out;
}

function list(on: string, ask: Ask): Reply {
    const all = nodes.filter((each) => each.on === on).reverse();
    const from = Number(ask.query.get("after") ?? 0);
    const limit = Number(ask.query.get("limit") ?? 25);
    const more = from + limit < all.length;
    return { status: 200, body: { data: all.slice(from, from + limit), paging: { cursors: { after: String(from + limit) }, ...(more ? { next: "https://graph.example/next" } : {}) } } };
}

function speak(ask: Ask, on: string, account: string): Reply {
    const given = fields(ask);
    const words = given.message ?? "";
    if (words === "") return fail(400, 100, "(#100) message is required");
    const node = { id: `${account}_${++count}`, on, ...said(words, account, "Dinas PU", "dinas") };
    if (given.source) sent.push({ picture: given.source });
    nodes.push({ ...node, from: own(account) });
    return { status: 200, body: { id: node.id } };
}

function whatsapp(ask: Ask): Reply {
    const given = json(ask);
    if (given.type === "text" && given.to === "62800") return fail(400, 131047, "Re-engagement message");
    sent.push(given);
    return { status: 200, body: { messaging_product: "whatsapp", contacts: [{ input: given.to, wa_id: given.to }], messages: [{ id: `wamid.${++count}` }] } };
}

function threads(ask: Ask, edge: string): Reply {
    const given = fields(ask);
    if (edge === "threads") {
        if ((given.text ?? "").includes("DITOLAK")) return fail(400, 100, "text is refused");
        const id = `c${++count}`;
        containers.set(id, { text: given.text!, reply_to: given.reply_to_id ?? "", polls: 0, published: false });
        return { status: 200, body: { id } };
    }
    const container = containers.get(text(given.creation_id));
    if (!container || container.polls < 2) return fail(400, 24, "media is not ready");
    if (container.published) return fail(400, 100, "already published");
    container.published = true;
    const node = { id: String(++count), on: container.reply_to || "30", ...said(container.text, "", "Dinas PU", "dinas") };
    nodes.push(node);
    return { status: 200, body: { id: node.id } };
}

function answer(ask: Ask): Reply {
    if (ask.path === "/_comment") {
        const given = json(ask);
        const node = { id: `${given.post}_${++count}`, on: given.post, ...said(given.text, given.from, "Warga", given.username ?? "warga") };
        nodes.push(node);
        return { status: 200, body: node };
    }
    if (ask.path === "/_message") {
        const given = json(ask);
        messages.unshift({ id: `m_${++count}`, message: given.text, from: { id: given.from }, with: given.from, created_time: new Date().toISOString() });
        return { status: 200, body: messages[0] };
    }
    if (ask.path === "/_forget" || ask.path === "/_revoke") {
        ask.path === "/_forget" ? (forgets = true) : (revoked = true);
        return { status: 200, body: {} };
    }
    if (ask.path === "/_sent") return { status: 200, body: sent };
    const signing = signIn(ask);
    if (signing) return signing;
    if (ask.path === "/refresh_access_token") return { status: 200, body: { access_token: "T", token_type: "bearer", expires_in: 5184000 } };
    if (revoked) return fail(400, 190, "Error validating access token: the user removed the app", 458);
    const signedIn = speaker(text(ask.headers.authorization).replace(/^Bearer /, ""));
    if (!signedIn && ask.headers.authorization !== "Bearer T") return fail(400, 190, "Error validating access token: Session has expired", ask.headers.authorization === "Bearer OLD" ? 463 : 460);
    const [, , account = "", edge = ""] = ask.path.split("/");
    if (account === "me" && edge === "" && signedIn) return ask.query.get("fields")?.includes("category") && !signedIn.category ? fail(400, 100, "(#100) Tried accessing nonexisting field (category)") : { status: 200, body: signedIn };
    if (account === "me" && edge === "") return { status: 200, body: { id: "10", user_id: "20", name: "Dinas PU", username: "dinas", ...(ask.query.get("fields")?.includes("category") ? { category: "Government" } : {}) } };
    if (account === "me" && (edge === "threads" || edge === "threads_publish") && ask.method === "POST") return threads(ask, edge);
    if (account === "me") return list("30", ask);
    if (containers.has(account)) {
        const container = containers.get(account)!;
        return { status: 200, body: { id: account, status: container.published ? "PUBLISHED" : ++container.polls < 2 ? "IN_PROGRESS" : "FINISHED" } };
    }
    if (whatsappNumbers.includes(account) && edge === "media") return { status: 200, body: { id: `media${++count}` } };
    if (whatsappNumbers.includes(account) && edge === "messages") return whatsapp(ask);
    if (whatsappNumbers.includes(account)) return { status: 200, body: { id: account, display_phone_number: "+62 21 1234", verified_name: "Dinas PU" } };
    if (edge === "messages") {
        const given = json(ask);
        sent.push(given);
        const to = text(given.recipient.id);
        messages.unshift({ id: `m_${++count}`, message: given.message.text, from: { id: account }, with: to, created_time: new Date().toISOString() });
        return { status: 200, body: { recipient_id: to, message_id: messages[0]!.id } };
    }
    if (edge === "subscribed_apps") {
        if (ask.method === "POST" && !forgets) subscribed.set(account, text(fields(ask).subscribed_fields).split(","));
        if (ask.method === "DELETE") subscribed.delete(account);
        return { status: 200, body: ask.method === "GET" ? { data: subscribed.has(account) ? [{ id: app.id, name: "Dinas", subscribed_fields: subscribed.get(account) }] : [] } : { success: true } };
    }
    if (edge === "conversations") return { status: 200, body: { data: [{ messages: { data: messages.filter((each) => each.with === ask.query.get("user_id")) } }] } };
    if (ask.method === "POST" && edge === "photos") {
        const made = speak(ask, account, account) as any;
        return { status: 200, body: { id: "photo1", post_id: made.body.id } };
    }
    if (ask.method === "POST") return nodes.some((each) => each.id === account) || edge === "feed" ? speak(ask, account, edge === "feed" ? account : account.startsWith("20") ? "20" : "10") : fail(400, 100, "Object with ID does not exist", 33);
    return list(edge === "feed" || edge === "media" ? account : account, ask);
}

serve(answer, {
    limited: () => ({ ...fail(400, 32, "(#32) Page request limit reached"), headers: { "x-business-use-case-usage": JSON.stringify({ "10": [{ type: "pages", call_count: 100, total_time: 20, total_cputime: 5, estimated_time_to_regain_access: 10 }] }) } }),
    expired: () => fail(401, 190, "Session has expired", 463),
});
