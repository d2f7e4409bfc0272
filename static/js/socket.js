// socket — hints from the studio as events on <body>: whoever hears one reads again over HTTP. No data travels here.

const FIRST_WAIT = 500 // ms; doubles up to LONGEST_WAIT, give or take 30 %
const LONGEST_WAIT = 30_000 // ms
const PING_EVERY = 25_000 // ms; a socket that says nothing for two of these is dead
const FINAL = [1000, 4400, 4401, 4403, 4404, 4408] // done, bad message, signed out, not allowed, nowhere, too many

/**
 * Opens `path` and keeps it open. Each hint {type, …} becomes a CustomEvent of that type on <body>; on every connect the
 * server's first hint makes the page read again. "socket.closed" (detail.code) says that it will not come back.
 * @param {string} path such as /ws/briefs/<id>/
 * @returns {{close: () => void}}
 */
export function openSocket(path) {
  let socket = null
  let tries = 0
  let timer = 0
  let heard = 0
  let over = false

  function connect() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:"
    socket = new WebSocket(`${scheme}//${location.host}${path}`)
    socket.onopen = () => say("socket.opened")
    socket.onmessage = ({ data }) => {
      heard = Date.now()
      const hint = parsed(data)
      if (!hint) return
      tries = 0 // only a socket that speaks counts as open
      if (hint.type !== "pong") say(hint.type, hint)
    }
    socket.onclose = ({ code }) => {
      if (over) return
      if (FINAL.includes(code)) return finish(code)
      say("socket.lost", { code })
      timer = setTimeout(connect, pause(tries++))
    }
  }

  const ping = setInterval(() => {
    if (socket?.readyState !== WebSocket.OPEN) return
    if (heard && Date.now() - heard > 2 * PING_EVERY) socket.close(4000)
    else socket.send('{"type": "ping"}')
  }, PING_EVERY)
  const wake = () => {
    if (over || !socket || socket.readyState !== WebSocket.CLOSED) return
    clearTimeout(timer)
    connect()
  }
  addEventListener("online", wake)

  function finish(code) {
    over = true
    clearInterval(ping)
    clearTimeout(timer)
    removeEventListener("online", wake)
    if (code !== 1000) say("socket.closed", { code })
  }

  connect()
  return {
    close() {
      finish(1000)
      socket.close(1000)
    },
  }
}

/** ms until the next try. @param {number} tries so far @param {() => number} chance 0 to 1 */
export function pause(tries, chance = Math.random) {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries) * (0.7 + 0.6 * chance())
}

const say = (type, detail = {}) => document.body.dispatchEvent(new CustomEvent(type, { detail }))

function parsed(data) {
  try {
    const hint = JSON.parse(data)
    return typeof hint?.type === "string" ? hint : null
  } catch {
    return null
  }
}
