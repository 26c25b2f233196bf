// The command line as an operator of the server types it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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
    for (const command of ["serve", "setup", "user", "account", "seed", "import", "migrate", "backup", "restore", "rebuild", "doctor", "clock", "normalise", "classify"]) {
        const help = run(command, "--help");
        assert.equal(help.status, 0, command);
        assert.ok(help.stdout.length > 40, command);
    }
});
