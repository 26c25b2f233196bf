// One event stream for all tabs of a browser: the tab that holds the lock listens and tells the others, for over
// HTTP/1.1 a browser has six connections to a server. Where there are no locks, each visible tab listens itself.

interface News {
    connected?: boolean;
    position?: number;
    ask?: boolean;
}

const address = "/meja/kabar";
const name = "tanggap-kabar";
const againAfter = 15_000;

/** Calls `changed` whenever something happened since it was last called, and once at the beginning. */
export function watchChanges(changed: () => void, connected: (is: boolean) => void): void {
    const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : undefined;
    let known: News = {};
    let leads = false;

    const hear = (news: News) => {
        if (news.connected !== undefined) connected(news.connected);
        if (news.position !== undefined && news.position !== known.position) changed();
        known = { ...known, ...news };
    };
    const say = (news: News) => {
        hear(news);
        channel?.postMessage(news);
    };
    const listen = () => {
        leads = true;
        const source = new EventSource(address);
        source.addEventListener("open", () => say({ connected: true }));
        source.addEventListener("posisi", (event) => say({ position: Number((event as MessageEvent<string>).data) }));
        source.addEventListener("error", () => {
            say({ connected: false });
            if (source.readyState === EventSource.CLOSED) setTimeout(listen, againAfter); // refused, or signed out
        });
        addEventListener("pagehide", () => source.close(), { once: true });
    };
    channel?.addEventListener("message", (event: MessageEvent<News>) => {
        if (!event.data.ask) hear(event.data);
        else if (leads) channel.postMessage({ connected: known.connected, position: known.position });
    });
    // Back from the browser's cache: the stream was closed and the list may be old.
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    if (channel && "locks" in navigator) {
        void navigator.locks.request(name, () => new Promise<never>(() => listen()));
        channel.postMessage({ ask: true });
    } else {
        listen();
    }
}
