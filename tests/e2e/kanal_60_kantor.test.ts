// A day of sixty land offices: an account each on the simulated network, one each on Mastodon, ActivityPub, Telegram, mail and Bluesky
// (tests/peers/neighbours.ts says which of these are real). Citizens write all day; the simulated network is away for two hours of it, one
// token is revoked, one network gives everything twice, one loses the answer to what it took. At the end every counter is whole, and each
// citizen was answered once in a thread of their own. A day is played in PLAYED seconds; ITEMS says how many things are written.
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { bluesky, fediverse, mail, mastodon, type Neighbour, telegram } from "../peers/neighbours.ts";
import { World, binary, browser, looksRight, phone, desktop, saveShot } from "./world.ts";

const items = Number(process.env.ITEMS ?? "900");
const played = Number(process.env.PLAYED ?? String(Math.max(50, items / 80)));
const hour = (played * 1000) / 24;
/** Of these, what is written on the networks besides the simulated one. */
const each = Math.max(3, Math.round(items / 400));
const patience = Math.max(330, items / 15);
const folder = mkdtempSync(join(tmpdir(), "tanggap-kanal-"));
const run = promisify(execFile);

let world: World;
let chromium: Browser;
let simulated: ChildProcess;
let server = "";
let neighbours: Neighbour[] = [];
let loseAnswer: () => Promise<void>;
let lapse = 0;
const offices: { id: string; name: string }[] = [];
const began = Date.now();
const since = () => Math.round((Date.now() - began) / 100) / 10;
const say = (text: string) => console.log(`# ${since()} s: ${text}`);

/** {account, item}: what was written, and to whom. */
const written: { office: number; id: string }[] = [];
const writtenTo = new Map<string, string[]>();

async function until<T>(what: string, look: () => Promise<T | undefined | false>, seconds = patience): Promise<T> {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
        const found = await look();
        if (found) return found;
        await new Promise((r) => setTimeout(r, 500));
    }
    throw new Error(`${what} did not happen in ${seconds} s\n${world.log.text.slice(-3000)}`);
}
const rest = (ms: number) => new Promise((r) => setTimeout(r, ms));

async function move(state: Record<string, unknown>): Promise<void> {
    const answer = await fetch(`${server}/_world/state`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(state) });
    assert.equal(answer.status, 204);
}

interface Post {
    id: string;
    author: string;
    text: string;
    to: string;
    mentions: string;
}
const posts = async () => (await (await fetch(`${server}/_world/posts`)).text()).split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Post);

const kinds = [
    (at: string, n: number) => `Sertipikat tanah saya di ${at} belum selesai, berkas ${n}/2026 masuk tiga bulan lalu. Mohon dicek.`,
    (at: string, n: number) => `Antrean loket kantor pertanahan ${at} panjang sekali, nomor A-${n} dari pagi belum dipanggil.`,
    (at: string, n: number) => `Tanah saya di ${at} diserobot tetangga, patok nomor ${n} digeser. Tolong diukur ulang.`,
    (at: string, n: number) => `Roya di ${at} sudah ${10 + (n % 40)} hari belum selesai, berkas ${n}, mohon bantuannya.`,
    (at: string, n: number) => `Bagaimana cara mengurus balik nama sertipikat warisan di ${at}? Nomor berkas ${n}.`,
];
const words = (at: string, n: number) => kinds[n % kinds.length]!(at, n);
const place = (name: string) => name.replace("kantah-", "").replace(/-/g, " ").replace(/\b(\w)/g, (letter) => letter.toUpperCase()).replace("Kab ", "Kabupaten ");

function connections(): DatabaseSync {
    return new DatabaseSync(join(world.data, "tanggap.db"), { readOnly: true });
}
function number(sql: string): number {
    const database = connections();
    try {
        return Number(Object.values(database.prepare(sql).get()!)[0]);
    } finally {
        database.close();
    }
}

async function connect(lines: { account: string; fields: Record<string, string> }[]): Promise<string[]> {
    const file = join(folder, "connect.jsonl");
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"), { mode: 0o600 });
    const done = await run(binary, ["account", "connect", "--data", world.data, "--many", file, "--allow-private-networks"], { maxBuffer: 1 << 26 });
    return done.stdout.trim().split("\n");
}
const tokenOf = (name: string) => ({ server, token: `${name}:0` });

