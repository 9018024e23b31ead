import { Button, useText } from '#platform/ui/index.ts';

export interface PageTurnerProps {
  page: number;
  /** Null: not known yet. */
  pages: number | null;
  /** Whether there is a next page, where it is not known how many there are. */
  more?: boolean;
  onPage: (page: number) => void;
  /** Of what, for those who hear it. */
  label?: string;
}

/** Page x of y, with a way back and on; nothing when there is one page. */
export const PageTurner = ({ page, pages, more = false, onPage, label }: PageTurnerProps) => {
  const t = useText();
  const last = pages === null ? !more : page >= pages;
  if (page <= 1 && last) return null;
  const place = pages === null ? t('ledgers.page', { page }) : t('ledgers.pages', { page, pages });
  return (
    <nav className="lg-turner" aria-label={label ?? place}>
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t('ledgers.before')}
      </Button>
      <span>{place}</span>
      <Button disabled={last} onClick={() => onPage(page + 1)}>
        {t('ledgers.after')}
      </Button>
    </nav>
  );
};
