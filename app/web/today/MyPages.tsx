import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { useMe } from '#platform/ui/me.ts';
import { useText } from '#platform/ui/text.ts';
import { menuOf } from '../menu.ts';
import { pages } from '../pages.ts';

/** For posts without meetings (administrator, auditor): the pages they work with. */
export const MyPages = () => {
  const t = useText();
  const me = useMe();
  const entries = menuOf(pages, me.permissions)
    .flatMap((group) => group.entries)
    .filter(({ path }) => path !== '/');
  return (
    <Card title={t('app.my-pages')}>
      <Rows label={t('app.my-pages')}>
        {[...entries, { path: '/account', labelKey: 'app.account' }].map(({ path, labelKey }) => (
          <Row key={path} title={t(labelKey)} to={path} />
        ))}
      </Rows>
    </Card>
  );
};
