// Backups made while people write, put back elsewhere and in place of what had gone on since.
import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Chance, pause, seedNumber } from "./chance.ts";
import { assertKept, compared, drained } from "./compare.ts";
import { Crowd, Ledger } from "./doors.ts";
import { type Engine, Installation } from "./installation.ts";
import { Peer } from "./peer.ts";
import { Postgres } from "./postgres.ts";

const factsOfEvents = (until: number): string =>
    `select cast(id as text) as id, position, subject_kind, cast(subject as text) as subject, kind, at, actor_kind, cast(actor as text) as actor, is_public, data from events where position <= ${until} order by agency, position`;

for (const engine of (process.env.TANGGAP_ENGINES ?? "sqlite,postgres").split(",") as Engine[])
    test(`a backup under load is whole up to a position, and an old one is known as old, ${engine}`, { timeout: 3_600_000 }, async (t) => {
        t.diagnostic(`TANGGAP_SEED_NUMBER=${seedNumber}`);
        const peer = new Peer();
        const postgres = engine === "postgres" ? new Postgres() : undefined;
        const installation = await Installation.make(engine, postgres, await peer.start());
        const elsewhere = mkdtempSync(join(tmpdir(), "tanggap-elsewhere-"));
        t.after(() => {
            installation.remove();
            postgres?.remove();
            peer.stop();
            rmSync(elsewhere, { recursive: true, force: true });
        });
        await installation.start();
        const ledger = new Ledger();
        const crowd = new Crowd(installation, ledger, `backup ${engine}`);
        const chance = new Chance(`backup ${engine}`);
        t.after(() => crowd.halt());
        crowd.start();
        await crowd.worksOn(20);
        const backup = join(installation.data, "under-load.backup");
        const made = installation.spawned("backup", backup);
        assert.equal(await new Promise((done) => made.once("exit", done)), 0, "a backup while the server works");
        await crowd.worksOn(20);
        await pause(chance.between(0, 300));
        await crowd.settle();
        await drained(installation);

        // Elsewhere: with the key, the pictures and nothing of what this installation remembers.
        for (const file of ["vault.key", "media"]) cpSync(join(installation.data, file), join(elsewhere, file), { recursive: true, preserveTimestamps: true });
        const other = await installation.beside(elsewhere, postgres?.make(`e${process.pid}_${Date.now()}`));
        const restored = other.command("restore", backup);
        assert.equal(restored.status, 0, restored.stderr);
        const until = other.number("select max(position) from events");
        const reached = installation.number("select max(position) from events");
        assert.ok(until > 0 && until < reached, `the backup ends at ${until} of ${reached}`);
        assert.deepEqual(other.rows(factsOfEvents(until)), installation.rows(factsOfEvents(until)), "every event up to its last position");
        const checked = other.command("rebuild", "--check");
        assert.equal(checked.status, 0, checked.stdout + checked.stderr);
        assert.equal(other.number("select count(*) from cases"), other.number("select count(*) from events where kind = 'case.received'"));

        // In place: everything since is known to be missing.
        await installation.stop();
        const mails = peer.taken();
        const refused = installation.command("restore", backup, "--replace");
        assert.equal(refused.status, 1);
        assert.match(refused.stderr, /restore\.older/);
        assert.match(refused.stderr, new RegExp(`ends at position ${until} of .* had reached ${reached} on .*: ${reached - until} events are missing`));
        assert.equal(installation.number("select max(position) from events"), reached, "nothing was changed");
        if (engine === "sqlite") {
            // By other means than the command: the server does not start over it.
            for (const file of ["tanggap.db-wal", "tanggap.db-shm"]) rmSync(join(installation.data, file), { force: true });
            copyFileSync(backup, join(installation.data, "tanggap.db"));
            await assert.rejects(installation.start(), /database\.older/);
            const accepted = installation.command("restore", "--accept-old");
            assert.equal(accepted.status, 0, accepted.stderr);
        } else {
            const accepted = installation.command("restore", backup, "--replace", "--accept-old");
            assert.equal(accepted.status, 0, accepted.stderr);
        }
        assert.equal(installation.number("select count(*) from outgoing where state in ('queued', 'sending')"), 0, "no mail is sent by itself that may have been sent");
        assert.equal(installation.number("select count(*) from events where kind = 'database.put_back'"), 1, "the trail says so");
        assert.equal(installation.number("select count(*) from sessions"), 0);
        await installation.start();
        await pause(1_500);
        const sent = [...peer.taken().keys()].filter((id) => !mails.has(id));
        assert.deepEqual(sent.map((id) => installation.rows(`select cast(o.id as text) as id, o.template, o.state, o.channel, o.attempts, o.problem, o.created_at, o.changed_at, e.kind, e.position, e.at from outgoing o left join events e on e.agency = o.agency and e.id = o.event where o.id = ${id}`)), [], "and none was");
        assert.deepEqual(peer.taken(), mails);

        // Work goes on from there, and is kept as ever; what was lost is not asked for.
        const later = new Ledger();
        const crew = new Crowd(installation, later, `after ${engine}`);
        t.after(() => crew.halt());
        crew.start();
        await crew.worksOn(15);
        await crew.settle();
        await drained(installation);
        const kept = await compared(installation, later, { taken: () => new Map([...peer.taken()].filter(([id]) => !mails.has(id))) } as Peer);
        // Mails that had gone out since the backup have no row any more, and those before it were counted then.
        kept.lost = kept.lost.filter((line) => !/^mail \d+ is said to be sent$/.test(line) || !mails.has(line.split(" ")[1]!));
        t.diagnostic(`${engine}: backup at ${until}, reached ${reached}; ${kept.unknown} mails wait for a person; afterwards lost ${kept.lost.length}, twice ${kept.twice.length}, half ${kept.half.length}`);
        assertKept(kept, later, `TANGGAP_SEED_NUMBER=${seedNumber}`);
        await installation.stop();
    });
