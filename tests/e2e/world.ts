// A running Tanggap with a seeded agency, and a browser: what every story needs. The binary is $TANGGAP.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

export const binary = process.env.TANGGAP ?? "build/dev/tanggap";

export interface Seeded {
    agency: { id: string; name: string };
    staff: { login: string; password: string; role: string; office: string; token: string }[];
    accounts: { id: string; network: string; name: string; token: string }[];
}

/** A drawn photo of the scenario, different for each number, with metadata that must not survive. */
export function drawnPhoto(name: string, number: number): { name: string; mimeType: string; buffer: Buffer } {
    const folder = "data/scenarios/posko_dpu_dki/photos";
    const files = readdirSync(folder).filter((file) => file.endsWith(".jpg")).sort();
    const jpeg = readFileSync(join(folder, files[number % files.length]!));
    // One entry of the quantisation table, so that the pixels are nobody else's; a comment as a camera leaves it.
    const table = jpeg.indexOf(Buffer.from([0xff, 0xdb]));
    jpeg[table + 5 + 20] = Math.min(255, jpeg[table + 5 + 20]! + 1 + (number % 40));
    const note = Buffer.from("RAHASIA Exif 3174015203900001");
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note]);
    return { name, mimeType: "image/jpeg", buffer: Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]) };
}

/** Below the range from which systems take ports for connections: a server that is started again finds its own free. */
export async function freePort(): Promise<number> {
    for (;;) {
        const port = 12_000 + Math.floor(Math.random() * 20_000);
        const isFree = await new Promise<boolean>((done) => {
            const server = createServer();
            server.once("error", () => done(false));
            server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
        });
        if (isFree) return port;
    }
}

/** Seeds once for each build of the binary and copies that: seeding plays twelve months. */
export function seededCopy(scenario: string, data: string): Seeded {
    const prepared = process.env.TANGGAP_SEED; // a folder seeded earlier, with its demo.json: for short turns
    if (prepared) {
        mkdirSync(data, { recursive: true });
        cpSync(prepared, data, { recursive: true, preserveTimestamps: true });
        return JSON.parse(readFileSync(join(prepared, "demo.json"), "utf8")) as Seeded;
    }
    const stamp = `${scenario}-${Math.round(statSync(binary).mtimeMs)}`;
    const kept = join(tmpdir(), `tanggap-seed-${stamp}`);
    if (!existsSync(kept)) {
        const making = mkdtempSync(join(tmpdir(), "tanggap-seeding-"));
        const printed = execFileSync(binary, ["seed", scenario, "--data", making], { encoding: "utf8", maxBuffer: 1 << 26 });
        writeFileSync(join(making, "demo.json"), printed);
        try {
            renameSync(making, kept);
        } catch {
            rmSync(making, { recursive: true, force: true }); // another story was faster
        }
    }
    mkdirSync(data, { recursive: true });
    cpSync(kept, data, { recursive: true, preserveTimestamps: true });
    return JSON.parse(readFileSync(join(kept, "demo.json"), "utf8")) as Seeded;
}

export class World {
    readonly data: string;
    readonly url: string;
    readonly seeded: Seeded;
    readonly log: { text: string };
    private server: ChildProcess;
    private readonly port: number;
    private readonly flags: string[];

    private constructor(data: string, seeded: Seeded, server: ChildProcess, port: number, log: { text: string }, flags: string[]) {
        this.data = data;
        this.url = `http://127.0.0.1:${port}`;
        this.seeded = seeded;
        this.server = server;
        this.port = port;
        this.log = log;
        this.flags = flags;
    }

    /** `flags` are given to `serve` besides the data and the address. */
    static async start(scenario = "posko_dpu_dki", flags: string[] = []): Promise<World> {
        const data = mkdtempSync(join(tmpdir(), "tanggap-e2e-"));
        const seeded = seededCopy(scenario, data);
        const port = await freePort();
        const log = { text: "" };
        const world = new World(data, seeded, World.serve(data, port, log, flags), port, log, flags);
        await world.ready();
        return world;
    }

    private static serve(data: string, port: number, log: { text: string }, flags: string[]): ChildProcess {
        const server = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--no-learn-at-night", ...flags], { stdio: ["ignore", "pipe", "pipe"] });
        for (const stream of [server.stdout, server.stderr]) stream?.on("data", (bytes: Buffer) => (log.text += bytes.toString()));
        return server;
    }

    private async ready(): Promise<void> {
        for (let i = 0; i < 300; i++) {
            if (this.server.exitCode !== null) throw new Error(`tanggap ended: ${this.log.text}`);
            const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
            if (answer?.ok) return;
            await new Promise((r) => setTimeout(r, 100));
        }
        throw new Error(`tanggap is not ready: ${this.log.text}`);
    }

