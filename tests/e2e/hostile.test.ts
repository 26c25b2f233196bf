// Hostile input through the real server: each a clear answer, nothing lost, the server alive.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import { binary, drawnPhoto, World } from "./world.ts";

let world: World;
before(async () => (world = await World.start()));
after(async () => {
    assert.equal(await world.stop(), 0, world.log.text);
    assert.ok(!/ERROR: (Address|Leak)Sanitizer|runtime error/.test(world.log.text), world.log.text);
});

const item = (over: Record<string, unknown> = {}) => ({
    network_id: `h-${Math.random()}`, type: "create", author: { network_id: "w1", name: "Warga" }, text: "Lubang besar di Jl. Tebet Raya, Tebet Timur", created_at: new Date().toISOString(), ...over,
});
const post = (body: unknown, token = world.account("x").token) => world.api("POST", "/api/v1/items", token, body);

test("a broken line 17 of 5,000 is rejected alone, the others stay in order", async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => JSON.stringify(item({ network_id: `bulk-${i}`, text: `Lampu jalan nomor ${i} padam di Jl. Kramat, Kwitang` })));
    lines[16] = '{"network_id": "bulk-16", ';
    const answer = await world.api("POST", "/api/v1/items", world.account("x").token, lines.join("\n"), { "content-type": "application/x-ndjson" });
    assert.equal(answer.status, 200, answer.text.slice(0, 500));
    const results = answer.text.trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.equal(results.length, 5000);
    assert.equal(results[16].state, "rejected");
    assert.equal(results[16].problem.code, "json.malformed");
    assert.equal(results.filter((r: any) => r.state === "accepted").length, 4999);
    const again = await world.api("POST", "/api/v1/items", world.account("x").token, lines.slice(0, 30).join("\n"), { "content-type": "application/x-ndjson" });
    assert.deepEqual(again.text.trimEnd().split("\n").map((line) => JSON.parse(line).state).filter((s) => s === "known").length, 29);
    const tooMany = await world.api("POST", "/api/v1/items", world.account("x").token, "{}\n".repeat(5001), { "content-type": "application/x-ndjson" });
    assert.equal(tooMany.status, 413);
});

test("tokens: missing, wrong, of another kind, out of scope", async () => {
    const account = world.account("x").token;
    const staff = world.staff("coordinator").token;
    for (const [method, path, token, status, code] of [
        ["POST", "/api/v1/items", undefined, 401, "token.missing"],
        ["POST", "/api/v1/items", "tga_x", 401, "token.unknown"],
        ["POST", "/api/v1/items", account.slice(0, -1) + (account.endsWith("A") ? "B" : "A"), 401, "token.unknown"],
        ["POST", "/api/v1/items", staff, 403, "token.scope"],
        ["GET", "/api/v1/cases", account, 403, "token.scope"],
        ["GET", "/api/v1/cases/TGP-1111-1111", account, 403, "token.scope"],
        ["POST", "/api/v1/cases/TGP-1111-1111/events", account, 403, "token.scope"],
        ["POST", "/api/v1/media", undefined, 401, "token.missing"],
    ] as const) {
        const answer = await world.api(method, path, token, method === "POST" ? item() : undefined);
        assert.equal(answer.status, status, `${method} ${path}`);
        assert.equal(answer.json.problem.code, code);
        assert.match(answer.json.problem.help, /^R-/);
        assert.ok(answer.json.problem.message.length > 5);
    }
});

test("texts and members that cannot be", async () => {
    const rows: [Record<string, unknown> | string, number, string, string][] = [
        [item({ text: "x".repeat(1_000_000) }), 413, "item.too_large", ""],
        [item({ text: "a\u0000b" }), 400, "field.invalid", "text"],
        [JSON.stringify(item()).replace("Lubang", "\\ud800Lubang"), 400, "json.malformed", ""],
        [item({ created_at: "1900-01-01T00:00:00Z" }), 400, "field.invalid", "created_at"],
        [item({ created_at: "2100-01-01T00:00:00Z" }), 400, "field.invalid", "created_at"],
        [item({ created_at: "kemarin" }), 400, "field.invalid", "created_at"],
        [item({ network_id: undefined }), 400, "field.missing", "network_id"],
        [item({ author: {} }), 400, "field.missing", "author.network_id"],
        [item({ type: "explode" }), 400, "field.invalid", "type"],
        [item({ identity: "admin" }), 400, "field.invalid", "identity"],
        [item({ visibility: "secret" }), 400, "field.invalid", "visibility"],
        [item({ place: { lat: 91, lon: 0 } }), 400, "field.invalid", "place"],
        [item({ media: [{ sha256: "a".repeat(64) }] }), 404, "media.unknown", "media[0].sha256"],
        ["[]", 400, "field.invalid", ""],
        ["", 400, "json.malformed", ""],
    ];
    for (const [body, status, code, field] of rows) {
        const answer = await world.api("POST", "/api/v1/items", world.account("x").token, typeof body === "string" ? body : JSON.stringify(body), { "content-type": "application/json" });
        assert.equal(answer.status, status, JSON.stringify(body).slice(0, 100) + answer.text);
        assert.equal(answer.json.problem.code, code);
        if (field) assert.equal(answer.json.problem.field, field);
    }
    assert.equal((await world.api("POST", "/api/v1/items", world.account("x").token, "a=b", { "content-type": "text/plain" })).status, 415);
    const english = await world.api("POST", "/api/v1/items", undefined, item(), { "accept-language": "en" });
    const indonesian = await world.api("POST", "/api/v1/items", undefined, item(), { "accept-language": "id" });
    assert.notEqual(english.json.problem.message, indonesian.json.problem.message);
});

