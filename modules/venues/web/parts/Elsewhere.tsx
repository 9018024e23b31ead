import type { CallError } from '#platform/contract/call.ts';
import { Button } from '#platform/ui/Buttons.tsx';
import { useText } from '#platform/ui/text.ts';

export interface ElsewhereProps {
  readonly refusal: CallError;
  /** Offered when another device has this venue. */
  readonly takeOver: () => void;
  readonly again: () => void;
}

/** Why this device is not in the room, and the one thing to do about it. */
export const Elsewhere = ({ refusal, takeOver, again }: ElsewhereProps) => {
  const t = useText();
  return (
    <div className="venue-message" role="alert">
      <p>{refusal.message}</p>
      {refusal.code === 'venues.deviceElsewhere' ? (
        <Button onClick={takeOver}>{t('venues.take-over')}</Button>
      ) : (
        <Button onClick={again}>{t('ui.retry')}</Button>
      )}
    </div>
  );
};
