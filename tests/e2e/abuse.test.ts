// Whoever asks too much is told to wait, in words; an office behind one address and a citizen with a slow thumb are not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { World } from "./world.ts";

let world: World;
before(async () => (world = await World.start("posko_dpu_dki", ["--trusted-proxy", "127.0.0.1"])));
after(async () => assert.equal(await world.stop(), 0));

const browser = { accept: "text/html", "accept-language": "id" };
type Fields = Record<string, string>;
const from = (client: string, more: Fields = {}) => ({ "x-forwarded-for": client, ...browser, ...more });
const get = (client: string, path: string, more: Fields = {}) => fetch(world.url + path, { headers: from(client, more), redirect: "manual" });
const post = (client: string, path: string, fields: Fields, more: Fields = {}) =>
    fetch(world.url + path, { method: "POST", headers: from(client, { "content-type": "application/x-www-form-urlencoded", ...more }), body: new URLSearchParams(fields), redirect: "manual" });

/** Asks until one is refused; gives how many were not, and what the refused one read. What is allowed comes back by the second, so the next may be served again. */
async function untilRefused(ask: (n: number) => Promise<Response>, most: number): Promise<{ served: number; said: string }> {
    for (let served = 0; served < most; served++) {
        const answer = await ask(served);
        const said = await answer.text();
        if (answer.status !== 429) continue;
        assert.match(answer.headers.get("retry-after") ?? "", /^[1-9]\d*$/);
        return { served, said };
    }
    assert.fail(`none of ${most} was refused`);
}
async function untilLimited(ask: (n: number) => Promise<Response>, most: number): Promise<number> {
    const { served, said } = await untilRefused(ask, most);
    assert.match(said, /Terlalu banyak/);
    return served;
}

const member = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
async function form(client: string): Promise<Fields> {
    const page = await (await get(client, "/lapor")).text();
    return { kunci: member(page, "kunci")!, isi: "Lampu jalan mati", tempat: "Jl. Angkasa, Kemayoran", identitas: "public", situs: "" };
}
async function codeAndSecret(client: string): Promise<[string, string]> {
    const answer = await post(client, "/lapor", await form(client));
    assert.equal(answer.status, 303);
    const found = /\/lacak\/([^?]+)\?kunci=([^&]+)/.exec(answer.headers.get("location")!)!;
    return [found[1]!, found[2]!];
}

test("who sends forms without end waits and loses no word, and the neighbour does not wait", { timeout: 200_000 }, async () => {
    const robot = "198.51.100.10";
    const one = await form(robot);
    const { served, said } = await untilRefused((n) => post(robot, "/lapor", { ...one, isi: `Lubang nomor ${n}, kata-kata yang tidak boleh hilang` }), 400);
    assert.ok(served >= 100, `${served} forms`);
    assert.match(said, /Terlalu banyak/);
    assert.match(said, new RegExp(`Lubang nomor ${served}, kata-kata yang tidak boleh hilang`));
    assert.match(said, /Isian Anda masih ada: tunggu \d+ detik/);
    const program = await untilRefused(() => post(robot, "/lapor", { isi: "x" }, { accept: "application/json" }), 400);
    assert.equal((JSON.parse(program.said) as { problem: { code: string } }).problem.code, "limit.reached");
    await codeAndSecret("198.51.100.11");
});

test("a password is not found by trying, neither of one login nor over all of them", { timeout: 200_000 }, async () => {
    const head = world.staff("head");
    const one = await untilLimited((n) => post("198.51.100.20", "/masuk", { login: head.login, password: `tebakan nomor ${n}` }), 60);
    assert.ok(one <= 5, `${one} guesses at one login`);
    const all = await untilLimited((n) => post("198.51.100.21", "/masuk", { login: `petugas${n}`, password: "tebakan yang panjang" }), 300);
    assert.ok(all >= 50, `${all} guesses over many logins`);
    const right = await post("198.51.100.22", "/masuk", { login: head.login, password: head.password });
    assert.equal(right.status, 303, "who guessed elsewhere keeps nobody out");
});

test("the secret of a report and the code of a case are not found by trying", { timeout: 200_000 }, async () => {
    const [code, secret] = await codeAndSecret("198.51.100.30");
    const guess = (n: number) => get("198.51.100.31", `/lacak/${code}?kunci=${String(n).padStart(22, "A")}`);
    const secrets = await untilLimited(guess, 200);
    assert.ok(secrets >= 20, `${secrets} secrets`);
    // Who guessed too often does not learn whether the next one is right.
    let right = 200;
    for (let n = 0; right !== 429 && n < 10; n++) {
        await untilLimited(guess, 200);
        right = (await get("198.51.100.31", `/lacak/${code}?kunci=${secret}`)).status;
    }
    assert.equal(right, 429);
    await untilLimited(() => post("198.51.100.31", `/lacak/${code}/jawaban`, { kunci: "x".repeat(22), jawab: "confirm" }), 200);
    assert.equal((await get("198.51.100.30", `/lacak/${code}?kunci=${secret}`)).status, 200, "the reporter elsewhere reads on");
    for (let i = 0; i < 150; i++) assert.equal((await get("198.51.100.32", `/lacak/${code}?kunci=${secret}`)).status, 200, "what is right costs nothing");
    const symbols = "23456789CFGHJMPQRVWX";
    await untilLimited((n) => get("198.51.100.33", `/lacak?kode=TGP-${[...Array(8)].map((_, i) => symbols[(n * 7 + i * 3) % symbols.length]).join("")}`), 900);
});

