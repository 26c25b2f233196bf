// bin/bench screen: from a network's push to the desk's screen. Signed pushes reach a server whose account stands on the simulated network,
// one after the other and then PER_SECOND (50) together; the time runs from the first byte that is sent until a desk is told the position of
// that report's event (GET /meja/kabar), and once more until the list of an open desk in Chromium has changed. Budget: p95 under 150 ms.
import { execFileSync, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { get } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { World, binary, browser, desktop } from "../e2e/world.ts";

const alone = Number(process.env.ALONE ?? 200);
const together = Number(process.env.TOGETHER ?? 1000);
const perSecond = Number(process.env.PER_SECOND ?? 50);
const seen = Number(process.env.SEEN ?? 40);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const simulated = spawn(binary, ["simulate"], { stdio: ["ignore", "pipe", "inherit"] });
const server = await new Promise<string>((done) => simulated.stdout!.once("data", (bytes: Buffer) => done((JSON.parse(bytes.toString()) as { server: string }).server)));
const world = await World.start("kanal_60_kantor", ["--allow-private-networks"]);
const chromium = await browser();
try {
    const account = world.seeded.accounts.find((each) => each.network === "simulated")!;
    execFileSync(binary, ["account", "connect", "--data", world.data, "--account", account.id, "--field", `server=${server}`, "--field", `token=${account.name}:0`, "--field", "push_secret=rahasia-simulasi", "--allow-private-networks"]);
    const { context, page } = await world.signedIn(chromium, world.staff("coordinator"), desktop);
    const cookie = (await context.cookies()).map((each) => `${each.name}=${each.value}`).join("; ");

    const told: { position: number; at: number }[] = [];
    const stream = get(`${world.url}/meja/kabar`, { headers: { cookie } }, (answer) => {
        let text = "";
        answer.on("data", (bytes: Buffer) => {
            const at = performance.now();
            text += bytes.toString();
            for (let end = text.indexOf("\n\n"); end >= 0; text = text.slice(end + 2), end = text.indexOf("\n\n")) {
                const data = /^data: ?(\d+)$/m.exec(text.slice(0, end))?.[1];
                if (data) told.push({ position: Number(data), at });
            }
        });
    });
    stream.on("error", () => {});

    // Posts that stand on the network, and that nobody would find there by asking.
    const write = async (count: number) =>
        ((await (await fetch(`${server}/_world/posts`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ posts: Array.from({ length: count }, (_, i) => ({ author: `warga${i}`, text: `Berkas ${i}`, mentions: "" })) }) })).json()) as { ids: string[] }).ids;
    const sentAt = new Map<string, number>();
    let refused = 0;
    const push = async (id: string) => {
        const body = JSON.stringify({ type: "create", id, author: `warga${id}`, text: `Sertipikat tanah saya di Kota Bandung belum selesai, berkas nomor ${id} masuk tiga bulan lalu. Mohon dicek.`, to: "", root: id, direct: false, at: new Date().toISOString() });
        const signature = `sha256=${createHmac("sha256", "rahasia-simulasi").update(body).digest("hex")}`;
        sentAt.set(id, performance.now());
        const answer = await fetch(`${world.url}/kait/simulated/${account.id}`, { method: "POST", headers: { "content-type": "application/json", "x-signature": signature }, body });
        if (answer.status !== 200) refused++;
    };
    const report = (title: string, took: number[], wanted: number) => {
        took.sort((a, b) => a - b);
        const at = (share: number) => (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN).toFixed(1);
        console.log(`${title}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${took.length} of ${wanted}${refused ? `, ${refused} refused` : ""})`);
    };
    const tookOf = async (ids: string[]) => {
        const database = new DatabaseSync(join(world.data, "tanggap.db"), { readOnly: true });
        const find = database.prepare("select e.position from items i join events e on e.agency = i.agency and e.subject_kind = 'case' and e.subject = i.case_id and e.kind = 'case.received' where i.account = ? and i.network_id = ?");
        const positionOf = (id: string) => Number((find.get(BigInt(account.id), id) as { position: number } | undefined)?.position ?? 0);
        for (let i = 0; i < 600 && !ids.every((id) => positionOf(id) > 0); i++) await pause(100);
        await pause(500);
        const took = ids.flatMap((id) => {
            const position = positionOf(id);
            const first = told.find((each) => each.position >= position);
            return position > 0 && first ? [first.at - sentAt.get(id)!] : [];
        });
        database.close();
        return took;
    };
    const single = await write(alone);
    for (const id of single) {
        await push(id);
        await pause(60 + Math.random() * 80);
    }
    report("push to the desk's stream, one after the other", await tookOf(single), alone);

    const many = await write(together);
    const began = performance.now();
    for (const [i, id] of many.entries()) {
        await pause(Math.max(0, began + (i * 1000) / perSecond - performance.now()));
        void push(id);
    }
    report(`push to the desk's stream, ${perSecond} a second`, await tookOf(many), together);

    await pause(3000);
    await page.goto(`${world.url}/meja`);
    await page.evaluate(() => {
        const changes: number[] = ((globalThis as any).changes = []);
        new MutationObserver(() => changes.push(performance.timeOrigin + performance.now())).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const shown: number[] = [];
    for (const id of await write(seen)) {
        await pause(1500);
        const from = performance.timeOrigin + performance.now();
        await push(id);
        for (let i = 0; i < 200; i++) {
            const change = (await page.evaluate((after) => ((globalThis as any).changes as number[]).find((at) => at > after), from)) as number | undefined;
            if (change) {
                shown.push(change - from);
                break;
            }
            await pause(20);
        }
    }
    report("push to what an open desk in Chromium shows", shown, seen);
    stream.destroy();
} finally {
    await chromium.close();
    await world.stop();
    simulated.kill("SIGTERM");
}
