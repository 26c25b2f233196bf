// What may go wrong around a server at work: its database restarts, its disk is full or slow, its clock is set. Clients go
// on, and afterwards everything is held against what they were told. TANGGAP_FAULTS says how often each fault comes.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { Chance, pause, seedNumber } from "./chance.ts";
import { assertKept, compared, drained } from "./compare.ts";
import { Crowd, Ledger } from "./doors.ts";
import { type Engine, Installation } from "./installation.ts";
import { Peer } from "./peer.ts";
import { Postgres } from "./postgres.ts";
import { Shim } from "./shim.ts";

const faults = Number(process.env.TANGGAP_FAULTS ?? 1);

interface Stage {
    installation: Installation;
    crowd: Crowd;
    ledger: Ledger;
    chance: Chance;
    postgres?: Postgres;
    /** Everything is brought to its end and compared. */
    finish(): Promise<void>;
}

async function stage(t: TestContext, name: string, engine: Engine, options: { data?: string; environment?: Record<string, string> } = {}): Promise<Stage> {
    t.diagnostic(`TANGGAP_SEED_NUMBER=${seedNumber} TANGGAP_FAULTS=${faults}`);
    const peer = new Peer();
    const postgres = engine === "postgres" ? new Postgres(options.environment) : undefined;
    const installation = await Installation.make(engine, postgres, await peer.start(), options.data);
    t.after(() => {
        installation.remove();
        postgres?.remove();
        peer.stop();
    });
    installation.environment = options.environment ?? {};
    await installation.start();
    const ledger = new Ledger();
    const crowd = new Crowd(installation, ledger, name);
    t.after(() => crowd.halt());
    crowd.start();
    await crowd.worksOn(20);
    return {
        installation,
        crowd,
        ledger,
        chance: new Chance(name),
        ...(postgres ? { postgres } : {}),
        finish: async () => {
            await crowd.worksOn(10);
            await crowd.settle();
            await drained(installation);
            const outcome = await compared(installation, ledger, peer);
            const { form, api, commands, mails } = outcome.acknowledged;
            t.diagnostic(`${name}: acknowledged ${form} forms, ${api} items, ${commands} commands, ${mails} mails; lost ${outcome.lost.length}, twice ${outcome.twice.length}, half ${outcome.half.length}; ${outcome.unknown} mails wait for a person`);
            assertKept(outcome, ledger, `TANGGAP_SEED_NUMBER=${seedNumber}`);
            await installation.stop();
        },
    };
}

/** A promise of work that goes on: it must, without a restart of the server. */
async function goesOn({ crowd, ledger, installation }: Stage, what: string): Promise<void> {
    const before = ledger.progress;
    await crowd.worksOn(8, 60_000);
    assert.ok(ledger.progress >= before + 8, `${what}: nothing is acknowledged any more: ${installation.log.text.slice(-2_000)}`);
}

test("PostgreSQL is restarted, orderly and as by a crash", { timeout: 3_600_000 }, async (t) => {
    const on = await stage(t, "postgres restarts", "postgres");
    for (let n = 0; n < faults; n++) {
        on.postgres!.stop(n % 2 === 0 ? "fast" : "immediate");
        await pause(on.chance.between(0, 800));
        on.postgres!.start();
        await goesOn(on, "after a restart of PostgreSQL");
        await pause(on.chance.between(0, 300));
    }
    await on.finish();
});

