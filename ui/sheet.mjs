// Renders the sheet of the room html with BUILD/html_test, serves it under the strict Content-Security-Policy and opens a
// browser on it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ui = dirname(fileURLToPath(import.meta.url));
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".jpg": "image/jpeg", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json" };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";

/** `posts` collects the bodies that forms send. */
export async function openSheet(build) {
    const out = join(resolve(build), "komponen");
    execFileSync(join(resolve(build), "html_test"), ["--gtest_filter=sheet.is_left_to_be_looked_at"], {
        env: { ...process.env, TANGGAP_SHEET: out },
        stdio: ["ignore", "ignore", "inherit"],
    });
    const posts = [];
    const server = createServer(async (request, response) => {
        const path = new URL(request.url, "http://x").pathname;
        if (request.method === "POST") {
            const parts = [];
            for await (const part of request) parts.push(part);
            posts.push(Buffer.concat(parts));
            await new Promise((later) => setTimeout(later, 300));
            return response.writeHead(204).end();
        }
        try {
            const body = readFileSync(path.startsWith("/img/") ? join(ui, path) : join(out, path));
            response.writeHead(200, { "content-type": types[extname(path)] ?? "text/plain", "content-security-policy": policy });
            response.end(body);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
    const close = async () => {
        await browser.close();
        server.close();
    };
    return { browser, close, out, posts, origin: `http://127.0.0.1:${server.address().port}` };
}
