// One Tanggap with its data folder and its database on either engine: started, killed, stopped, asked by SQL.
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { binary, freePort, seededCopy, type Seeded } from "../e2e/world.ts";
import { pause } from "./chance.ts";
import { type Postgres, rowsOfPostgres } from "./postgres.ts";

export type Engine = "sqlite" | "postgres";

export interface Answer {
    status: number;
    headers: Headers;
    text: string;
    json: any;
}

export class Installation {
    readonly log = { text: "" };
    readonly url: string;
    private server: ChildProcess | undefined;
    /** Of every start, so that a story may change the world around the process. */
    environment: Record<string, string> = {};
    private readonly address: string;
    readonly engine: Engine;
    readonly data: string;
    readonly database: string | undefined;
    readonly seeded: Seeded;
    private readonly config: string;

    private constructor(engine: Engine, data: string, database: string | undefined, seeded: Seeded, port: number, config: string) {
        this.engine = engine;
        this.data = data;
        this.database = database;
        this.seeded = seeded;
        this.config = config;
        this.address = `127.0.0.1:${port}`;
        this.url = `http://${this.address}`;
    }

    /** Seeded as the demo; `relay` takes its mails. `data` is made when it is not given. */
    static async make(engine: Engine, postgres: Postgres | undefined, relay: string | undefined, data = mkdtempSync(join(tmpdir(), "tanggap-promises-"))): Promise<Installation> {
        const seeded = seededCopy("posko_dpu_dki", data);
        let database: string | undefined;
        if (engine === "postgres") {
            database = postgres!.make(`t${process.pid}_${Date.now()}`);
            const backup = join(data, "seed.backup");
            for (const args of [["backup", backup, "--data", data], ["restore", backup, "--data", data, "--database", database]]) {
                const done = spawnSync(binary, args, { encoding: "utf8", timeout: 120_000 });
                assert.equal(done.status, 0, done.stderr);
            }
            rmSync(backup);
            rmSync(join(data, "tanggap.db"));
        }
        const config = join(data, "tanggap.toml");
        writeFileSync(config, `public_url = "https://lapor.contoh.go.id"\n` + (relay ? `[mail]\nrelay = "${relay}"\nfrom = "lapor@contoh.go.id"\n` : ""));
        return new Installation(engine, data, database, seeded, await freePort(), config);
    }

    /** Another installation's settings over another folder and database. */
    beside(data: string, database: string | undefined, seeded = this.seeded): Promise<Installation> {
        return freePort().then((port) => new Installation(this.engine, data, database, seeded, port, this.config));
    }

    private get where(): string[] {
        return ["--data", this.data, ...(this.database ? ["--database", this.database] : [])];
    }

    launch(): void {
        const args = ["serve", ...this.where, "--config", this.config, "--listen", this.address, "--trusted-proxy", "127.0.0.1"];
        const server = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...this.environment } });
        for (const stream of [server.stdout, server.stderr]) stream.on("data", (bytes: Buffer) => (this.log.text = (this.log.text + bytes.toString()).slice(-20_000)));
        this.server = server;
    }
    async start(): Promise<void> {
        this.launch();
        for (let i = 0; i < 600; i++) {
            if (this.server!.exitCode !== null) throw new Error(`tanggap ended: ${this.log.text}`);
            if (await this.isReady()) return;
            await pause(50);
        }
        throw new Error(`tanggap is not ready: ${this.log.text}`);
    }
    async isReady(): Promise<boolean> {
        return (await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined))?.ok ?? false;
    }
    get isRunning(): boolean {
        return this.server !== undefined && this.server.exitCode === null && this.server.signalCode === null;
    }
    private async end(signal: NodeJS.Signals): Promise<number | null> {
        const server = this.server!;
        if (!this.isRunning) return server.exitCode;
        const ended = new Promise<number | null>((done) => server.once("exit", (code) => done(code)));
        server.kill(signal);
        return await ended;
    }
    /** As a power cut ends it. */
    async kill(): Promise<void> {
        await this.end("SIGKILL");
    }
    async stop(): Promise<void> {
        assert.equal(await this.end("SIGTERM"), 0, this.log.text);
    }
    remove(): void {
        this.server?.kill("SIGKILL");
        rmSync(this.data, { recursive: true, force: true });
    }

    command(...args: string[]): { status: number | null; stdout: string; stderr: string } {
        const [name, ...rest] = args;
        return spawnSync(binary, [name!, ...rest, ...this.where], { encoding: "utf8", timeout: 240_000, maxBuffer: 1 << 26, env: { ...process.env, ...this.environment } });
    }
    spawned(...args: string[]): ChildProcess {
        const [name, ...rest] = args;
        return spawn(binary, [name!, ...rest, ...this.where], { stdio: ["ignore", "pipe", "pipe"] });
    }

    rows(sql: string): Record<string, any>[] {
        if (this.database) return rowsOfPostgres(this.database, sql);
        const file = new DatabaseSync(join(this.data, "tanggap.db"), { readOnly: true });
        try {
            return file.prepare(sql).all() as Record<string, any>[];
        } finally {
            file.close();
        }
    }
    /** The first column of the first row. */
    number(sql: string): number {
        return Number(Object.values(this.rows(sql)[0]!)[0] ?? 0);
    }

    person(login: string) {
        return this.seeded.staff.find((each) => each.login === login)!;
    }
    account(network: string) {
        return this.seeded.accounts.find((each) => each.network === network)!;
    }

    /** Undefined when no whole answer came: nobody knows what became of it. */
    async ask(method: string, path: string, token?: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer | undefined> {
        try {
            const raw = body instanceof Uint8Array || body instanceof FormData || typeof body === "string";
            const answer = await fetch(this.url + path, {
                method,
                redirect: "manual",
                signal: AbortSignal.timeout(60_000),
                headers: {
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
                    ...(body === undefined || body instanceof FormData ? {} : { "content-type": raw ? "application/octet-stream" : "application/json" }),
                    ...headers,
                },
                body: body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body),
            });
            const text = await answer.text();
            let json: any;
            try {
                json = JSON.parse(text);
            } catch {
                json = undefined;
            }
            return { status: answer.status, headers: answer.headers, text, json };
        } catch {
            return undefined;
        }
    }
}