test("the disk is full, and freed again", { timeout: 3_600_000 }, async (t) => {
    const data = mkdtempSync(join(tmpdir(), "tanggap-full-"));
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=128m,mode=700", "tmpfs", data]).status !== 0) {
        rmSync(data, { recursive: true });
        t.skip("left out: this user may not mount a small disk");
        return;
    }
    t.after(() => execFileSync("umount", ["-l", data]));
    const on = await stage(t, "full disk", "sqlite", { data });
    const ballast = join(data, "ballast");
    for (let n = 0; n < faults; n++) {
        const { bavail, bsize } = statfsSync(data);
        spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=4096", `count=${Math.ceil((bavail * bsize) / 4096) + 8}`], { stdio: "ignore" });
        assert.ok(existsSync(ballast));
        const account = on.installation.account("x");
        let refused: Awaited<ReturnType<Installation["ask"]>>;
        for (let i = 0; i < 400 && refused?.status !== 503; i++) {
            refused = await on.installation.ask("POST", "/api/v1/items", account.token, {
                network_id: `penuh-${seedNumber}-${n}-${i}`,
                type: "create",
                author: { network_id: "penulis-penuh" },
                text: `Lampu jalan padam di depan halte ${i}`,
                created_at: new Date().toISOString(),
            });
        }
        assert.equal(refused?.status, 503, `a full disk: ${refused?.status} ${refused?.text}`);
        assert.match(refused?.headers.get("retry-after") ?? "", /^\d+$/);
        assert.equal((await on.installation.ask("GET", "/"))?.status, 200, "reading goes on");
        await pause(on.chance.between(300, 1_500));
        rmSync(ballast);
        await goesOn(on, "after the disk was freed");
    }
    await on.finish();
});

test("the clock is set forth and back by hours, also while nothing runs", { timeout: 3_600_000 }, async (t) => {
    const shim = new Shim();
    t.after(() => shim.remove());
    const on = await stage(t, "clock", "sqlite", { environment: shim.environment });
    const hour = 3_600_000;
    const person = on.installation.person("koordinator");
    const form = new URLSearchParams({ login: person.login, password: person.password });
    const signedIn = await on.installation.ask("POST", "/masuk", undefined, form.toString(), { "content-type": "application/x-www-form-urlencoded", origin: on.installation.url });
    const cookie = signedIn!.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
    for (let n = 0; n < faults; n++) {
        for (const hours of [3, -5, 2, 0]) {
            shim.set({ aheadMs: hours * hour });
            if (on.chance.next() < 0.5) {
                await on.installation.kill();
                await on.installation.start();
            }
            await goesOn(on, `the clock ${hours} hours ahead`);
            assert.equal((await on.installation.ask("GET", "/meja", undefined, undefined, { cookie }))?.status, 200, `signed in, ${hours} hours ahead`);
        }
    }
    // What a kill left in the midst of being sent is given up when its lease is over.
    await on.crowd.settle();
    shim.set({ aheadMs: 12 * 60_000 });
    await drained(on.installation);
    shim.set({});
    const falling = on.installation.rows("select cast(a.id as text) as id from events a join events b on b.agency = a.agency and b.position = a.position + 1 where b.id <= a.id");
    assert.deepEqual(falling, [], "ids rise with positions, whatever the clock said");
    await on.finish();
});

for (const engine of ["sqlite", "postgres"] as const)
    test(`a disk that takes 200 ms for each sync, ${engine}`, { timeout: 3_600_000 }, async (t) => {
        const shim = new Shim();
        t.after(() => shim.remove());
        const on = await stage(t, `slow disk ${engine}`, engine, { environment: shim.environment });
        shim.set({ syncMs: 200 });
        const taken: number[] = [];
        for (let n = 0; n < 3 * faults; n++) {
            const begun = Date.now();
            const answer = await on.installation.ask("POST", "/api/v1/items", on.installation.account("x").token, {
                network_id: `lambat-${seedNumber}-${n}`,
                type: "create",
                author: { network_id: "penulis-lambat" },
                text: "Trotoar retak di depan pasar",
                created_at: new Date().toISOString(),
            });
            assert.equal(answer?.status, 200, answer?.text);
            taken.push(Date.now() - begun);
        }
        t.diagnostic(`acknowledged in ${taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)]} ms (median)`);
        await goesOn(on, "on a slow disk");
        await on.finish();
    });