test("who copies page after page waits; files of a page count for nothing", { timeout: 200_000 }, async () => {
    let refused = 0;
    let served = 0;
    const since = Date.now();
    while (refused === 0 && Date.now() - since < 120_000) {
        for (const answer of await Promise.all(Array.from({ length: 20 }, (_, n) => get("198.51.100.40", `/lacak?n=${n}`)))) {
            answer.status === 429 ? refused++ : served++;
            await answer.arrayBuffer();
        }
    }
    // 600 at once and 50 more each second; a build that is slower than that never gets there.
    assert.ok(refused > 0 || served / ((Date.now() - since) / 1000) < 50, `${served} pages served`);
    assert.equal((await get("198.51.100.41", "/lacak")).status, 200);
    const css = /href="(\/aset\/[^"]+\.css)"/.exec(await (await get("198.51.100.41", "/")).text())![1]!;
    if (refused > 0) assert.equal((await get("198.51.100.40", css)).status, 200);
});

test("an office of 200 behind one address works through, with a robot beside it", { timeout: 280_000 }, async () => {
    const office = "203.0.113.200";
    const someone = world.staff("operator");
    const sessions: string[] = [];
    await Promise.all(
        Array.from({ length: 4 }, async () => {
            while (sessions.length < 200) {
                const answer = await post(office, "/masuk", { login: someone.login, password: someone.password });
                if (answer.status === 503) {
                    await pause(250); // two Argon2id at once, the others wait
                    continue;
                }
                assert.equal(answer.status, 303, `sign-in ${sessions.length}`);
                sessions.push(answer.headers.getSetCookie().find((cookie) => cookie.includes("tanggap_sesi"))!.split(";")[0]!);
            }
        }),
    );
    // The robot in the same office uses up what strangers there have.
    await untilLimited((n) => post(office, "/lapor", { isi: String(n) }), 400);
    const listed = await world.api("GET", "/api/v1/cases", someone.token);
    const code = (listed.json as { cases: { code: string }[] }).cases[0]!.code;
    const refused: number[] = [];
    const work = [...sessions.entries()];
    await Promise.all(
        Array.from({ length: 8 }, async () => {
            for (let next = work.pop(); next; next = work.pop()) {
                const [n, cookie] = next;
                const page = await get(office, `/meja/laporan/${code}`, { cookie });
                const csrf = member(await page.text(), "_csrf")!;
                const noted = await post(office, `/meja/laporan/${code}/catatan`, { _csrf: csrf, text: `Sudah dicek, nomor ${n}` }, { cookie });
                await noted.arrayBuffer();
                for (const status of [page.status, noted.status]) if (status !== 200 && status !== 303) refused.push(status);
            }
        }),
    );
    assert.deepEqual(refused, []);
});

test("a report that looks sent by a machine is asked for once more, and arrives with one press and no script", { timeout: 200_000 }, async () => {
    const citizen = "203.0.113.50";
    const fields = { ...(await form(citizen)), isi: "Pohon tumbang menutup jalan", situs: "filled by a password manager" };
    const asked = await post(citizen, "/lapor", fields);
    assert.equal(asked.status, 200);
    const page = await asked.text();
    assert.match(page, /Satu langkah lagi/);
    assert.match(page, /Pohon tumbang menutup jalan/);
    assert.match(page, /<button[^>]*form="laporan"[^>]*>Ya, kirim laporan ini<\/button>/);
    const again = await post(citizen, "/lapor", { ...fields, pasti: member(page, "pasti")! });
    assert.equal(again.status, 303);
    assert.match(again.headers.get("location")!, /^\/lacak\//);
    assert.equal((await post(citizen, "/lapor", { ...(await form(citizen)), situs: "x", pasti: member(page, "pasti")! })).status, 200, "a confirmation is for one form");

    const words = "Sampah menumpuk di depan sekolah kami sejak hari Senin, tolong diangkut segera.";
    for (let n = 0; n < 4; n++) assert.equal((await post(`203.0.113.${60 + n}`, "/lapor", { ...(await form(`203.0.113.${60 + n}`)), isi: words })).status, 303, `sender ${n}`);
    const fifth = await post("203.0.113.70", "/lapor", { ...(await form("203.0.113.70")), isi: `${words.toUpperCase()}!!` });
    assert.match(await fifth.text(), /Satu langkah lagi/);

    let quick = 0;
    for (; quick < 60; quick++) {
        const answer = await post("203.0.113.80", "/lapor", { ...(await form("203.0.113.80")), isi: `Lubang ${quick}` });
        if (answer.status !== 303) break;
    }
    assert.ok(quick >= 15 && quick < 60, `${quick} quick reports before the page asked`);
});
