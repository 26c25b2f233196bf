// The desk's list: keys, the side pane without a new page, and rows that change in place. New rows wait behind a
// button while somebody reads.
import htmx from "htmx.org";
import { watchChanges } from "./live";
import { sayPresence } from "./presence";

const find = (selector: string, root: ParentNode = document) => root.querySelector<HTMLElement>(selector);
const rows = (root: ParentNode = document) => [...root.querySelectorAll<HTMLLIElement>("#daftar > ul > li")];
const linkOf = (row: Element) => row.querySelector<HTMLAnchorElement>(".item-who a");
const hasPanes = () => matchMedia("(min-width: 48rem)").matches;
/** Asked for again at least this often: clocks move and people look without any event. */
const refreshAfter = 30_000;
/** A list a second, however much happens; where little happens, at once. */
const pause = 1_000;

async function part(address: string, name: string): Promise<Document | undefined> {
    const url = new URL(address, location.href);
    url.hash = "";
    url.searchParams.set("bagian", name);
    try {
        const answer = await fetch(url, { headers: { Accept: "text/html" } });
        if (answer.redirected) location.reload(); // signed out
        if (!answer.ok || answer.redirected) return undefined;
        return new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
        return undefined; // the list stays as it is; the next change asks again
    }
}

function mark(chosen: Element): void {
    for (const row of rows()) row.toggleAttribute("aria-current", false);
    chosen.setAttribute("aria-current", "true");
}

let asked = 0;
async function choose(row: HTMLLIElement): Promise<void> {
    const link = linkOf(row);
    const pane = find("#laporan");
    if (!link || !pane) return;
    mark(row);
    history.replaceState(null, "", link.href.replace(/#.*$/, ""));
    const turn = ++asked;
    const found = await part(link.href, "ringkasan");
    if (!found || turn !== asked) return; // somebody went on to the next row meanwhile
    pane.replaceChildren(...found.body.childNodes);
    pane.scrollTop = 0;
    htmx.process(pane);
    sayPresence();
}

function isReading(): boolean {
    const list = find("#daftar");
    return !!list && (list.contains(document.activeElement) || list.scrollTop > 0);
}

let waiting: HTMLElement | undefined;

function exchange(list: HTMLElement): void {
    const chosen = rows().find((row) => row.hasAttribute("aria-current"))?.id;
    find("#daftar")?.replaceWith(list);
    const still = chosen && document.getElementById(chosen);
    if (still) mark(still);
    htmx.process(list);
    waiting = undefined;
    const button = find("#baru");
    if (button) button.hidden = true;
}

/** Rows that are there already change where they stand; those that left go, unless they are being read. */
function changeInPlace(list: HTMLElement): void {
    const coming = new Map(rows(list.parentNode ?? list).map((row) => [row.id, row]));
    for (const row of rows()) {
        const now = coming.get(row.id);
        coming.delete(row.id);
        const isRead = row.contains(document.activeElement) || row.hasAttribute("aria-current");
        if (!now && !isRead) row.remove();
        if (now && !isRead) {
            const copy = now.cloneNode(true) as HTMLElement;
            copy.removeAttribute("aria-current"); // somebody went on since the server was asked
            row.replaceWith(copy);
        }
    }
    const button = find("#baru");
    if (!button || coming.size === 0) return;
    waiting = list;
    button.textContent = (button.dataset.words ?? "{}").replace("{}", String(coming.size));
    button.hidden = false;
}

let turns = 0;
let shown = 0; // the turn whose list is on the screen: what was asked before it and comes later is older
async function refresh(): Promise<void> {
    const turn = ++turns;
    const found = await part(location.href, "daftar");
    const list = found && find("#daftar", found);
    if (!found || !list || turn < shown) return;
    shown = turn;
    for (const count of found.querySelectorAll<HTMLElement>("[data-count]")) {
        const old = find(`[data-count="${count.dataset.count}"]`);
        if (old && old.outerHTML !== count.outerHTML) old.replaceWith(count);
    }
    const total = find("#jumlah");
    if (total) total.textContent = find("#jumlah", found)?.textContent ?? "";
    if (isReading()) changeInPlace(list);
    else exchange(list);
}

/**
 * Runs at once while little happens, `burst` times on end and `gap` ms apart; where more happens, once in `ms`. What comes
 * meanwhile is one more turn after it. Counts by a clock that nobody can set back.
 */
function atMostOnceA(ms: number, { burst, gap }: { burst: number; gap: number }, run: () => void): () => void {
    let spent = 0; // the time until which turns were taken in advance
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return () => {
        if (timer !== undefined) return;
        const now = performance.now();
        timer = setTimeout(() => {
            timer = undefined;
            last = performance.now();
            spent = Math.max(spent, last) + ms;
            run();
        }, Math.max(0, last + gap - now, spent - (burst - 1) * ms - now));
    };
}

function move(by: 1 | -1): void {
    const all = rows();
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const from = at >= 0 ? at : all.findIndex((row) => row.hasAttribute("aria-current"));
    const next = all[from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by))];
    if (!next) return;
    linkOf(next)?.focus();
    if (hasPanes()) void choose(next);
}

function onKey(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, dialog")) return;
    const row = target.closest<HTMLElement>("li[data-open]");
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/") find("#cari")?.focus();
    else if (event.key === "?") document.querySelector<HTMLDialogElement>("#tombol")?.showModal();
    else if (event.key === "Enter" && row?.dataset.open && hasPanes()) location.href = row.dataset.open;
    else return;
    event.preventDefault();
}

export function desk(): void {
    if (!find("#daftar")) return;
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", (event) => {
        const row = (event.target as Element).closest<HTMLLIElement>("#daftar li[data-open]");
        const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (!row || !isPlain || !hasPanes()) return;
        event.preventDefault();
        void choose(row);
    });
    const help = find("#buka-tombol");
    if (help) {
        help.hidden = false;
        help.addEventListener("click", () => document.querySelector<HTMLDialogElement>("#tombol")?.showModal());
    }
    find("#baru")?.addEventListener("click", () => waiting && exchange(waiting));

    const again = atMostOnceA(pause, { burst: 4, gap: 60 }, () => void refresh());
    const state = find("#sambungan");
    watchChanges(again, (is) => {
        if (!state) return;
        state.hidden = false;
        state.classList.toggle("live-off", !is);
        state.textContent = (is ? state.dataset.on : state.dataset.off) ?? "";
    });
    setInterval(() => document.visibilityState === "visible" && again(), refreshAfter);
}
