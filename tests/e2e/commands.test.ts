// The command line as an operator of the server types it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { binary } from "./world.ts";

const run = (...args: string[]) => spawnSync(binary, args, { encoding: "utf8", timeout: 60_000 });

test("an agency, people and accounts are made and listed; what is wrong says why", () => {
    const data = mkdtempSync(join(tmpdir(), "tanggap-commands-"));
    const made = run("setup", "--data", data, "--name", "Posko Jalan", "--short-name", "Posko", "--organiser", "Dinas Bina Marga", "--prefix", "PJK", "--region", "31", "--login", "admin", "--person", "Nama Admin");
    assert.equal(made.status, 0, made.stderr);
    assert.ok(JSON.parse(made.stdout).password.length >= 16);
    const person = run("user", "add", "--data", data, "--login", "opi", "--name", "Opi", "--role", "operator");
    assert.equal(person.status, 0, person.stderr);
    assert.match(JSON.parse(person.stdout).token, /^tgs_/);
    const twice = run("user", "add", "--data", data, "--login", "opi", "--name", "Opi", "--role", "operator");
    assert.equal(twice.status, 1);
    assert.match(twice.stderr, /staff\.login_taken/);
    assert.equal(run("user", "add", "--data", data, "--login", "opa", "--name", "Opa", "--role", "raja").status, 1);
    assert.match(run("user", "--data", data, "list").stdout, /"opi"/);
    const account = run("account", "add", "--data", data, "--network", "mail", "--name", "posko@jalan.example");
    assert.equal(account.status, 0, account.stderr);
    assert.match(JSON.parse(account.stdout).token, /^tga_/);
    assert.match(run("account", "list", "--data", data).stdout, /"mail"/);
    rmSync(data, { recursive: true });
});

test("every command has help and exits 0 for it", () => {
    for (const command of ["serve", "setup", "user", "account", "seed", "simulate", "import", "migrate", "backup", "restore", "rebuild", "doctor", "clock", "normalise", "classify", "evaluate", "train"]) {
        const help = run(command, "--help");
        assert.equal(help.status, 0, command);
        assert.ok(help.stdout.length > 40, command);
    }
});

test("a folder that was mistyped is named and not made", () => {
    const place = mkdtempSync(join(tmpdir(), "tanggap-cli-"));
    const data = join(place, "dtaa");
    const lines = join(place, "lines.csv");
    writeFileSync(lines, "a,b\n");
    for (const command of [["doctor"], ["rebuild", "--check"], ["user", "list"], ["account", "list"], ["import", lines, "--account", "1", "--columns", "text=a,created_at=b"], ["train"], ["setup", "--export"], ["backup", join(place, "b")]]) {
        const done = run(...command, "--data", data);
        assert.notEqual(done.status, 0, command.join(" "));
        assert.match(done.stderr, /no database at .*dtaa/, command.join(" "));
        assert.equal(existsSync(data), false, command.join(" "));
    }
    rmSync(place, { recursive: true });
});

interface Head { label: string; p: number; abstained: boolean; why: string[] }
interface Read {
    kind: Head; topic: Head; urgency: { p: number; why: string[] }; language: string;
    places: { text: string; start: number; end: number; area: string; level: string; lat: number; lon: number; p: number }[];
    private: { kind: string; start: number; end: number }[];
}
const characters = (text: string, from: number, to: number) => [...text].slice(from, to).join("");

test("texts are read without a database: what, why, where, and what is private, in characters of the text", () => {
    const text = "🙏🙏 Min mhn PJU di kel. Tebet Barat Jakarta Selatan mati, kabel putus nyetrum! wa 0812-3456-7890";
    const done = spawnSync(binary, ["classify", "--jsonl"], { input: `${JSON.stringify({ text })}\n${JSON.stringify({ text: "" })}\n`, encoding: "utf8", timeout: 60_000 });
    assert.equal(done.status, 0, done.stderr);
    const [read, nothing] = done.stdout.trim().split("\n").map((line) => JSON.parse(line) as Read);
    assert.equal(read!.kind.label, "complaint");
    assert.ok(read!.kind.why.length > 0 && read!.kind.why.every((word) => text.includes(word)));
    assert.equal(read!.topic.label, "pju");
    assert.ok(read!.urgency.p > 0.5 && read!.urgency.why.length > 0);
    assert.equal(read!.language, "id");
    const place = read!.places[0]!;
    assert.equal(place.area, "31.74.01.1002");
    assert.equal(place.level, "village");
    assert.equal(characters(text, place.start, place.end), place.text);
    assert.equal(read!.private.length, 1);
    assert.equal(characters(text, read!.private[0]!.start, read!.private[0]!.end), "0812-3456-7890");
    assert.equal(nothing!.kind.abstained, true);
    assert.ok(nothing!.kind.label, "a label is given even when it abstains");
});

test("a model is learnt from one file and judged on another; too little is said", () => {
    const folder = mkdtempSync(join(tmpdir(), "tanggap-evaluate-"));
    const matters = [["Dinas PU", "jalan berlubang"], ["Dinas LH", "sampah menumpuk"], ["PDAM", "air keran mati"]];
    const lines = Array.from({ length: 90 }, (_, n) => `"${matters[n % 3]![1]}, mohon dicek ${n % 7}",${matters[n % 3]![0]}`);
    const train = join(folder, "a.csv"), test = join(folder, "b.csv"), short = join(folder, "c.csv");
    writeFileSync(train, `isi,dinas\n${lines.slice(0, 60).join("\n")}\n`);
    writeFileSync(test, `isi,dinas\n${lines.slice(60).join("\n")}\n"tidak dikenal",Dinas Baru\n`);
    writeFileSync(short, `isi,dinas\n${lines.slice(0, 5).join("\n")}\n`);
    const done = run("evaluate", "--head", "office", "--train", train, "--test", test, "--text", "isi", "--label", "dinas", "--json");
    assert.equal(done.status, 0, done.stderr);
    const figures = JSON.parse(done.stdout) as Record<string, number>;
    assert.equal(figures.rows, 31);
    assert.equal(figures.classes, 3);
    assert.ok(Math.abs(figures.accuracy! - 30 / 31) < 1e-9, "what it never saw counts as wrong");
    for (const name of ["macro_f1", "top3", "coverage_at_95", "ece"]) assert.ok(figures[name]! >= 0 && figures[name]! <= 1, name);
    assert.ok(figures.texts_per_s! > 0);
    const refused = run("evaluate", "--head", "office", "--train", short, "--test", test, "--text", "isi", "--label", "dinas");
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /learn\.too_little/);
    assert.match(run("evaluate", "--head", "x", "--train", train, "--test", test, "--text", "kolom", "--label", "dinas").stderr, /kolom/);
    rmSync(folder, { recursive: true });
});
