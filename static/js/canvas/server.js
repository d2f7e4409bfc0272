// canvas/server — the few things the editor asks of the studio, each answer told apart by what a person can do about it.

/** The studio said no, or did not answer. `kind`: offline, busy, stale, denied, signedOut, refused. */
export class ServerError extends Error {
  constructor(kind, words = "", status = 0) {
    super(words || kind)
    this.kind = kind
    this.status = status
  }
}

const KINDS = {
  401: "signedOut",
  403: "denied",
  404: "denied",
  409: "stale",
  412: "stale",
  413: "refused",
  422: "refused",
  400: "refused",
}

/** @param {{urls: {ops: string, events: string, content: string, photos: string}, csrf: string}} page */
export function openServer({ urls, csrf, csrfCookie }) {
  const token = () => new RegExp(`(?:^|; )${csrfCookie}=([^;]+)`).exec(document.cookie)?.[1] ?? csrf

  async function ask(url, { body, form, keepalive = false } = {}) {
    const headers = { Accept: "application/json", ...(body || form ? { "X-CSRFToken": token() } : {}) }
    if (body) headers["Content-Type"] = "application/json"
    const method = body || form ? "POST" : "GET"
    const text = body && JSON.stringify(body)
    const options = {
      method,
      headers,
      body: text ?? form,
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
    }
    let response
    try {
      response = await fetch(url, { ...options, keepalive: keepalive && (text?.length ?? 0) < 30_000 })
    } catch {
      throw new ServerError("offline")
    }
    return read(response)
  }

  return {
    /** @param {import("canvas/session").Entry} entry @returns {Promise<{seq: number, events: object[], conflicts: object[]}>} */
    send: ({ id, baseSeq, epoch, ops }, options) =>
      ask(urls.ops, { body: { base_seq: baseSeq, epoch, client_op_id: id, ops }, ...options }),
    events: (since) => ask(`${urls.events}?since=${since}`),
    content: () => ask(urls.content),
    /** @param {File} file @returns {Promise<{id: string, url: string, width: number, height: number, name: string}>} */
    upload(file) {
      const form = new FormData()
      form.append("file", file)
      return ask(urls.photos, { form })
    },
    /** @param {string} url @param {object} body */
    post: (url, body) => ask(url, { body }),
    get: (url) => ask(url),
  }
}

async function read(response) {
  if (response.type === "opaqueredirect") throw new ServerError("signedOut")
  const answer = await response.json().catch(() => null)
  if (response.ok && answer) return answer
  const words = answer?.detail ?? answer?.problem ?? ""
  throw new ServerError(KINDS[response.status] ?? "busy", words, response.status)
}
