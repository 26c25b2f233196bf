// A real PDS and app view for channels_bluesky_test (README.md). One JSON line with the address on stdout.
import net from "node:net";

// The package listens on every interface; nothing but this machine may reach it.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (this: net.Server, ...given: any[]) {
    if (typeof given[0] === "number") given = [{ port: given[0], host: "127.0.0.1" }, ...given.filter((each) => typeof each === "function")];
    else if (given[0] && typeof given[0] === "object") given[0] = { ...given[0], host: "127.0.0.1" };
    return listen.apply(this, given as any);
} as typeof listen;

const { TestNetwork } = await import("@atproto/dev-env");
const network = await TestNetwork.create({ dbPostgresSchema: "tanggap" });
for (const name of ["dinas", "warga"]) {
    const body = JSON.stringify({ email: `${name}@contoh.id`, handle: `${name}.test`, password: "rahasia" });
    const made = await fetch(`${network.pds.url}/xrpc/com.atproto.server.createAccount`, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (!made.ok) throw new Error(await made.text());
}
console.log(JSON.stringify({ server: network.pds.url.replace("localhost", "127.0.0.1") }));
