import { type Draft, dropDraft, findDraft, saveDraft } from "./store";
import { say, words } from "./words";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controls(form: HTMLFormElement): Control[] {
    return [...form.elements].filter((each): each is Control => {
        if (!(each instanceof HTMLInputElement)) return each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement;
        const kept = each.type !== "password" && each.type !== "submit";
        return kept && each.name !== "" && (each.type !== "hidden" || "draft" in each.dataset);
    });
}

const isPick = (each: Control): each is HTMLInputElement => each instanceof HTMLInputElement && ["radio", "checkbox"].includes(each.type);
const isFile = (each: Control): each is HTMLInputElement => each instanceof HTMLInputElement && each.type === "file";

function read(form: HTMLFormElement): Draft {
    const draft: Draft = { at: Date.now(), fields: [], files: [] };
    for (const each of controls(form)) {
        if (isFile(each)) draft.files.push([each.name, [...(each.files ?? [])]]);
        else if (!isPick(each) || each.checked) draft.fields.push([each.name, each.value]);
    }
    return draft;
}

function fill(form: HTMLFormElement, draft: Draft): void {
    const values = new Map(draft.fields);
    for (const each of controls(form)) {
        if (isFile(each)) {
            const files = draft.files.find(([name]) => name === each.name)?.[1] ?? [];
            if (files.length === 0 || each.files?.length) continue;
            const transfer = new DataTransfer();
            for (const file of files) transfer.items.add(file);
            each.files = transfer.files;
        } else if (isPick(each)) {
            if (draft.fields.some(([name, value]) => name === each.name && value === each.value)) each.checked = true;
        } else if (each.value === "") {
            each.value = values.get(each.name) ?? "";
        }
    }
}

/** Keeps what is being written on the device, and brings it back when the page is opened again. */
export async function keepDraft(form: HTMLFormElement): Promise<void> {
    const key = form.dataset["draft"] ?? "";
    let timer = 0;
    const save = () => void saveDraft(key, read(form));
    form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = window.setTimeout(save, 400);
    });
    form.addEventListener("submit", save);
    form.addEventListener("reset", () => void dropDraft(key));

    const draft = await findDraft(key);
    const written = draft && (draft.fields.some(([, value]) => value.length > 12) || draft.files.some(([, f]) => f.length > 0));
    if (!draft || !written) return;
    try {
        fill(form, draft);
        say(form, words(form, "restored"));
    } catch {
        await dropDraft(key);
    }
}

/** The receipt says that what was kept has arrived. */
for (const receipt of document.querySelectorAll<HTMLElement>("[data-clear-draft]"))
    void dropDraft(receipt.dataset["clearDraft"] ?? "");
