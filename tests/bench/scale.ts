// bin/bench scale: what an installation with 10,000, 100,000 and 1,000,000 cases can do, on SQLite and PostgreSQL. Each size is
// filled through the whole pipeline (scale_fill), then asked over HTTP from the server as it is installed.
// SIZES=10000,100000 ENGINES=sqlite,postgres KEEP=folder choose; what is kept is used again by the next run. ASK=/meja only asks
// pages of what is kept whose name holds that word, of the programs in BUILD: two of them, one after the other, are a comparison.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../e2e/world.ts";
import { Postgres, rowsOfPostgres } from "../promises/postgres.ts";

const build = process.env.BUILD ?? "build/bench";
const sizes = (process.env.SIZES ?? "10000,100000,1000000").split(",").map(Number);
const engines = (process.env.ENGINES ?? "sqlite,postgres").split(",");
const folder = process.env.KEEP ?? mkdtempSync(join(tmpdir(), "tanggap-scale-"));

interface Seeded { staff: { login: string; password: string; role: string; office: string; token: string }[]; accounts: { network: string; token: string }[] }
interface Answer { status: number; ms: number; body: string; cookies: string[]; bytes: number }

const kept = new Agent({ keepAlive: true, maxSockets: 4 });
const many = new Agent({ keepAlive: true, maxSockets: 64 });
function ask(port: number, method: string, path: string, headers: Record<string, string> = {}, body = "", agent = kept): Promise<Answer> {
    return new Promise((done, failed) => {
        const since = performance.now();
        const sent = request({ port, host: "127.0.0.1", method, path, agent, headers: { host: "localhost", ...headers, "content-length": String(Buffer.byteLength(body)) } }, (answer) => {
            const parts: Buffer[] = [];
            answer.on("data", (part: Buffer) => parts.push(part));
            answer.on("end", () => {
                const whole = Buffer.concat(parts);
                done({ status: answer.statusCode ?? 0, ms: performance.now() - since, body: whole.toString(), cookies: answer.headers["set-cookie"] ?? [], bytes: whole.length });
            });
        });
        sent.on("error", failed);
        sent.end(body);
    });
}

function quantile(values: number[], q: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}
const visitor = (n: number) => `10.9.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;

/** One page asked many times, one after the other: p50, p99 and the slowest in ms. */
async function page(port: number, name: string, paths: string[], headers: Record<string, string>, times = 200): Promise<void> {
    if (process.env.ASK && !name.includes(process.env.ASK)) return;
    const took: number[] = [];
    let bytes = 0;
    for (let i = 0; i < times; i++) {
        const answer = await ask(port, "GET", paths[i % paths.length]!, { "x-forwarded-for": visitor(i), ...headers });
        if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.body.slice(0, 200)}`);
        took.push(answer.ms);
        bytes += answer.bytes;
    }
    console.log(`  ${name.padEnd(44)} p50 ${quantile(took, 0.5).toFixed(1).padStart(6)} ms   p99 ${quantile(took, 0.99).toFixed(1).padStart(6)} ms   most ${Math.max(...took).toFixed(1).padStart(7)} ms   ${Math.round(bytes / times / 1024)} KB`);
}

function memoryOf(server: ChildProcess): number {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))![1]) / 1024);
}

