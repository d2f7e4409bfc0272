import assert from "node:assert/strict"
import { test } from "node:test"

import { shape } from "canvas/objects"
import { Session } from "canvas/session"

const PAGE = "page00000001"
const A = "aaaaaaaaaaaa"
const B = "bbbbbbbbbbbb"
const box = (id) => ({ ...shape("rect", { x: 0, y: 0, w: 10, h: 10 }, { color: "#ff0000" }), id })
const content = () => ({
  schema: "sparklio.doc/1",
  title: "",
  lang: "ko",
  pages: [{ id: PAGE, objects: [box(A), box(B)] }],
  meta: {},
  ext: {},
})
const put = (id, path, value) => ({ op: "object.set", page: PAGE, id, path, value })
const open = (options) => {
  const session = new Session({ content: content(), seq: 5, epoch: 1 }, { tab: "tab", ...options })
  session.sent = []
  session.addEventListener("entry", ({ detail }) => session.sent.push(detail))
  return session
}
const x = (session, id) => session.document.pages[0].objects.find((object) => object.id === id)?.transform.cx
const event = (seq, ops, id = "other:1") => ({ seq, client_op_id: id, ops })

test("a change is seen at once and becomes one entry on the version it was made on", () => {
  const session = open()
  session.change([put(A, "transform.cx", 7)])
  assert.equal(x(session, A), 7)
  assert.deepEqual(session.sent, [{ id: "tab:1", baseSeq: 5, epoch: 1, ops: [put(A, "transform.cx", 7)] }])
})

test("a hundred steps go back and forth", () => {
  const session = open()
  for (let step = 1; step <= 120; step += 1) session.change([put(A, "transform.cx", step)])
  for (let step = 0; step < 120; step += 1) assert.notEqual(session.undo(), null)
  assert.equal(x(session, A), 0)
  assert.equal(session.undo(), null)
  for (let step = 0; step < 120; step += 1) session.redo()
  assert.equal(x(session, A), 120)
})

test("a held key is one step back, and its entry only holds where it ended", () => {
  const session = open()
  for (let step = 1; step <= 30; step += 1) session.change([put(A, "transform.cx", step)], { join: "nudge" })
  assert.equal(session.sent.length, 0)
  session.seal()
  assert.deepEqual(session.sent[0].ops, [put(A, "transform.cx", 30)])
  session.undo()
  assert.equal(x(session, A), 0)
})

test("a text session is one step back, but is kept while it goes on", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const session = open({ pause: 900 })
  session.begin("typed")
  session.change([put(A, "name", "하")])
  t.mock.timers.tick(901)
  session.change([put(A, "name", "한")])
  session.change([put(A, "name", "한글")])
  t.mock.timers.tick(901)
  session.end()
  assert.deepEqual(
    session.sent.map(({ ops }) => ops[0].value),
    ["하", "한글"],
  )
  session.undo()
  assert.equal(session.document.pages[0].objects[0].name, "")
})

test("nothing leaves while Hangul is composed", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] })
  const session = open()
  session.begin("typed")
  session.held = true
  session.change([put(A, "name", "ㅎ")])
  t.mock.timers.tick(5000)
  assert.equal(session.sent.length, 0)
  session.held = false
  session.change([put(A, "name", "하")])
  session.end()
  assert.deepEqual(session.sent[0].ops, [put(A, "name", "하")])
})

test("others' changes come in under ours, and ours stay until the server has them", () => {
  const session = open()
  session.change([put(A, "transform.cx", 7)])
  session.receive([event(6, [put(A, "transform.cx", 99), put(B, "transform.cx", 50)])])
  assert.deepEqual([x(session, A), x(session, B), session.seq], [7, 50, 6])
  session.receive([event(7, [put(A, "transform.cx", 7)], "tab:1")])
  assert.deepEqual([session.unsent, session.seq, x(session, A)], [false, 7, 7])
})

test("an answer that comes twice changes nothing", () => {
  const session = open()
  session.receive([event(6, [put(A, "transform.cx", 1)])])
  session.receive([event(6, [put(A, "transform.cx", 1)])])
  assert.deepEqual([session.seq, x(session, A)], [6, 1])
})

test("a hole in the numbers asks for the whole document", () => {
  const session = open()
  let gaps = 0
  session.addEventListener("gap", () => (gaps += 1))
  session.receive([event(8, [put(A, "transform.cx", 1)])])
  assert.deepEqual([gaps, session.seq, x(session, A)], [1, 5, 0])
})

test("what others removed is not brought back by our undo", () => {
  const session = open()
  session.change([put(A, "transform.cx", 7)])
  session.change([put(B, "transform.cx", 8)])
  session.receive([event(6, [{ op: "object.remove", page: PAGE, id: B }])])
  session.undo()
  assert.deepEqual([x(session, A), x(session, B)], [0, undefined])
})

test("entries of a killed tab stand on the page again, of an older epoch they do not", () => {
  const session = open()
  session.adopt([
    { id: "old:1", baseSeq: 5, epoch: 1, ops: [put(A, "transform.cx", 3)] },
    { id: "old:2", baseSeq: 5, epoch: 0, ops: [put(B, "transform.cx", 3)] },
  ])
  assert.deepEqual([x(session, A), x(session, B), session.entries.length], [3, 0, 1])
})

test("a refused entry is taken back, the others stay", () => {
  const session = open()
  session.change([put(A, "transform.cx", 3)])
  session.change([put(B, "transform.cx", 4)])
  session.drop(session.entries[0])
  assert.deepEqual([x(session, A), x(session, B)], [0, 4])
})

test("changes from before a restored version go, or are put on top of it as one new entry", () => {
  const [gone, kept] = [open(), open()]
  for (const session of [gone, kept]) {
    session.change([put(A, "transform.cx", 3)])
    session.change([put(B, "transform.cx", 4)])
  }
  assert.equal(gone.reload({ content: content(), seq: 9, epoch: 2 }).length, 2)
  assert.deepEqual([x(gone, A), gone.unsent], [0, false])
  kept.reload({ content: content(), seq: 9, epoch: 2 }, { keep: true })
  assert.deepEqual([x(kept, A), x(kept, B)], [3, 4])
  assert.deepEqual(
    kept.entries.map(({ baseSeq, epoch, ops }) => [baseSeq, epoch, ops.length]),
    [[9, 2, 2]],
  )
})

test("after a restored version the tab stands on the new epoch with an empty history", () => {
  const session = open()
  session.change([put(A, "transform.cx", 3)])
  session.drop(session.entries[0])
  session.reload({ content: content(), seq: 9, epoch: 2 })
  assert.deepEqual([session.seq, session.epoch, session.history.canUndo, session.undo()], [9, 2, false, null])
})
