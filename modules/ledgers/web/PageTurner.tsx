import { Button, useText } from '#platform/ui/index.ts';

export interface PageTurnerProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** Of what, for those who hear it. */
  label?: string;
}

/** Page x of y, with a way back and on; nothing when there is one page. */
export const PageTurner = ({ page, pages, onPage, label }: PageTurnerProps) => {
  const t = useText();
  if (pages <= 1) return null;
  return (
    <nav className="lg-turner" aria-label={label ?? t('ledgers.pages', { page, pages })}>
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t('ledgers.before')}
      </Button>
      <span>{t('ledgers.pages', { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('ledgers.after')}
      </Button>
    </nav>
  );
};
