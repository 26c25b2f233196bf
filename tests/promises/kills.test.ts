// The server, or an import beside it, is killed at random moments while people work at every door. TANGGAP_KILLS says how
// often in all (half of them on each engine), TANGGAP_SEED_NUMBER repeats a round.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Chance, pause, seedNumber } from "./chance.ts";
import { assertKept, compared, drained } from "./compare.ts";
import { Crowd, Ledger } from "./doors.ts";
import { type Engine, Installation } from "./installation.ts";
import { Peer } from "./peer.ts";
import { Postgres } from "./postgres.ts";
import { Shim } from "./shim.ts";

const kills = Number(process.env.TANGGAP_KILLS ?? 4);

/** A mail whose sender was killed is unknown when its lease is over: five minutes later, by a clock that is set on. */
async function letLeasesEnd(installation: Installation): Promise<void> {
    await installation.stop();
    const shim = new Shim();
    shim.set({ aheadMs: 12 * 60_000 });
    installation.environment = shim.environment;
    await installation.start();
    await drained(installation);
    await installation.stop();
    shim.remove();
    installation.environment = {};
    await installation.start();
}

for (const engine of (process.env.TANGGAP_ENGINES ?? "sqlite,postgres").split(",") as Engine[]) {
    test(`nothing acknowledged is lost and nothing happens twice, ${engine}`, { timeout: 7_200_000 }, async (t) => {
        t.diagnostic(`TANGGAP_SEED_NUMBER=${seedNumber} TANGGAP_KILLS=${kills}`);
        const chance = new Chance(`kills ${engine}`);
        const peer = new Peer();
        const postgres = engine === "postgres" ? new Postgres() : undefined;
        const installation = await Installation.make(engine, postgres, await peer.start());
        t.after(() => {
            installation.remove();
            postgres?.remove();
            peer.stop();
        });
        await installation.start();
        const ledger = new Ledger();
        const crowd = new Crowd(installation, ledger, engine);
        t.after(() => crowd.halt());
        crowd.start();
        const count = { server: 0, import: 0 };
        for (let n = 0; n < Math.ceil(kills / 2); n++) {
            if (n % 4 === 1) crowd.beginImport(200 + chance.below(400));
            await crowd.worksOn(1 + chance.below(25));
            await pause(chance.between(0, 120));
            if (n % 8 === 5 && crowd.killImport()) {
                count.import += 1;
                continue;
            }
            await installation.kill();
            count.server += 1;
            await installation.start();
        }
        await pause(300);
        await crowd.settle();
        await letLeasesEnd(installation);
        await drained(installation);
        const outcome = await compared(installation, ledger, peer);
        const { form, api, import: imported, commands, mails } = outcome.acknowledged;
        t.diagnostic(
            `${engine}: ${count.server} kills of the server, ${count.import} of an import; acknowledged: ${form} forms, ${api} items, ${imported} imported lines, ${commands} commands, ${mails} mails; ` +
                `lost ${outcome.lost.length}, twice ${outcome.twice.length}, half ${outcome.half.length}; ${outcome.unknown} mails wait for a person`,
        );
        assert.ok(form > 0 && api > 0 && commands > 0 && mails > 0, "the round had load at every door");
        assertKept(outcome, ledger, `TANGGAP_SEED_NUMBER=${seedNumber}`);
        await installation.stop();
    });
}
