import { answerWords } from '../wording.ts'
import { clip } from './clip.ts'

const LONGEST = 110

/** Says how a question was read whose words were put right, so that the asker sees a mistake. */
export function understoodLines(question: string | null): string[] {
  if (question === null) return []
  const text = clip(question, LONGEST).replace(/\.$/u, '')
  return [answerWords.understood(text.charAt(0).toUpperCase() + text.slice(1))]
}
