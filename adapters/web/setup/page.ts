import { OFFICES, type OfficeKind } from '../../../core/index.ts'
import type { UnitField, UnitProblem } from '../../../knowledge/index.ts'
import { html, type Html } from '../pages/html.ts'
import { page, type Frame } from '../pages/layout.ts'
import { fieldName, setupWording as say } from './wording.ts'

const SINGLE = ['name', 'province', 'commune'] as const
const PARTS = ['address', 'phone', 'hours'] as const

export interface SetupView {
  /** What stands in the form, by field. */
  values: Readonly<Record<string, string>>
  /** Says which state of the unit the form was filled in from. */
  mark: string
  problems: readonly UnitProblem[]
  /** Whether the problems are what somebody else saved meanwhile. */
  isStale?: boolean
  /** Fields without a value; null before anything was saved. */
  empty: readonly UnitField[] | null
}

/** The form in which an administrator fills in the unit (thiết lập đơn vị). */
export const setupPage = (frame: Frame, view: SetupView): Html =>
  page(frame, {
    title: say.title,
    kind: 'document',
    main: html`<h1>${say.title}</h1>
      ${status(view)}
      <p class="lead">${say.intro}</p>
      <form class="form" method="post" action="/thiet-lap">
        <input type="hidden" name="moc" value="${view.mark}" />
        ${SINGLE.map((name) => field(view, name, say.fields[name], say.hints[name]))}
        ${OFFICES.map((office) => officeFields(view, office))}
        ${field(view, 'feedback', say.fields.feedback, say.hints.feedback)}
        <button type="submit" class="primary">${say.save}</button>
      </form>`,
  })

/** Asks for the code that opens the form. */
export const setupCodePage = (frame: Frame, isWrong: boolean): Html =>
  page(frame, {
    title: say.codeTitle,
    kind: 'document',
    main: html`<h1>${say.codeTitle}</h1>
      ${isWrong ? html`<p class="warning" role="alert">${say.wrongCode}</p>` : ''}
      <p class="lead">${say.codeIntro}</p>
      <form class="form" method="post" action="/thiet-lap/ma">
        <p>
          <label for="ma">${say.code}</label>
          <input id="ma" name="ma" type="text" required autocomplete="off" autocapitalize="none" />
        </p>
        <button type="submit" class="primary">${say.open}</button>
      </form>`,
  })

function status({ problems, isStale, empty }: SetupView): Html | '' {
  if (problems.length > 0) {
    const said = isStale === true ? say.stale : say.problems(problems.length)
    return html`<p class="warning" role="alert">${said}</p>`
  }
  if (empty === null) return ''
  return html`<div class="done" role="status">
    <p>${say.saved} <a href="/">${say.seePage}</a></p>
    ${empty.length === 0 ? '' : html`<p>${say.stillEmpty} ${empty.map(fieldName).join('; ')}.</p>`}
  </div>`
}

const officeFields = (view: SetupView, office: OfficeKind): Html =>
  html`<fieldset>
    <legend>${say.offices[office]}</legend>
    ${PARTS.map((part) => field(view, `${office}.${part}`, say.parts[part], say.hints[part]))}
  </fieldset>`

function field({ values, problems }: SetupView, name: string, label: string, hint: string): Html {
  const id = name.replace('.', '-')
  const problem = problems.find((candidate) => candidate.field === name)
  const described = problem === undefined ? `${id}-hint` : `${id}-problem ${id}-hint`
  return html`<p>
    <label for="${id}">${label}</label>
    ${problem === undefined ? '' : html`<span class="problem-text" id="${id}-problem">${problem.message}</span>`}
    <input
      id="${id}"
      name="${name}"
      type="text"
      value="${values[name] ?? ''}"
      maxlength="400"
      autocomplete="off"
      aria-describedby="${described}"
      ${problem === undefined ? '' : html`aria-invalid="true"`}
    />
    <span class="hint" id="${id}-hint">${hint}</span>
  </p>`
}
