import { call, callForFile } from '#platform/contract/call.ts';
import {
  type CellRemark,
  type HouseholdBrief,
  householdImportTemplate,
  importHouseholds,
  importPlaces,
  importResidents,
  type PlaceBrief,
  placeImportTemplate,
  previewHouseholdImport,
  previewPlaceImport,
  previewResidentImport,
  type ResidentBrief,
  type ResidentImportPreview,
  residentImportTemplate,
} from '../contract.ts';

export type Imported = 'residents' | 'households' | 'premises' | 'organisation';

export interface Sample {
  readonly residents?: readonly Omit<ResidentBrief, 'id'>[];
  readonly households?: readonly Omit<HouseholdBrief, 'id'>[];
  readonly places?: readonly Omit<PlaceBrief, 'id'>[];
}

/** What every preview says, whatever register the file is for. */
export interface Preview {
  readonly digest: string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly columns: ResidentImportPreview['columns'];
  readonly remarks: readonly CellRemark[];
  readonly errors: number;
  readonly notices: number;
  readonly sample: Sample;
}

interface Importing {
  /** The register's page. */
  readonly home: string;
  readonly titleKey: string;
  readonly homeKey: string;
  readonly templateName: string;
  readonly preview: (body: File) => Promise<Preview>;
  readonly write: (body: File, digest: string) => Promise<{ created: number; updated: number }>;
  readonly template: () => Promise<Blob>;
}

const places = (register: 'premises' | 'organisation', home: string): Importing => ({
  home,
  titleKey: `registers.import-${register}`,
  homeKey: `registers.${register}`,
  templateName: `registers.template-${register}`,
  preview: async (body) => {
    const { sample, ...preview } = await call(previewPlaceImport, { body, query: { register } });
    return { ...preview, sample: { places: sample } };
  },
  write: (body, digest) => call(importPlaces, { body, query: { register, digest } }),
  template: () => callForFile(placeImportTemplate, { query: { register } }),
});

/** How each register takes its spreadsheet in. */
export const importings: Readonly<Record<Imported, Importing>> = {
  residents: {
    home: '/residents',
    titleKey: 'registers.import',
    homeKey: 'registers.residents',
    templateName: 'registers.template-name',
    preview: async (body) => {
      const { sample, ...preview } = await call(previewResidentImport, { body });
      return { ...preview, sample: { residents: sample } };
    },
    write: (body, digest) => call(importResidents, { body, query: { digest } }),
    template: () => callForFile(residentImportTemplate),
  },
  households: {
    home: '/households',
    titleKey: 'registers.import-households',
    homeKey: 'registers.households',
    templateName: 'registers.template-households',
    preview: async (body) => {
      const { sample, ...preview } = await call(previewHouseholdImport, { body });
      return { ...preview, sample: { households: sample } };
    },
    write: (body, digest) => call(importHouseholds, { body, query: { digest } }),
    template: () => callForFile(householdImportTemplate),
  },
  premises: places('premises', '/premises'),
  organisation: places('organisation', '/organisations'),
};
