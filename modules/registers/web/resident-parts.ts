import type { ComponentType } from 'react';

/** What a part of a resident's page is given. */
export interface ResidentPartProps {
  readonly resident: string;
}

export type ResidentPart = () => Promise<{ default: ComponentType<ResidentPartProps> }>;

const parts: ResidentPart[] = [];

/** Adds to the page of a resident what another module knows of the person (every act of work). */
export const addResidentPart = (part: ResidentPart): void => {
  parts.push(part);
};

export const residentParts = (): readonly ResidentPart[] => parts;
