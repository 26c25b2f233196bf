// How reports are read: what the machine suggests and why, what people make of it, what is learnt from that, and the
// way back.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { binary, browser, desktop, looksRight, phone, World } from "./world.ts";

let world: World, chromium: Browser;
before(async () => {
    world = await World.start();
    chromium = await browser();
});
after(async () => {
    await chromium.close();
    assert.equal(await world.stop(), 0);
});

const both = async (page: Page, path: string, name: string) => {
    for (const scheme of ["light", "dark"] as const)
        for (const size of [desktop, phone]) {
            await page.emulateMedia({ colorScheme: scheme });
            await page.setViewportSize(size.viewport!);
            await page.goto(world.url + path);
            await looksRight(page, `${name}-${scheme}-${size.viewport!.width}`);
        }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(desktop.viewport!);
};

test("the card says how well reports are read, and a model is taken back and used again", async () => {
    const { context, page } = await world.signedIn(chromium, world.staff("administrator"));
    await page.goto(`${world.url}/meja/atur/pembacaan`);
    assert.match(await page.locator("#h-sendiri + *").innerText(), /Belum ada model sendiri/);
    assert.match(await page.locator("section[aria-labelledby=h-saran]").innerText(), /Jenis/);
    assert.equal(await page.locator("form[action$=kembali]").count(), 0, "nothing to go back to");
    await both(page, "/meja/atur/pembacaan", "pembacaan-bawaan");

    const learnt = JSON.parse(execFileSync(binary, ["train", "--data", world.data], { encoding: "utf8" }));
    assert.equal(learnt.takes_over, true, JSON.stringify(learnt));
    await page.goto(`${world.url}/meja/atur/pembacaan`);
    const own = page.locator("section[aria-labelledby=h-sendiri]");
    assert.match(await own.innerText(), /Belajar dari\s+\d+ laporan yang diputuskan petugas/);
    assert.ok((await own.locator("figure.curve svg circle").count()) > 0);
    await both(page, "/meja/atur/pembacaan", "pembacaan");

    await page.getByRole("button", { name: "Kembali ke model sebelumnya" }).click();
    await page.getByText("Perubahan tersimpan.").waitFor();
    assert.match(await own.innerText(), /Model sendiri dikembalikan/);
    await page.getByRole("button", { name: "Pakai lagi model yang dikembalikan" }).click();
    assert.match(await own.innerText(), /Belajar dari/);
    const rows = await page.locator("section[aria-labelledby=h-riwayat] tbody tr").allInnerTexts();
    assert.equal(rows.length, 3);
    assert.match(rows[0]!, /dipakai lagi/);
    assert.match(rows[2]!, /lebih tepat: dipakai/);
    await page.goto(`${world.url}/meja/atur/jejak`);
    assert.match(await page.locator("tbody").innerText(), /Kembali|dikembalikan/);
    await context.close();
});

test("a coordinator reads the card and cannot go back; an operator finds no such page", async () => {
    const coordinator = await world.signedIn(chromium, world.staff("coordinator"));
    await coordinator.page.goto(`${world.url}/meja/atur/pembacaan`);
    assert.equal(await coordinator.page.locator("h1").innerText(), "Pembacaan laporan");
    assert.equal(await coordinator.page.locator("form[action$=kembali]").count(), 0);
    await looksRight(coordinator.page, "pembacaan-koordinator");
    const refused = await coordinator.page.request.post(`${world.url}/meja/atur/pembacaan/kembali`, { form: { model: "" } });
    assert.ok(refused.status() >= 400);
    await coordinator.context.close();
    const operator = await world.signedIn(chromium, world.staff("operator"));
    const answer = await operator.page.goto(`${world.url}/meja/atur/pembacaan`);
    assert.equal(answer!.status(), 404);
    await operator.context.close();
});

let sent = 0;
async function report(text: string): Promise<string> {
    const { json } = await world.api("POST", "/api/v1/items", world.account().token, {
        type: "create",
        network_id: `bacaan-${++sent}`,
        author: { network_id: `warga-bacaan-${sent}` },
        text,
        created_at: new Date().toISOString(),
        visibility: "public",
    });
    assert.ok(json.case, JSON.stringify(json));
    return json.case;
}
const read = async (code: string) => (await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token)).json;

