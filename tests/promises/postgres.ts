// A PostgreSQL of the tests' own in a temporary folder, reached by a unix socket only, with its usual durable settings.
import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const programs = "/usr/lib/postgresql/15/bin";

export class Postgres {
    private readonly folder: string;
    private readonly isKept: boolean;
    private readonly who: { uid?: number; gid?: number } = {};
    private readonly environment: Record<string, string>;

    /** `environment` is that of the server, from its start on. In `kept` it stays when it is removed, and is found again. */
    constructor(environment: Record<string, string> = {}, kept?: string) {
        this.environment = environment;
        this.isKept = kept !== undefined;
        this.folder = kept ?? mkdtempSync(join(tmpdir(), "tanggap-promises-pg-"));
        const isThere = existsSync(this.data);
        mkdirSync(this.folder, { recursive: true });
        if (process.getuid?.() === 0) {
            const id = (what: string) => Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }));
            this.who = { uid: id("-u"), gid: id("-g") };
            chownSync(this.folder, this.who.uid!, this.who.gid!);
        }
        if (!isThere) this.run("initdb", "-D", this.data, "-U", "tanggap", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        this.start();
    }
    private get data(): string {
        return join(this.folder, "data");
    }
    private run(program: string, ...args: string[]): void {
        const done = spawnSync(join(programs, program), args, { ...this.who, cwd: "/", encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], timeout: 60_000, env: { ...process.env, ...(program === "pg_ctl" ? this.environment : {}) } });
        if (done.status !== 0) throw new Error(`${program}: ${done.stderr ?? done.error}`);
    }
    url(database: string): string {
        return `postgresql:///${database}?host=${this.folder}&user=tanggap`;
    }
    has(database: string): boolean {
        return rowsOfPostgres(this.url("postgres"), `select 1 as n from pg_database where datname = '${database}'`).length > 0;
    }
    make(database: string): string {
        execFileSync(join(programs, "createdb"), ["-h", this.folder, "-U", "tanggap", "-T", "template0", database]);
        return this.url(database);
    }
    start(): void {
        const options = `-c listen_addresses= -c unix_socket_directories=${this.folder} -c max_connections=50 -c shared_buffers=32MB`;
        this.run("pg_ctl", "-D", this.data, "-w", "-s", "-l", join(this.folder, "log"), "-o", options, "start");
    }
    /** fast: sessions are broken off, the rest is orderly. immediate: as a crash. */
    stop(mode: "fast" | "immediate"): void {
        this.run("pg_ctl", "-D", this.data, "-w", "-s", "-m", mode, "stop");
    }
    remove(): void {
        this.stop(this.isKept ? "fast" : "immediate");
        if (!this.isKept) rmSync(this.folder, { recursive: true, force: true });
    }
}

/** Every row of a statement, columns by name; numbers beyond 2^53 must be cast to text in the statement. */
export function rowsOfPostgres(url: string, sql: string): Record<string, any>[] {
    const printed = execFileSync(join(programs, "psql"), ["-XAtq", "-d", url, "-c", `select coalesce(json_agg(t), '[]') from (${sql}) t`], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
    });
    return JSON.parse(printed) as Record<string, any>[];
}
