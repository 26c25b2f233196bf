// A contract mock of ours of X's API v2, not verified against the vendor: written from its documents of August 2026.
// Accounts: 100 dinas (token T1, refreshed with R1, then R2, ...), 200 warga. Mentions are put in by POST /_post
// {"author","text","mentions":[id],"quotes":id,"reply_to":id}.
import { createHmac } from "node:crypto";
import { json, serve, text, type Ask, type Reply } from "./serve.ts";

type Post = { id: string; text: string; author_id: string; created_at: string; conversation_id: string; referenced_tweets?: object[]; entities?: object; attachments?: object };
const users = [
    { id: "100", username: "dinas", name: "Dinas PU", protected: false },
    { id: "200", username: "warga", name: "Warga", protected: false },
];
const posts: Post[] = [];
const media = new Map<string, { bytes: number; alt: string }>();
let next = 1_900_000_000_000_000_000n;
let token = "T1";
let refresh = "R1";
let turns = 1;

const problem = (status: number, type: string, detail: string): Reply => ({ status, body: { title: detail, detail, type: `https://api.twitter.com/2/problems/${type}`, status } });
const id = () => String(++next);

function put(author: string, body: any): Post {
    const own = id();
    const target = posts.find((each) => each.id === body.reply_to);
    const refs: object[] = [];
    if (body.reply_to) refs.push({ type: "replied_to", id: body.reply_to });
    if (body.quotes) refs.push({ type: "quoted", id: body.quotes });
    const urls: object[] = [];
    // Every link is shortened, bare domains too.
    const shortened = text(body.text)
        .replaceAll("&", "&amp;")
        .replace(/(https?:\/\/\S+)|((?<![@\w.])[a-z0-9.-]+\.(?:id|com)(?:\/\S*)?)/g, (link: string) => {
            const url = `https://t.co/${own.slice(-8)}${urls.length}`;
            urls.push({ url, expanded_url: link.startsWith("http") ? link : `http://${link}` });
            return url;
        });
    const mentions = (body.mentions ?? []).map((each: string) => ({ id: each, username: users.find((user) => user.id === each)?.username }));
    const post: Post = { id: own, text: shortened, author_id: author, created_at: new Date().toISOString(), conversation_id: target?.conversation_id ?? own, entities: { urls, mentions } };
    if (refs.length > 0) post.referenced_tweets = refs;
    if (body.media_ids) post.attachments = { media_keys: body.media_ids.map((each: string) => `3_${each}`) };
    posts.push(post);
    return post;
}

function page(all: Post[], ask: Ask): Reply {
    const since = BigInt(ask.query.get("since_id") ?? 0);
    const found = all.filter((each) => BigInt(each.id) > since).reverse();
    const from = Number(ask.query.get("pagination_token") ?? 0);
    const size = Number(ask.query.get("max_results") ?? 10);
    const data = found.slice(from, from + size);
    const meta: Record<string, unknown> = { result_count: data.length };
    if (data.length > 0) Object.assign(meta, { newest_id: data[0]?.id, oldest_id: data.at(-1)?.id });
    if (from + size < found.length) meta.next_token = String(from + size);
    return { status: 200, body: { data, includes: { users, tweets: posts }, meta, errors: [{ title: "Not Found Error", detail: "Could not find user" }] } };
}

function create(ask: Ask): Reply {
    const body = json(ask);
    const target = body.reply?.in_reply_to_tweet_id;
    if (target) {
        const to = posts.find((each) => each.id === target) as any;
        if (!to) return problem(403, "client-forbidden", "You attempted to reply to a Tweet that is deleted or not visible to you.");
        const quoted = to.referenced_tweets?.some((each: any) => each.type === "quoted" && posts.find((post) => post.id === each.id)?.author_id === "100");
        const mentioned = to.entities.mentions.some((each: any) => each.id === "100");
        if (to.author_id !== "100" && !quoted && !mentioned) return problem(403, "client-forbidden", "You are not permitted to reply to this post.");
    }
    if (posts.some((each) => each.author_id === "100" && each.text === body.text)) return problem(403, "client-forbidden", "You are not allowed to create a Tweet with duplicate content.");
    const post = put("100", { text: body.text, reply_to: target, media_ids: body.media?.media_ids });
    return { status: 201, body: { data: { id: post.id, text: post.text } } };
}

function answer(ask: Ask): Reply {
    if (ask.path === "/_post") return { status: 200, body: put(json(ask).author, json(ask)) };
    if (ask.path === "/_media") return { status: 200, body: Object.fromEntries(media) };
    if (ask.path === "/_remove") {
        posts.splice(posts.findIndex((each) => each.id === json(ask).id), 1);
        return { status: 200, body: {} };
    }
    if (ask.path === "/_sign") return { status: 200, body: { signature: "sha256=" + createHmac("sha256", "rahasia").update(ask.body).digest("base64") } };
    if (ask.path === "/2/oauth2/token") {
        if (new URLSearchParams(ask.body.toString()).get("refresh_token") !== refresh) return { status: 400, body: { error: "invalid_request", error_description: "Value passed for the token was invalid." } };
        token = `T${++turns}`;
        refresh = `R${turns}`;
        return { status: 200, body: { token_type: "bearer", expires_in: 7200, access_token: token, refresh_token: refresh, scope: "tweet.read tweet.write users.read offline.access" } };
    }
    if (ask.headers.authorization !== `Bearer ${token}`) return problem(401, "about:blank", "Unauthorized");
    const [, , kind, which, list] = ask.path.split("/");
    if (ask.path === "/2/users/me") return { status: 200, body: { data: users[0] } };
    if (kind === "users" && list === "mentions") return page(posts.filter((each: any) => each.author_id !== which && each.entities.mentions.some((mention: any) => mention.id === which)), ask);
    if (kind === "users" && list === "tweets") return page(posts.filter((each) => each.author_id === which), ask);
    if (ask.path === "/2/media/upload") {
        const own = id();
        media.set(own, { bytes: ask.body.length, alt: "" });
        return { status: 200, body: { data: { id: own, media_key: `3_${own}`, size: ask.body.length, expires_after_secs: 86400 } } };
    }
    if (ask.path === "/2/media/metadata") {
        const body = json(ask);
        media.get(body.id)!.alt = body.metadata.alt_text.text;
        return { status: 200, body: { data: { id: body.id } } };
    }
    if (ask.path === "/2/tweets" && ask.method === "POST") return create(ask);
    if (kind === "tweets") {
        const post = posts.find((each) => each.id === which);
        if (!post) return { status: 200, body: { errors: [{ title: "Not Found Error", type: "https://api.twitter.com/2/problems/resource-not-found", detail: "Could not find tweet" }] } };
        return { status: 200, body: { data: post, includes: { users, tweets: posts } } };
    }
    return problem(404, "about:blank", "Not Found");
}

serve(answer, {
    limited: () => ({ ...problem(429, "about:blank", "Too Many Requests"), headers: { "x-rate-limit-limit": "100", "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(Math.floor(Date.now() / 1000) + 600) } }),
    expired: () => problem(401, "about:blank", "Unauthorized"),
});
