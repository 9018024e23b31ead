/** All that pages build with: `import { Card, Page, useCall } from '#platform/ui/index.ts'`. */
export { BigButton, Button, ButtonLink } from './Buttons.tsx';
export { Card, Facts, Row, Rows } from './Card.tsx';
export { Choice, Choices } from './Choice.tsx';
export { ConfirmWithReason } from './ConfirmWithReason.tsx';
export { type CallInput, useAction, useCall } from './calls.ts';
export { Dialog } from './Dialog.tsx';
export {
  DateField,
  Field,
  MonthField,
  NumberField,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from './Field.tsx';
export { FilePick } from './FilePick.tsx';
export {
  formatDay,
  formatLongDay,
  formatMoment,
  formatMonth,
  officeToday,
} from './format.ts';
export { Go, useAddressValue, useParam } from './go.tsx';
export { useLive } from './live.ts';
export { type Me, useMay, useMe } from './me.ts';
export { Page } from './Page.tsx';
export type { Catalogue, Language, Messages, PageEntry, WebModule } from './pages.ts';
export { Empty, Failed, Loading } from './States.tsx';
export { saveFile } from './save.ts';
export type { Column } from './Table.tsx';
export { Notice, Tag } from './Tag.tsx';
export { type Say, useLanguage, useText } from './text.ts';
