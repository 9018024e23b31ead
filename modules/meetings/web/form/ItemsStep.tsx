import { Button } from '#platform/ui/Buttons.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Choice } from '#platform/ui/Choice.tsx';
import { NumberField, TextField } from '#platform/ui/Field.tsx';
import { useText } from '#platform/ui/text.ts';
import { type ItemDraft, itemKinds } from '../../contract.ts';
import { type ItemForm, newItem, type RequestForm } from '../draft.ts';

export interface StepProps {
  form: RequestForm;
  change: (part: Partial<RequestForm>) => void;
}

interface ItemProps {
  item: ItemForm;
  at: number;
  change: (part: Partial<ItemForm>) => void;
  remove?: () => void;
}

const Item = ({ item, at, change, remove }: ItemProps) => {
  const t = useText();
  return (
    <Card
      title={t('meetings.item', { n: at })}
      extra={
        remove && (
          <Button kind="quiet" onClick={remove}>
            {t('meetings.item-remove', { n: at })}
          </Button>
        )
      }
    >
      <div className="mt-fields">
        <div className="mt-wide">
          <TextField
            label={t('meetings.item-title')}
            value={item.title}
            onValue={(title) => change({ title })}
            maxLength={60}
          />
        </div>
        <NumberField
          label={t('meetings.item-minutes')}
          value={item.minutes}
          onValue={(minutes) => change({ minutes })}
          unit={t('meetings.minute-unit')}
          min={5}
          max={240}
          step={5}
        />
        <TextField
          label={t('meetings.item-presenter')}
          value={item.presenter}
          onValue={(presenter) => change({ presenter })}
          maxLength={30}
        />
      </div>
      <Choice
        label={t('meetings.item-kind')}
        value={item.kind}
        onValue={(kind) => change({ kind: kind as ItemDraft['kind'] })}
        options={itemKinds.map((kind) => ({ value: kind, label: t(`meetings.kind-${kind}`) }))}
      />
    </Card>
  );
};

const minutesOf = (items: readonly ItemForm[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

/** Purpose and items. */
export const ItemsStep = ({ form, change }: StepProps) => {
  const t = useText();
  const { items } = form;
  const set = (key: number, part: Partial<ItemForm>) =>
    change({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) });
  const add = () => {
    const key = Math.max(...items.map((item) => item.key)) + 1;
    change({ items: [...items, newItem(key, items.at(-1)?.presenter)] });
  };
  return (
    <>
      <TextField
        label={t('meetings.purpose')}
        hint={t('meetings.purpose-hint')}
        value={form.purpose}
        onValue={(purpose) => change({ purpose })}
        maxLength={60}
      />
      {items.map((item, index) => (
        <Item
          key={item.key}
          item={item}
          at={index + 1}
          change={(part) => set(item.key, part)}
          {...(items.length > 1
            ? { remove: () => change({ items: items.filter(({ key }) => key !== item.key) }) }
            : {})}
        />
      ))}
      <div className="qz-card-head">
        {items.length < 20 ? <Button onClick={add}>{t('meetings.item-add')}</Button> : <span />}
        <span>{t('meetings.total', { n: minutesOf(items) })}</span>
      </div>
    </>
  );
};
