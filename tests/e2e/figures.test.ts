// The board's numbers equal the database's, filters show what they say, and no planted secret gets out.
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { World } from "./world.ts";

let world: World;
let rows: any[];
before(async () => {
    world = await World.start();
    const db = new DatabaseSync(join(world.data, "tanggap.db"), { readOnly: true });
    const all = db.prepare("select * from cases");
    all.setReadBigInts(true); // ids have 63 bits
    rows = all.all();
    db.close();
});
after(async () => assert.equal(await world.stop(), 0));

const text = async (path: string) => await (await fetch(world.url + path)).text();
const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
// Thirty days of the agency, today among them: it counts them from its own midnight (WIB, 7 hours ahead).
const since = () => Math.floor((Date.now() + 7 * 3600_000) / 86_400_000 - 29) * 86_400_000 - 7 * 3600_000;
const known = (r: any) => r.kind !== "whistleblowing";

test("500 cases over twelve months in every state", () => {
    assert.equal(rows.length, 500);
    const states = new Map<string, number>();
    for (const r of rows) states.set(r.state, (states.get(r.state) ?? 0) + 1);
    assert.deepEqual([...states.keys()].sort(), ["archived", "assigned", "awaiting_reporter", "closed", "declined", "in_progress", "received", "referred", "resolved", "scheduled", "verified"]);
    const months = new Set(rows.map((r) => new Date(Number(r.received_at)).toISOString().slice(0, 7)));
    assert.ok(months.size >= 12, `${months.size} months`);
});

test("the figures of the board equal the database", async () => {
    const page = plain(await text("/"));
    const recent = rows.filter((r) => known(r) && Number(r.received_at) >= since());
    const done = recent.filter((r) => ["resolved", "closed"].includes(r.state));
    const dots = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ".");
    assert.match(page, new RegExp(`Laporan masuk ${dots(recent.length)} `));
    assert.match(page, new RegExp(`dari ${dots(done.length)} yang tuntas`));
    assert.match(page, new RegExp(`Dibantah pelapor ${dots(recent.filter((r) => Number(r.contests) > 0).length)} `));
});

test("filters by state, topic, place and office show just those, and all of them by paging", async () => {
    const codesOf = async (query: string) => {
        const codes = new Set<string>();
        for (let path = `/?${query}`; path; ) {
            const page = await text(path);
            for (const match of page.matchAll(/href="\/laporan\/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})"/g)) codes.add(match[1]!);
            const next = /href="(\/\?[^"]*setelah=\d+[^"]*)"/.exec(page)?.[1];
            path = next ? next.replaceAll("&amp;", "&") : "";
        }
        return codes;
    };
    const expect = (wanted: (r: any) => boolean) => new Set(rows.filter((r) => known(r) && wanted(r)).map((r) => r.code));
    assert.deepEqual(await codesOf("keadaan=tuntas"), expect((r) => ["resolved", "closed"].includes(r.state)));
    assert.deepEqual(await codesOf("status=scheduled"), expect((r) => r.state === "scheduled"));
    assert.deepEqual(await codesOf("topik=lampu-jalan"), expect((r) => r.topic === "lampu-jalan"));
    assert.deepEqual(await codesOf("wilayah=31.74"), expect((r) => String(r.area ?? "").startsWith("31.74")));
    const office = rows.find((r) => r.office)!.office;
    const shown = await codesOf(`unit=${office}`);
    for (const code of expect((r) => r.office === office)) assert.ok(shown.has(code));
    assert.deepEqual(await codesOf(""), expect(() => true));
});

test("bad filters get a clear answer", async () => {
    for (const query of ["keadaan=x", "status=x", "unit=x", "setelah=x"]) assert.equal((await fetch(`${world.url}/?${query}`)).status, 400, query);
});

