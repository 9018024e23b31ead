import { attribute } from '../xml.ts';
import type { ZipParts } from '../zip-parts.ts';

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** A part named by a relation, seen from the part that holds it. */
const resolved = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const steps = [...from.split('/').slice(0, -1), ...target.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
};

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

export const relationsOf = (zip: ZipParts, part: string): Relation[] => {
  const at = part.lastIndexOf('/');
  const xml = zip.text(`${part.slice(0, at + 1)}_rels/${part.slice(at + 1)}.rels`) ?? '';
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s([^<>]*?)\/?>/g)].flatMap(([, attributes = '']) => {
    const target = attribute(attributes, 'Target');
    if (target === undefined || attribute(attributes, 'TargetMode') === 'External') return [];
    return [
      {
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        path: resolved(part, target),
      },
    ];
  });
};

/** Where the workbook's own part is; it need not be called xl/workbook.xml. */
export const workbookPath = (zip: ZipParts): string =>
  relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';

/** Sheets in the order of their tabs. */
export const sheetsOf = (zip: ZipParts): SheetPart[] => {
  const path = workbookPath(zip);
  const relations = new Map(relationsOf(zip, path).map((relation) => [relation.id, relation.path]));
  const xml = zip.text(path) ?? '';
  return [...xml.matchAll(/<(?:\w+:)?sheet\s([^<>]*?)\/?>/g)].flatMap(([, attributes = '']) => {
    const part = relations.get(attribute(attributes, '(?:r|\\w+):id') ?? '');
    const state = attribute(attributes, 'state');
    return part === undefined
      ? []
      : [
          {
            name: attribute(attributes, 'name') ?? '',
            path: part,
            hidden: state === 'hidden' || state === 'veryHidden',
          },
        ];
  });
};
