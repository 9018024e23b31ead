/** Keeps what tells two numbers apart at a glance and no more: 138****0000. Short numbers keep their last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 10
    ? `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`
    : `${'*'.repeat(Math.max(phone.length - 2, 0))}${phone.slice(-2)}`;

/** A cell's words as a remark may repeat them: a number that slipped into the wrong column is masked. */
export const hideNumbers = (text: string): string => text.replace(/\p{Nd}(?:[ -]?\p{Nd}){5,}/gu, maskPhone);