before(async () => {
    simulated = spawn(binary, ["simulate", "--page", "100", "--latest", "2"], { stdio: ["ignore", "pipe", "inherit"] });
    server = await new Promise<string>((done) => simulated.stdout!.once("data", (bytes: Buffer) => done((JSON.parse(bytes.toString()) as { server: string }).server)));
    const letters = await mail();
    const toots = await mastodon();
    loseAnswer = () => toots.fault("drop", "/api/v1/statuses");
    const config = join(folder, "tanggap.toml");
    writeFileSync(config, `public_url = "https://lapor.contoh.go.id"\n[mail]\nrelay = "${letters.relay}"\nfrom = "lapor@contoh.go.id"\n`);
    world = await World.start("kanal_60_kantor", ["--config", config, "--allow-private-networks"]);
    neighbours = [toots, await fediverse(world.url, join(folder, "elsewhere-key.json")), await telegram(), letters, await bluesky()];
    chromium = await browser();
    say(`${items} items in ${played} s; ${neighbours.map((one) => `${one.network} ${one.kind}`).join(", ")}`);
});
after(async () => {
    await chromium?.close();
    for (const one of neighbours) await one.stop();
    assert.equal(await world?.stop(), 0, world?.log.text.slice(-3000));
    simulated?.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
});

let administrator: Page;
let coordinator: Page;

test("sixty-five accounts are connected by one command", async () => {
    const accounts = world.seeded.accounts;
    offices.push(...accounts.filter((account) => account.network === "simulated"));
    assert.equal(offices.length, 60);
    const lines = offices.map((office) => ({ account: office.id, fields: tokenOf(office.name) }));
    for (const one of neighbours) lines.push({ account: accounts.find((account) => account.network === one.network)!.id, fields: one.fields as never });
    const said = await connect(lines);
    assert.equal(said.length, 65);
    say("65 accounts connected");
    administrator = (await world.signedIn(chromium, world.staff("administrator"), desktop)).page;
    coordinator = (await world.signedIn(chromium, world.staff("coordinator"), desktop)).page;
    await administrator.goto(`${world.url}/meja/atur/sambungan`);
    assert.equal(await administrator.locator('main a[href*="/sambungan"]').count() >= 65, true);
});

/** Writes what belongs to a part of the day, spread over it. */
async function live(from: number, to: number): Promise<void> {
    const steps = Math.max(1, Math.round(((to - from) * hour) / 500));
    for (let i = 0; i < steps; i++) {
        const at = Date.now();
        const due = Math.floor((items * (from + ((to - from) * (i + 1)) / steps)) / 24);
        const batch: { office: number; author: string; text: string; mentions: string }[] = [];
        while (written.length + batch.length < due) {
            const n = written.length + batch.length;
            const office = n % offices.length;
            const name = offices[office]!.name;
            batch.push({ office, author: `warga${n}`, text: words(place(name), n), mentions: name });
        }
        if (batch.length > 0) {
            const answer = (await (await fetch(`${server}/_world/posts`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ posts: batch }) })).json()) as { ids: string[] };
            answer.ids.forEach((id, k) => written.push({ office: batch[k]!.office, id }));
        }
        for (const one of neighbours) {
            const list = writtenTo.get(one.network) ?? [];
            while (list.length < Math.floor((each * (from + ((to - from) * (i + 1)) / steps)) / 24)) list.push(await one.write(list.length, words("Kota Bandung", 1000 + list.length)));
            writtenTo.set(one.network, list);
        }
        await rest(Math.max(0, 500 - (Date.now() - at)));
    }
}
const openCases = async () => number("select count(*) from cases");

