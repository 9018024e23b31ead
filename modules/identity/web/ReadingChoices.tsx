import { useQueryClient } from '@tanstack/react-query';
import { Button } from '#platform/ui/Buttons.tsx';
import { CheckField } from '#platform/ui/Choice.tsx';
import { usePreferences } from '#platform/ui/preferences.ts';
import { useText } from '#platform/ui/text.ts';
import { getSession } from '../contract.ts';
import { chooseReading } from './reading.ts';

/** Language and text size, at once and for next time. */
export const ReadingChoices = ({ signedIn }: { signedIn: boolean }) => {
  const t = useText();
  const now = usePreferences();
  const queries = useQueryClient();
  const choose = async (change: Partial<typeof now>) => {
    await chooseReading({ ...now, ...change }, signedIn);
    if (signedIn) await queries.invalidateQueries({ queryKey: [getSession.id] });
  };
  return (
    <div className="qz-reading">
      <CheckField checked={now.elderMode} onChecked={(elderMode) => void choose({ elderMode })}>
        {t('identity.elder')}
      </CheckField>
      <Button
        kind="quiet"
        lang={now.language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => void choose({ language: now.language === 'zh' ? 'en' : 'zh' })}
      >
        {t('identity.language')}
      </Button>
    </div>
  );
};