test("who verifies sees what was read and why, accepts by one key and corrects by two", async () => {
    const { context, page } = await world.signedIn(chromium, world.staff("coordinator"));
    const sure = await report("Jalan berlubang besar di Jl. Melati No. 3 RT 05/RW 03 Kelurahan Tebet Barat, motor sering jatuh. Mohon segera diperbaiki");
    await page.goto(`${world.url}/meja/laporan/${sure}`);
    const hints = page.locator(".hints");
    const said = await hints.innerText();
    assert.match(said, /Jenis\s+Pengaduan, yakin \d+ %/);
    assert.match(said, /Topik\s+[^\n]+, yakin \d+ %\s+karena [^\n]*berlubang/);
    assert.match(said, /Tempat\s+Tebet Barat[^\n]*, yakin \d+ %/);
    assert.match(said, /disebut: Jl\. Melati No\. 3; RT 05\/RW 03/);
    await both(page, `/meja/laporan/${sure}`, "bacaan-yakin");
    await page.goto(`${world.url}/meja/laporan/${sure}`);
    await page.locator("h1").click();
    await page.keyboard.press("v");
    await page.waitForURL(/selesai=verifikasi/);
    assert.equal((await read(sure)).state, "verified");

    const doubtful = await report("Tolong dong ini trotoar sama lampu jalannya di Tebet Barat");
    await page.goto(`${world.url}/meja/laporan/${doubtful}`);
    await looksRight(page, "bacaan-ragu");
    const topics = page.locator("#f-topic");
    const likely = Number(await topics.getAttribute("data-likely"));
    assert.ok(likely >= 2, await hints.innerText());
    const second = await topics.locator("option").nth(2).getAttribute("value");
    await page.locator("h1").click();
    await page.keyboard.press("2");
    assert.equal(await topics.inputValue(), second);
    await page.keyboard.press("v");
    await page.waitForURL(/selesai=verifikasi/);
    assert.equal((await read(doubtful)).topic, second);

    const unclear = await report("Halo min gimana ini kelanjutannya, kapan ya");
    await page.goto(`${world.url}/meja/laporan/${unclear}`);
    assert.match(await hints.innerText(), /belum yakin/);
    await looksRight(page, "bacaan-belum-yakin");
    await context.close();
});

test("everybody at the desk reads how right reading was last month", async () => {
    const { context, page } = await world.signedIn(chromium, world.staff("operator"));
    assert.match(await page.locator("#pandangan").innerText(), /Bulan lalu pembacaan tepat: jenis \d+ % dari \d+, topik \d+ % dari \d+\./);
    await both(page, "/meja", "meja-bacaan");
    await context.close();
});

test("who answers finds earlier answers in like matters and takes one by a key", async () => {
    const token = world.staff("coordinator").token, operator = world.staff("operator");
    const act = async (code: string, what: object, by = token) => {
        const answer = await world.api("POST", `/api/v1/cases/${code}/events`, by, JSON.stringify(what), { "content-type": "application/json" });
        assert.equal(answer.status, 200, answer.text);
        return answer.json;
    };
    const asked = async (text: string) => {
        const code = await report(text);
        await act(code, { do: "verify", kind: "question", topic: "informasi-proyek", area: "31.74.01.1002", public_text: text });
        const office = (await read(code)).office ?? world.seeded.staff[0];
        await act(code, { do: "assign", office: office.id });
        return code;
    };
    const earlier = await asked("Min, jalur sepeda layang Casablanca kapan dibuka lagi untuk umum?");
    await act(earlier, { do: "resolve", proof: { kind: "answer", note: "Jalur sepeda layang dibuka lagi Senin pukul 05.00." } }, operator.token);
    const fresh = await asked("Kapan jalur sepeda layang di Casablanca dibuka?");
    const { context, page } = await world.signedIn(chromium, operator);
    await page.goto(`${world.url}/meja/laporan/${fresh}?lakukan=penyelesaian`);
    const box = page.locator(".hints", { hasText: "Jawaban terdahulu" });
    assert.match(await box.innerText(), new RegExp(`${earlier}[\\s\\S]*Senin pukul 05.00`));
    await both(page, `/meja/laporan/${fresh}?lakukan=penyelesaian`, "jawaban-terdahulu");
    await page.goto(`${world.url}/meja/laporan/${fresh}?lakukan=penyelesaian`);
    await page.locator("h1").click();
    await page.keyboard.press("1");
    assert.match(await page.locator("#f-proof-note").inputValue(), /^Jalur sepeda layang dibuka lagi Senin pukul 05\.00\.$/);
    await context.close();
});

