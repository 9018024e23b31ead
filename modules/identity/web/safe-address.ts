/** Where to go after signing in: an address of the product itself, never of another site (`//elsewhere`). */
export const safeAddress = (to: string): string =>
  /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';
