import assert from "node:assert/strict"
import { test } from "node:test"

import { openSocket, pause } from "socket"

function world(t) {
  const heard = []
  const sockets = []
  class FakeSocket {
    static OPEN = 1
    static CLOSED = 3
    constructor(url) {
      Object.assign(this, { url, readyState: 0, sent: [] })
      sockets.push(this)
    }
    send(data) {
      this.sent.push(data)
    }
    close(code) {
      this.readyState = 3
      this.onclose?.({ code })
    }
  }
  const events = new EventTarget()
  Object.assign(globalThis, {
    WebSocket: FakeSocket,
    location: { protocol: "https:", host: "studio.test" },
    document: { body: { dispatchEvent: ({ type, detail }) => heard.push([type, detail]) } },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  })
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"] })
  return { heard, sockets }
}

test("a hint becomes an event of its type, noise does not", (t) => {
  const { heard, sockets } = world(t)
  openSocket("/ws/documents/1/")
  assert.equal(sockets[0].url, "wss://studio.test/ws/documents/1/")
  for (const data of ['{"type":"document.changed","seq":4}', "nonsense", '{"type":"pong"}', "{}"])
    sockets[0].onmessage({ data })
  assert.deepEqual(heard, [["document.changed", { type: "document.changed", seq: 4 }]])
})

test("a lost connection is tried again, later and later", (t) => {
  const { sockets } = world(t)
  openSocket("/ws/")
  for (const tries of [0, 1, 2]) {
    sockets.at(-1).onclose({ code: 1006 })
    t.mock.timers.tick(500 * 2 ** tries * 1.3)
  }
  assert.equal(sockets.length, 4)
})

test("pauses double from half a second to half a minute, give or take 30 %", () => {
  assert.deepEqual(
    [0, 1, 5, 20].map((tries) => pause(tries, () => 0.5)),
    [500, 1000, 16000, 30000],
  )
  assert.deepEqual([pause(0, () => 0), pause(0, () => 1)].map(Math.round), [350, 650])
})

test("signed out, forbidden, nowhere, too many and done are never tried again", (t) => {
  for (const code of [1000, 4401, 4403, 4404, 4408]) {
    const { heard, sockets } = world(t)
    openSocket("/ws/")
    sockets[0].onclose({ code })
    t.mock.timers.tick(120_000)
    assert.equal(sockets.length, 1)
    assert.deepEqual(heard.at(-1), code === 1000 ? undefined : ["socket.closed", { code }])
    t.mock.timers.reset()
  }
})

test("closing it is final", (t) => {
  const { sockets } = world(t)
  openSocket("/ws/").close()
  t.mock.timers.tick(120_000)
  assert.equal(sockets.length, 1)
})
