import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { useText } from '#platform/ui/text.ts';
import { PollCounts } from './PollCounts.tsx';
import type { PanelProps } from './QueuePanel.tsx';

/** `同意、不同意` as typed, with any comma. */
const choicesIn = (typed: string): string[] =>
  [...new Set(typed.split(/[、,，;；]/).map((one) => one.trim()))].filter((one) => one !== '').slice(0, 6);

/** Asks all venues, watches what they say, closes. */
export const PollPanel = ({ view, state: { poll }, act }: Pick<PanelProps, 'view' | 'state' | 'act'>) => {
  const t = useText();
  // What a question usually leaves to say; typed over when it leaves something else.
  const usual = t('venues.poll-usual');
  const [question, setQuestion] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const choices = choicesIn(typed ?? usual);
  if (!poll)
    return (
      <details className="venue-panel">
        <summary>{t('venues.poll-title')}</summary>
        <form
          className="venue-notice"
          onSubmit={(event) => {
            event.preventDefault();
            if (question.trim() === '' || choices.length < 2) return;
            act({ kind: 'poll', id: newId(), question: question.trim(), choices });
            setQuestion('');
          }}
        >
          <input
            className="venue-wide"
            aria-label={t('venues.poll-question')}
            placeholder={t('venues.poll-question')}
            value={question}
            maxLength={60}
            onChange={(event) => setQuestion(event.target.value)}
          />
          <input
            aria-label={t('venues.poll-choices')}
            value={typed ?? usual}
            maxLength={100}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="venue-do" disabled={question.trim() === '' || choices.length < 2}>
            {t('venues.poll')}
          </button>
        </form>
      </details>
    );
  return (
    <section className="venue-panel" aria-label={t('venues.poll')}>
      <h2>{poll.question}</h2>
      <PollCounts poll={poll} venues={view.venues.length} />
      <p className="venue-buttons">
        {!poll.closed && (
          <button
            type="button"
            className="venue-do venue-do-main"
            onClick={() => act({ kind: 'poll-close' })}
          >
            {t('venues.poll-close')}
          </button>
        )}
        {poll.closed && (
          <button type="button" className="venue-do" onClick={() => act({ kind: 'poll-clear' })}>
            {t('venues.poll-clear')}
          </button>
        )}
      </p>
    </section>
  );
};