test("the server draws the map of the shipped boundaries, with the same facts as a list", async () => {
    const page = await text("/");
    assert.ok((page.match(/<path class="map-area/g) ?? []).length >= 6);
    for (const name of ["Jakarta Selatan", "Jakarta Timur", "Jakarta Pusat", "Jakarta Barat", "Jakarta Utara"]) assert.match(page, new RegExp(`>${name}</a>`));
});

test("nothing planted gets out on any public page", async () => {
    // What the scenario's citizens wrote of themselves, and who they are.
    const secrets = [/\b3174\d{12}\b/, /\b08\d{2}[- ]?\d{4}[- ]?\d{3,4}\b/, /[a-z.]+@(contoh|example)\.[a-z]+/];
    const hidden = rows.filter((r) => !known(r)).map((r) => r.code);
    const pages = ["/", "/?keadaan=dilaporkan", "/?keadaan=lewat", ...rows.slice(0, 500).map((r) => `/laporan/${r.code}`)];
    for (const path of pages) {
        const page = await text(path);
        for (const secret of secrets) assert.ok(!secret.test(page), `${path}: ${secret.exec(page)?.[0]}`);
        if (!path.startsWith("/laporan")) for (const code of hidden) assert.ok(!page.includes(code), `${code} on ${path}`);
    }
    for (const code of hidden) assert.equal((await fetch(`${world.url}/laporan/${code}`)).status, 404);
    for (const r of rows.filter((each) => each.identity_mode === "rahasia" && known(each))) {
        const page = await text(`/laporan/${r.code}`);
        if (r.place_name) assert.ok(!page.includes(String(r.place_name)), `place of ${r.code}`);
        if (r.public_text) assert.ok(!page.includes(String(r.public_text).slice(0, 30)), `words of ${r.code}`);
    }
});

test("positions are gapless", () => {
    const db = new DatabaseSync(join(world.data, "tanggap.db"), { readOnly: true });
    const { n, last } = db.prepare("select count(*) n, max(position) last from events").get() as any;
    assert.ok(n > 2000);
    db.close();
    assert.equal(n, last);
});

test("a page stays within its weight and answers 304 to who has it", async () => {
    const page = await fetch(`${world.url}/lapor`, { headers: { "accept-encoding": "br" } });
    assert.equal(page.status, 200);
    const css = /href="(\/aset\/[^"]+\.css)"/.exec(await text("/lapor"))![1]!;
    let bytes = 0;
    for (const path of ["/", css]) {
        const answer = await world.api("GET", path, undefined, undefined, { "accept-encoding": "br" });
        bytes += Number(answer.headers.get("content-length"));
    }
    assert.ok(bytes > 0 && bytes + 28_000 < 60_000, `${bytes} bytes and the font`);
    const asset = await fetch(world.url + css);
    assert.match(asset.headers.get("cache-control") ?? "", /immutable/);
    const first = await fetch(`${world.url}/`);
    const again = await fetch(`${world.url}/`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    assert.equal(again.status, 304);
});

test("each number of /transparansi opens exactly its cases, and the tables agree with the file", async () => {
    const lengthOf = async (path: string) => {
        const codes = new Set<string>();
        for (let next = path; next; ) {
            const page = await text(next);
            for (const match of page.matchAll(/href="\/laporan\/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})"/g)) codes.add(match[1]!);
            const more = /href="(\/transparansi\/laporan\?[^"]*setelah=[^"]*)"/.exec(page)?.[1];
            next = more ? more.replaceAll("&amp;", "&") : "";
        }
        return codes;
    };
    const hidden = new Set(rows.filter((r) => !known(r)).map((r) => r.code));
    const lists = new Map<string, number>();
    for (const path of ["/transparansi", "/transparansi?periode=semua", "/transparansi?periode=30-hari"]) {
        const page = await text(path);
        const numbers = [...page.matchAll(/<a class="n" href="([^"]+)">([\d.]+)<\/a>/g)];
        assert.ok(numbers.length > 7, path);
        for (const [, href, shown] of numbers) {
            const list = href!.replaceAll("&amp;", "&");
            if (!lists.has(list)) {
                const codes = await lengthOf(list);
                for (const code of codes) assert.ok(!hidden.has(code), `${code} behind ${list}`);
                lists.set(list, codes.size);
            }
            assert.equal(lists.get(list), Number(shown!.replaceAll(".", "")), `${path}: ${list}`);
        }
    }
    const all = rows.filter(known);
    assert.equal(lists.get("/transparansi/laporan?angka=masuk&periode=semua"), all.length);
    assert.equal(lists.get("/transparansi/laporan?angka=dibantah&periode=semua"), all.filter((r) => Number(r.contests) > 0).length);

    const file = (await text("/transparansi/data.csv?periode=semua")).replace(/^\uFEFF/, "").trimEnd().split("\r\n");
    assert.match(file[0]!, /^Periode,Tabel,Kode,Nama,Laporan masuk/);
    const table = (name: string) => file.filter((line) => line.split(",")[1] === name).map((line) => line.split(","));
    assert.equal(Number(table("Seluruhnya")[0]![4]), all.length);
    for (const name of ["Per bulan", "Per topik", "Per wilayah"]) assert.equal(table(name).reduce((sum, cells) => sum + Number(cells.at(-7)), 0), all.length, name);
});

test("bad periods, measures and keys get a clear answer", async () => {
    for (const path of ["/transparansi?tahun=abc", "/transparansi?bulan=5", "/transparansi?tahun=2026&bulan=13", "/transparansi?periode=x", "/transparansi/laporan", "/transparansi/laporan?angka=x", "/transparansi/laporan?angka=masuk&setelah=x", "/transparansi/laporan?angka=masuk&pada=x", "/testimoni?setelah=x"])
        assert.equal((await fetch(world.url + path)).status, 400, path);
    for (const path of ["/transparansi/laporan?angka=masuk&unit=1", "/unit/1", "/unit/x", "/testimoni?unit=1"]) assert.equal((await fetch(world.url + path)).status, 404, path);
});
