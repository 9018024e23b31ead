import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import 'dayjs/locale/zh-cn.js';
import { useElderMode } from '../preferences.ts';
import { OfficeTheme } from './OfficeTheme.tsx';

dayjs.extend(customParseFormat);

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
export const OfficePicker = ({
  kind,
  value,
  onValue,
  min,
  max,
  required = false,
  ...control
}: PickerProps) => {
  const format = formats[kind];
  // Its word under the calendar cannot be made as large as elder mode wants.
  const showNow = !useElderMode();
  const given = dayjs(value, format, true);
  return (
    <OfficeTheme>
      <DatePicker
        {...control}
        picker={kind}
        format={format}
        value={given.isValid() ? given : null}
        onChange={(day) => onValue(day ? day.format(format) : '')}
        {...(min ? { minDate: dayjs(min) } : {})}
        {...(max ? { maxDate: dayjs(max) } : {})}
        allowClear={!required}
        required={required}
        showNow={showNow}
        placeholder=""
        style={{ width: '100%' }}
      />
    </OfficeTheme>
  );
};