    /** Kills the server as a power cut would, and starts it again on the same data. */
    async killAndRestart(): Promise<void> {
        const ended = new Promise((r) => this.server.once("exit", r));
        this.server.kill("SIGKILL");
        await ended;
        this.server = World.serve(this.data, this.port, this.log, this.flags);
        await this.ready();
    }

    async stop(): Promise<number | null> {
        const ended = new Promise<number | null>((r) => this.server.once("exit", (code) => r(code)));
        this.server.kill("SIGTERM");
        const code = await ended;
        rmSync(this.data, { recursive: true, force: true });
        return code;
    }

    staff(role: string, office?: string) {
        const found = this.seeded.staff.find((s) => s.role === role && (office === undefined || s.office.includes(office)));
        if (!found) throw new Error(`no ${role} in the seed`);
        return found;
    }

    account(network = "form") {
        const found = this.seeded.accounts.find((a) => a.network === network);
        if (!found) throw new Error(`no ${network} account in the seed`);
        return found;
    }

    /** Somebody of the staff at a browser of their own, signed in at the desk. */
    async signedIn(chromium: Browser, who: { login: string; password: string }, options: BrowserContextOptions = desktop): Promise<{ context: BrowserContext; page: Page }> {
        const context = await chromium.newContext(options);
        const page = await context.newPage();
        await page.goto(`${this.url}/masuk`);
        await page.fill("input[name=login]", who.login);
        await page.fill("input[name=password]", who.password);
        await page.locator("main button").first().click();
        await page.waitForURL(/\/meja/);
        return { context, page };
    }

    async api(method: string, path: string, token?: string, body?: unknown, headers: Record<string, string> = {}) {
        const raw = body instanceof Uint8Array || typeof body === "string";
        const answer = await fetch(this.url + path, {
            method,
            headers: {
                ...(token ? { authorization: `Bearer ${token}` } : {}),
                ...(body === undefined ? {} : { "content-type": raw ? "application/octet-stream" : "application/json" }),
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
    }
}

/** What a program says first: where it listens. */
export async function firstLine(program: ChildProcess): Promise<string> {
    let text = "";
    for await (const bytes of program.stdout!) {
        text += String(bytes);
        if (text.includes("\n")) break;
    }
    return text.split("\n")[0]!;
}

/** Chromium without what draws its own windows: the same pages at less than half of the processor's time. $CHROMIUM is used instead. */
export async function browser(): Promise<Browser> {
    return await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "id-ID" };
export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: "id-ID" };

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Ends what is changing colour: halfway from light to dark the ink of a button is still on the paper of the other. */
async function settle(page: Page): Promise<void> {
    await page.evaluate(() => {
        for (const animation of document.getAnimations()) if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    });
}

/** Everything axe finds on the page, as one line each. Runs in its own world: the page's strict CSP stays in force. */
export async function axe(page: Page): Promise<string[]> {
    await settle(page);
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    await session.send("Runtime.evaluate", { expression: axeSource, contextId: executionContextId });
    const result = await session.send("Runtime.evaluate", {
        expression: "axe.run(document, { resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | '))))",
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
    });
    await session.detach();
    if (result.exceptionDetails) throw new Error(`axe did not run: ${JSON.stringify(result.exceptionDetails)}`);
    return JSON.parse(result.result.value as string) as string[];
}

/** axe for a page of a browser without JavaScript: what it got, without scripts, in one that can run axe. */
export async function axeOfScriptless(page: Page, options: BrowserContextOptions): Promise<string[]> {
    const context = await page.context().browser()!.newContext({ ...options, javaScriptEnabled: true });
    const copy = await context.newPage();
    const html = (await page.content()).replace(/<script[^>]*><\/script>/g, "");
    await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
    await copy.goto(page.url());
    const found = await axe(copy);
    await context.close();
    return found;
}

/** True when the page can be scrolled sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
    return await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

export async function saveShot(page: Page, name: string): Promise<void> {
    const folder = process.env.SHOTS;
    if (!folder) return;
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** The page as it is now: kept as a picture for whoever asked, nothing for axe to find, nothing to scroll sideways. */
export async function looksRight(page: Page, name: string, scriptless?: BrowserContextOptions): Promise<void> {
    await saveShot(page, name);
    assert.deepEqual(scriptless ? await axeOfScriptless(page, scriptless) : await axe(page), [], name);
    assert.equal(await scrollsSideways(page), false, `${name} scrolls sideways`);
}
