// A server of the fediverse written by others, on this machine and over plain http: people who follow, mention and read. Its keys are
// kept in a file.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { Accept, Create, createFederation, Delete, Endpoints, exportJwk, type Federation, generateCryptoKeyPair, importJwk, MemoryKvStore, Note, Person } from "@fedify/fedify";
import { freePort } from "../e2e/world.ts";

export class Elsewhere {
    url = "";
    readonly accepted: Accept[] = [];
    readonly created: Create[] = [];
    readonly deleted: Delete[] = [];
    private server: Server | undefined;
    readonly federation: Federation<void>;
    private readonly keyFile: string;

    constructor(keyFile: string, firstKnock: "rfc9421" | "draft-cavage-http-signatures-12") {
        this.keyFile = keyFile;
        this.federation = createFederation<void>({ kv: new MemoryKvStore(), allowPrivateAddress: true, firstKnock });
        this.federation
            .setActorDispatcher("/users/{identifier}", async (ctx, identifier) => {
                const keys = await ctx.getActorKeyPairs(identifier);
                return new Person({
                    id: ctx.getActorUri(identifier),
                    preferredUsername: identifier,
                    name: "Budi Santoso",
                    inbox: ctx.getInboxUri(identifier),
                    endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
                    publicKey: keys[0]?.cryptographicKey ?? null,
                });
            })
            .setKeyPairsDispatcher(async () => [await this.keys()]);
        this.federation.setObjectDispatcher(Note, "/users/{identifier}/notes/{note}", (ctx, values) => this.notes.get(ctx.getObjectUri(Note, values).href) ?? null);
        this.federation
            .setInboxListeners("/users/{identifier}/inbox", "/inbox")
            .on(Accept, (_, accept) => void this.accepted.push(accept))
            .on(Create, (_, create) => void this.created.push(create))
            .on(Delete, (_, deletion) => void this.deleted.push(deletion));
    }
    readonly notes = new Map<string, Note>();

    private async keys(): Promise<CryptoKeyPair> {
        if (!existsSync(this.keyFile)) {
            const made = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
            writeFileSync(this.keyFile, JSON.stringify({ privateKey: await exportJwk(made.privateKey), publicKey: await exportJwk(made.publicKey) }));
        }
        const kept = JSON.parse(readFileSync(this.keyFile, "utf8")) as { privateKey: JsonWebKey; publicKey: JsonWebKey };
        return { privateKey: await importJwk(kept.privateKey, "private"), publicKey: await importJwk(kept.publicKey, "public") };
    }
    async start(): Promise<void> {
        const port = await freePort();
        this.url = `http://127.0.0.1:${port}`;
        this.server = createServer((request, response) => {
            const pieces: Buffer[] = [];
            request.on("data", (piece: Buffer) => pieces.push(piece));
            request.on("end", () => {
                const body = Buffer.concat(pieces);
                const asked = new Request(this.url + request.url, {
                    method: request.method!,
                    headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string]),
                    ...(body.length > 0 ? { body } : {}),
                });
                void this.federation.fetch(asked, { contextData: undefined }).then(async (answer) => {
                    response.writeHead(answer.status, Object.fromEntries(answer.headers));
                    response.end(Buffer.from(await answer.arrayBuffer()));
                });
            });
        }).listen(port, "127.0.0.1");
    }
    context() {
        return this.federation.createContext(new URL(this.url), undefined);
    }
    stop(): void {
        this.server?.closeAllConnections();
        this.server?.close();
    }
}
