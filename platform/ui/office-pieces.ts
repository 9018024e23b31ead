import { bringPiece } from './office-piece.ts';

/** What Ant Design draws on an office PC; each is a chunk of its own. */
export const bringTable = () => import('./office/OfficeTable.tsx').then(({ OfficeTable }) => OfficeTable);
export const bringPicker = () => import('./office/OfficePicker.tsx').then(({ OfficePicker }) => OfficePicker);
export const bringSelect = () => import('./office/OfficeSelect.tsx').then(({ OfficeSelect }) => OfficeSelect);

/** With the fields that may stand in it: the first has the focus at once, and is not exchanged then. */
export const bringDialog = async () => {
  const [{ OfficeDialog }] = await Promise.all([
    import('./office/OfficeDialog.tsx'),
    bringPiece(bringPicker),
    bringPiece(bringSelect),
  ]);
  return OfficeDialog;
};
