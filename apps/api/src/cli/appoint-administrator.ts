import { randomUUID } from 'node:crypto';
import { UNIT_PATTERN } from '@yihu/domain';
import { derivedId } from '@yihu/engine';
import { listStaff, rolesOf } from '@yihu/read-models';
import { machineClock } from '../clock';
import { openDataFolder, type DataFolder } from '../data-folder';
import { appointAdministrator } from '../staff/appoint';
import { readArguments, required } from './arguments';
import { BadUsage } from './bad-usage';
import { CannotGoOn } from './cannot-go-on';

/** With two, each can be the other's second person; from there on they appoint others themselves. */
const ADMINISTRATORS_MAX = 2;

/** Makes one of the first two administrators of an installation. */
export async function appoint(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { configuration, values } = readArguments(argv, { name: text, office: text, unit: text });
  const person = { name: required(values, 'name'), office: required(values, 'office'), unit: unitOf(values) };
  const folder = await openDataFolder({ configuration, clock: machineClock });
  try {
    await assertRoom(folder);
    const commandId = randomUUID();
    const staffId = derivedId(commandId, 'staff');
    await appointAdministrator({ ...folder, clock: machineClock }, { staffId, ...person }, commandId);
    process.stdout.write(`${staffId}\n`);
    return 0;
  } finally {
    await folder.close();
  }
}

function unitOf(values: Parameters<typeof required>[0]): string {
  const unit = required(values, 'unit');
  if (!UNIT_PATTERN.test(unit)) throw new BadUsage(`--unit ${unit} is not the code of a unit`);
  return unit;
}

async function assertRoom({ projector, readModels }: DataFolder): Promise<void> {
  await projector.caughtUp();
  const staff = await listStaff(readModels.database);
  const isAdministrator = (roles: ReturnType<typeof rolesOf>) =>
    roles.some(({ role }) => role === 'administrator');
  const count = staff.filter((each) => isAdministrator(rolesOf(each))).length;
  if (count >= ADMINISTRATORS_MAX) {
    throw new CannotGoOn(`There are ${count} administrators already: they appoint the next one.`);
  }
}
