/** What stands in the text instead of a masked personal number. */
export const MASK_LABELS = {
  identity: '[số căn cước]',
  oldIdentity: '[số chứng minh]',
  phone: '[số điện thoại]',
  tax: '[mã số thuế]',
  insurance: '[số bảo hiểm]',
  healthCard: '[số thẻ BHYT]',
  passport: '[số hộ chiếu]',
  account: '[số tài khoản]',
  email: '[thư điện tử]',
  number: '[dãy số riêng]',
  otp: '[mã OTP]',
  password: '[mật khẩu]',
} as const
