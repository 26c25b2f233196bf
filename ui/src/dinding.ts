// The wall keeps itself up to date: the stream says that something happened, the list is asked for again, at most once a
// second, and exchanged when it differs. While the stream is away the list is asked for every half minute.
const status = document.querySelector<HTMLElement>("[data-wall]");
const pause = 1_000;
const without = 30_000;
let timer: ReturnType<typeof setTimeout> | undefined;
let waits = false;

async function refresh(): Promise<void> {
    timer = undefined;
    if (document.visibilityState === "hidden") {
        waits = true;
        return;
    }
    try {
        const answer = await fetch("/dinding?bagian=isi", { headers: { Accept: "text/html" } });
        if (answer.redirected) return location.reload(); // signed out
        if (!answer.ok) return;
        const coming = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#dinding");
        const here = document.querySelector("#dinding");
        if (coming && here && coming.outerHTML !== here.outerHTML) here.replaceWith(coming);
    } catch {
        // stays as it is; the next event asks again
    }
}
const soon = () => (timer ??= setTimeout(() => void refresh(), pause));

const source = new EventSource("/dinding/kabar");
source.addEventListener("open", () => status && (status.textContent = status.dataset.live ?? ""));
source.addEventListener("posisi", soon);
source.addEventListener("error", () => status && (status.textContent = status.dataset.lost ?? ""));
setInterval(() => source.readyState !== EventSource.OPEN && soon(), without);
document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && waits) {
        waits = false;
        soon();
    }
});
addEventListener("pagehide", () => source.close(), { once: true });
addEventListener("pageshow", (event) => event.persisted && location.reload());

export {};
