// words — what scripts say, in the person's language: read from the page's <template id="words">.

/** @param {string} name a data-word of templates/_words.html @returns {string} */
export function word(name) {
  return words().querySelector(`[data-word="${name}"]`).textContent
}

/** A fresh copy of one of the parts in the same template. @param {string} name a data-part @returns {Element} */
export function part(name) {
  return words().querySelector(`[data-part="${name}"]`).cloneNode(true)
}

const words = () => document.getElementById("words").content
