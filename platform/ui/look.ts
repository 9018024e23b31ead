import './look.css';

/** A colour of the look as it is now (`green`, `ink`, …), for what cannot read CSS variables itself. */
export const colourOf = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--qz-${name}`).trim();
