import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { Notice } from './Tag.tsx';
import { useText } from './text.ts';

export interface FilePickProps {
  /** What is wanted: `选择居民名册（.xlsx）`. */
  label: string;
  /** As of an input: `.xlsx,.xls`. */
  accept: string;
  /** At most, in bytes; a larger file is refused here, before it is sent. */
  maxBytes: number;
  hint?: ReactNode;
  busy?: boolean;
  onFile: (file: File) => void;
}

const endsRight = (file: File, accept: string): boolean =>
  accept
    .split(',')
    .some((one) => !one.trim().startsWith('.') || file.name.toLowerCase().endsWith(one.trim()));

/** A file by button or by dropping it there. */
export const FilePick = ({ label, accept, maxBytes, hint, busy = false, onFile }: FilePickProps) => {
  const t = useText();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (!file) return;
    if (!endsRight(file, accept)) return setRefused(t('ui.file-kind', { accept }));
    if (file.size > maxBytes)
      return setRefused(t('ui.file-large', { limit: Math.floor(maxBytes / 1024 / 1024) }));
    setRefused(null);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside does the same by keyboard
    <div
      className={over ? 'qz-drop qz-over' : 'qz-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className="qz-unseen"
        type="file"
        accept={accept}
        disabled={busy}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file, mended, must be choosable again.
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="qz-button qz-plain" aria-busy={busy || undefined}>
        {busy ? `${t('ui.busy')}…` : label}
      </label>
      <p className="qz-detail">{hint ?? t('ui.drop')}</p>
      {refused && <Notice tone="bad">{refused}</Notice>}
    </div>
  );
};
