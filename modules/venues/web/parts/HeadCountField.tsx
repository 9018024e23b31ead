import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import { useLine } from '../branch/line.ts';

/** How many people sit in front of this device. Never a name, never a face. */
export const HeadCountField = ({
  id,
  people,
  done,
}: {
  id: string;
  people: number | null;
  done: () => void;
}) => {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const report = useAction(useLine().headCount, {
    refresh: [],
    onDone: () => {
      setTyped(null);
      done();
    },
  });
  const shown = typed ?? (people === null ? '' : String(people));
  const wanted = Number(shown);
  const ready = typed !== null && /^\d{1,3}$/.test(shown) && wanted <= 500;
  return (
    <form
      className="venue-people"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) report.mutate({ params: { id }, body: { people: wanted } });
      }}
    >
      <label>
        {t('venues.people-here')}
        <input
          inputMode="numeric"
          value={shown}
          maxLength={3}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={!ready} busy={report.isPending}>
        {t('venues.report')}
      </Button>
      {report.isError && (
        <p role="alert" className="venue-refused">
          {report.error.message}
        </p>
      )}
    </form>
  );
};
