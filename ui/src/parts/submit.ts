import { say, size, words } from "./words";

/** Sends once; says how much is on its way; keeps the page when there is no signal. */
export function submitOnce(form: HTMLFormElement): void {
    const button = form.querySelector<HTMLButtonElement>("button[data-busy]");
    if (!button) return;
    const label = button.textContent ?? "";
    let sent = false;

    form.addEventListener("submit", (event) => {
        if (sent) return event.preventDefault();
        if (!navigator.onLine) {
            event.preventDefault();
            return say(button, words(button, "offline"));
        }
        if (form.hasAttribute("data-working")) {
            event.preventDefault();
            const by = event.submitter ?? button;
            form.addEventListener("ready", () => form.requestSubmit(by), { once: true });
            return;
        }
        sent = true;
        const files = [...form.elements].flatMap((e) => (e instanceof HTMLInputElement && e.files ? [...e.files] : []));
        const bytes = files.reduce((sum, file) => sum + file.size, 0);
        button.setAttribute("aria-disabled", "true");
        button.textContent = words(button, "busy");
        if (bytes > 0) say(button, words(button, "sending", size(bytes)));
    });

    // Back from the next page, out of the browser's cache.
    addEventListener("pageshow", (event) => {
        if (!event.persisted) return;
        sent = false;
        button.removeAttribute("aria-disabled");
        button.textContent = label;
        say(button, "");
    });
}
