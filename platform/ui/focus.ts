let awaited = false;

/** Somebody went to another page: its heading takes the focus, so that a screen reader says where we are. */
export const awaitHeading = (): void => {
  awaited = true;
};

/** A field the page is for, which opened with the focus: the keyboard is up, and taking it away costs a tap. */
const isTypedInto = (main: Element | null): boolean => {
  const { activeElement } = document;
  return (
    (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) &&
    main?.contains(activeElement) === true
  );
};

/** The page's heading has come. On the very first page the focus stays where the browser put it. */
export const focusHeading = (heading: HTMLElement | null): void => {
  if (!awaited || heading === null) return;
  awaited = false;
  if (isTypedInto(heading.closest('main'))) return;
  heading.focus({ preventScroll: true });
};