test("the command line reads with an agency's own topics and region, and names streets and landmarks", () => {
    const text = "Lubang di Jl. Melati No. 3 RT 05/RW 03 Tebet Barat depan SDN 1";
    const read = (...more: string[]) => JSON.parse(execFileSync(binary, ["classify", "--jsonl", ...more], { encoding: "utf8", input: `${JSON.stringify({ text })}\n` }));
    const own = read("--data", world.data);
    assert.equal(own.topic.label, "jalan-berlubang");
    assert.deepEqual(own.places.map((p: any) => p.level), ["village", "street", "rtrw", "landmark"]);
    assert.deepEqual(own.places.slice(1).map((p: any) => [p.text, p.number]), [["Jl. Melati No. 3", "3"], ["RT 05/RW 03", "5/3"], ["depan SDN 1", "1"]]);
    assert.notEqual(read().topic.label, "jalan-berlubang");
});

test("who asks the reporter back sees the earlier answers too, and kinds are chosen by keys", async () => {
    const { context, page } = await world.signedIn(chromium, world.staff("coordinator"));
    const fresh = await report("Min, kapan jalur sepeda layang Casablanca dibuka untuk umum?");
    await page.goto(`${world.url}/meja/laporan/${fresh}`);
    const kinds = page.locator("#f-kind");
    assert.ok(Number(await kinds.getAttribute("data-likely")) >= 2);
    const second = await kinds.locator("option").nth(2).getAttribute("value");
    await page.locator("h1").click();
    await page.keyboard.press("5");
    assert.equal(await kinds.inputValue(), second);
    await page.keyboard.press("4");
    assert.equal(await kinds.inputValue(), await kinds.locator("option").nth(1).getAttribute("value"));
    const token = world.staff("coordinator").token;
    const verified = await world.api("POST", `/api/v1/cases/${fresh}/events`, token, JSON.stringify({ do: "verify", kind: "question", topic: "informasi-proyek", area: "31.74.01.1002", public_text: "Kapan jalur sepeda layang Casablanca dibuka untuk umum?" }), { "content-type": "application/json" });
    assert.equal(verified.status, 200, verified.text);
    const office = (await read(fresh)).office ?? world.seeded.staff[0];
    const assigned = await world.api("POST", `/api/v1/cases/${fresh}/events`, token, JSON.stringify({ do: "assign", office: office.id }), { "content-type": "application/json" });
    assert.equal(assigned.status, 200, assigned.text);
    await context.close();

    const operator = await world.signedIn(chromium, world.staff("operator"));
    const asking = `/meja/laporan/${fresh}?lakukan=pertanyaan`;
    await operator.page.goto(`${world.url}${asking}`);
    const box = operator.page.locator(".hints", { hasText: "Jawaban terdahulu" });
    assert.match(await box.innerText({ timeout: 5_000 }), /Senin pukul 05\.00/);
    await both(operator.page, asking, "tanya-jawaban-terdahulu");
    await operator.page.goto(`${world.url}${asking}`);
    await operator.page.locator("h1").click();
    await operator.page.keyboard.press("1");
    assert.match(await operator.page.locator("#f-question").inputValue(), /Senin pukul 05\.00/);
    await operator.context.close();
});

