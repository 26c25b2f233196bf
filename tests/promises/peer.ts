// A real mail server that writes down what it took in.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Peer {
    private readonly folder = mkdtempSync(join(tmpdir(), "tanggap-smtp-"));
    private readonly file = join(this.folder, "mails");
    private process: ChildProcess | undefined;

    async start(): Promise<string> {
        this.process = spawn("/usr/bin/python3", ["tests/peers/smtp_peer.py", this.file], { stdio: ["ignore", "pipe", "inherit"] });
        const port = await new Promise<string>((done) => this.process!.stdout!.once("data", (bytes: Buffer) => done(bytes.toString().trim())));
        return `smtp://127.0.0.1:${port}`;
    }
    /** How often each mail was taken in, by the id of the row that its Message-ID (id.agency@host) names. */
    taken(): Map<string, number> {
        const counts = new Map<string, number>();
        if (!existsSync(this.file)) return counts;
        for (const line of readFileSync(this.file, "utf8").split("\n")) {
            if (line === "") continue;
            const id = /^Message-I[dD]: <(\d+)[^@>]*@/m.exec((JSON.parse(line) as { data: string }).data)?.[1] ?? "none";
            counts.set(id, (counts.get(id) ?? 0) + 1);
        }
        return counts;
    }
    stop(): void {
        this.process?.kill("SIGKILL");
        rmSync(this.folder, { recursive: true, force: true });
    }
}
