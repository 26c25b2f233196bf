// npm's telegram-test-api on a free port of this machine; the port is the first line of the output.
// A citizen speaks to it by POST /sendMessage and /sendCallback, and reads by POST /getUpdates.
import { createServer } from "node:net";
import { createRequire } from "node:module";

interface TelegramServer {
    start(): Promise<void>;
}
const Server = createRequire(import.meta.url)("telegram-test-api") as new (config: { port: number; host: string }) => TelegramServer;

const port = await new Promise<number>((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
});
await new Server({ port, host: "127.0.0.1" }).start();
console.log(port);
