import { type ReactNode, useState } from 'react';
import { Empty, Failed, Loading, Row, Rows, TextField } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import type { ResidentBrief } from '../contract.ts';
import { doorOf, ResidentDetail, ResidentTags } from './ResidentWords.tsx';
import { useSearch } from './use-search.ts';

export interface ResidentSearchProps {
  /** What a person found leads to… */
  to?: (resident: ResidentBrief) => string;
  /** …or does. */
  onPick?: (resident: ResidentBrief) => void;
  /** Other words over the field than "find a resident". */
  label?: string;
  /** The field is what the page is for: the keyboard opens at once. */
  focus?: boolean;
  /** Looked for at once: what somebody wrote down before. */
  first?: string;
  /** Shown while nothing is typed. */
  children?: ReactNode;
}

const ResidentRow = ({ resident, to, onPick }: { resident: ResidentBrief } & ResidentSearchProps) => (
  <Row
    title={
      <>
        {resident.name}　<strong>{doorOf(resident)}</strong> <ResidentTags resident={resident} />
      </>
    }
    detail={<ResidentDetail resident={resident} />}
    {...(to ? { to: to(resident) } : {})}
    {...(onPick ? { onPress: () => onPick(resident) } : {})}
  />
);

const Found = ({ typed, ...rest }: ResidentSearchProps & { typed: string }) => {
  const t = useText();
  const found = useSearch(typed);
  if (found.isPending) return <Loading lines={3} />;
  if (found.isError) return <Failed error={found.error} retry={found.refetch} />;
  if (found.data.length === 0) return <Empty>{t('registers.nobody')}</Empty>;
  return (
    <Rows label={t('registers.found')}>
      {found.data.map((resident) => (
        <ResidentRow key={resident.id} resident={resident} {...rest} />
      ))}
    </Rows>
  );
};

/** Finds a resident by name, pinyin, initials, door or the end of a phone number. */
export const ResidentSearch = ({
  children,
  focus = false,
  first = '',
  label,
  ...rest
}: ResidentSearchProps) => {
  const t = useText();
  const [typed, setTyped] = useState(first.slice(0, 40));
  return (
    <>
      <TextField
        label={label ?? t('registers.search')}
        hint={t('registers.search-hint')}
        type="search"
        value={typed}
        onValue={setTyped}
        maxLength={40}
        autoComplete="off"
        enterKeyHint="search"
        autoFocus={focus}
      />
      {typed.trim() === '' ? children : <Found typed={typed} {...rest} />}
    </>
  );
};
