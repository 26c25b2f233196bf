// The dialogs and tokens of the contract mock of Facebook, Instagram and Threads (meta.ts); not verified against the
// vendor. App "1" with the secret "rahasia-7f3a". Who signs in is named on the page: posko manages the Pages 10, 11 and 12
// (12 in a role that may not answer), satu 10 alone, lain 11 alone (Instagram 21, Threads 31), kosong none; kurang
// grants too little, sempit one right for Page 11 alone, lambat comes back with a code that is over.
import { randomBytes } from "node:crypto";
import { text, type Ask, type Reply } from "./serve.ts";

type Product = "facebook" | "instagram" | "threads";
type Held = { user: string; product: Product; scopes: string[]; long: boolean };
export const app = { id: "1", secret: "rahasia-7f3a" };
const codes = new Map<string, Held & { back: string; over: boolean }>();
const tokens = new Map<string, Held>();
const pages: Record<string, { id: string; name: string; access_token: string; tasks: string[] }> = {
    "10": { id: "10", name: "Dinas PU", access_token: "T", tasks: ["MODERATE", "CREATE_CONTENT", "MESSAGING"] },
    "11": { id: "11", name: "Dinas PU Wilayah Selatan", access_token: "T11", tasks: ["MODERATE", "CREATE_CONTENT", "MANAGE"] },
    "12": { id: "12", name: "Kenangan Pameran 2019", access_token: "T12", tasks: ["ANALYZE"] },
};
const managed = (user: string) => (user === "satu" ? ["10"] : user === "lain" ? ["11"] : user === "kosong" ? [] : ["10", "11", "12"]).map((id) => pages[id]!);
const lacking: Record<Product, string> = { facebook: "pages_manage_engagement", instagram: "instagram_business_manage_comments", threads: "threads_manage_replies" };

const refused = (status: number, code: number, message: string, error_subcode?: number): Reply => ({ status, body: { error: { message, type: "OAuthException", code, error_subcode, fbtrace_id: "A" } } });
const escaped = (words: string) => words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const form = (ask: Ask) => new URLSearchParams(ask.body.toString());
const bearer = (ask: Ask) => text(ask.headers.authorization).replace(/^Bearer /, "");
const made = (held: Held): string => {
    const token = `meta-${randomBytes(9).toString("hex")}`;
    tokens.set(token, held);
    return token;
};

function dialog(ask: Ask, product: Product): Reply {
    if (ask.query.get("client_id") !== app.id) return refused(400, 101, "Invalid Client ID");
    const hidden = [...ask.query].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join("");
    const page = `<!doctype html><html lang="id"><title>Masuk</title><h1>${product}: ${escaped(ask.query.get("scope") ?? "")}</h1><form method="post">${hidden}<label>Nama <input name="user"></label><button name="ya" value="1">Izinkan</button><button name="ya" value="">Tolak</button></form>`;
    return { status: 200, body: page, headers: { "content-type": "text/html; charset=utf-8" } };
}
function consented(ask: Ask, product: Product): Reply {
    const given = form(ask);
    const back = new URL(given.get("redirect_uri") ?? "");
    back.searchParams.set("state", given.get("state") ?? "");
    if (!given.get("ya")) {
        back.searchParams.set("error", "access_denied");
        back.searchParams.set("error_reason", "user_denied");
    } else {
        const user = (given.get("user") ?? "").toLowerCase();
        const scopes = (given.get("scope") ?? "").split(",").filter((right) => user !== "kurang" || right !== lacking[product]);
        const code = `kode-${randomBytes(6).toString("hex")}`;
        codes.set(code, { user, product, scopes, long: false, back: given.get("redirect_uri") ?? "", over: user === "lambat" });
        back.searchParams.set("code", code);
    }
    return { status: 302, body: "", headers: { location: back.href + "#_" } };
}

