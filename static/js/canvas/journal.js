// canvas/journal — unsent changes in IndexedDB, so that a killed tab loses nothing. One row per change, never rewritten (R-D1).

const NAME = "sparklio-journal"
const STORE = "entries"

/**
 * The journal of one document and person.
 * @param {string} owner document id and user id: nobody sends another's changes
 */
export async function openJournal(owner) {
  const database = await opened()
  const run = (mode, work) => finished(database.transaction(STORE, mode), work)
  return {
    /** @param {import("canvas/session").Entry} entry */
    add: (entry) => run("readwrite", (store) => store.add({ ...entry, owner })),
    remove: (id) =>
      run("readwrite", (store) =>
        store
          .index("id")
          .getKey(id)
          .addEventListener("success", ({ target }) => target.result && store.delete(target.result)),
      ),
    /** What is unsent, oldest first. @returns {Promise<import("canvas/session").Entry[]>} */
    all: () => run("readonly", (store) => store.index("owner").getAll(owner)),
    clear: async () => {
      const keys = await run("readonly", (store) => store.index("owner").getAllKeys(owner))
      await run("readwrite", (store) => keys.forEach((key) => store.delete(key)))
    },
  }
}

/** A journal for browsers that keep nothing: changes still reach the server, but not a next visit. */
export const noJournal = { add: async () => {}, remove: async () => {}, all: async () => [], clear: async () => {} }

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { autoIncrement: true })
      store.createIndex("owner", "owner")
      store.createIndex("id", "id", { unique: true })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error("The journal is held by another tab."))
  })
}

function finished(transaction, work) {
  return new Promise((resolve, reject) => {
    const request = work(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request?.result)
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}