async function session(port: number, person: { login: string; password: string }): Promise<string> {
    const form = new URLSearchParams({ login: person.login, password: person.password }).toString();
    const answer = await ask(port, "POST", "/masuk", { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": visitor(7) }, form);
    const cookie = answer.cookies.map((one) => one.split(";")[0]!).join("; ");
    if (answer.status !== 303 || !cookie) throw new Error(`sign-in: ${answer.status}`);
    return cookie;
}

/** Codes of cases all over the years, by the API. */
async function codes(port: number, token: string, wanted: number): Promise<string[]> {
    const out: string[] = [];
    let after = "";
    while (out.length < wanted) {
        const answer = await ask(port, "GET", `/api/v1/cases?view=done${after ? `&after=${after}` : ""}`, { authorization: `Bearer ${token}` });
        const read = JSON.parse(answer.body) as { cases: { code: string; kind: string }[]; next: string | null };
        out.push(...read.cases.filter((one) => one.kind !== "whistleblowing").map((one) => one.code));
        if (!read.next) break;
        after = read.next;
    }
    return out;
}

/** Items of the API at a steady rate until it is told to stop; gives how many were acknowledged. */
function writing(port: number, token: string, rate: number): () => Promise<{ count: number; p99: number }> {
    let going = true;
    const took: number[] = [];
    const one = async (i: number): Promise<void> => {
        const item = { network_id: `beban-${process.pid}-${port}-${i}`, type: "create", author: { network_id: `warga-${i}` }, text: `Lampu PJU padam di Gang ${i} RT 0${i % 9} kel. Tebet Barat, catatan ${i}`, created_at: new Date().toISOString() };
        const answer = await ask(port, "POST", "/api/v1/items", { authorization: `Bearer ${token}`, "content-type": "application/json" }, JSON.stringify(item), many);
        if (answer.status !== 200) throw new Error(`item: ${answer.status} ${answer.body}`);
        took.push(answer.ms);
    };
    const loop = (async () => {
        const start = performance.now();
        const waiting: Promise<void>[] = [];
        for (let i = 0; going; i++) {
            const due = start + (i * 1000) / rate;
            if (due > performance.now()) await pause(due - performance.now());
            waiting.push(one(i));
        }
        await Promise.all(waiting);
    })();
    return async () => {
        going = false;
        await loop;
        return { count: took.length, p99: quantile(took, 0.99) };
    };
}

/** Where the time of the database went, by the names of statements: STATEMENTS=1. */
async function statements(port: number): Promise<void> {
    const text = (await ask(port, "GET", "/metrics")).body;
    const of = (what: string) => new Map([...text.matchAll(new RegExp(`^tanggap_db_query_seconds_${what}\\{query="([^"]+)"\\} ([\\d.e+-]+)$`, "gm"))].map((m) => [m[1]!, Number(m[2])]));
    const counts = of("count");
    const sums = [...of("sum")].sort((a, b) => b[1] - a[1]).slice(0, 25);
    for (const [query, sum] of sums) console.log(`    ${query.padEnd(36)} ${sum.toFixed(2)} s, ${counts.get(query)} times, ${((sum / counts.get(query)!) * 1000).toFixed(2)} ms each`);
}

/** The public board as a crowd sees it, while a hundred reports a second come in. */
async function crowd(port: number, urls: string[], token: string): Promise<void> {
    const list = join(folder, "urls.txt");
    writeFileSync(list, urls.join("\n") + "\n");
    const stop = writing(port, token, 100);
    const wrk = spawn("wrk", ["-t1", "-c32", "-d15s", "--latency", "-s", "tests/bench/scale.lua", `http://127.0.0.1:${port}`], { env: { ...process.env, URLS: list }, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    wrk.stdout!.on("data", (part: Buffer) => (printed += part.toString()));
    await new Promise((done) => wrk.on("close", done));
    const written = await stop();
    const line = /^JSON (.*)$/m.exec(printed)?.[1];
    if (!line) throw new Error(`wrk: ${printed}`);
    console.log(`  public pages, Zipf over ${urls.length} addresses          ${line}; ${written.count} reports came in meanwhile, p99 ${written.p99.toFixed(0)} ms`);
}

async function measure(data: string, database: string[], seeded: Seeded, size: number): Promise<void> {
    const port = await freePort();
    const since = performance.now();
    const server = spawn(`${build}/tanggap`, ["serve", "--data", data, ...database, "--listen", `127.0.0.1:${port}`, "--trusted-proxy", "127.0.0.1"], { stdio: ["ignore", "ignore", "inherit"] });
    try {
        for (;;) {
            const answer = await ask(port, "GET", "/", { "x-forwarded-for": visitor(1) }).catch(() => undefined);
            if (answer?.status === 200) break;
            if (server.exitCode !== null || performance.now() - since > 120_000) throw new Error("the server does not answer");
            await pause(10);
        }
        console.log(`  start to first answer ${Math.round(performance.now() - since)} ms; memory ${memoryOf(server)} MB`);
        const boss = seeded.staff.find((one) => one.role === "coordinator")!;
        const clerk = seeded.staff.find((one) => one.role === "operator" && one.office !== boss.office)!;
        const bossCookie = await session(port, boss);
        const clerkCookie = await session(port, clerk);
        const known = await codes(port, boss.token, Math.min(9_000, Math.floor(size * 0.8)));
        const few = known.filter((_, i) => i % Math.ceil(known.length / 200) === 0);
        await page(port, "/ (board)", ["/"], {});
        await page(port, "/ filtered by topic, place, state", ["/?topik=lampu-jalan", "/?wilayah=31.74", "/?keadaan=tuntas", "/?keadaan=lewat", "/?status=declined", "/?wilayah=31.74.01", "/?wilayah=31.74.01.1002"], {});
        await page(port, "/laporan/{kode}", few.map((code) => `/laporan/${code}`), {});
        await page(port, "/transparansi", ["/transparansi", "/transparansi?periode=semua", "/transparansi?periode=30-hari"], {});
        await page(port, "/?cari=", ["/?cari=kenanga", "/?cari=lampu+padam", "/?cari=jembatan+retak", "/?cari=tebet"], {});
        const coordinator = { cookie: bossCookie };
        const operator = { cookie: clerkCookie };
        await page(port, "/meja, coordinator of the whole", ["/meja", "/meja?pandangan=semua"], coordinator);
        await page(port, "/meja, each view, coordinator", ["belum-ditugaskan", "hampir-tenggat", "lewat-tenggat", "menunggu-pelapor", "perlu-keputusan", "darurat", "selesai", "semua"].map((view) => `/meja?pandangan=${view}`), coordinator);
        await page(port, "/meja, operator of one office", ["/meja", "/meja?pandangan=semua", "/meja?pandangan=selesai"], operator);
        await page(port, "/meja?cari=", ["/meja?cari=kenanga", "/meja?cari=lampu+padam", "/meja?cari=tebet"], coordinator);
        await page(port, "/meja/laporan/{kode}", few.map((code) => `/meja/laporan/${code}`), coordinator);
        await page(port, "/api/v1/cases", ["/api/v1/cases?view=open", "/api/v1/cases"], { authorization: `Bearer ${boss.token}` });
        const others = ["/", "/transparansi", ...["jalan-rusak", "lampu-jalan", "trotoar"].map((topic) => `/?topik=${topic}`), ...["31.71", "31.72", "31.73", "31.74", "31.75"].map((area) => `/?wilayah=${area}`)];
        if (!process.env.ASK) await crowd(port, [...others, ...known.map((code) => `/laporan/${code}`)].slice(0, 10_000), seeded.accounts.find((one) => one.network !== "form")!.token);
        console.log(`  memory under load ${memoryOf(server)} MB`);
        if (process.env.STATEMENTS) await statements(port);
    } finally {
        server.kill("SIGTERM");
        await new Promise((done) => server.once("exit", done));
    }
}

for (const engine of engines) {
    const data = join(folder, engine);
    let postgres: Postgres | undefined;
    if (engine === "postgres") postgres = new Postgres({}, process.env.KEEP ? resolve(folder, "postgres-server") : undefined);
    const isNew = postgres ? !postgres.has("scale") : !existsSync(join(data, "demo.json"));
    const url = isNew ? postgres?.make("scale") : postgres?.url("scale");
    const database = url ? ["--database", url] : [];
    if (isNew) {
        rmSync(data, { recursive: true, force: true });
        mkdirSync(data, { recursive: true });
        const printed = execFileSync(`${build}/tanggap`, ["seed", "posko_dpu_dki", "--data", data, ...database], { encoding: "utf8", maxBuffer: 1 << 26 });
        writeFileSync(join(data, "demo.json"), printed);
    }
    const seeded = JSON.parse(readFileSync(join(data, "demo.json"), "utf8")) as Seeded;
    for (const size of sizes) {
        console.log(`${engine}, ${size.toLocaleString("en")} cases`);
        if (process.env.ASK) {
            await measure(data, database, seeded, size);
            continue;
        }
        const filled = spawnSync(`${build}/scale_fill`, [data, ...database, "--to", String(size)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
        if (filled.status !== 0) throw new Error(`scale_fill: ${filled.stdout}`);
        console.log(`  ${filled.stdout.trim()}`);
        const bytes = url ? Number(rowsOfPostgres(url, "select pg_database_size('scale') as size")[0]!.size) : statSync(join(data, "tanggap.db")).size;
        console.log(`  database ${Math.round(bytes / 1e6)} MB, ${(bytes / size / 1024).toFixed(1)} KB a case with all that hangs on it`);
        await measure(data, database, seeded, size);
    }
    postgres?.remove();
}
if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
