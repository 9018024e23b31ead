import { Select } from 'antd';
import type { Option } from '../Field.tsx';
import { OfficeTheme } from './OfficeTheme.tsx';

export interface SelectProps {
  id: string;
  /** null: nothing chosen yet. */
  value: string | null;
  onValue: (value: string) => void;
  options: readonly Option[];
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  /** Which choices fit what was typed; without it, those that hold it. */
  fits?: ((typed: string, label: string) => boolean) | undefined;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** One of many, found by typing a part of it. */
export const OfficeSelect = ({
  options,
  onValue,
  disabled = false,
  required = false,
  fits,
  ...control
}: SelectProps) => (
  <OfficeTheme>
    <Select
      {...control}
      disabled={disabled}
      {...(required ? { 'aria-required': true } : {})}
      showSearch={
        fits
          ? { filterOption: (typed, option) => fits(typed, option?.label ?? '') }
          : { optionFilterProp: 'label' }
      }
      options={options.map((option) => ({ ...option }))}
      onChange={onValue}
      style={{ width: '100%' }}
    />
  </OfficeTheme>
);
