import { useState } from 'react';
import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import { pairScreen } from '../../contract.ts';
import { codeLength, readCode, sayCode } from '../../domain/pairing.ts';

const figuresIn = (typed: string): string => typed.replace(/\D/g, '').slice(0, codeLength);
const shownAs = (figures: string): string => (figures.length > 5 ? sayCode(figures) : figures);

/** The one thing a new screen asks for: the code that the main hall reads out. */
export const PairForm = ({ done }: { done: () => unknown }) => {
  const t = useText();
  const [figures, setFigures] = useState('');
  const pair = useAction(pairScreen, { refresh: [], onDone: done });
  return (
    <div className="venue-pair">
      <h1 className="venue-big-title">{t('venues.pair-title')}</h1>
      <p>{t('venues.pair-help')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pair.mutate({ body: { code: figures } });
        }}
      >
        <label htmlFor="venue-code">{t('venues.pair-code')}</label>
        <input
          id="venue-code"
          inputMode="numeric"
          autoComplete="off"
          placeholder="00000 00000"
          value={shownAs(figures)}
          onChange={(event) => setFigures(figuresIn(event.target.value))}
        />
        <Button type="submit" kind="main" disabled={readCode(figures) === null} busy={pair.isPending}>
          {t('venues.pair')}
        </Button>
      </form>
      {pair.isError && (
        <p role="alert" className="venue-refused">
          {pair.error.message}
        </p>
      )}
    </div>
  );
};
