/**
 * Who is asking, as every service sees it. Ids are UUIDs. A cadre of a committee has `committee`, a
 * department's clerk `department`; the office's own roles may have neither.
 */
export interface Actor {
  readonly account: string;
  readonly subdistrict: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly committee: string | null;
  readonly department: string | null;
  readonly cadre: string | null;
  /** Names of permissions the roles add up to. */
  readonly permissions: ReadonlySet<string>;
}

/** The product itself acting for a subdistrict: schedules, webhooks, the command line. */
export const systemActor = (subdistrict: string): Actor => ({
  account: '00000000-0000-0000-0000-000000000000',
  subdistrict,
  name: '系统',
  roles: ['system'],
  committee: null,
  department: null,
  cadre: null,
  permissions: new Set(),
});
