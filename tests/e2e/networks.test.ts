// A citizen mentions the agency's account on a network of ours that speaks Mastodon's client API, and is answered in
// their own thread with the photo of the repaired road, once: also when the server is killed and answers are lost.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { World, browser, desktop, drawnPhoto, firstLine, looksRight, phone } from "./world.ts";

let world: World;
let chromium: Browser;
let network: ChildProcess;
let server: string;
let account: string;
let token: string;
let answered: (each: Status) => boolean;

const citizen = (...words: string[]) => execFileSync("/usr/bin/python3", ["tests/peers/mastodon_citizen.py", server, ...words], { encoding: "utf8" }).trim();

const tokenOfAccount = () => execFileSync("/usr/bin/python3", ["tests/peers/mastodon_citizen.py", server, "posko", "token"], { encoding: "utf8" }).trim();

interface Status {
    id: string;
    in_reply_to_id: string | null;
    visibility: string;
    text: string;
    account: { username: string };
    media: { size: number; description: string | null }[];
}
const statuses = async () => (await (await fetch(server + "/_fake/statuses")).json()) as Status[];
const fault = async (mode: string, path: string, times = 1) =>
    await fetch(server + "/_fake/fault", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ mode, path, times: String(times) }) });

async function until<T>(what: string, look: () => Promise<T | undefined>, seconds = 90): Promise<T> {
    for (let i = 0; i < seconds * 2; i++) {
        const found = await look();
        if (found) return found;
        await new Promise((r) => setTimeout(r, 500));
    }
    throw new Error(`${what} did not happen in ${seconds} s`);
}

async function codes(): Promise<string[]> {
    const { json } = await world.api("GET", "/api/v1/cases?view=unassigned", world.staff("coordinator").token);
    return (json.cases as { code: string }[]).map((each) => each.code);
}

/** The code of the case that comes after `write`. */
async function caseOf(write: () => void): Promise<string> {
    const known = new Set(await codes());
    write();
    return await until("a case", async () => (await codes()).find((code) => !known.has(code)));
}

async function act(code: string, body: Record<string, unknown>, token: string): Promise<any> {
    const now = await world.api("GET", `/api/v1/cases/${code}`, token);
    const done = await world.api("POST", `/api/v1/cases/${code}/events`, token, { ...body, version: now.json.version });
    assert.equal(done.status, 200, done.text);
    return done.json;
}

async function setting(path: string, who = world.staff("administrator"), options = desktop): Promise<Page> {
    const { page } = await world.signedIn(chromium, who, options);
    await page.goto(world.url + path);
    return page;
}

/** A token that was made elsewhere, in the form that stands closed beside the sign-in. */
async function paste(page: Page, value: string): Promise<void> {
    for (const closed of await page.locator("details:not([open]):has(input[name=token]) > summary").all()) if (await closed.isVisible()) await closed.click();
    const inner = page.locator("details:not([open]):has(input[name=token]) > summary");
    if ((await inner.count()) > 0) await inner.last().click();
    const form = page.locator("form:has(input[name=token])");
    await form.locator("input[name=server]").fill(server);
    await form.locator("input[name=token]").fill(value);
    await form.locator("button").first().click();
}

before(async () => {
    network = spawn("node", ["tests/fakes/mastodon.ts"], { stdio: ["ignore", "pipe", "inherit"] });
    server = `http://127.0.0.1:${await firstLine(network)}`;
    world = await World.start("posko_dpu_dki", ["--allow-private-networks"]);
    chromium = await browser();
});
after(async () => {
    await chromium.close();
    await world.stop();
    network.kill();
});

test("an administrator connects the account, and sees for whom its token speaks", async () => {
    token = tokenOfAccount();
    const page = await setting("/meja/atur/akun");
    await page.locator("details, form").filter({ has: page.locator("input[name=network]") }).last().locator("input[name=network]").fill("mastodon");
    await page.locator("input[name=name]").last().fill("@posko");
    await page.locator("form:has(input[name=network]) button").last().click();
    await page.waitForURL(/\/meja\/atur\/akun/);
    const link = page.locator('a[href$="/sambungan"]').last();
    account = /akun\/(\d+)\//.exec((await link.getAttribute("href"))!)![1]!;
    await link.click();
    await looksRight(page, "sambungan-kosong");

    // A wrong token is said in words, and nothing is kept.
    await paste(page, "salah");
    await page.waitForLoadState();
    assert.match(await page.locator("main").innerText(), /token/i);
    assert.ok(!(await page.content()).includes("salah"), "a secret is never shown again");

    await paste(page, token);
    await page.waitForURL(/tersambung/);
    assert.match(await page.locator("main").innerText(), /@posko@127\.0\.0\.1/);
    await until("the stream", async () => {
        await page.goto(`${world.url}/meja/atur/akun/${account}/sambungan?tersambung=1`);
        return /terbuka sejak/.test(await page.locator("main").innerText()) ? true : undefined;
    });
    assert.ok(!(await page.content()).includes(token));
    await looksRight(page, "sambungan");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "sambungan-360");
    await page.context().close();
});

