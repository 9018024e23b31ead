import { type BoundRoute, handle } from '#platform/http/bind.ts';
import * as contract from '../contract.ts';
import type { Accounts } from './accounts.ts';

export const accountsRoutes = (accounts: Accounts): BoundRoute[] => [
  handle(contract.listAccounts, ({ who }) => accounts.list(who)),
  handle(contract.addAccount, ({ who, body }) => accounts.add(who, body)),
  handle(contract.updateAccount, ({ who, params, body }) => accounts.update(who, params.id, body)),
  handle(contract.disableAccount, ({ who, params }) => accounts.disable(who, params.id)),
  handle(contract.enableAccount, ({ who, params }) => accounts.enable(who, params.id)),
  handle(contract.resetAccount, ({ who, params }) => accounts.reset(who, params.id)),
];
