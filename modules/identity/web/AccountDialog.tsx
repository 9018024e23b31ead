import { useState } from 'react';
import { listCadres } from '#modules/organisation/contract';
import { Button } from '#platform/ui/Buttons.tsx';
import { Choices } from '#platform/ui/Choice.tsx';
import { useAction, useCall } from '#platform/ui/calls.ts';
import { Dialog } from '#platform/ui/Dialog.tsx';
import { SelectField, TextField } from '#platform/ui/Field.tsx';
import { Failed } from '#platform/ui/States.tsx';
import { useText } from '#platform/ui/text.ts';
import {
  type Account,
  type AccountDraft,
  type AccountWithLink,
  addAccount,
  listAccounts,
  updateAccount,
} from '../contract.ts';
import { roles } from '../domain/permissions.ts';
import type { Places } from './AccountList.tsx';

interface Props {
  /** null: a new one. */
  account: Account | null;
  places: Places;
  onLink: (link: AccountWithLink) => void;
  onClose: () => void;
}

const blank: AccountDraft = {
  name: '',
  username: '',
  roles: [],
  committeeId: null,
  departmentId: null,
  cadreId: null,
};

const draftOf = ({
  name,
  username,
  roles: held,
  committeeId,
  departmentId,
  cadreId,
}: Account): AccountDraft => ({
  name,
  username,
  roles: held,
  committeeId,
  departmentId,
  cadreId,
});

const placeKey = ({ committeeId, departmentId }: AccountDraft): string =>
  committeeId ? `committee ${committeeId}` : departmentId ? `department ${departmentId}` : '';

/** Saves a new or a changed account; a new one answers with its link. */
const useSave = ({ account, onLink, onClose }: Props) => {
  const add = useAction(addAccount, {
    refresh: [listAccounts],
    onDone: (link) => {
      onLink(link);
      onClose();
    },
  });
  const update = useAction(updateAccount, { refresh: [listAccounts], onDone: onClose });
  const save = (draft: AccountDraft) => {
    const { username: _, ...edit } = draft;
    if (account) update.mutate({ params: { id: account.id }, body: edit });
    else add.mutate({ body: draft });
  };
  return { save, busy: add.isPending || update.isPending, error: add.error ?? update.error };
};

/** Where somebody works, then which of its cadres they are: that fills in the name. */
const PlaceFields = ({
  draft,
  places,
  onDraft,
}: {
  draft: AccountDraft;
  places: Places;
  onDraft: (draft: AccountDraft) => void;
}) => {
  const t = useText();
  const cadres = useCall(listCadres, { query: {} });
  const here = (cadres.data ?? []).filter(
    ({ committeeId, departmentId, active }) =>
      active &&
      (draft.committeeId
        ? committeeId === draft.committeeId
        : draft.departmentId && departmentId === draft.departmentId),
  );
  const choosePlace = (value: string) => {
    const [kind, id = null] = value.split(' ');
    const committeeId = kind === 'committee' ? id : null;
    onDraft({ ...draft, committeeId, departmentId: kind === 'department' ? id : null, cadreId: null });
  };
  const chooseCadre = (id: string) => {
    const cadre = here.find((one) => one.id === id);
    onDraft({ ...draft, cadreId: cadre?.id ?? null, name: cadre?.name ?? draft.name });
  };
  return (
    <>
      <SelectField
        label={t('identity.place')}
        value={placeKey(draft)}
        onValue={choosePlace}
        placeholder={t('identity.place-office')}
        options={[
          ...places.departments.map(({ id, name }) => ({ value: `department ${id}`, label: name })),
          ...places.committees.map(({ id, name }) => ({ value: `committee ${id}`, label: name })),
        ]}
      />
      {here.length > 0 && (
        <SelectField
          label={t('identity.cadre')}
          value={draft.cadreId ?? ''}
          onValue={chooseCadre}
          placeholder={t('identity.cadre-none')}
          options={here.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
};

/** Adds an account, or changes name, place and posts of one. */
export const AccountDialog = (props: Props) => {
  const { account, places, onClose } = props;
  const t = useText();
  const [draft, setDraft] = useState<AccountDraft>(account ? draftOf(account) : blank);
  const { save, busy, error } = useSave(props);
  return (
    <Dialog open title={account ? account.name : t('identity.account-add')} onClose={onClose}>
      <form
        className="qz-form"
        onSubmit={(event) => {
          event.preventDefault();
          save(draft);
        }}
      >
        <PlaceFields draft={draft} places={places} onDraft={setDraft} />
        <TextField
          label={t('identity.account-name')}
          value={draft.name}
          onValue={(name) => setDraft({ ...draft, name })}
          maxLength={30}
          required
        />
        {!account && (
          <TextField
            label={t('identity.username')}
            hint={t('identity.username-hint')}
            value={draft.username}
            onValue={(username) => setDraft({ ...draft, username })}
            maxLength={30}
            autoCapitalize="none"
            autoComplete="off"
            required
          />
        )}
        <Choices
          label={t('identity.role')}
          values={draft.roles}
          onValues={(held) => setDraft({ ...draft, roles: held as AccountDraft['roles'] })}
          options={roles.map((role) => ({ value: role, label: t(`identity.role.${role}`) }))}
        />
        {error && <Failed error={error} />}
        <div className="qz-actions">
          <Button onClick={onClose}>{t('identity.cancel')}</Button>
          <Button type="submit" kind="main" busy={busy} disabled={draft.roles.length === 0}>
            {t('identity.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
