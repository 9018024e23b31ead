import { Button } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';

export interface PagerProps {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}

/** From page to page of a list, on a phone. */
export const Pager = ({ page, size, total, onPage }: PagerProps) => {
  const t = useText();
  const pages = Math.ceil(total / size);
  if (pages < 2) return null;
  return (
    <div className="qz-actions">
      <Button disabled={page === 1} onClick={() => onPage(page - 1)}>
        {t('registers.before')}
      </Button>
      <span>{t('registers.page', { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('registers.after')}
      </Button>
    </div>
  );
};
