/** Words by which a message goes on from one wish to the next; those typed without marks match, too. */
export const wishWords = {
  /** They lead over to another wish. */
  leadingOver: (
    'với lại|ngoài ra|thêm nữa|đồng thời|tiện thể|sẵn tiện|nhân tiện|sau nữa|cho hỏi thêm|hỏi thêm|thêm cái nữa|' +
    'thứ nhất|thứ hai|thứ ba|với cả|một là|hai là|ba là|sau đó|rồi còn|rồi thì|à mà|và còn|cùng với đó'
  ).split('|'),
  /** These also stand inside names and sentences. */
  joining: ['và', 'rồi', 'kèm'],
  /** One of them at the beginning of a text. */
  joined: /^(?:và|va|rồi|roi|kèm|kem) /iu,
  /** Who wants things done at one go asks for one thing. */
  atOneGo: [
    'một lần',
    '1 lần',
    'cùng lúc',
    'một lượt',
    '1 lượt',
    'trọn gói',
    'liên thông',
    'làm chung',
  ],
  /** Said before each wish: `vừa … vừa …`. */
  both: 'vừa',
  /** After a comma; elsewhere `còn` means `still`, and without its mark a child. With marks, and without. */
  onTheOtherHand: [/,(?=\s*còn\s)/giu, /,(?=\s*con\s)/giu],
} as const