test("direction overrides are taken out before anybody reads them", async () => {
    const answer = await post(item({ text: "Lubang di Jl. Tebet Raya \u202Egnp.exe\u202C Tebet Timur" }));
    assert.equal(answer.status, 200);
    const found = await world.api("GET", `/api/v1/cases/${answer.json.case}`, world.staff("coordinator").token);
    assert.ok(!/[\u202A-\u202E]/.test(found.text));
});

/** A PNG header that promises far more pixels than anybody should decode. */
function bomb(): Buffer {
    const crc = (bytes: Buffer) => {
        let c = ~0;
        for (const b of bytes) {
            c ^= b;
            for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (0xedb88320 & -(c & 1));
        }
        return ~c >>> 0;
    };
    const chunk = (type: string, data: Buffer) => {
        const body = Buffer.concat([Buffer.from(type), data]);
        const out = Buffer.alloc(8 + data.length + 4);
        out.writeUInt32BE(data.length, 0);
        body.copy(out, 4);
        out.writeUInt32BE(crc(body), 8 + data.length);
        return out;
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(30000, 0);
    header.writeUInt32BE(30000, 4);
    header.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(90001))), chunk("IEND", Buffer.alloc(0))]);
}

test("pictures that are none: truncated, bomb, polyglot, SVG with a script", async () => {
    const token = world.staff("field_officer").token;
    const jpeg = drawnPhoto("a.jpg", 7).buffer;
    const started = Date.now();
    for (const [bytes, status, code] of [
        [jpeg.subarray(0, 3000), 400, "media.unreadable"],
        [bomb(), 413, "media.too_large"],
        [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415, "media.unreadable"],
        [Buffer.from("GIF89a<script>alert(1)</script>"), 415, "media.unreadable"],
        [Buffer.alloc(0), 400, "media.unreadable"],
        [Buffer.alloc(11 * 1024 * 1024, 0xff), 413, undefined],
    ] as const) {
        const answer = await world.api("POST", "/api/v1/media", token, bytes);
        assert.ok(answer.status === status || (status === 400 && answer.status === 415) || (code === "media.too_large" && answer.status === 400), `${answer.status} ${answer.text}`);
        if (code) assert.match(answer.json.problem.code, /^media\.(unreadable|too_large)$/);
    }
    assert.ok(Date.now() - started < 30_000);
    const polyglot = await world.api("POST", "/api/v1/media", token, Buffer.concat([jpeg, Buffer.from("<script>alert('polyglot')</script>")]));
    assert.equal(polyglot.status, 200, polyglot.text);
});

test("markup in every field stays text on every page", async () => {
    const attack = `"><img src=x onerror=alert(1)>'<script>alert(2)</script>`;
    const sent = await post(item({ text: `Lubang ${attack} di Jl. Tebet Raya, Tebet Timur`, author: { network_id: attack, name: attack, handle: attack }, url: attack }));
    assert.equal(sent.status, 200, sent.text);
    const coordinator = world.staff("coordinator").token;
    const read = (await world.api("GET", `/api/v1/cases/${sent.json.case}`, coordinator)).json;
    const verified = await world.api("POST", `/api/v1/cases/${sent.json.case}/events`, coordinator, { do: "verify", version: read.version, kind: "complaint", topic: "jalan-berlubang", area: "31.74.01.1002", public_text: attack });
    assert.equal(verified.status, 200, verified.text);
    const body = new FormData();
    for (const [name, value] of Object.entries({ kunci: attack, isi: attack, tempat: attack, identitas: attack, surel: attack, hp: attack, lat: attack, lon: attack })) body.set(name, value);
    const pages = [
        await (await fetch(`${world.url}/lapor`, { method: "POST", body })).text(),
        ...(await Promise.all(
            [`/laporan/${sent.json.case}`, `/?cari=${encodeURIComponent(attack)}`, `/?topik=${encodeURIComponent(attack)}`, `/?wilayah=${encodeURIComponent(attack)}`, `/lacak?kode=${encodeURIComponent(attack)}`, `/masuk?next=${encodeURIComponent(attack)}`, `/laporan/${encodeURIComponent(attack)}`, "/", "/lapor"].map(async (path) => (await fetch(world.url + path)).text()),
        )),
    ];
    for (const page of pages) {
        assert.ok(!page.includes("<img src=x"), page.slice(0, 200));
        assert.ok(!page.includes("<script>alert"), page.slice(0, 200));
    }
});