test("a mention becomes a case, and its reporter is answered in their own thread with the photo, once", async () => {
    let post = "";
    const code = await caseOf(() => {
        post = citizen("warga", "post", "@posko Jalan berlubang dalam di Jalan Tebet Barat Raya depan pasar, Kelurahan Tebet Barat, motor sering jatuh");
    });
    const receipt = await until("a receipt", async () => (await statuses()).find((each) => each.in_reply_to_id === post && each.account.username === "posko"));
    assert.ok(receipt.text.startsWith("@warga"), receipt.text);
    assert.ok(receipt.text.includes(code), receipt.text);
    assert.equal(receipt.visibility, "public");

    const coordinator = world.staff("coordinator").token;
    const found = (await world.api("GET", `/api/v1/cases/${code}`, coordinator)).json;
    await act(code, { do: "verify", kind: "complaint", topic: "jalan-berlubang", area: found.place.area, public_text: "Jalan berlubang dalam." }, coordinator);
    await act(code, { do: "assign", office: found.office.id }, coordinator);
    // Whoever asks sees beforehand that anybody will read it.
    const officeOperator = world.seeded.staff.find((s) => s.role === "operator" && s.office === found.office.name) ?? world.staff("operator");
    const { page, context } = await world.signedIn(chromium, officeOperator);
    await page.goto(`${world.url}/meja/laporan/${code}?lakukan=pertanyaan`);
    assert.match(await page.locator(".reporter-reads").innerText(), /balasan @posko@127\.0\.0\.1 di muka umum/);
    await looksRight(page, "pertanyaan-publik");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "pertanyaan-publik-360");
    await context.close();
    const officer = (world.seeded.staff.find((s) => s.role === "field_officer" && s.office.includes("Selatan")) ?? world.staff("field_officer")).token;
    await act(code, { do: "start" }, officer);
    const media = await world.api("POST", "/api/v1/media", officer, drawnPhoto("sesudah.jpg", 31).buffer);
    assert.equal(media.status, 200, media.text);

    // The network takes the answer and loses its own; the server is killed while nobody knows.
    await fault("drop", "/api/v1/statuses");
    await act(code, { do: "resolve", proof: { kind: "photo", after: [media.json.sha256], note: "Lubang ditambal." } }, officer);
    const isAnswer = (each: Status) => each.account.username === "posko" && each.in_reply_to_id === post && each.id !== receipt.id;
    await until("the answer", async () => (await statuses()).find(isAnswer));
    await world.killAndRestart();
    assert.equal((await world.api("GET", `/api/v1/cases/${code}`, coordinator)).json.state, "resolved");
    answered = isAnswer;
});

test("a direct message is answered directly, and its thread goes on as one case", async () => {
    let post = "";
    const code = await caseOf(() => {
        post = citizen("ani", "post", "@posko Lampu jalan mati sudah seminggu di Jalan Manggarai Utara, Tebet, gelap sekali", "direct");
    });
    const receipt = await until("a receipt", async () => (await statuses()).find((each) => each.in_reply_to_id === post && each.account.username === "posko"));
    assert.equal(receipt.visibility, "direct");
    const before = await codes();
    citizen("ani", "post", "@posko Tambahan: tiang nomor 12", "direct", receipt.id);
    await until("the words in the case", async () => {
        const shown = await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token);
        return (shown.json.events as { kind: string }[]).some((event) => event.kind === "case.item_added") ? true : undefined;
    });
    assert.deepEqual((await codes()).filter((each) => !before.includes(each)), []);
});

test("a token that is taken back is shown, and everything since comes once the account is connected again", async () => {
    await fetch(server + "/oauth/revoke", { method: "POST", body: new URLSearchParams({ token }) });
    const page = await setting(`/meja/atur/akun/${account}/sambungan`);
    await until("a word about it", async () => {
        await page.reload();
        return /tidak tersambung|ditolak|sambungkan/i.test(await page.locator("main").innerText()) ? true : undefined;
    });
    await looksRight(page, "sambungan-putus");
    const post = citizen("budi", "post", "@posko Pohon tumbang menutup jalan di Jalan Saharjo, Tebet");
    await paste(page, tokenOfAccount());
    await page.waitForLoadState();
    await until("its receipt", async () => (await statuses()).find((each) => each.in_reply_to_id === post && each.account.username === "posko"));
    await page.context().close();
});

test("who was in doubt has looked by now, and the answer stands once", async () => {
    const { page, context } = await world.signedIn(chromium, world.staff("administrator"));
    await until("the end of doubt", async () => {
        await page.goto(world.url + "/meja/keluar?status=unknown");
        const isUnknown = await page.locator('main a[href^="/meja/laporan/"]').count();
        return isUnknown === 0 ? true : undefined;
    });
    await context.close();
    const answers = (await statuses()).filter(answered);
    assert.equal(answers.length, 1, "answered once");
    assert.ok(answers[0]!.text.startsWith("@warga"));
    assert.equal(answers[0]!.media.length, 1, "with the photo of the repaired road");
    assert.ok(answers[0]!.media[0]!.size > 1000);
    assert.ok((answers[0]!.media[0]!.description ?? "").length > 0, "and what it shows");
});
