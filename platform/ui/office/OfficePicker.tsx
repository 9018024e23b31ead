import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { OfficeTheme } from './OfficeTheme.tsx';

export interface PickerProps {
  id: string;
  kind: 'date' | 'month';
  /** `2026-11-25` or `2026-11`; empty when nothing is chosen. */
  value: string;
  onValue: (value: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean | undefined;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

const formats = { date: 'YYYY-MM-DD', month: 'YYYY-MM' } as const;

/** Ant Design's calendar for a day or a month, in the product's look; days are text, as everywhere. */
export const OfficePicker = ({ kind, value, onValue, min, max, required, ...control }: PickerProps) => (
  <OfficeTheme>
    <DatePicker
      {...control}
      picker={kind}
      format={formats[kind]}
      value={value ? dayjs(value) : null}
      onChange={(day) => onValue(day ? day.format(formats[kind]) : '')}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      allowClear={!required}
      {...(required ? { 'aria-required': true } : {})}
      placeholder=""
    />
  </OfficeTheme>
);
