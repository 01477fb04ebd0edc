import { byId } from './page.js'

const button = byId('print', HTMLButtonElement)
button.hidden = false
button.addEventListener('click', () => print())
