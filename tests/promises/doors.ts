// People and programs at every door, each writing down what was acknowledged to it. One that got no answer sends the
// same again, as a browser, a connector or an operator would; a few give up and never come back.
import assert from "node:assert/strict";
import { type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawnPhoto } from "../e2e/world.ts";
import { Chance, pause, seedNumber } from "./chance.ts";
import { type Answer, type Installation } from "./installation.ts";

/** Something that a client sent. Acknowledged: the answer arrived whole. */
export interface Sent {
    door: "form" | "api" | "import";
    networkId: string;
    account: string;
    code?: string;
    acknowledged: boolean;
    /** Nobody will send it again. */
    abandoned: boolean;
    photos: number;
    email: boolean;
}

/** A case that somebody works on: the kinds of events that its commands must have left, in their order. */
export interface Worked {
    code: string;
    kinds: string[];
    notes: string[];
    commands: number;
}

export class Ledger {
    readonly sent: Sent[] = [];
    readonly worked: Worked[] = [];
    readonly wrong: string[] = [];
    /** Acknowledgements so far, of every door. */
    progress = 0;
    /** Answers that are neither yes nor "later". */
    refused(what: string, answer: Answer): void {
        this.wrong.push(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
    count(door: Sent["door"]): number {
        return this.sent.filter((each) => each.door === door && each.acknowledged).length;
    }
}

const troubles = ["Jalan berlubang", "Lampu jalan padam", "Trotoar retak", "Saluran air tersumbat", "Marka jalan pudar", "Rambu roboh"];
const places = ["Jl. Tebet Barat VIII, Tebet Barat", "Jl. Kramat Raya, Senen", "Jl. Pemuda, Rawamangun", "Jl. Daan Mogot, Cengkareng", "Jl. Fatmawati, Cilandak"];

const words = (chance: Chance, n: string): string => `${chance.of(troubles)} di dekat ${chance.of(["pasar", "sekolah", "halte", "puskesmas"])} nomor ${n}, mohon diperbaiki`;

export class Crowd {
    private stopping = false;
    private halted = false;
    private readonly running: Promise<void>[] = [];
    private readonly imports: { file: string; ids: string[]; done: boolean; said: string }[] = [];
    private importing: ChildProcess | undefined;
    private readonly offices: string[];
    readonly installation: Installation;
    readonly ledger: Ledger;
    private readonly name: string;

    constructor(installation: Installation, ledger: Ledger, name: string) {
        this.installation = installation;
        this.ledger = ledger;
        this.name = name;
        this.offices = installation.rows("select cast(id as text) as id from offices where active = 1 order by id").map((row) => row.id as string);
    }

    start(): void {
        for (let i = 0; i < 3; i++) this.running.push(this.reports(`form ${i}`));
        for (let i = 0; i < 2; i++) this.running.push(this.posts(`api ${i}`));
        for (let i = 0; i < 2; i++) this.running.push(this.works(`desk ${i}`));
    }
    /** Until so many more were acknowledged, at most some seconds. */
    async worksOn(count: number, ms = 10_000): Promise<void> {
        const goal = this.ledger.progress + count;
        for (const end = Date.now() + ms; this.ledger.progress < goal && Date.now() < end; ) await pause(5);
    }
    /** After a failure: everybody goes home at once. */
    halt(): void {
        this.stopping = this.halted = true;
        this.killImport();
    }
    /** What was begun is brought to its end; nothing new begins. */
    async settle(): Promise<void> {
        this.stopping = true;
        await Promise.all(this.running);
        await this.finishImports();
    }

    /** Until it is acknowledged, or its sender gives up after an answer that never came. */
    private async insist(chance: Chance, once: () => Promise<Answer | undefined>, what: string): Promise<Answer | undefined> {
        for (;;) {
            if (this.halted) return undefined;
            const answer = await once();
            if (answer && answer.status < 400) {
                this.ledger.progress += 1;
                return answer;
            }
            if (answer && answer.status !== 503 && answer.status !== 429) {
                this.ledger.refused(what, answer);
                return undefined;
            }
            if (answer?.status === 503 && !answer.headers.get("retry-after")) this.ledger.wrong.push(`${what}: 503 without Retry-After`);
            if (!answer && chance.next() < 0.05) return undefined;
            await pause(30);
        }
    }

    private async reports(worker: string): Promise<void> {
        const chance = new Chance(this.name + worker);
        for (let n = 0; !this.stopping; n++) {
            const key = chance.key();
            const email = chance.next() < 0.4 ? `warga${seedNumber}.${worker.slice(-1)}.${n}@contoh.id` : undefined;
            const photo = chance.next() < 0.25 ? drawnPhoto("lubang.jpg", chance.below(400)) : undefined;
            const sent: Sent = { door: "form", networkId: `form-${key}`, account: this.installation.account("form").id, acknowledged: false, abandoned: false, photos: photo ? 1 : 0, email: !!email };
            this.ledger.sent.push(sent);
            const text = words(chance, `${worker}-${n}`);
            const place = chance.of(places);
            const address = `10.${chance.below(250)}.${chance.below(250)}.${chance.below(250)}`;
            const answer = await this.insist(
                chance,
                async () => {
                    const form = new FormData();
                    for (const [field, value] of Object.entries({ kunci: key, isi: text, tempat: place, identitas: "public", surel: email ?? "", hp: "", lat: "", lon: "", situs: "" })) form.append(field, value);
                    if (photo) form.append("foto", new Blob([new Uint8Array(photo.buffer)], { type: photo.mimeType }), photo.name);
                    return await this.installation.ask("POST", "/lapor", undefined, form, { "x-forwarded-for": address });
                },
                "form",
            );
            sent.acknowledged = answer !== undefined;
            sent.abandoned = !answer;
            sent.code = /\/lacak\/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(answer?.headers.get("location") ?? "")?.[1];
            if (answer && !sent.code) this.ledger.refused("form", answer);
            await pause(chance.between(5, 60));
        }
    }

    private async posts(worker: string): Promise<void> {
        const chance = new Chance(this.name + worker);
        const account = this.installation.account("x");
        for (let n = 0; !this.stopping; n++) {
            const count = chance.next() < 0.5 ? 1 : 2 + chance.below(12);
            const items = Array.from({ length: count }, (_, i) => ({
                network_id: `uji-${seedNumber}-${this.name}-${worker}-${n}-${i}`,
                type: "create",
                author: { network_id: `penulis-${seedNumber}-${this.name}-${worker}-${n}-${i}`, name: "Warga Uji" },
                text: words(chance, `${worker}-${n}-${i}`),
                created_at: new Date().toISOString(),
            }));
            const batch: Sent[] = items.map((item) => ({ door: "api", networkId: item.network_id, account: account.id, acknowledged: false, abandoned: false, photos: 0, email: false }));
            this.ledger.sent.push(...batch);
            const answer = await this.insist(
                chance,
                async () =>
                    count === 1
                        ? await this.installation.ask("POST", "/api/v1/items", account.token, items[0])
                        : await this.installation.ask("POST", "/api/v1/items", account.token, items.map((item) => JSON.stringify(item)).join("\n"), { "content-type": "application/x-ndjson" }),
                "items",
            );
            const lines = answer?.text.trimEnd().split("\n") ?? [];
            batch.forEach((sent, i) => {
                sent.abandoned = !answer;
                if (!answer) return;
                const line = JSON.parse(lines[i] ?? "{}") as { state?: string; case?: string | null };
                sent.acknowledged = line.state === "accepted" || line.state === "known";
                sent.code = line.case ?? undefined;
                if (!sent.acknowledged) this.ledger.wrong.push(`items: ${lines[i]}`);
            });
            await pause(chance.between(5, 60));
        }
    }

    /** The whole life of one case after the other; every command at the version that was seen. */
    private async works(worker: string): Promise<void> {
        const chance = new Chance(this.name + worker);
        const coordinator = this.installation.person("koordinator").token;
        const operator = this.installation.person("operator").token;
        const taken = new Set<string>();
        while (!this.stopping) {
            const mine = this.ledger.sent.find((each) => each.acknowledged && each.code && each.door === "api" && !taken.has(each.code) && each.networkId.includes(worker.endsWith("0") ? "api 0" : "api 1"));
            if (!mine?.code) {
                await pause(20);
                continue;
            }
            taken.add(mine.code);
            const worked: Worked = { code: mine.code, kinds: ["case.received"], notes: [], commands: 0 };
            this.ledger.worked.push(worked);
            const note = `catatan ${seedNumber} ${this.name} ${worker} ${taken.size}`;
            const steps: { token: string; body: Record<string, unknown>; kinds: string[]; state?: string }[] = [
                { token: coordinator, body: { do: "verify", kind: "question", topic: "jalan-berlubang", no_place: true, public_text: "Pertanyaan warga" }, kinds: ["case.verified"], state: "verified" },
                { token: coordinator, body: { do: "assign", office: chance.of(this.offices) }, kinds: ["case.assigned"], state: "assigned" },
                { token: operator, body: { do: "start" }, kinds: ["case.started"], state: "in_progress" },
                { token: operator, body: { do: "note", text: note }, kinds: ["case.noted"] },
                { token: operator, body: { do: "ask", question: "Di sisi mana?" }, kinds: ["case.asked"], state: "awaiting_reporter" },
                { token: operator, body: { do: "answered", answer: "Sisi utara" }, kinds: ["case.answered"], state: "in_progress" },
                { token: operator, body: { do: "resolve", proof: { kind: "answer", note: "Sudah dijadwalkan petugas." } }, kinds: ["case.resolved"], state: "resolved" },
            ];
            for (const step of steps.slice(0, 2 + chance.below(steps.length - 1))) {
                if (!(await this.step(mine.code, step, worked))) break;
                await pause(chance.between(2, 30));
            }
        }
    }

    private async look(code: string): Promise<any> {
        for (;;) {
            if (this.halted) return undefined;
            const answer = await this.installation.ask("GET", `/api/v1/cases/${code}`, this.installation.person("koordinator").token);
            if (answer?.status === 200) return answer.json;
            if (answer && answer.status !== 503) {
                this.ledger.refused(`case ${code}`, answer);
                return undefined;
            }
            await pause(30);
        }
    }

    private async step(code: string, step: { token: string; body: Record<string, unknown>; kinds: string[]; state?: string }, worked: Worked): Promise<boolean> {
        const before = await this.look(code);
        if (!before) return false;
        const done = (): true => {
            worked.kinds.push(...step.kinds);
            worked.commands += 1;
            this.ledger.progress += 1;
            if (step.body.do === "note") worked.notes.push(step.body.text as string);
            return true;
        };
        for (let unclear = false; ; ) {
            if (this.halted) return false;
            // A note changes no version: who did not hear that it was taken looks before writing it again.
            if (unclear && step.body.do === "note" && JSON.stringify((await this.look(code)) ?? "").includes(step.body.text as string)) return done();
            const answer = await this.installation.ask("POST", `/api/v1/cases/${code}/events`, step.token, { version: before.version, ...step.body });
            if (answer?.status === 200) return done();
            if (!answer || answer.status === 503) {
                unclear = true;
                await pause(30);
                continue;
            }
            // The version that was seen is over: it was done, and only the answer was lost.
            if (unclear && answer.status === 409) {
                const now = await this.look(code);
                if (now?.state === step.state && now.version === before.version + 1) return done();
            }
            this.ledger.refused(`${step.body.do} ${code} in ${before.state}`, answer);
            return false;
        }
    }

    /** A register of some lines begins to be imported beside the server. */
    beginImport(lines: number): void {
        if (this.importing) return;
        const number = this.imports.length;
        const ids = Array.from({ length: lines }, (_, i) => `${seedNumber}-${this.name}-${number}-${i}`);
        const file = join(this.installation.data, `register-${number}.csv`);
        const today = new Date().toISOString();
        writeFileSync(file, "nomor,waktu,isi\n" + ids.map((id) => `${id},${today},Jalan berlubang di dekat halte nomor ${id}\n`).join(""));
        this.imports.push({ file, ids, done: false, said: "" });
        this.runImport(this.imports.at(-1)!);
    }
    private runImport(job: { file: string; done: boolean; said: string }): void {
        const child = this.installation.spawned("import", job.file, "--account", this.installation.account("instagram").id, "--columns", "text=isi,created_at=waktu,id=nomor");
        let printed = "";
        child.stdout!.on("data", (bytes: Buffer) => (printed += bytes.toString()));
        let said = "";
        child.stderr!.on("data", (bytes: Buffer) => (said = (said + bytes.toString()).slice(-2_000)));
        this.importing = child;
        child.once("close", (code) => {
            job.said = `exit ${code}: ${said}`;
            if (code === 0) {
                job.done = true;
                const counts = JSON.parse(printed) as { read: number; accepted: number; known: number };
                if (counts.accepted + counts.known !== counts.read) this.ledger.wrong.push(`import: ${printed}`);
            }
            if (this.importing === child) this.importing = undefined;
        });
    }
    killImport(): boolean {
        return this.importing?.kill("SIGKILL") ?? false;
    }
    private async importEnds(): Promise<void> {
        while (this.importing) await pause(20);
    }
    /** A cut-off import is given again, until it is through. */
    private async finishImports(): Promise<void> {
        await this.importEnds();
        for (const job of this.imports) {
            for (let tries = 0; !job.done && tries < 5; tries++) {
                this.runImport(job);
                await this.importEnds();
            }
            assert.ok(job.done, `${job.file} was not imported: ${job.said}`);
            for (const id of job.ids)
                this.ledger.sent.push({ door: "import", networkId: id, account: this.installation.account("instagram").id, acknowledged: true, abandoned: false, photos: 0, email: false });
        }
    }
}
