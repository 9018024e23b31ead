/** Ten figures: a remote control has them, and the tries at them are counted. */
export const codeLength = 10;
export const codeMinutes = 15;

/** `12345 67890`, as it is read out. */
export const sayCode = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;

/** What was typed, without the gaps; null when it cannot be a code. */
export const readCode = (typed: string): string | null => {
  const figures = typed.replace(/[\s-]/g, '');
  return new RegExp(`^\\d{${codeLength}}$`).test(figures) ? figures : null;
};

/** A screen's credential as its cookie holds it. */
export interface Credential {
  readonly subdistrict: string;
  readonly screen: string;
  readonly secret: string;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const shape = new RegExp(`^(${uuid})\\.(${uuid})\\.([A-Za-z0-9_-]{43})$`);

export const writeCredential = ({ subdistrict, screen, secret }: Credential): string =>
  `${subdistrict}.${screen}.${secret}`;

export const readCredential = (text: string): Credential | null => {
  const [, subdistrict, screen, secret] = shape.exec(text) ?? [];
  return subdistrict && screen && secret ? { subdistrict, screen, secret } : null;
};
