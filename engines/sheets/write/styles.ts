import { escapeXml } from '../xml.ts';

/** How a cell of a form looks. */
export interface CellLook {
  readonly align: 'left' | 'center' | 'right';
  /** Points; 10.5 unless told. */
  readonly size?: number;
  readonly ruled?: boolean;
  readonly wraps?: boolean;
  /** A number format: `@` is text, which keeps an ID number whole and "=1+1" text when the cell is edited. */
  readonly format?: string;
}

const FACE = '宋体';
const SIZE = 10.5;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TEXT_FORMAT = 49;
const FIRST_OWN_FORMAT = 164;

const SIDES = ['left', 'right', 'top', 'bottom'];
const RULED = SIDES.map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('');
const BARE = SIDES.map((side) => `<${side}/>`).join('');

/** The looks a workbook uses, each with its number; ECMA-376 part 1, 18.8. */
export class Looks {
  readonly #looks = new Map<string, number>([['', 0]]);
  readonly #all: CellLook[] = [];
  readonly #sizes = [SIZE];
  readonly #formats: string[] = [];

  /** The number a cell names its look by. */
  of(look: CellLook): number {
    const key = JSON.stringify([look.align, look.size, look.ruled, look.wraps, look.format]);
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    this.#all.push(look);
    this.#looks.set(key, this.#all.length);
    return this.#all.length;
  }

  #placeOf<T>(list: T[], one: T): number {
    if (!list.includes(one)) list.push(one);
    return list.indexOf(one);
  }

  #formatOf(format: string | undefined): number {
    if (format === undefined) return 0;
    return format === '@' ? TEXT_FORMAT : FIRST_OWN_FORMAT + this.#placeOf(this.#formats, format);
  }

  #xf({ align, size = SIZE, ruled, wraps, format }: CellLook): string {
    const [font, border] = [this.#placeOf(this.#sizes, size), ruled ? 1 : 0];
    return `<xf numFmtId="${this.#formatOf(format)}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center"${wraps ? ' wrapText="1"' : ''}/></xf>`;
  }

  xml(): string {
    const looks = this.#all.map((look) => this.#xf(look)).join('');
    const fonts = this.#sizes.map((size) => `<font><sz val="${size}"/><name val="${FACE}"/></font>`).join('');
    const formats = this.#formats
      .map(
        (code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${escapeXml(code)}"/>`,
      )
      .join('');
    const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
    return `<styleSheet xmlns="${MAIN}">${formats === '' ? '' : `<numFmts count="${this.#formats.length}">${formats}</numFmts>`}<fonts count="${this.#sizes.length}">${fonts}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border>${BARE}<diagonal/></border><border>${RULED}<diagonal/></border></borders><cellStyleXfs count="1">${plain}/></cellStyleXfs><cellXfs count="${this.#all.length + 1}">${plain} xfId="0"/>${looks}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}
