// A fake of ours of a server of the AT protocol with its app view, held to the real one by running the same test
// against both (tests/peers/atproto). Two accounts: dinas.test and warga.test, password "rahasia".
import { json, serve, text, type Ask, type Reply } from "./serve.ts";

type Post = { uri: string; cid: string; did: string; value: any; indexedAt: string };
const accounts = ["dinas", "warga"].map((name) => ({ did: `did:plc:${name}`, handle: `${name}.test` }));
const posts: Post[] = [];
const blobs = new Map<string, { bytes: Buffer; mime: string }>();
let count = 0;

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (did: string, kind: string) => `${b64({ alg: "none" })}.${b64({ sub: did, kind, exp: Math.floor(Date.now() / 1000) + 7200, n: ++count })}.fake`;
const fail = (status: number, error: string, message = error): Reply => ({ status, body: { error, message } });

function session(did: string): Reply {
    const account = accounts.find((each) => each.did === did)!;
    return { status: 200, body: { ...account, accessJwt: token(did, "access"), refreshJwt: token(did, "refresh"), active: true } };
}

function bearer(ask: Ask, kind: string): string {
    const [, claims] = text(ask.headers.authorization).replace("Bearer ", "").split(".");
    try {
        const read = JSON.parse(Buffer.from(claims ?? "", "base64url").toString());
        return read.kind === kind ? read.sub : "";
    } catch {
        return "";
    }
}

const view = (post: Post) => ({
    uri: post.uri,
    cid: post.cid,
    author: accounts.find((each) => each.did === post.did),
    record: post.value,
    indexedAt: post.indexedAt,
});

function reasonFor(did: string, post: Post): string | undefined {
    if (post.did === did) return undefined;
    if (text(post.value.reply?.parent?.uri).includes(did)) return "reply";
    const dids = (post.value.facets ?? []).flatMap((each: any) => each.features.map((feature: any) => feature.did));
    return dids.includes(did) ? "mention" : undefined;
}

function create(did: string, body: any): Reply {
    const graphemes = [...new Intl.Segmenter().segment(text(body.record?.text))].length;
    if (graphemes > 300) return fail(400, "InvalidRequest", `Invalid app.bsky.feed.post record: grapheme too big (maximum 300, got ${graphemes}) at $.record.text`);
    if (!/^[234567abcdefghij][234567a-z]{12}$/.test(text(body.rkey)) || !body.record.createdAt) return fail(400, "InvalidRequest");
    const uri = `at://${did}/${body.collection}/${body.rkey}`;
    if (posts.some((each) => each.uri === uri)) return fail(500, "InternalServerError", "Internal Server Error");
    const post = { uri, cid: `bafy${++count}`, did, value: body.record, indexedAt: new Date().toISOString() };
    posts.push(post);
    return { status: 200, body: { uri, cid: post.cid, validationStatus: "valid" } };
}

function thread(post: Post): object {
    const replies = posts.filter((each) => each.value.reply?.parent?.uri === post.uri).map(thread);
    return { $type: "app.bsky.feed.defs#threadViewPost", post: view(post), replies };
}

function answer(ask: Ask): Reply {
    const method = ask.path.replace("/xrpc/", "");
    if (method === "com.atproto.server.createSession") {
        const { identifier, password } = json(ask);
        const account = accounts.find((each) => each.handle === identifier);
        if (!account || password !== "rahasia") return fail(401, "AuthenticationRequired", "Invalid identifier or password");
        return session(account.did);
    }
    if (method === "com.atproto.server.refreshSession") {
        const did = bearer(ask, "refresh");
        return did ? session(did) : fail(400, "InvalidToken", "Token could not be verified");
    }
    if (method === "com.atproto.sync.getBlob") {
        const blob = blobs.get(text(ask.query.get("cid")));
        return blob ? { status: 200, body: blob.bytes, headers: { "content-type": blob.mime } } : fail(400, "BlobNotFound");
    }
    if (!ask.headers.authorization) return fail(401, "AuthMissing", "Authentication Required");
    const did = bearer(ask, "access");
    if (!did) return fail(400, "InvalidToken", "Token could not be verified");
    if (method === "com.atproto.server.getSession") return { status: 200, body: { ...accounts.find((each) => each.did === did), active: true } };
    if (method === "com.atproto.repo.createRecord") return create(did, json(ask));
    if (method === "com.atproto.repo.uploadBlob") {
        const mime = text(ask.headers["content-type"]);
        const cid = `bafk${++count}`;
        blobs.set(cid, { bytes: ask.body, mime });
        return { status: 200, body: { blob: { $type: "blob", ref: { $link: cid }, mimeType: mime, size: ask.body.length } } };
    }
    if (method === "com.atproto.repo.getRecord") {
        const uri = `at://${ask.query.get("repo")}/${ask.query.get("collection")}/${ask.query.get("rkey")}`;
        const post = posts.find((each) => each.uri === uri);
        return post ? { status: 200, body: { uri, cid: post.cid, value: post.value } } : fail(400, "RecordNotFound", `Could not locate record: ${uri}`);
    }
    if (method === "app.bsky.notification.listNotifications") {
        const all = [...posts].reverse().flatMap((post) => {
            const reason = reasonFor(did, post);
            return reason ? [{ ...view(post), reason, isRead: false }] : [];
        });
        const from = Number(ask.query.get("cursor") ?? 0);
        const limit = Number(ask.query.get("limit") ?? 50);
        return { status: 200, body: { notifications: all.slice(from, from + limit), ...(from + limit < all.length ? { cursor: String(from + limit) } : {}) } };
    }
    if (method === "app.bsky.feed.getPostThread") {
        const post = posts.find((each) => each.uri === ask.query.get("uri"));
        return post ? { status: 200, body: { thread: thread(post) } } : fail(400, "NotFound", "Post not found");
    }
    return fail(501, "MethodNotImplemented");
}

serve(answer, {
    limited: () => ({
        ...fail(429, "RateLimitExceeded", "Rate Limit Exceeded"),
        headers: { "ratelimit-limit": "1666", "ratelimit-remaining": "0", "ratelimit-reset": String(Math.floor(Date.now() / 1000) + 600) },
    }),
    expired: () => fail(400, "ExpiredToken", "Token has expired"),
});
