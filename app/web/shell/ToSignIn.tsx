import { Redirect } from 'wouter';

/** Sends to the sign-in page, which comes back here afterwards. */
export const ToSignIn = () => {
  const here = location.pathname + location.search;
  return <Redirect to={here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`} replace />;
};
