import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;

/** A zip file of these parts, whatever they are: for workbooks that no honest program writes. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const clear = Buffer.from(content);
    const packed = deflateRawSync(clear);
    const fields = [20, UTF8_NAMES, DEFLATED, 0, 0];
    const sizes = [crc32(clear), packed.length, clear.length];
    const local = Buffer.concat([u32(LOCAL), u16(...fields), u32(...sizes), u16(Buffer.byteLength(name), 0)]);
    const central = [
      u32(CENTRAL),
      u16(20, ...fields),
      u32(...sizes),
      u16(Buffer.byteLength(name), 0, 0, 0, 0),
    ];
    locals.push(local, Buffer.from(name), packed);
    centrals.push(...central, u32(0, offset), Buffer.from(name));
    offset += local.length + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const count = Object.keys(parts).length;
  const end = [u32(END), u16(0, 0, count, count), u32(directory.length, offset), u16(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook of one sheet, around the markup of its rows. */
export function workbookParts(rows: string): Readonly<Record<string, string>> {
  const related = (type: string, target: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/${type}" Target="${target}"/></Relationships>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData></worksheet>`,
  };
}

/** A row of inline texts, as a workbook writes it. */
export function rowMarkup(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, index) => {
    const reference = `${String.fromCharCode(65 + index)}${row}`;
    return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

function u16(...values: readonly number[]): Buffer {
  return numbers(values, 2);
}

function u32(...values: readonly number[]): Buffer {
  return numbers(values, 4);
}

function numbers(values: readonly number[], bytes: number): Buffer {
  const buffer = Buffer.alloc(values.length * bytes);
  for (const [index, value] of values.entries()) buffer.writeUIntLE(value, index * bytes, bytes);
  return buffer;
}
