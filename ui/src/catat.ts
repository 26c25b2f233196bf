// Recording by hand, improved: what is read appears beside the words, the draft stays on the device, pictures get
// smaller, Ctrl+Enter sends, and the receipt prints. Without it the form works as it is.
import htmx from "htmx.org";
import { keepDraft } from "./parts/draft";
import { shrinkPhotos } from "./parts/photos";
import { submitOnce } from "./parts/submit";

Object.assign(htmx.config, { allowEval: false, includeIndicatorStyles: false, selfRequestsOnly: true, historyCacheSize: 0 });

for (const control of document.querySelectorAll<HTMLInputElement>("input[type=file][data-shrink]")) shrinkPhotos(control);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) void keepDraft(form);
for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) submitOnce(form);

/** The form's own button, not the one that only shows the reading. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-quick-send]"))
    form.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        form.requestSubmit(form.querySelector<HTMLButtonElement>("button[data-busy]") ?? undefined);
    });

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
    button.focus();
}

document.querySelector<HTMLElement>("[data-problems]")?.focus();

export {};
