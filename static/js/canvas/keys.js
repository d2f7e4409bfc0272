// canvas/keys — which command a key stroke means on the canvas (no DOM). Ctrl is ⌘ on macOS.

/**
 * Key → command. Modifiers stand in the order mod, shift, alt; letters are named by their place on the keyboard
 * (KeyboardEvent.code), so a Hangul layout works too.
 */
export const KEYS = {
  "mod+Z": "undo",
  "mod+shift+Z": "redo",
  "mod+Y": "redo",
  "mod+D": "duplicate",
  "mod+A": "selectAll",
  "mod+S": "save",
  Delete: "remove",
  Backspace: "remove",
  "mod+G": "group",
  "mod+shift+G": "ungroup",
  "mod+shift+L": "lock",
  "mod+shift+H": "hide",
  "mod+ArrowUp": "forward",
  "mod+ArrowDown": "backward",
  "mod+shift+ArrowUp": "front",
  "mod+shift+ArrowDown": "back",
  "mod+]": "forward",
  "mod+[": "backward",
  "mod+shift+]": "front",
  "mod+shift+[": "back",
  "alt+A": "alignLeft",
  "alt+H": "alignCenter",
  "alt+D": "alignRight",
  "alt+W": "alignTop",
  "alt+V": "alignMiddle",
  "alt+S": "alignBottom",
  "mod+shift+alt+H": "distributeX",
  "mod+shift+alt+V": "distributeY",
  ArrowLeft: "nudgeLeft",
  ArrowRight: "nudgeRight",
  ArrowUp: "nudgeUp",
  ArrowDown: "nudgeDown",
  "shift+ArrowLeft": "pushLeft",
  "shift+ArrowRight": "pushRight",
  "shift+ArrowUp": "pushUp",
  "shift+ArrowDown": "pushDown",
  Enter: "enter",
  "shift+Enter": "leave",
  Escape: "escape",
  Tab: "next",
  "shift+Tab": "previous",
  "mod+alt+C": "copyStyle",
  "mod+alt+V": "pasteStyle",
  "mod+B": "bold",
  "mod+I": "italic",
  "mod+U": "underline",
  "=": "zoomIn",
  "shift+=": "zoomIn",
  "+": "zoomIn",
  "-": "zoomOut",
  "mod+=": "zoomIn",
  "mod+-": "zoomOut",
  "mod+0": "zoomFit",
  "shift+0": "zoomActual",
  "shift+1": "zoomFit",
  "shift+2": "zoomSelection",
  "shift+/": "help",
  ...Object.fromEntries("0123456789".split("").map((digit) => [digit, `opacity${digit}`])),
}

const NAMES = {
  Equal: "=",
  Minus: "-",
  Slash: "/",
  BracketLeft: "[",
  BracketRight: "]",
  NumpadAdd: "+",
  NumpadSubtract: "-",
  NumpadEnter: "Enter",
}

/** Single letters, digits and signs: people who speak to their computer may want them off (WCAG 2.1.4). */
export const isSingle = (stroke) => /^(shift\+)?.$/.test(stroke)

/** The stroke as it stands in KEYS. @param {KeyboardEvent} event @param {boolean} mac */
export function strokeOf({ code = "", key = "", ctrlKey, metaKey, shiftKey, altKey }, mac) {
  const mod = mac ? metaKey : ctrlKey
  const name = NAMES[code] ?? /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? (key || code)
  return [mod && "mod", shiftKey && "shift", altKey && "alt", name].filter(Boolean).join("+")
}

/** True where a key belongs to whoever is typing: fields, and any step of a Hangul composition (trap F15). */
export function isTyping({ isComposing, keyCode, target }) {
  if (isComposing || keyCode === 229) return true
  return Boolean(target?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? ""))
}

/**
 * The command of a stroke, or null.
 * @param {{single?: boolean, tools?: Object<string, string>}} options single: whether single letters count; tools: letter → tool command
 */
export function commandOf(stroke, { single = true, tools = {} } = {}) {
  if (!single && isSingle(stroke)) return null
  return KEYS[stroke] ?? tools[stroke] ?? null
}

const SIGNS = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", Backspace: "⌫" }
const MODS = { mod: ["Ctrl", "⌘"], shift: ["Shift", "⇧"], alt: ["Alt", "⌥"] }

/** A stroke as people write it. @param {string} stroke @param {boolean} mac */
export function spell(stroke, mac) {
  if (stroke === "shift+/") return "?"
  const [, mods, name] = /^((?:mod\+|shift\+|alt\+)*)(.+)$/.exec(stroke)
  const before = mods
    .split("+")
    .filter(Boolean)
    .map((mod) => MODS[mod][mac ? 1 : 0])
  return [...before, SIGNS[name] ?? name].join(mac ? "" : " + ")
}
