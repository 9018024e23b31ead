import { SheetRefusal } from '../refusal.ts';
import { attribute } from '../xml.ts';
import type { ZipParts } from '../zip-parts.ts';

/**
 * Refuses a file that fetches something from elsewhere when it is opened: linked workbooks, pictures, templates.
 * Addresses a person clicks on stay.
 * @throws SheetRefusal unsafe-content
 */
export const refuseOutsideLinks = (zip: ZipParts): void => {
  for (const name of zip.names.filter((one) => one.endsWith('.rels')))
    for (const [, attributes = ''] of (zip.text(name) ?? '').matchAll(
      /<(?:\w+:)?Relationship\s([^<>]*?)\/?>/g,
    )) {
      const type = attribute(attributes, 'Type') ?? '';
      const outside = attribute(attributes, 'TargetMode') === 'External' && !type.endsWith('/hyperlink');
      if (outside || type.endsWith('/externalLink'))
        throw new SheetRefusal('unsafe-content', 'the file is linked to another one');
    }
};
