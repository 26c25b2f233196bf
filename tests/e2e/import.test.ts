// An agency moves in: its old register is imported while the server works, cut off by a power failure, given again,
// its wrong lines mended.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { binary, World } from "./world.ts";

let world: World;
let folder: string;
before(async () => {
    world = await World.start();
    folder = mkdtempSync(join(tmpdir(), "tanggap-import-"));
});
after(async () => {
    rmSync(folder, { recursive: true, force: true });
    assert.equal(await world.stop(), 0, world.log.text);
});

const common = (file: string) => ["import", file, "--data", world.data, "--account", world.account("x").id];
const mapped = ["--columns", "text=Isi,created_at=Tanggal,id=No,office=Unit,area=Kelurahan+Kecamatan", "--historical"];

function run(file: string, ...more: string[]) {
    const done = spawnSync(binary, [...common(file), ...more], { encoding: "utf8", timeout: 120_000 });
    return { status: done.status, stderr: done.stderr, counts: done.status === 0 ? JSON.parse(done.stdout) : undefined };
}

function write(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
}

interface Row { code: string; title: string; deadlines: { due: string }[] }

/** Of January, on all pages: what is imported came long ago and stands far behind. */
async function found(words: string, query = "") {
    const out: Row[] = [];
    for (let after: string | null = ""; after !== null; ) {
        const { json } = await world.api("GET", `/api/v1/cases?${query}${after ? `&after=${after}` : ""}`, world.staff("coordinator").token);
        out.push(...json.cases.filter((c: Row) => c.title.includes(words) && c.deadlines.some((d) => d.due.startsWith("2026-01"))));
        after = json.next;
    }
    return out;
}

