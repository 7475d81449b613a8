const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const END_LENGTH = 22;

/** 1980-01-01 00:00 as MS-DOS writes it, the first moment a zip can name. */
const DOS_TIME = 0;
const DOS_DATE = (1 << 5) | 1;

/**
 * The same zip with every entry written at the same moment: the writer of exceljs stamps each with the clock, and
 * a file in the repository must come out alike whenever it is made.
 */
export function withFixedTimes(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip);
  const end = fixed.length - END_LENGTH;
  expectSignature(fixed, end, END_OF_CENTRAL);
  const count = fixed.readUInt16LE(end + 10);
  let central = fixed.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    expectSignature(fixed, central, CENTRAL_HEADER);
    stamp(fixed, central + 12);
    const local = fixed.readUInt32LE(central + 42);
    expectSignature(fixed, local, LOCAL_HEADER);
    stamp(fixed, local + 10);
    const [name, extra, comment] = [28, 30, 32].map((offset) => fixed.readUInt16LE(central + offset));
    central += 46 + name! + extra! + comment!;
  }
  return fixed;
}

function stamp(zip: Buffer, at: number): void {
  zip.writeUInt16LE(DOS_TIME, at);
  zip.writeUInt16LE(DOS_DATE, at + 2);
}

function expectSignature(zip: Buffer, at: number, signature: number): void {
  if (zip.readUInt32LE(at) !== signature) throw new Error(`No zip record at byte ${at}.`);
}