test("an agency's own slang is tried, saved, read by at once, carried as a file and taken back", async () => {
    const { context, page } = await world.signedIn(chromium, world.staff("administrator"));
    const normalised = () => execFileSync(binary, ["normalise", "--data", world.data], { encoding: "utf8", input: "jlk mbeler pol min\n" }).trim();
    await page.goto(`${world.url}/meja/atur/kata`);
    await page.fill("#slang", "Jlk");
    await page.fill("#formal", "jalan berlubang");
    await page.fill("#contoh", "jlk mbeler pol min");
    await page.getByRole("button", { name: "Coba dahulu" }).click();
    const trial = page.locator("section[aria-labelledby=h-terbaca]");
    assert.match(await trial.innerText(), /jalan berlubang mbeler/);
    await looksRight(page, "kamus-coba");
    assert.doesNotMatch(normalised(), /jalan berlubang/, "trying saves nothing");
    await page.getByRole("button", { name: "Simpan singkatan" }).click();
    await page.getByText("Perubahan tersimpan.").waitFor();
    assert.match(normalised(), /^jalan berlubang mbeler/);
    await both(page, "/meja/atur/kata", "kamus");

    await page.fill("#slang", "<script>");
    await page.fill("#formal", "x");
    await page.getByRole("button", { name: "Simpan singkatan" }).click();
    await page.getByText("Perubahan belum tersimpan.").waitFor();
    assert.equal(await page.inputValue("#slang"), "<script>");
    await looksRight(page, "kamus-ditolak");

    await page.goto(`${world.url}/meja/atur/kata`);
    const file = (text: string) => ({ name: "kamus.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.setInputFiles("#berkas", file("slang;formal\nmbeler;rusak parah\npol;\n"));
    await page.getByRole("button", { name: "Masukkan berkas" }).click();
    await page.getByText("(baris 3)").waitFor();
    assert.doesNotMatch(normalised(), /parah/, "one wrong line, nothing changes");
    await page.setInputFiles("#berkas", file("slang;formal\nmbeler;rusak parah\n"));
    await page.getByRole("button", { name: "Masukkan berkas" }).click();
    await page.getByText("Perubahan tersimpan.").waitFor();
    assert.match(normalised(), /^jalan berlubang rusak parah/);
    const csv = await page.request.get(`${world.url}/meja/atur/kata/kamus.csv`);
    assert.equal((await csv.text()).replace(/"/g, ""), "slang,formal\r\njlk,jalan berlubang\r\nmbeler,rusak parah\r\n");

    await page.locator("tr", { hasText: "mbeler" }).getByRole("button").click();
    await page.getByText("Perubahan tersimpan.").waitFor();
    assert.doesNotMatch(normalised(), /parah/);
    await page.locator("section[aria-labelledby=h-riwayat] tr", { hasText: "jadi 2" }).getByRole("button").click();
    await page.getByText("Perubahan tersimpan.").waitFor();
    assert.match(normalised(), /^jalan berlubang rusak parah/);

    const stale = await page.locator("input[name=versi]").first().inputValue();
    const other = await context.newPage();
    await other.goto(`${world.url}/meja/atur/kata`);
    await other.fill("#slang", "pol");
    await other.fill("#formal", "sekali");
    await other.getByRole("button", { name: "Simpan singkatan" }).click();
    await other.getByText("Perubahan tersimpan.").waitFor();
    assert.notEqual(await other.locator("input[name=versi]").first().inputValue(), stale);
    await page.fill("#slang", "pol");
    await page.fill("#formal", "polisi");
    await page.getByRole("button", { name: "Simpan singkatan" }).click();
    await page.getByText("Kamus baru saja diubah orang lain").waitFor();
    await context.close();
    const operator = await world.signedIn(chromium, world.staff("operator"));
    assert.equal((await operator.page.goto(`${world.url}/meja/atur/kata`))!.status(), 404);
    await operator.context.close();
});

test("an agency chooses among ready topics and changes what it chose", async () => {
    const { context, page } = await world.signedIn(chromium, world.staff("administrator"));
    await page.goto(`${world.url}/meja/atur/topik`);
    await page.getByRole("link", { name: "Pilih dari topik siap pakai" }).click();
    await both(page, "/meja/atur/topik-bawaan", "topik-siap-pakai");
    await page.locator("input[name=topik][value=pemakaman], input[name=topik][value=makam]").check();
    await page.getByRole("button", { name: "Tambahkan yang dipilih" }).click();
    await page.getByText("Perubahan tersimpan.").waitFor();
    await page.getByRole("link", { name: "Pemakaman" }).click();
    await page.fill("#name_id", "Makam umum");
    await page.getByRole("button", { name: "Simpan topik" }).click();
    await page.getByRole("link", { name: "Makam umum" }).waitFor();
    await page.goto(`${world.url}/meja/atur/topik-bawaan`);
    assert.equal(await page.locator("input[name=topik][value=makam]").count(), 0, "what is had is not offered again");
    await page.getByRole("button", { name: "Tambahkan yang dipilih" }).click();
    await page.getByText("Perubahan belum tersimpan.").waitFor();
    await context.close();
});
