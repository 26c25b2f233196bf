// Drafts on the device: words and photos, in IndexedDB, for one day. Every failure means "no draft", never an error.

export interface Draft {
    at: number;
    fields: [name: string, value: string][];
    files: [name: string, files: File[]][];
}

const day = 24 * 60 * 60 * 1000;

function request<T>(mode: IDBTransactionMode, use: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    return new Promise((done) => {
        try {
            const open = indexedDB.open("tanggap", 1);
            open.onupgradeneeded = () => open.result.createObjectStore("drafts");
            open.onerror = () => done(undefined);
            open.onsuccess = () => {
                const asked = use(open.result.transaction("drafts", mode).objectStore("drafts"));
                asked.onsuccess = () => done(asked.result);
                asked.onerror = () => done(undefined);
                asked.transaction!.oncomplete = () => open.result.close();
            };
        } catch {
            done(undefined);
        }
    });
}

export const saveDraft = (key: string, draft: Draft) => request("readwrite", (drafts) => drafts.put(draft, key));
export const dropDraft = (key: string) => request("readwrite", (drafts) => drafts.delete(key));

export async function findDraft(key: string): Promise<Draft | undefined> {
    const draft = await request<Draft | undefined>("readonly", (drafts) => drafts.get(key) as IDBRequest<Draft | undefined>);
    if (!draft || Date.now() - draft.at < day) return draft;
    await dropDraft(key);
    return undefined;
}
