// The desk's case page: keys (v verify, 1 to 3 the likeliest topics or earlier answers, 4 to 6 the likeliest kinds, e resolve, s assign, n note, ? help, Esc close), where the focus goes, choices that
// follow another, the sentence that the reporter will read, and undo that steps back after ten seconds. The page
// works without it.

const undoFor = 10_000; // milliseconds

function isTyping(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** The likeliest stand first in the list, behind the line that says to choose. */
function chooseLikely(key: number): boolean {
    const [list, number] = key <= 3 ? ["topic", key] : ["kind", key - 3];
    const choices = document.querySelector<HTMLSelectElement>(`select[data-likely][name="${list}"]`);
    if (!choices || number > Number(choices.dataset.likely)) return false;
    choices.selectedIndex = number;
    choices.dispatchEvent(new Event("change", { bubbles: true }));
    choices.scrollIntoView({ block: "nearest" });
    // The focus stays, so that the next key is a key again; who does not see the list hears it.
    const said = document.querySelector("[data-chosen]");
    if (said) said.textContent = choices.selectedOptions[0]?.textContent ?? "";
    return true;
}

function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
        // What is being typed is not thrown away: the first Esc only leaves the field.
        if (isTyping(event.target)) (event.target as HTMLElement).blur();
        else document.querySelector<HTMLElement>("[data-command] [data-close]")?.click();
        return;
    }
    if (isTyping(event.target)) return;
    if (event.key === "?") {
        const help = document.querySelector<HTMLDetailsElement>("#tombol-pintas");
        if (!help) return;
        help.open = !help.open;
        help.querySelector("summary")?.focus();
        event.preventDefault();
        return;
    }
    if (/^[1-6]$/.test(event.key) && chooseLikely(Number(event.key))) event.preventDefault();
    if (!/^[esnv1-3]$/.test(event.key)) return;
    const command = document.querySelector<HTMLElement>(`[data-key="${event.key}"]`);
    if (!command) return;
    event.preventDefault();
    command.click();
}

/** What is wrong first, then the open form, then what was just done. */
function focusWhatMatters(): void {
    const problems = document.querySelector<HTMLElement>("[data-problems]");
    if (problems) {
        problems.focus();
        return;
    }
    if (location.hash === "#tindakan" || new URLSearchParams(location.search).has("lakukan")) {
        document.querySelector<HTMLElement>("[data-command] :is(input:not([type=hidden]), select, textarea)")?.focus();
        return;
    }
    document.querySelector<HTMLElement>("[data-done]")?.focus();
}

/** A button that only loads other choices is pressed for the person when what it follows changes. */
function follow(button: HTMLButtonElement): void {
    const source = document.getElementById(button.dataset.follows ?? "");
    source?.addEventListener("change", () => button.form?.requestSubmit(button));
}

function preview(slot: HTMLElement): void {
    const field = document.getElementById(slot.dataset.preview ?? "");
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    const show = (): void => void (slot.textContent = field.value.trim() || "...");
    field.addEventListener("input", show);
    show();
}

/** An earlier answer goes behind what is written already. */
function insertFrom(button: HTMLButtonElement): void {
    const field = document.getElementById(button.dataset.insert ?? "");
    const answer = document.getElementById(button.dataset.from ?? "");
    if (!(field instanceof HTMLTextAreaElement) || !answer) return;
    button.hidden = false;
    button.addEventListener("click", () => {
        field.value = [field.value.trim(), answer.innerText.trim()].filter((text) => text !== "").join("\n\n");
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.focus();
    });
}

export function caseKeys(): void {
    if (!document.querySelector("[data-case]")) return;
    document.addEventListener("keydown", onKey);
    for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-follows]")) follow(button);
    for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-insert]")) insertFrom(button);
    for (const slot of document.querySelectorAll<HTMLElement>("[data-preview]")) preview(slot);
    const undo = document.querySelector<HTMLElement>("[data-done] form");
    if (undo)
        setTimeout(() => {
            if (!undo.contains(document.activeElement)) undo.hidden = true;
        }, undoFor);
    // A browser that has scrolled to #tindakan takes the focus away once more: it is set after that.
    const last = (): void => void setTimeout(focusWhatMatters, 0);
    if (document.readyState === "complete") last();
    else addEventListener("load", last, { once: true });
}
