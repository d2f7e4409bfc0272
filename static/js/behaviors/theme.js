// behaviors/theme — light, dark, or as the device says. Kept in a cookie, so the server draws the next page right at once.

const YEAR = 31_536_000 // seconds

export function mount(choices) {
  choices.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-theme-choice]")
    if (!button) return
    const theme = button.dataset.themeChoice
    if (theme) document.documentElement.dataset.theme = theme
    else delete document.documentElement.dataset.theme
    const secure = location.protocol === "https:" ? "; secure" : ""
    document.cookie = `theme=${theme}; path=/; max-age=${theme ? YEAR : 0}; samesite=lax${secure}`
    for (const each of choices.querySelectorAll("[data-theme-choice]")) {
      each.setAttribute("aria-pressed", String(each === button))
    }
    document.body.dispatchEvent(new CustomEvent("theme.changed"))
  })
}