test("a register is taken in once, its wrong lines are told and mended", async () => {
    const head = "\ufeffNo;Tanggal;Isi;Unit;Kelurahan;Kecamatan\r\n";
    const file = write("register.csv", head +
        '1;05/01/2026 08.30;"Jalan berlubang di depan sekolah;\nmohon ditambal";;Tebet Timur;Tebet\r\n' +
        "2;2026-01-06 09:00;Lampu jalan padam sejak kemarin;;Tebet Barat;Tebet\r\n" +
        "3;kemarin;Trotoar retak;;Tebet Barat;Tebet\r\n" +
        "4;07/01/2026;Trotoar retak;Dinas Antah Berantah;Tebet Barat;Tebet\r\n");
    const first = run(file, ...mapped);
    assert.equal(first.status, 0, first.stderr);
    assert.deepEqual(first.counts, { read: 4, accepted: 2, known: 0, rejected: 2 });
    assert.deepEqual(run(file, ...mapped).counts, { read: 4, accepted: 0, known: 2, rejected: 2 });

    const told = `${file}.ditolak.csv`;
    assert.equal(statSync(told).mode & 0o777, 0o600, "others may not read what citizens wrote");
    const lines = readFileSync(told, "utf8").split("\n");
    assert.match(lines[0]!, /^baris;kode;alasan;No;Tanggal;Isi/);
    assert.match(lines[1]!, /^5;field\.invalid;"Waktu tidak terbaca/);
    assert.match(lines[2]!, /^6;office\.unknown;"Unit kerja tidak dikenal/);
    const mended = write("mended.csv", lines.join("\n").replace("kemarin;Tro", "06/01/2026;Tro").replace("Dinas Antah Berantah", ""));
    assert.deepEqual(run(mended, ...mapped).counts, { read: 2, accepted: 2, known: 0, rejected: 0 });
    assert.ok(!existsSync(`${mended}.ditolak.csv`));
});

test("history has its place, its old deadlines and nobody who climbs the ladder for it", async () => {
    const hit = (await found("Tebet Timur"))[0]!;
    const { json } = await world.api("GET", `/api/v1/cases/${hit.code}`, world.staff("coordinator").token);
    assert.equal(json.place.area, "31.74.01.1001");
    assert.equal(json.state, "received");
    assert.ok(json.deadlines.length > 0);
    for (const deadline of json.deadlines) assert.ok(deadline.due < "2026-03", deadline.due);
    assert.deepEqual(json.events.filter((e: { kind: string }) => /escalated|overdue/.test(e.kind)), []);
});

test("history that was answered is over: closed at that time, late only if it was, and says where it comes from", async () => {
    const file = write("dijawab.csv", "no,isi,waktu,dijawab\n" +
        "J1,Saluran di Menteng Dalam mampet,2026-01-05 08:30,07/01/2026 10.00\n" +
        "J2,Saluran di Menteng Dalam meluap,2026-01-05 08:30,nan\n" +
        "J3,Saluran di Menteng Dalam bau,2026-01-05 08:30,2025-12-31\n");
    const answered = ["--columns", "text=isi,created_at=waktu,id=no,answered_at=dijawab"];
    const refused = run(file, ...answered);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /--historical/);
    assert.deepEqual(run(file, ...answered, "--historical").counts, { read: 3, accepted: 2, known: 0, rejected: 1 });
    assert.match(readFileSync(`${file}.ditolak.csv`, "utf8"), /Waktu jawaban tidak terbaca, lebih awal/);

    const token = world.staff("coordinator").token;
    const hit = (await found("Menteng Dalam", "state=closed"))[0]!;
    const { json: one } = await world.api("GET", `/api/v1/cases/${hit.code}`, token);
    assert.deepEqual(one.events.map((e: { kind: string }) => e.kind), ["case.received", "case.resolved", "case.closed"]);
    for (const event of one.events.slice(1)) assert.equal(event.at, "2026-01-07T03:00:00.000Z");
    for (const deadline of one.deadlines) assert.match(deadline.state, /^(met|ended)$/, deadline.name);
    const page = await (await fetch(`${world.url}/laporan/${hit.code}`)).text();
    assert.match(page, /Dijawab menurut register instansi/);
    assert.match(page, /diterima sebelum instansi memakai Tanggap/);
    assert.ok(!page.includes("menunggu jawaban pelapor"));
});

test("cut off again and again, it ends with every line once", async () => {
    const total = 900;
    const lines = Array.from({ length: total }, (_, i) => `{"no":"k${i}","isi":"Lampu tiang ${i} padam","waktu":"2026-02-01"}`);
    const file = write("lampu.jsonl", lines.join("\n"));
    const flags = ["--columns", "text=isi,created_at=waktu,id=no", "--historical"];
    for (const wait of [400, 900, 1500]) {
        const child = spawn(binary, [...common(file), ...flags], { stdio: "ignore" });
        const ended = new Promise((r) => child.once("exit", r));
        await new Promise((r) => setTimeout(r, wait));
        child.kill("SIGKILL");
        await ended;
    }
    const last = run(file, ...flags);
    assert.equal(last.status, 0, last.stderr);
    assert.equal(last.counts.accepted + last.counts.known, total);
    assert.deepEqual(run(file, ...flags).counts, { read: total, accepted: 0, known: total, rejected: 0 });
});

test("what cannot be imported at all says why", () => {
    const file = write("lain.csv", "a,b\n1,2\n");
    const cases: [string[], RegExp][] = [
        [["--columns", "text=Isi,created_at=b"], /no column "Isi"/],
        [["--columns", "text=a"], /created_at/],
        [["--columns", "text=a,created_at=b,suara=c"], /suara/],
        [["--columns", "text=a,created_at=b", "--agency", "99"], /agency/],
    ];
    for (const [flags, reason] of cases) {
        const done = run(file, ...flags);
        assert.equal(done.status, 1, done.stderr);
        assert.match(done.stderr, reason);
    }
    assert.match(run(join(folder, "tidak-ada.csv"), ...mapped).stderr, /cannot be read/);
});
