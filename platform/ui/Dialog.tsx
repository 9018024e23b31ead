import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMedia } from './media.ts';
import { bringPiece, officeWidth, pieceHere } from './office-piece.ts';
import { bringDialog } from './office-pieces.ts';

export interface DialogProps {
  open: boolean;
  title: ReactNode;
  /** Somebody pressed Escape; closing is the page's to do. */
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own; it keeps the focus inside and gives it back. */
export const LightDialog = ({ open, title, onClose, children }: DialogProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="qz-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="qz-dialog-body">{children}</div>
        </>
      )}
    </dialog>
  );
};

/** How long a press may wait for Ant Design's dialog; then the browser's own opens. */
const patienceMs = 400;

/** Which dialog opens is settled when it opens and stays until it is closed: what was typed stays too. */
const useDialogKind = (open: boolean, wide: boolean): typeof LightDialog | null => {
  const now = wide ? (pieceHere(bringDialog) as typeof LightDialog | null) : LightDialog;
  const [settled, settle] = useState({ Kind: open ? now : null });
  if (open && settled.Kind === null && now) settle({ Kind: now });
  useEffect(() => {
    if (!open || settled.Kind) return;
    let shown = true;
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
    void Promise.race([bringPiece(bringDialog), late]).then(
      (piece) => shown && settle({ Kind: (piece as typeof LightDialog | null) ?? LightDialog }),
    );
    return () => {
      shown = false;
    };
  }, [open, settled]);
  return settled.Kind;
};

/** The focus goes back to what was pressed, also when the page takes the dialog away instead of closing it. */
const useFocusBack = (open: boolean): void => {
  const pressed = useRef<Element | null>(null);
  // Read before anything inside has taken the focus.
  if (open) pressed.current ??= document.activeElement;
  useEffect(() => {
    if (!open) return;
    return () => {
      const back = pressed.current;
      pressed.current = null;
      setTimeout(() => {
        if (document.activeElement === document.body && back instanceof HTMLElement) back.focus();
      });
    };
  }, [open]);
};

/** Asks one thing over the page: Ant Design's on an office PC, the browser's own elsewhere. */
export const Dialog = (props: DialogProps) => {
  const wide = useMedia(officeWidth);
  useFocusBack(props.open);
  const Kind = useDialogKind(props.open, wide);
  return Kind && <Kind {...props} />;
};
