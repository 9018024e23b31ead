import { Button } from '#platform/ui/Buttons.tsx';
import { useAction } from '#platform/ui/calls.ts';
import { useText } from '#platform/ui/text.ts';
import { type Cadre, openCadrePhone } from '../contract.ts';

/** A number, masked until asked for; asking is written down. */
export const CadrePhone = ({ cadre }: { cadre: Cadre }) => {
  const t = useText();
  const open = useAction(openCadrePhone, { refresh: [] });
  if (cadre.phone === null) return null;
  const opened = open.data?.phone;
  if (opened) return <a href={`tel:${opened}`}>{opened}</a>;
  return (
    <>
      {cadre.phone}{' '}
      <Button
        kind="quiet"
        busy={open.isPending}
        aria-label={t('organisation.phone-open-of', { name: cadre.name })}
        onClick={() => open.mutate({ params: { id: cadre.id } })}
      >
        {t('organisation.phone-open')}
      </Button>
    </>
  );
};
