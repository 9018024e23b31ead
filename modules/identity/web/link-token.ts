/**
 * The secret of a one-time link. It stands behind the `#`, which browsers never send, and is taken out
 * of the address bar once read, so that neither history nor a picture of the screen keeps it.
 */
export const takeLinkToken = (): string => {
  const token = decodeURIComponent(location.hash.slice(1));
  if (token) history.replaceState(history.state, '', location.pathname);
  return token;
};
