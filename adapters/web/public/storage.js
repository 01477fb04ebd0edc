/**
 * What the page keeps on the device. Private windows, full disks and switched-off storage make all of
 * this fail: then nothing is kept, and nothing else changes.
 */
const PREFIX = 'tro-ly:'

/** On a public machine nothing is kept at all. */
export const keepsNothing = document.body.dataset['mode'] === 'kiosk'

/**
 * @param {'localStorage' | 'sessionStorage'} kind
 * @returns {Storage | null}
 */
function open(kind) {
  try {
    return window[kind]
  } catch {
    return null
  }
}

/**
 * A list under one name; what is not a list of this version reads as empty.
 * @template T
 * @param {string} name ends in its version; its items are objects
 */
export const deviceList = (name) => ({
  /** @returns {T[]} */
  read() {
    if (keepsNothing) return []
    try {
      const list = /** @type {unknown} */ (
        JSON.parse(open('localStorage')?.getItem(PREFIX + name) ?? '[]')
      )
      return Array.isArray(list)
        ? /** @type {T[]} */ (list.filter((item) => typeof item === 'object' && item !== null))
        : []
    } catch {
      return []
    }
  },
  /**
   * @param {readonly T[]} list
   * @returns {boolean} false when there was no room
   */
  write(list) {
    if (keepsNothing) return true
    try {
      if (list.length === 0) open('localStorage')?.removeItem(PREFIX + name)
      else open('localStorage')?.setItem(PREFIX + name, JSON.stringify(list))
      return true
    } catch {
      return false
    }
  },
})

/** @param {string} name */
export function readTab(name) {
  try {
    return open('sessionStorage')?.getItem(PREFIX + name) ?? null
  } catch {
    return null
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function writeTab(name, value) {
  try {
    open('sessionStorage')?.setItem(PREFIX + name, value)
  } catch {
    // The tab forgets it at the next page.
  }
}

/**
 * Takes away everything that the page ever kept on this device.
 * @param {readonly ('localStorage' | 'sessionStorage')[]} kinds
 */
export function forgetDevice(kinds = ['localStorage', 'sessionStorage']) {
  for (const kind of kinds) {
    try {
      const storage = open(kind)
      const names = Object.keys(storage ?? {}).filter((name) => name.startsWith(PREFIX))
      for (const name of names) storage?.removeItem(name)
    } catch {
      // Nothing could be kept there either.
    }
  }
}
