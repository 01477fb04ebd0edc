/** Vietnamese text of this room. */
export const wording = {
  wrongLimit: (max: number): string => `Số dòng cần xem phải là số nguyên từ 1 đến ${max}.`,
}
