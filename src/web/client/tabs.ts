/**
 * Sections as tabs where the screen is too narrow for both (WAI-ARIA Authoring Practices, "Tabs" with automatic activation); on a
 * wide one, and without a script, they are sections with headings.
 *
 * @example
 * startTabs(element('tabs', HTMLDivElement), '(max-width: 62rem)')
 */
import { element } from './dom.ts'

/** `list` holds a button with `aria-controls` for each section. */
export function startTabs(list: HTMLElement, narrow: string): void {
  const media = matchMedia(narrow)
  const tabs = [...list.querySelectorAll('button')].map((tab) => {
    const panel = element(tab.getAttribute('aria-controls') ?? '', HTMLElement)
    return { tab, panel, heading: panel.getAttribute('aria-labelledby') ?? '' }
  })
  let chosen = 0

  const show = () => {
    list.hidden = !media.matches
    for (const [index, { tab, panel, heading }] of tabs.entries()) {
      const isChosen = index === chosen
      tab.setAttribute('aria-selected', String(isChosen))
      tab.tabIndex = isChosen ? 0 : -1
      panel.hidden = media.matches && !isChosen
      panel.setAttribute('aria-labelledby', media.matches ? tab.id : heading)
      if (media.matches) panel.setAttribute('role', 'tabpanel')
      else panel.removeAttribute('role')
    }
  }
  const choose = (index: number) => {
    chosen = (index + tabs.length) % tabs.length
    show()
    tabs[chosen]?.tab.focus()
  }

  for (const [index, { tab }] of tabs.entries()) tab.addEventListener('click', () => choose(index))
  list.addEventListener('keydown', (event) => {
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1
    const next: Readonly<Record<string, number>> = {
      ArrowRight: chosen + forward,
      ArrowLeft: chosen - forward,
      Home: 0,
      End: tabs.length - 1,
    }
    const index = next[event.key]
    if (index === undefined) return
    event.preventDefault()
    choose(index)
  })
  media.addEventListener('change', show)
  show()
}
