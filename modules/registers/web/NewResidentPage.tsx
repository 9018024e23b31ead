import { useState } from 'react';
import { useGo } from '#platform/ui/go.tsx';
import { Button, ButtonLink, Failed, Notice, Page, useAction } from '#platform/ui/index.ts';
import { useText } from '#platform/ui/text.ts';
import { addResident } from '../contract.ts';
import { registerFields } from '../domain/fields.ts';
import { FieldForm } from './FieldForm.tsx';

/** One resident by hand: the same fields and the same checks as a spreadsheet's. */
const NewResidentPage = () => {
  const t = useText();
  const go = useGo();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const add = useAction(addResident, { onDone: ({ id }) => go(`/residents/${id}`, { replace: true }) });
  const values = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  const there = add.error?.code === 'registers.alreadyThere' ? add.error.facts : null;
  return (
    <Page
      title={t('registers.new-resident')}
      back={{ to: '/residents', label: t('registers.residents') }}
      width="narrow"
    >
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ body: { values } });
        }}
      >
        <FieldForm
          fields={registerFields}
          required={['person.name']}
          typed={typed}
          onTyped={setTyped}
          errors={add.error?.errors ?? []}
        />
        {add.error && !there && <Failed error={add.error} />}
        {there && (
          <>
            <Notice>{there.mayBeAnother ? t('registers.maybe-same') : add.error?.message}</Notice>
            <div className="qz-actions">
              <ButtonLink to={`/residents/${String(there.resident)}`}>{t('registers.see-there')}</ButtonLink>
              {there.mayBeAnother === true && (
                <Button onClick={() => add.mutate({ body: { values, anyway: true } })}>
                  {t('registers.another-person')}
                </Button>
              )}
            </div>
          </>
        )}
        <div className="qz-actions">
          <Button type="submit" kind="main" busy={add.isPending} disabled={!values['person.name']}>
            {t('registers.save')}
          </Button>
        </div>
      </form>
    </Page>
  );
};

export default NewResidentPage;
