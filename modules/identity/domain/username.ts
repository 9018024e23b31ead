/** User names are equal whatever their case or width (Ａnna = anna). */
export const normaliseUsername = (username: string): string =>
  username.normalize('NFKC').trim().toLowerCase();

/** Letters of any script (a name in characters is fine), digits and `. _ -`; 2 to 30. */
export const isUsername = (username: string): boolean => /^[\p{L}\p{N}_.-]{2,30}$/u.test(username);