/** A code serves once, for the app and the address it was made for. */
function redeemed(ask: Ask, facebook: boolean): Reply {
    const given = form(ask);
    if (given.get("client_id") !== app.id || given.get("client_secret") !== app.secret) return refused(400, 1, "Error validating client secret.");
    if (given.get("grant_type") === "fb_exchange_token") {
        const short = tokens.get(given.get("fb_exchange_token") ?? "");
        if (!short || short.product !== "facebook") return refused(400, 190, "Invalid OAuth access token.");
        return { status: 200, body: { access_token: made({ ...short, long: true }), token_type: "bearer", expires_in: 5183944 } };
    }
    const code = codes.get(given.get("code") ?? "");
    codes.delete(given.get("code") ?? "");
    if (!code || (code.product === "facebook") !== facebook) return refused(400, 100, "This authorization code has been used.", 36009);
    if (code.over) return refused(400, 100, "This authorization code has expired.", 36007);
    if (code.back !== given.get("redirect_uri")) return refused(400, 100, "Error validating verification code. Please make sure your redirect_uri is identical", 36008);
    const access_token = made(code);
    if (code.product === "facebook") return { status: 200, body: { access_token, token_type: "bearer", expires_in: 5400 } };
    if (code.product === "threads") return { status: 200, body: { access_token, user_id: 30 } };
    return { status: 200, body: { data: [{ access_token, user_id: "7", permissions: code.scopes.join(",") }] } };
}

function longer(ask: Ask): Reply {
    const short = tokens.get(ask.query.get("access_token") ?? "");
    const grant = short?.product === "threads" ? "th_exchange_token" : "ig_exchange_token";
    if (!short || short.long || ask.query.get("grant_type") !== grant || ask.query.get("client_secret") !== app.secret) return refused(400, 190, "Session key invalid");
    return { status: 200, body: { access_token: made({ ...short, long: true }), token_type: "bearer", expires_in: 5183944 } };
}

function debugged(ask: Ask): Reply {
    const held = tokens.get(ask.query.get("input_token") ?? "");
    const asks = held?.product === "facebook" ? bearer(ask) === `${app.id}|${app.secret}` : tokens.has(bearer(ask));
    if (!held || !asks) return refused(400, 100, "Invalid OAuth access token");
    const narrow = held.user === "sempit" ? { granular_scopes: held.scopes.map((scope) => ({ scope, ...(scope === "pages_manage_engagement" ? { target_ids: ["11"] } : {}) })) } : {};
    return { status: 200, body: { data: { ...(held.product === "facebook" ? { app_id: app.id } : {}), type: "USER", application: "Aduan", is_valid: true, scopes: held.scopes, ...narrow } } };
}

/** Who a token of a sign-in speaks for; its Pages have tokens of their own. */
export function speaker(token: string): Record<string, string> | undefined {
    const page = Object.values(pages).find((each) => each.access_token === token);
    if (page && token !== "T") return { id: page.id, name: page.name, category: "Government" };
    const held = tokens.get(token);
    if (!held) return undefined;
    const other = held.user === "lain";
    if (held.product === "threads") return { id: other ? "31" : "30", username: other ? "lain" : "dinas" };
    if (held.product === "instagram") return { id: "7", user_id: other ? "21" : "20", username: other ? "lain" : "dinas" };
    return { id: "500", name: "Siti" };
}

/** Undefined: not about signing in. */
export function signIn(ask: Ask): Reply | undefined {
    const scope = ask.query.get("scope") ?? form(ask).get("scope") ?? "";
    const product: Product = scope.startsWith("pages_") ? "facebook" : scope.startsWith("threads_") ? "threads" : "instagram";
    if (ask.path === "/v26.0/dialog/oauth" || ask.path === "/oauth/authorize") return ask.method === "POST" ? consented(ask, product) : dialog(ask, product);
    if (ask.path === "/v26.0/oauth/access_token") return redeemed(ask, true);
    if (ask.path === "/oauth/access_token") return redeemed(ask, false);
    if (ask.path === "/access_token") return longer(ask);
    if (ask.path === "/refresh_access_token" && tokens.has(ask.query.get("access_token") ?? "")) return refused(400, 100, "The token must be at least 24 hours old");
    if (ask.path.endsWith("/debug_token")) return debugged(ask);
    if (ask.path === "/v26.0/me/accounts") {
        const held = tokens.get(bearer(ask));
        if (!held?.long) return refused(400, 190, "Invalid OAuth access token.");
        const all = managed(held.user);
        const from = Number(ask.query.get("after") ?? 0);
        return { status: 200, body: { data: all.slice(from, from + 2), paging: { cursors: { after: String(from + 2) }, ...(from + 2 < all.length ? { next: "https://graph.example/next" } : {}) } } };
    }
    return undefined;
}
