// behaviors/upload — a form with files, sent with progress. Needs a [data-upload-progress] holding a <progress>.
// The answer is htmx-shaped: HX-Redirect leads on, a problem goes to #problem and nothing that was typed is lost.

import { clearProblem, showProblem, showProblemOf } from "problem"
import { word } from "words"

export function mount(form) {
  const region = form.querySelector("[data-upload-progress]")
  const bar = region.querySelector("progress")
  let request = null

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    if (request) return
    clearProblem()
    request = send(form, event.submitter, (percent) => {
      region.hidden = false
      bar.value = percent
    })
    form.setAttribute("aria-busy", "true")
    request.onloadend = () => {
      const kept = answer(request)
      request = null
      if (!kept) return
      region.hidden = true
      form.removeAttribute("aria-busy")
    }
  })
}

function send(form, submitter, report) {
  const request = new XMLHttpRequest()
  request.open("POST", form.getAttribute("action"))
  request.setRequestHeader("HX-Request", "true")
  request.setRequestHeader("HX-Current-URL", location.href)
  request.upload.onprogress = ({ loaded, total }) => report(Math.round((100 * loaded) / total))
  request.send(new FormData(form, submitter))
  return request
}

/** True if the person stays on this page. */
function answer(request) {
  const next = request.getResponseHeader("HX-Redirect")
  if (next) {
    location.assign(next)
    return false
  }
  if (request.status === 0) showProblem(word("unreachable"))
  else if (request.status === 413) showProblem(word("too-large"))
  else if (!showProblemOf(request.responseText)) showProblem(word("broken"))
  return true
}
