import type { DepartmentKind, Post } from './posts.ts';

/** What the office has now, as an import is compared with it. */
export interface OrganisationNow {
  readonly departments: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly kind: DepartmentKind;
  }[];
  readonly committees: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly shortName: string;
    readonly address: string;
    readonly travelMinutes: number;
  }[];
  readonly cadres: readonly {
    readonly id: string;
    readonly name: string;
    readonly committeeId: string | null;
    readonly departmentId: string | null;
    readonly posts: readonly Post[];
    readonly lines: readonly string[];
    readonly phone: string | null;
    readonly active: boolean;
  }[];
}
