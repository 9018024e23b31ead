import { Select } from 'antd';
import type { Option } from '../Field.tsx';
import { OfficeTheme } from './OfficeTheme.tsx';

export interface SelectProps {
  id: string;
  value: string;
  onValue: (value: string) => void;
  options: readonly Option[];
  disabled?: boolean | undefined;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** One of many, found by typing a part of it. */
export const OfficeSelect = ({ options, onValue, disabled = false, ...control }: SelectProps) => (
  <OfficeTheme>
    <Select
      {...control}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      options={options.map((option) => ({ ...option }))}
      onChange={onValue}
      style={{ width: '100%' }}
    />
  </OfficeTheme>
);
