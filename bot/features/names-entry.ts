import type { Turn } from '../turn.ts'

/** Knowledge is sure what the text means: then it is a question, whatever its words look like. */
export const namesEntry = ({ knowledge, text, day }: Turn): boolean =>
  knowledge.ask(text, { day }).outcome === 'answer'
