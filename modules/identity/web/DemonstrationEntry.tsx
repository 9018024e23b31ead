import { Button } from '#platform/ui/Buttons.tsx';
import { Section } from '#platform/ui/Card.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { Failed } from '#platform/ui/States.tsx';
import { useLanguage, useText } from '#platform/ui/text.ts';
import { signIn } from '../contract.ts';
import { demonstrationPosts, demonstrationPassword as password } from './demonstration.ts';

/** In the demonstration only: in with one press, as whichever post one wants to see. */
export const DemonstrationEntry = ({ onSignedIn }: { onSignedIn: () => void }) => {
  const t = useText();
  const language = useLanguage();
  const enter = useAction(signIn, { refresh: [], onDone: onSignedIn });
  return (
    <Section title={t('identity.demonstration')}>
      <p className="qz-detail">{t('identity.demonstration-detail')}</p>
      <div className="qz-actions">
        {demonstrationPosts.map(({ username, ...names }) => (
          <Button
            key={username}
            disabled={enter.isPending}
            onClick={() => enter.mutate({ body: { username, password } })}
          >
            {names[language]}
          </Button>
        ))}
      </div>
      {enter.isError && <Failed error={enter.error} />}
    </Section>
  );
};
