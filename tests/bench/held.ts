// bin/bench held: does anybody notice 500 photos that trickle in and 2,000 desks that listen? Asks pages alone and
// meanwhile, and prints the time they took, memory and open files before, during and after.
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { binary, freePort, seededCopy } from "../e2e/world.ts";

const uploads = Number(process.env.UPLOADS ?? 500);
const streams = Number(process.env.STREAMS ?? 2000);
const asked = Number(process.env.ASKED ?? 400); // of each page
const perSession = 8;

const data = mkdtempSync(join(tmpdir(), "tanggap-held-"));
const seeded = seededCopy("posko_dpu_dki", data);
const port = await freePort();
const sessions = signedIn(1 + Math.ceil(streams / perSession));
const server = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], { stdio: ["ignore", "ignore", "ignore"] });
process.on("exit", () => server.kill("SIGKILL"));
server.once("exit", (code, signal) => {
    if (signal || code) throw new Error(`the server ended with ${code ?? signal}`);
});

/** Rows as signing in leaves them: 250 Argon2id would be measured instead of what follows. */
function signedIn(count: number): string[] {
    const operator = seeded.staff.find((one) => one.role === "operator")!;
    const database = new DatabaseSync(join(data, "tanggap.db"));
    const insert = database.prepare("insert into sessions (agency, hash, staff, created_at, seen_at, expires_at) select agency, ?, id, ?, ?, ? from staff where login = ?");
    const secrets = Array.from({ length: count }, () => randomBytes(32).toString("base64url"));
    database.exec("begin");
    for (const secret of secrets) insert.run(createHash("sha256").update(secret).digest("base64url"), Date.now(), Date.now(), Date.now() + 8 * 3600_000, operator.login);
    database.exec("commit");
    database.close();
    return secrets.map((secret) => `tanggap_sesi=${secret}`);
}
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const line = (n: number) => `127.0.0.${2 + (n % 8)}`;

interface Answer { status: number; headers: Record<string, unknown>; body: string; ms: number }
const kept = new Agent({ keepAlive: true, maxSockets: 4 });
function ask(method: string, path: string, headers: Record<string, string> = {}, body = "", options: { agent?: Agent; localAddress?: string } = {}): Promise<Answer> {
    return new Promise((done, failed) => {
        const since = performance.now();
        const sent = request({ port, host: "127.0.0.1", method, path, headers: { ...headers, "content-length": Buffer.byteLength(body) }, ...options }, (answer) => {
            const parts: Buffer[] = [];
            answer.on("data", (part: Buffer) => parts.push(part));
            answer.on("end", () => done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts).toString(), ms: performance.now() - since }));
        });
        sent.on("error", failed);
        sent.end(body);
    });
}
for (let i = 0; i < 300 && !(await ask("GET", "/readyz").catch(() => undefined)); i++) await pause(100);

const account = seeded.accounts[0]!;
function memory(): string {
    const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
    const mb = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1]) / 1024);
    return `RSS ${mb("VmRSS")} MB, ${readdirSync(`/proc/${server.pid}/fd`).length} open files, ${/Threads:\s+(\d+)/.exec(status)![1]} threads`;
}