test("requests that break the protocol are answered and the server goes on", async () => {
    const raw = (text: string) =>
        new Promise<string>((done) => {
            const { port } = new URL(world.url);
            const socket = connect(Number(port), "127.0.0.1", () => socket.write(text));
            let answer = "";
            socket.setTimeout(5000, () => socket.destroy());
            socket.on("data", (bytes) => (answer += bytes));
            socket.on("close", () => done(answer));
            socket.on("error", () => done(answer));
        });
    for (const [text, status] of [
        ["GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", "400"],
        [`GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(40000)}\r\n\r\n`, "431"],
        ["NONSENSE\r\n\r\n", "400"],
        ["GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "400"],
    ] as const)
        assert.match(await raw(text), new RegExp(`^HTTP/1.1 ${status}`), text.slice(0, 60));
    assert.equal((await fetch(`${world.url}/healthz`)).status, 200);
});

test("security headers stand on every answer", async () => {
    for (const path of ["/", "/lapor", "/masuk", "/tidak-ada", "/api/v1/cases"]) {
        const headers = (await fetch(world.url + path)).headers;
        assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/, path);
        assert.ok(!/unsafe/.test(headers.get("content-security-policy") ?? ""));
        assert.equal(headers.get("x-content-type-options"), "nosniff");
        assert.ok(headers.get("x-request-id"));
    }
});

function run(...args: string[]) {
    const out = spawnSync(binary, args, { encoding: "utf8", timeout: 60_000 });
    return { code: out.status, said: out.stderr + out.stdout };
}

test("the vault's key: missing or open to others is refused with what to do", async () => {
    const data = mkdtempSync(join(tmpdir(), "tanggap-vault-"));
    cpSync(world.data, data, { recursive: true, filter: (path) => !/(-wal|-shm|\/reached)$/.test(path) }); // without its journal it is an older database
    const key = join(data, "vault.key");
    assert.equal(statSync(key).mode & 0o777, 0o600);
    chmodSync(key, 0o644);
    const open = run("serve", "--data", data, "--listen", "127.0.0.1:0");
    assert.equal(open.code, 1);
    assert.match(open.said, /chmod 600/);
    unlinkSync(key);
    const missing = run("serve", "--data", data, "--listen", "127.0.0.1:0");
    assert.equal(missing.code, 1);
    assert.match(missing.said, /vault\.key/);
    assert.ok(!existsSync(key), "no new key over old data");
    rmSync(data, { recursive: true });
});

test("the port taken, a read-only folder, a newer database, a bad flag: one clear line and exit 1", async () => {
    const { port } = new URL(world.url);
    const data = mkdtempSync(join(tmpdir(), "tanggap-start-"));
    const taken = run("serve", "--data", data, "--listen", `127.0.0.1:${port}`);
    assert.equal(taken.code, 1);
    assert.match(taken.said, new RegExp(port));
    execFileSync(process.execPath, ["-e", `const { DatabaseSync } = require("node:sqlite"); const db = new DatabaseSync(${JSON.stringify(join(data, "tanggap.db"))}); const columns = db.prepare("select * from migrations limit 1").get(); const names = Object.keys(columns); db.prepare("insert into migrations (" + names.join(",") + ") values (" + names.map(() => "?").join(",") + ")").run(...names.map((n) => (n === "number" ? 9999 : n === "name" ? "9999_future" : columns[n])));`]);
    const newer = run("serve", "--data", data, "--listen", "127.0.0.1:0");
    assert.equal(newer.code, 1);
    assert.match(newer.said, /database\.newer/);
    const nowhere = run("serve", "--data", "/proc/tidak-bisa", "--listen", "127.0.0.1:0");
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.said, /data\.not_writable/);
    assert.notEqual(run("serve", "--nonsense").code, 0);
    assert.notEqual(run("seed", "tidak_ada", "--data", data).code, 0);
    rmSync(data, { recursive: true });
});

test("a backup made while the server works holds no key, and restores", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tanggap-backup-"));
    const file = join(folder, "tanggap.backup");
    const made = run("backup", file, "--data", world.data);
    assert.equal(made.code, 0, made.said);
    const key = readFileSync(join(world.data, "vault.key"), "utf8").trim();
    assert.ok(!readFileSync(file).includes(key));
    assert.notEqual(run("backup", file, "--data", world.data).code, 0, "never over another backup");
    const target = join(folder, "elsewhere");
    const restored = run("restore", file, "--data", target);
    assert.equal(restored.code, 0, restored.said);
    assert.notEqual(run("restore", file, "--data", target).code, 0, "never over rows");
    rmSync(folder, { recursive: true });
});
