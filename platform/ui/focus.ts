let awaited = false;

/** Somebody went to another page: its heading takes the focus, so that a screen reader says where we are. */
export const awaitHeading = (): void => {
  awaited = true;
};

/** The page's heading has come. On the very first page the focus stays where the browser put it. */
export const focusHeading = (heading: HTMLElement | null): void => {
  if (!awaited || heading === null) return;
  awaited = false;
  heading.focus({ preventScroll: true });
};
