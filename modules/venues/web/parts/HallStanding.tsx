import { useText } from '#platform/ui/text.ts';

/** Whether the main venue's camera sends; if not, the way to the page that sends it, beside the console. */
export const HallStanding = ({ id, there }: { id: string; there: boolean }) => {
  const t = useText();
  if (there) return <span>{t('venues.hall-there')}</span>;
  return (
    <>
      <span className="venue-warns">{t('venues.hall-missing')}</span>
      <a className="venue-do" href={`/sittings/${id}/hall`} target="_blank" rel="noreferrer">
        {t('venues.hall-connect')}
      </a>
    </>
  );
};
