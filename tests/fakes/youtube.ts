// A contract mock of ours of YouTube's Data API v3, not verified against the vendor. Channel UCdinas, token T1, refreshed
// with R. POST /_comment {"text"} puts in what a citizen says under video v1.
import { json, serve, text, type Ask, type Reply } from "./serve.ts";

type Comment = { id: string; snippet: { textOriginal: string; authorChannelId: { value: string }; authorDisplayName: string; publishedAt: string; updatedAt: string; videoId: string; parentId?: string } };
const comments: Comment[] = [];
let count = 0;

const fail = (code: number, reason: string): Reply => ({ status: code, body: { error: { code, message: reason, errors: [{ reason, domain: "youtube" }] } } });

function add(author: string, words: string, parentId?: string): Comment {
    const at = new Date().toISOString();
    const id = parentId ? `${parentId}.${++count}` : `Ug${++count}`;
    const comment: Comment = { id, snippet: { textOriginal: words, authorChannelId: { value: author }, authorDisplayName: author === "UCdinas" ? "@dinas" : "@warga", publishedAt: at, updatedAt: at, videoId: "v1", ...(parentId ? { parentId } : {}) } };
    comments.push(comment);
    return comment;
}

function page(items: object[], ask: Ask): Reply {
    const from = Number(ask.query.get("pageToken") ?? 0);
    const size = Number(ask.query.get("maxResults") ?? 20);
    return { status: 200, body: { items: items.slice(from, from + size), ...(from + size < items.length ? { nextPageToken: String(from + size) } : {}) } };
}

function answer(ask: Ask): Reply {
    if (ask.path === "/_comment") return { status: 200, body: add("UCwarga", json(ask).text) };
    if (ask.path === "/token") {
        if (new URLSearchParams(ask.body.toString()).get("refresh_token") !== "R") return { status: 400, body: { error: "invalid_grant", error_description: "Token has been expired or revoked." } };
        return { status: 200, body: { access_token: "T1", expires_in: 3599, token_type: "Bearer", scope: "youtube.force-ssl" } };
    }
    if (ask.headers.authorization !== "Bearer T1") return fail(401, "authError");
    if (ask.path === "/youtube/v3/channels") return { status: 200, body: { items: [{ id: "UCdinas", snippet: { title: "Dinas PU", customUrl: "@dinas" } }] } };
    if (ask.path === "/youtube/v3/commentThreads") {
        const tops = comments.filter((each) => !each.snippet.parentId).reverse();
        return page(tops.map((top) => ({ id: top.id, snippet: { videoId: "v1", topLevelComment: top }, replies: { comments: comments.filter((each) => each.snippet.parentId === top.id).slice(0, 5) } })), ask);
    }
    if (ask.path === "/youtube/v3/comments" && ask.method === "POST") {
        const { parentId, textOriginal } = json(ask).snippet;
        if (!comments.some((each) => each.id === parentId)) return fail(404, "parentCommentNotFound");
        return { status: 200, body: add("UCdinas", textOriginal, parentId) };
    }
    if (ask.path === "/youtube/v3/comments") return page(comments.filter((each) => each.snippet.parentId === text(ask.query.get("parentId"))), ask);
    return fail(404, "notFound");
}

serve(answer, { limited: () => fail(403, "quotaExceeded"), expired: () => fail(401, "authError") });
