import { fileURLToPath } from 'node:url';

/** The folder the product lies in, with a slash at its end. */
export const root = fileURLToPath(new URL('../', import.meta.url));