const cookie = sessions.pop()!;
const board = (await ask("GET", "/")).body;
const code = /\/laporan\/([A-Z]+-[0-9A-Z]+-[0-9A-Z]+)/.exec(board)![1]!;
let posted = 0;
const pages: [string, () => Promise<Answer>, number][] = [
    ["GET /", () => ask("GET", "/", {}, "", { agent: kept }), 200],
    ["GET /laporan/{kode}", () => ask("GET", `/laporan/${code}`, {}, "", { agent: kept }), 200],
    ["GET /meja", () => ask("GET", "/meja", { cookie }, "", { agent: kept }), 200],
    ["POST /api/v1/items", () => ask("POST", "/api/v1/items", { authorization: `Bearer ${account.token}`, "content-type": "application/json" },
        JSON.stringify({ network_id: `held-${process.pid}-${++posted}`, type: "create", author: { network_id: `warga-${posted}` }, text: `Lampu jalan mati di depan nomor ${posted}`, created_at: new Date().toISOString() }), { agent: kept }), 200],
];
async function measure(title: string): Promise<void> {
    console.log(`${title}: ${memory()}`);
    for (const [name, page, wanted] of pages) {
        const took: number[] = [];
        let refused = 0;
        await Promise.all(Array.from({ length: 4 }, async () => {
            while (took.length + refused < asked) {
                const answer = await page();
                if (answer.status === wanted) took.push(answer.ms);
                else refused++;
            }
        }));
        took.sort((a, b) => a - b);
        const at = (share: number) => (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN).toFixed(1).padStart(7);
        console.log(`  ${name.padEnd(22)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   ${refused ? `${refused} refused` : ""}`);
    }
}
await measure("warm-up");
await measure("alone");

const opened = { streams: 0, uploads: 0, ended: 0 };
const sockets: Socket[] = [];
function open(n: number, head: string, heard: (text: string) => void): Socket {
    const socket = connect({ port, host: "127.0.0.1", localAddress: line(n) }, () => socket.write(head));
    socket.on("data", (bytes: Buffer) => heard(bytes.toString()));
    socket.on("error", () => {});
    socket.on("close", () => opened.ended++);
    sockets.push(socket);
    return socket;
}
const listening: Socket[] = [];
for (let n = 0; n < streams; n++) {
    let first = true;
    listening.push(open(n, `GET /meja/kabar HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${sessions[Math.floor(n / perSession)]}\r\n\r\n`, (text) => {
        if (first && text.startsWith("HTTP/1.1 200")) opened.streams++;
        first = false;
    }));
    if (n % 100 === 99) await pause(20);
}
const piece = "x".repeat(600);
const slow: Socket[] = [];
for (let n = 0; n < uploads; n++) {
    let answered = "";
    const socket = open(n, `POST /lapor HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2000000\r\n\r\n--b\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\n\r\n`, (text) => (answered += text));
    slow.push(socket);
}
const trickle = setInterval(() => slow.forEach((socket) => socket.writable && socket.write(piece)), 1000);
for (let i = 0; i < 100 && (opened.streams < streams || readdirSync(join(data, "tmp")).length < uploads); i++) await pause(200);
opened.uploads = readdirSync(join(data, "tmp")).length;
console.log(`open: ${opened.streams} streams of ${sessions.length} sessions, ${opened.uploads} uploads at 600 bytes a second, from 8 addresses`);
await measure("meanwhile");
console.log(`still open: ${streams + uploads - opened.ended} of ${streams + uploads}`);

// A session that ends takes its streams with it.
const page = (await ask("GET", "/meja", { cookie: sessions[0]! })).body;
const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
const left = await ask("POST", "/keluar", { cookie: sessions[0]!, "content-type": "application/x-www-form-urlencoded" }, new URLSearchParams({ _csrf: csrf }).toString());
const since = performance.now();
while (!listening.slice(0, perSession).every((socket) => socket.destroyed) && performance.now() - since < 20_000) await pause(50);
console.log(`signed out (${left.status}): its ${perSession} streams ended after ${((performance.now() - since) / 1000).toFixed(1)} s`);

clearInterval(trickle);
sockets.forEach((socket) => socket.destroy());
for (let i = 0; i < 50 && readdirSync(join(data, "tmp")).length > 0; i++) await pause(200);
await pause(2000);
console.log(`${readdirSync(join(data, "tmp")).length} files of uploads left behind`);
await measure("afterwards");
kept.destroy();
const ended = new Promise((done) => server.once("exit", done));
server.kill("SIGTERM");
console.log(`stopped with ${await ended}`);
rmSync(data, { recursive: true, force: true });
