import { useState } from 'react';
import { useGo } from '#platform/ui/go.tsx';
import { Button, Failed, Page, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { addPlace } from '../contract.ts';
import { type PlaceRegister, placeShapes } from '../domain/place-fields.ts';
import { FieldForm } from './FieldForm.tsx';

/** One by hand: the same fields and the same checks as a spreadsheet's. */
export const NewPlacePage = ({ register }: { register: PlaceRegister }) => {
  const t = useText();
  const go = useGo();
  const shape = placeShapes[register];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const add = useAction(addPlace, { onDone: ({ id }) => go(`/places/${id}`, { replace: true }) });
  const values = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  return (
    <Page
      title={t(`registers.new-${register}`)}
      back={{
        to: register === 'premises' ? '/premises' : '/organisations',
        label: t(`registers.${register}`),
      }}
      width="narrow"
    >
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ body: { register, values } });
        }}
      >
        <FieldForm
          fields={shape.fields}
          required={shape.named ? [shape.name] : []}
          typed={typed}
          onTyped={setTyped}
          errors={add.error?.errors ?? []}
        />
        {add.error && <Failed error={add.error} />}
        <div className="qz-actions">
          <Button type="submit" kind="main" busy={add.isPending} disabled={!values[shape.kind]}>
            {t('registers.save')}
          </Button>
        </div>
      </form>
    </Page>
  );
};
