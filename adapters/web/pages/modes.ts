/**
 * How the chat page is shown: by itself, as the copy that opens without a network, on a public machine
 * (`?kiosk`), or in a frame of another site (`?nhung`).
 */
export type ChatMode = 'page' | 'offline' | 'kiosk' | 'embedded'
