/** Text of the page's language, with {} filled. */
export function words(from: HTMLElement, name: string, fill = ""): string {
    return (from.dataset[name] ?? "").replace("{}", fill);
}

/** Says something in the nearest status line; screen readers hear it. */
export function say(near: HTMLElement, text: string): void {
    const status = near.closest("[data-says]")?.querySelector<HTMLElement>("[role=status]");
    if (status) status.textContent = text;
}

export function size(bytes: number): string {
    const megabytes = bytes / 1_000_000;
    return `${megabytes.toLocaleString(document.documentElement.lang || "id", { maximumFractionDigits: 1 })} MB`;
}
