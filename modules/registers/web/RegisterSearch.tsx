import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type CallError, call } from '#platform/contract/call.ts';
import type { OutputOf } from '#platform/contract/route.ts';
import { Card, Empty, Failed, Loading, Rows, TextField } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { searchRegisters } from '../contract.ts';
import { HouseholdRow } from './HouseholdRow.tsx';
import { PlaceRow } from './PlaceRow.tsx';
import { ResidentLines } from './ResidentRows.tsx';
import { usePaused } from './use-search.ts';

const limit = 12;

const Found = ({ text }: { text: string }) => {
  const t = useText();
  const found = useQuery<OutputOf<typeof searchRegisters>, CallError>({
    queryKey: [searchRegisters.id, text],
    queryFn: ({ signal }) => call(searchRegisters, { body: { text, limit }, signal }),
  });
  if (found.isPending) return <Loading lines={3} />;
  if (found.isError) return <Failed error={found.error} retry={found.refetch} />;
  const { residents, households, places } = found.data;
  if (residents.length + households.length + places.length === 0)
    return <Empty>{t('registers.nobody')}</Empty>;
  return (
    <>
      {residents.length > 0 && (
        <Card title={t('registers.residents')}>
          <ResidentLines residents={residents} />
        </Card>
      )}
      {households.length > 0 && (
        <Card title={t('registers.households')}>
          <Rows>
            {households.map((household) => (
              <HouseholdRow key={household.id} household={household} />
            ))}
          </Rows>
        </Card>
      )}
      {places.length > 0 && (
        <Card title={t('registers.place')}>
          <Rows>
            {places.map((place) => (
              <PlaceRow key={place.id} place={place} />
            ))}
          </Rows>
        </Card>
      )}
    </>
  );
};

/** Finds in all four registers by what is typed; nothing typed shows what stands below. */
export const RegisterSearch = ({ children }: { children: ReactNode }) => {
  const t = useText();
  const [typed, setTyped] = useState('');
  const text = usePaused(typed.trim());
  return (
    <>
      <TextField
        label={t('registers.search-all')}
        hint={t('registers.search-all-hint')}
        type="search"
        value={typed}
        onValue={setTyped}
        maxLength={40}
        autoComplete="off"
        enterKeyHint="search"
      />
      {typed.trim() === '' ? children : text === '' ? <Loading lines={3} /> : <Found text={text} />}
    </>
  );
};