test("a day goes by, with all that goes wrong on it, and the desk shows it as it happens", async () => {
    await coordinator.goto(`${world.url}/meja`);
    await move({ account: offices[7]!.name, twice: true });
    await live(0, 2);
    // Who has not heard anything is asked every 30 seconds: that is a day's quarter here. From then on, every five.
    await until("a first word from each office", async () => number("select count(distinct account) from cases c join accounts a on a.agency = c.agency and a.id = c.account where a.network = 'simulated'") === 60);
    await live(2, 8);
    say(`08.00: ${await openCases()} cases`);
    /** What the view "Semua" counts, on a page that is not loaded again. */
    const shown = async () => Number((/Semua\s+([\d.]+)/.exec(await coordinator.locator("body").innerText())?.[1] ?? "0").replace(/\./g, ""));
    const early = await shown();
    await saveShot(coordinator, "kanal-meja-pagi");

    await move({ down: true });
    await live(8, 10);
    say(`10.00: two hours without the network, ${await openCases()} cases`);
    lapse = await until("the outage to be seen", async () => number("select count(*) from sources where problem is not null and is_thread = 0"));
    await administrator.goto(`${world.url}/meja/atur/sambungan`);
    await looksRight(administrator, "kanal-sambungan-padam");
    await move({ down: false });
    await loseAnswer();

    await live(10, 13);
    const revoked = offices[31]!;
    // An answer that is on its way then waits for five minutes: none is.
    await until("answers of the office whose token is taken", async () => {
        const answered = new Set((await posts()).filter((post) => post.author === revoked.name).map((post) => post.to));
        return written.every((one) => offices[one.office] !== revoked || answered.has(one.id)) && number(`select count(*) from outgoing o join postings p on p.agency = o.agency and p.outgoing = o.id where p.account = ${revoked.id} and o.state <> 'sent'`) === 0;
    });
    await move({ account: revoked.name, revoked: true });
    await live(13, 17);
    await until("a word about the revoked token", async () => number(`select count(*) from connections where state = 'broken' and account = ${revoked.id}`) === 1);
    await administrator.goto(`${world.url}/meja/atur/akun/${revoked.id}/sambungan`);
    assert.match(await administrator.locator("main").innerText(), /ditolak|sambungkan|tidak tersambung/i);
    await looksRight(administrator, "kanal-token-dicabut");
    await move({ account: revoked.name, revoked: false });
    assert.equal((await connect([{ account: revoked.id, fields: tokenOf(revoked.name) }])).length, 1);
    await live(17, 24);
    assert.equal(written.length, items);
    say(`24.00: ${await openCases()} cases`);
    await until("a desk that nobody touched, with all of it", async () => (await shown()) > Math.max(early, items / 2));
    await saveShot(coordinator, "kanal-meja-malam");
});

test("nothing is missing: each citizen is answered once in a thread of their own", async () => {
    const own = new Set(offices.map((office) => office.name));
    await until("an answer to each", async () => {
        const answered = new Set((await posts()).filter((post) => own.has(post.author)).map((post) => post.to));
        return written.every((one) => answered.has(one.id));
    });
    say("all answered on the simulated network");
    for (const one of neighbours) for (const id of writtenTo.get(one.network)!) await until(`an answer on ${one.network} to ${id}`, async () => (await one.answers(id)).length > 0);
    say("all answered on the others");
    await until("the end of all doubt", async () => number("select count(*) from outgoing where channel <> 'page' and state not in ('sent', 'cancelled')") === 0);

    const answers = new Map<string, Post[]>();
    for (const post of await posts()) if (own.has(post.author)) answers.set(post.to, [...(answers.get(post.to) ?? []), post]);
    for (const one of written) {
        const all = answers.get(one.id) ?? [];
        assert.equal(all.length, 1, `post ${one.id} to ${offices[one.office]!.name}: ${all.length} answers`);
        assert.equal(all[0]!.author, offices[one.office]!.name, "by the account it was written to");
    }
    assert.equal([...answers.keys()].length, written.length, "and nothing else was said");
    for (const one of neighbours) for (const id of writtenTo.get(one.network)!) assert.equal((await one.answers(id)).length, 1, `${one.network} ${id}`);
});

