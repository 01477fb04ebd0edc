/**
 * The element that the server put on the page under this id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id)
  if (!(element instanceof type)) throw new Error(`#${id} is missing`)
  return element
}

/**
 * A copy of what a `<template>` of the page holds; all wording lives there.
 * @param {string} id
 */
export const copyOf = (id) =>
  /** @type {DocumentFragment} */ (byId(id, HTMLTemplateElement).content.cloneNode(true))

/**
 * One element from HTML that our server made, where every text was escaped.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function elementFrom(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  const element = template.content.firstElementChild
  if (!(element instanceof HTMLElement)) throw new Error('no element in HTML')
  return element
}
