/** Small words that join what is asked: `ở đâu và lệ phí`. */
export const joiningWords = ['và', 'với', 'cùng', 'còn', 'rồi', 'mà'] as const
