import { Section } from '#platform/ui/Card.tsx';
import { Tag } from '#platform/ui/Tag.tsx';
import { useText } from '#platform/ui/text.ts';
import type { MeetingRequest } from '../../contract.ts';
import { sayCalled } from '../RequestRows.tsx';
import { sayWhen } from '../words.ts';
import type { Plan } from './plan.ts';

interface Props {
  requests: readonly MeetingRequest[];
  plan: Plan;
  onChoose: (request: MeetingRequest) => void;
}

/** Approved requests that wait; ticked ones are pooled. The oldest is first. */
export const Pool = ({ requests, plan, onChoose }: Props) => {
  const t = useText();
  return (
    <div className="mt-column">
      <Section title={t('meetings.waiting-requests')} extra={<Tag tone="good">{requests.length}</Tag>}>
        {requests.toReversed().map((request) => (
          <label key={request.id} className="mt-pick">
            <input
              type="checkbox"
              checked={plan.chosen.includes(request.id)}
              onChange={() => onChoose(request)}
              aria-label={t('meetings.choose', { purpose: request.purpose })}
            />
            <span>
              <strong>
                {request.department.name} · {request.purpose}{' '}
                <Tag tone="good">{t('meetings.minutes', { n: request.minutes })}</Tag>
              </strong>
              <span className="qz-detail">{sayCalled(t, request)}</span>
              <span className="qz-detail">{sayWhen(t, request.when)}</span>
            </span>
          </label>
        ))}
      </Section>
    </div>
  );
};