test("every counter is whole", async () => {
    const perOffice = Math.floor(items / offices.length);
    await until("whole counters of mentions", async () => number("select count(*) from sources where name = 'mentions' and counted = held and counted is not null and problem is null") >= 60 && number("select sum(held) from sources s join accounts a on a.agency = s.agency and a.id = s.account where s.name = 'mentions' and a.network = 'simulated'") === items);
    await until("a count of each thread", async () => number("select count(*) from sources s join accounts a on a.agency = s.agency and a.id = s.account where s.is_thread = 1 and a.network = 'simulated' and s.counted is not null") === items);
    await until("whole counters of threads", async () => number("select count(*) from sources where counted is not null and held < counted") === 0);
    assert.equal(number("select count(*) from holes where state = 'lost'"), 0);
    await until("holes that are closed", async () => number("select count(*) from holes where state = 'open' and reason not in ('shown_late', 'read_again')") === 0);
    assert.equal(number("select count(*) from pushes where state = 'stuck'"), 0);
    assert.equal(number("select count(*) from connections where state <> 'connected'"), 0);
    for (const office of [offices[0]!, offices[7]!, offices[31]!]) {
        await administrator.goto(`${world.url}/meja/atur/akun/${office.id}/sambungan`);
        const text = await administrator.locator("main").innerText();
        const count = written.filter((one) => offices[one.office] === office).length;
        assert.ok(count >= perOffice);
        const dotted = String(count).replace(/\B(?=(\d{3})+$)/g, ".");
        assert.match(text, new RegExp(`${dotted} dari ${dotted} sebutan`), office.name);
        assert.match(text, /lengkap/);
    }
    await looksRight(administrator, "kanal-sambungan-utuh");
    await administrator.setViewportSize(phone.viewport!);
    await looksRight(administrator, "kanal-sambungan-utuh-360");
    await administrator.emulateMedia({ colorScheme: "dark" });
    await looksRight(administrator, "kanal-sambungan-utuh-360-gelap");
    await administrator.setViewportSize(desktop.viewport!);
    await administrator.goto(`${world.url}/meja/atur/sambungan`);
    await looksRight(administrator, "kanal-semua-gelap");
    await administrator.emulateMedia({ colorScheme: "light" });
    await looksRight(administrator, "kanal-semua");
    const exchanges = await (await fetch(`${server}/_world/exchanges`)).text();
    say(`whole: ${items} items, ${exchanges} exchanges with the simulated network, ${number("select count(*) from items")} items held, ${number("select count(*) from outgoing where state = 'sent'")} answers sent; ${lapse} feeds saw the outage`);
});

test("what an office solves is said in each reporter's own thread, once", async () => {
    const operator = world.staff("coordinator").token;
    const act = async (code: string, body: Record<string, unknown>) => {
        const now = await world.api("GET", `/api/v1/cases/${code}`, operator);
        const done = await world.api("POST", `/api/v1/cases/${code}/events`, operator, { ...body, version: now.json.version });
        assert.equal(done.status, 200, done.text);
        return done.json;
    };
    const receipts: { code: string; look: () => Promise<string[]> }[] = [];
    const codeIn = (text: string) => /LPN-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)![0];
    const all = await posts();
    for (const one of written.slice(0, 6)) {
        const look = async () => (await posts()).filter((post) => post.to === one.id && post.author === offices[one.office]!.name).map((post) => post.text);
        receipts.push({ code: codeIn(all.find((post) => post.to === one.id && post.author === offices[one.office]!.name)!.text), look });
    }
    for (const one of neighbours) {
        const id = writtenTo.get(one.network)![0]!;
        receipts.push({ code: codeIn((await one.answers(id))[0]!), look: () => one.answers(id) });
    }
    for (const [i, { code }] of receipts.entries()) {
        const now = (await world.api("GET", `/api/v1/cases/${code}`, operator)).json;
        await act(code, { do: "verify", kind: "complaint", topic: "sertipikat", ...(now.place?.area ? { area: now.place.area } : { no_place: true }), public_text: "Sertipikat belum selesai." });
        const verified = (await world.api("GET", `/api/v1/cases/${code}`, operator)).json;
        const office = verified.office ?? now.office;
        if (verified.state === "verified") await act(code, { do: "assign", office: office.id });
        const theirs = world.seeded.staff.find((person) => person.role === "operator" && person.office === office.name)!.token;
        const version = (await world.api("GET", `/api/v1/cases/${code}`, theirs)).json.version;
        const done = await world.api("POST", `/api/v1/cases/${code}/events`, theirs, { do: "resolve", version, proof: { kind: "answer", note: `Berkas nomor 7${i} sudah selesai di loket.` } });
        assert.equal(done.status, 200, done.text);
    }
    const isAnswer = (text: string) => /sudah kami selesaikan/.test(text);
    for (const { look, code } of receipts) await until(`the answer of ${code}`, async () => (await look()).some(isAnswer));
    await rest(3000);
    for (const { look, code } of receipts) assert.equal((await look()).filter(isAnswer).length, 1, code);
});
