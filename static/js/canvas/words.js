// canvas/words — what the editor says, in the person's language: the page brings the sentences, we fill in the names.

/**
 * @param {HTMLTemplateElement} template with <p data-word="key">Moved {name}</p>
 * @returns {(key: string, values?: Object<string, string|number>) => string}
 */
export function openWords(template) {
  const words = new Map(
    [...template.content.querySelectorAll("[data-word]")].map((each) => [each.dataset.word, each.textContent.trim()]),
  )
  return (key, values = {}) => {
    const sentence = words.get(key)
    if (sentence === undefined) throw new Error(`The page has no words for “${key}”.`)
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
  }
}

/** A copy of a part that the page brings: <template data-part="name">. */
export function part(root, name) {
  return root.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true)
}
