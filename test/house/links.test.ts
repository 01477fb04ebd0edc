import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { allFiles, read, ROOT } from './repository.ts'

const pages = allFiles.filter((path) => /^(README|docs\/.*)\.md$/.test(path))

/** Links and pictures of a page as written, without code blocks and addresses of other sites. */
const linksOf = (text: string): string[] =>
  [...text.replace(/^```[^]*?^```|`[^`\n]*`/gm, '').matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map((match) => String(match[1]))
    .filter((link) => !/^[a-z]+:/i.test(link))

/** The name under which a heading can be linked, as code hosts make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(String(match[1])))

function brokenLinks(page: string): string[] {
  return linksOf(read(page)).filter((link) => {
    const [file = '', anchor] = decodeURI(link).split('#')
    const target = file === '' ? page : posix.join(posix.dirname(page), file)
    if (!existsSync(`${ROOT}${target}`)) return true
    return (
      anchor !== undefined && target.endsWith('.md') && !anchorsOf(read(target)).includes(anchor)
    )
  })
}

test('every link of the README and of docs/ leads somewhere', () => {
  const broken = pages.flatMap((page) => brokenLinks(page).map((link) => `${page}: ${link}`))
  expect(broken).toEqual([])
})
