// The world around a server under test: its wall clock and its disk, changed while it runs.
import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class Shim {
    private readonly folder = mkdtempSync(join(tmpdir(), "tanggap-shim-"));
    private readonly file = join(this.folder, "world");
    private readonly library = join(this.folder, "world_shim.so");

    constructor() {
        chmodSync(this.folder, 0o755); // PostgreSQL runs as somebody else
        execFileSync("clang-19", ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", this.library, "tests/promises/world_shim.c"]);
        this.set({});
    }
    /** Milliseconds that the wall clock is ahead, milliseconds that each sync takes longer. */
    set(world: { aheadMs?: number; syncMs?: number }): void {
        const bytes = Buffer.alloc(16);
        bytes.writeBigInt64LE(BigInt(world.aheadMs ?? 0), 0);
        bytes.writeBigInt64LE(BigInt(world.syncMs ?? 0), 8);
        // Written over, never replaced: the server has the file mapped.
        const handle = openSync(this.file, constants.O_RDWR | constants.O_CREAT, 0o644);
        writeSync(handle, bytes, 0, 16, 0);
        closeSync(handle);
    }
    get environment(): Record<string, string> {
        return { LD_PRELOAD: this.library, TANGGAP_WORLD: this.file };
    }
    remove(): void {
        rmSync(this.folder, { recursive: true, force: true });
    }
}
