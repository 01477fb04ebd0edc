;(() => {
  const script = /** @type {HTMLScriptElement | null} */ (
    document.currentScript || document.querySelector('script[src*="/widget.js"]')
  )
  if (!script) return
  const page = new URL('/?nhung', script.src).href
  const { corner, label = '%open%', title = '%title%' } = script.dataset
  const side = corner === 'left' ? 'left' : 'right'

  // Styles are set one by one: a page that forbids inline styles forbids <style> and style="", not this.
  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {Node} parent
   * @param {Partial<CSSStyleDeclaration>} styles
   * @param {Record<string, string>} attributes
   */
  const make = (tag, parent, styles, attributes) => {
    const element = document.createElement(tag)
    for (const name in attributes) element.setAttribute(name, attributes[name] || '')
    Object.assign(element.style, styles)
    parent.appendChild(element)
    return element
  }
  const font = { font: '600 16px/1.3 system-ui, sans-serif', cursor: 'pointer' }
  const solid = { ...font, color: '#fff', background: '#0b4f70' }

  const start = () => {
    if (document.getElementById('tro-ly-cchc')) return
    // Too old for a dialog that keeps the focus: the chat opens in a tab of its own.
    const isOld = !window.HTMLDialogElement
    const host = make('div', document.body, {}, { id: 'tro-ly-cchc' })
    const root = host.attachShadow({ mode: 'open' })
    const button = make(
      'button',
      root,
      {
        ...solid,
        position: 'fixed',
        bottom: '16px',
        [side]: '16px',
        zIndex: '9999',
        minHeight: '48px',
        maxWidth: 'calc(100vw - 32px)',
        padding: '10px 18px',
        border: '2px solid #fff',
        borderRadius: '26px',
      },
      { type: 'button', 'aria-haspopup': 'dialog' },
    )
    button.textContent = label
    const dialog = make(
      'dialog',
      root,
      {
        boxSizing: 'border-box',
        padding: '0',
        border: '1px solid #0b3b53',
        overflow: 'hidden',
        background: '#fff',
      },
      { 'aria-label': title },
    )
    const close = make(
      'button',
      dialog,
      {
        ...solid,
        position: 'absolute',
        top: '6px',
        right: '6px',
        height: '44px',
        border: '1px solid #9fbccc',
        borderRadius: '10px',
      },
      { type: 'button' },
    )
    close.textContent = '%close%'
    /** @type {HTMLIFrameElement | undefined} */
    let frame
    let isReady = false
    /** A browser that may not show the chat here says nothing; the chat says "ready" before it has loaded. */
    const instead = () => {
      if (isReady || !frame) return
      frame.hidden = true
      const link = { href: page.slice(0, -6), target: '_blank' }
      make('a', dialog, { display: 'block', margin: '90px 20px' }, link).textContent = '%full%'
    }
    const fit = () => {
      const full = innerWidth < 480 || innerHeight < 560
      Object.assign(dialog.style, {
        inset: full ? '0' : 'auto 16px 16px',
        margin: full ? '0' : side === 'left' ? '0 auto 0 0' : '0 0 0 auto',
        width: full ? '100vw' : '400px',
        height: full ? '100%' : 'min(640px, 90vh)',
        maxWidth: 'none',
        maxHeight: 'none',
        borderRadius: full ? '0' : '10px',
      })
    }
    button.onclick = () => {
      if (isOld) return open(page)
      if (!frame) {
        const size = { width: '100%', height: '100%', border: '0' }
        frame = make('iframe', dialog, size, { title, src: page })
        frame.onload = () => setTimeout(instead, 300)
      }
      fit()
      dialog.showModal()
    }
    close.onclick = () => dialog.close()
    dialog.onclose = () => button.focus()
    addEventListener('resize', fit)
    addEventListener('message', ({ source, data }) => {
      if (!frame || source !== frame.contentWindow) return
      isReady = true
      if (data === 'tro-ly:close') dialog.close()
    })
  }
  if (document.body) start()
  else addEventListener('DOMContentLoaded', start)
})()
