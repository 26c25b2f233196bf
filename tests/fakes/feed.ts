// A site with a feed, ours, for tests: /feed with ETag and Last-Modified, /bukan a page that is none.
//   node tests/fakes/feed.ts            first line of the output: the port
//   POST /_fake/entries {json}          what stands in it;  GET /_fake/asked how it was asked for
import { type Answer, type Asked, serve } from "./server.ts";
import { createHash } from "node:crypto";

interface Entry {
    guid: string;
    title: string;
    text: string;
    at: string;
}
let entries: Entry[] = [];
let modified = new Date().toUTCString();
const asked: { full: number; unchanged: number } = { full: 0, unchanged: 0 };
const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function feed(): string {
    const items = entries.map(
        (each) =>
            `<item><title>${escaped(each.title)}</title><link>/berita/${encodeURIComponent(each.guid)}</link><guid isPermaLink="false">${escaped(each.guid)}</guid>` +
            `<pubDate>${new Date(each.at).toUTCString()}</pubDate><description>${escaped(each.text)}</description></item>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Berita Kota</title><link>/</link><description>Uji</description>${items.join("")}</channel></rss>`;
}

function handle(request: Asked): Answer {
    if (request.path === "/_fake/entries") {
        entries = JSON.parse(request.fields.get("json")![0]!) as Entry[];
        modified = new Date().toUTCString();
        return { status: 204 };
    }
    if (request.path === "/_fake/asked") return { status: 200, body: asked };
    if (request.path === "/bukan") return { status: 200, raw: Buffer.from("<!doctype html><p>Beranda"), headers: { "content-type": "text/html" } };
    if (request.path === "/pindah") return { status: 301, headers: { location: "/feed" } };
    if (request.path !== "/feed") return { status: 404 };
    const body = Buffer.from(feed());
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    if (request.headers["if-none-match"] === etag) {
        asked.unchanged += 1;
        return { status: 304, headers: { etag } };
    }
    asked.full += 1;
    return { status: 200, raw: body, headers: { "content-type": "application/rss+xml", etag, "last-modified": modified } };
}

serve(handle, (status) => ({ status }));
