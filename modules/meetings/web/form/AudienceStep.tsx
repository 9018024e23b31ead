import { CheckField, Choice, Choices } from '#platform/ui/Choice.tsx';
import { useCall } from '#platform/ui/calls.ts';
import { Failed, Loading } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import { countAudience, listAudienceChoices } from '../../contract.ts';
import { calledAudience, type ItemForm, type RequestForm } from '../draft.ts';
import { useTrial } from '../use-trial.ts';
import type { StepProps } from './ItemsStep.tsx';

type Posts = RequestForm['posts'];

/** How many cadres this calls, large: the first cost of a meeting. */
const Count = ({ form }: { form: RequestForm }) => {
  const t = useText();
  const count = useTrial(countAudience, calledAudience(form));
  if (count.isError) return <Failed error={count.error} />;
  if (!count.data) return <Loading lines={1} />;
  return (
    <p className="mt-figure" role="status" aria-busy={!count.settled}>
      {count.data.cadres === 0 ? t('meetings.calls-nobody') : t('meetings.calls', { n: count.data.cadres })}{' '}
      {count.data.cadres > 0 && <small>{t('meetings.from-committees', { n: count.data.committees })}</small>}
    </p>
  );
};

/** Whom each item calls, when they differ. */
const ItemAudiences = ({ form, change }: StepProps) => {
  const t = useText();
  const set = (key: number, posts: readonly string[]) =>
    change({
      items: form.items.map((item) => (item.key === key ? { ...item, posts: posts as Posts } : item)),
    });
  const options = form.posts.map((post) => ({ value: post, label: t(`meetings.post-${post}`) }));
  return form.items.map((item: ItemForm) => (
    <Choices
      key={item.key}
      label={t('meetings.who-item', { title: item.title })}
      values={item.posts}
      onValues={(posts) => set(item.key, posts)}
      options={options}
    />
  ));
};

/** Posts × committees, with the number of cadres it calls. */
export const AudienceStep = ({ form, change }: StepProps) => {
  const t = useText();
  const choices = useCall(listAudienceChoices);
  if (choices.isPending) return <Loading />;
  if (choices.isError) return <Failed error={choices.error} retry={choices.refetch} />;
  const { committees, posts } = choices.data;
  const differ = (differs: boolean) =>
    change({ differs, items: form.items.map((item) => ({ ...item, posts: differs ? form.posts : [] })) });
  return (
    <>
      <Choices
        label={t('meetings.who-posts')}
        hint={t('meetings.who-posts-hint')}
        values={form.posts}
        onValues={(chosen) =>
          change({ posts: chosen as Posts, ...(chosen.length < 2 ? { differs: false } : {}) })
        }
        options={posts
          .filter(({ cadres }) => cadres > 0)
          .map(({ post, cadres }) => ({ value: post, label: `${t(`meetings.post-${post}`)} ${cadres}` }))}
      />
      {form.posts.length > 0 && (
        <Choice
          label={t('meetings.who-committees')}
          value={form.everywhere ? 'all' : 'some'}
          onValue={(which) => change({ everywhere: which === 'all' })}
          options={[
            { value: 'all', label: t('meetings.who-all', { n: committees.length }) },
            { value: 'some', label: t('meetings.who-some') },
          ]}
        />
      )}
      {form.posts.length > 0 && !form.everywhere && (
        <Choices
          label={t('meetings.who-which')}
          values={form.committees}
          onValues={(chosen) => change({ committees: chosen })}
          options={committees.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      )}
      {form.items.length > 1 && form.posts.length > 1 && (
        <CheckField checked={form.differs} onChecked={differ}>
          {t('meetings.who-differs')}
        </CheckField>
      )}
      {form.differs && <ItemAudiences form={form} change={change} />}
      <Count form={form} />
    </>
  );
};
