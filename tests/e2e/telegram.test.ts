// A citizen talks with the agency's bot: it asks what, where and for a photo, and one case comes out; its answer has
// buttons, and "Belum" opens it again. Against our fake of the Bot API (tests/fakes/telegram.ts).
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { World, browser, drawnPhoto } from "./world.ts";

let world: World;
let chromium: Browser;
let network: ChildProcess;
let server: string;
let code = "";

interface Sent {
    message_id: number;
    chat: string;
    text: string;
    markup: { inline_keyboard: { text: string; callback_data: string }[][] } | null;
}
const sent = async (chat = "55") => ((await (await fetch(server + "/_fake/sent")).json()) as Sent[]).filter((each) => each.chat === chat);
const toasts = async () => (await (await fetch(server + "/_fake/toasts")).json()) as { text: string }[];
const tell = async (path: string, body: Record<string, string>) =>
    await fetch(server + "/_fake/" + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

async function until<T>(what: string, look: () => Promise<T | undefined | false>, seconds = 60): Promise<T> {
    for (let i = 0; i < seconds * 4; i++) {
        const found = await look();
        if (found) return found;
        await new Promise((r) => setTimeout(r, 250));
    }
    throw new Error(`${what} did not happen in ${seconds} s: ${JSON.stringify(await sent())}`);
}
/** What the bot says next that has these words. */
const says = async (words: RegExp, after = 0, chat = "55") =>
    await until(String(words), async () => (await sent(chat)).find((each) => each.message_id > after && words.test(each.text)));

async function caseNow() {
    return (await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token)).json;
}
async function act(body: Record<string, unknown>, token: string) {
    const done = await world.api("POST", `/api/v1/cases/${code}/events`, token, { ...body, version: (await caseNow()).version });
    assert.equal(done.status, 200, done.text);
}
async function resolve(token: string, seed: number) {
    const media = await world.api("POST", "/api/v1/media", token, drawnPhoto("sesudah.jpg", seed).buffer);
    await act({ do: "resolve", proof: { kind: "photo", after: [media.json.sha256], note: "Lubang ditambal." } }, token);
}

before(async () => {
    network = spawn("node", ["tests/fakes/telegram.ts"], { stdio: ["ignore", "pipe", "inherit"] });
    let line = "";
    for await (const bytes of network.stdout!) if ((line += String(bytes)).includes("\n")) break;
    server = `http://127.0.0.1:${line.trim()}`;
    world = await World.start("posko_dpu_dki", ["--allow-private-networks"]);
    chromium = await browser();
    const { page, context } = await world.signedIn(chromium, world.staff("administrator"));
    await page.goto(world.url + "/meja/atur/akun");
    await page.locator("details, form").filter({ has: page.locator("input[name=network]") }).last().locator("input[name=network]").fill("telegram");
    await page.locator("input[name=name]").last().fill("@uji_bot");
    await page.locator("form:has(input[name=network]) button").last().click();
    await page.waitForURL(/\/meja\/atur\/akun/);
    await page.locator('a[href$="/sambungan"]').last().click();
    await page.fill("input[name=token]", "7:uji");
    await page.fill("input[name=server]", server);
    await page.locator("form:has(input[name=token]) button").first().click();
    await page.waitForURL(/tersambung/);
    await context.close();
});
after(async () => {
    await chromium.close();
    await world.stop();
    network.kill();
});

test("who presses start is asked what, where and for a photo, and one case comes out", async () => {
    await tell("citizen", { chat: "55", text: "/start" });
    const welcome = await says(/ceritakan apa/i);
    await tell("citizen", { chat: "55", text: "Jalan berlubang dalam, motor sering jatuh" });
    const where = await says(/Di mana/, welcome.message_id);
    await tell("citizen", { chat: "55", location: "-6.2297,106.8533" });
    const photo = await says(/fotonya/, where.message_id);
    assert.equal((await world.api("GET", "/api/v1/cases?view=unassigned", world.staff("coordinator").token)).json.cases.some((each: { title?: string; place?: { lat?: number } }) => each.place?.lat === -6.2297), false, "no case before it is whole");
    await tell("citizen", { chat: "55", photo: "lubang" });
    const end = await says(/sudah lengkap/, photo.message_id);
    const receipt = await says(/sudah kami terima/, end.message_id);
    code = /[A-Z]{2,6}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt.text)![0];
    const made = await caseNow();
    assert.equal(made.place.lat, -6.2297);
    assert.equal(made.place.lon, 106.8533);
});

test("the answer has buttons; Belum asks for words and opens the case again, Sudah closes it", async () => {
    const coordinator = world.staff("coordinator").token;
    const found = await caseNow();
    await act({ do: "verify", kind: "complaint", topic: "jalan-berlubang", area: found.place.area, public_text: "Jalan berlubang dalam." }, coordinator);
    if ((await caseNow()).state !== "assigned") await act({ do: "assign", office: found.office.id }, coordinator);
    const officer = (world.seeded.staff.find((s) => s.role === "field_officer" && s.office === found.office.name) ?? world.staff("field_officer")).token;
    await act({ do: "start" }, officer);
    await resolve(officer, 31);
    const answer = await until("an answer with buttons", async () => (await sent()).find((each) => each.markup));
    assert.deepEqual(answer.markup!.inline_keyboard[0]!.map((each) => each.text), ["Sudah", "Belum"]);
    const [done, notYet] = answer.markup!.inline_keyboard[0]!.map((each) => each.callback_data);

    // Somebody else cannot answer for the reporter.
    await tell("press", { chat: "77", message: String(answer.message_id), data: done! });
    await until("a word to the stranger", async () => (await toasts()).find((each) => /hanya pelapor/.test(each.text)));
    assert.equal((await caseNow()).state, "resolved");

    await tell("press", { chat: "55", message: String(answer.message_id), data: notYet! });
    const question = await says(/Apa yang belum beres/, answer.message_id);
    assert.equal((await caseNow()).state, "resolved", "until the words come");
    await tell("citizen", { chat: "55", text: "Masih berlubang di sisi kiri" });
    await says(/dibuka|buka kembali/, question.message_id);
    assert.equal((await caseNow()).state, "in_progress");

    await resolve(officer, 32);
    const again = await until("the second answer", async () => (await sent()).filter((each) => each.markup && each.message_id > question.message_id).at(-1));
    await tell("press", { chat: "55", message: String(again.message_id), data: again.markup!.inline_keyboard[0]![0]!.callback_data });
    await until("closed", async () => (await caseNow()).state === "closed");
    assert.ok((await toasts()).some((each) => /Terima kasih/.test(each.text)), "the press is answered");
});

test("a voice message is refused politely, and nothing is taken for a report", async () => {
    const before = (await sent("99")).length;
    await tell("citizen", { chat: "99", voice: "suara" });
    const reply = await says(/pesan suara belum dapat/, 0, "99");
    assert.ok(reply);
    assert.equal((await sent("99")).length, before + 1);
});
