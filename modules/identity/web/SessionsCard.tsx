import { Button } from '#platform/ui/Buttons.tsx';
import { Card, Row, Rows } from '#platform/ui/Card.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { formatMoment } from '#platform/ui/format.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import { endSession, listSessions } from '../contract.ts';
import { deviceOf } from './device.ts';

/** Where I am signed in; any other device can be sent out. */
export const SessionsCard = () => {
  const t = useText();
  const sessions = useCall(listSessions);
  const end = useAction(endSession, { refresh: [listSessions] });
  if (sessions.isPending) return <Loading />;
  if (sessions.isError) return <Failed error={sessions.error} retry={sessions.refetch} />;
  return (
    <Card title={t('identity.sessions')}>
      <Rows label={t('identity.sessions')}>
        {sessions.data.map((one) => {
          const device = deviceOf(one.device) ?? t('identity.session-other');
          return (
            <Row
              key={one.id}
              title={device}
              detail={`${t('identity.session-seen', { at: formatMoment(one.lastSeenAt) })} · ${one.address}`}
              extra={
                one.current ? (
                  <Tag tone="good">{t('identity.session-current')}</Tag>
                ) : (
                  <Button
                    kind="quiet"
                    aria-label={t('identity.session-end-named', { device })}
                    onClick={() => end.mutate({ params: { id: one.id } })}
                  >
                    {t('identity.session-end')}
                  </Button>
                )
              }
            />
          );
        })}
      </Rows>
      {end.isError && <Failed error={end.error} />}
    </Card>
  );
};
