/** As people type it: full-width digits, spaces, dashes, +86. */
export const tidyPhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86(?=1\d{10}$)/, '');

/** A mobile number (11 digits from 1), or a landline with or without its area code. */
export const isPhone = (text: string): boolean => /^(1\d{10}|0\d{2,3}\d{7,8}|[2-9]\d{6,7})$/.test(text);

export const tailOf = (phone: string): string => phone.slice(-4);
