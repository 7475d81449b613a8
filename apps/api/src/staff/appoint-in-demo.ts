import { v5 as uuidV5 } from 'uuid';
import type { Clock } from '../clock';
import type { DataFolder } from '../data-folder';
import { appointAdministrator, type Appointee } from './appoint';

/** Appointments of a demo are told by whom they make, so a repeated one is the same one. */
const APPOINTMENTS = 'b3f5f1de-3d7a-5f0e-8c3b-5d2f4a6c8e10';

const READ_YOUR_WRITES_MS = 2000;

/** Makes one of a demo's first two administrators, in the operator's name. */
export async function appointInDemo(
  server: Pick<DataFolder, 'engine' | 'vault' | 'projector'>,
  clock: Clock,
  staff: Appointee,
): Promise<{ readonly staffId: string; readonly revision: number }> {
  const commandId = uuidV5(staff.staffId, APPOINTMENTS);
  const { revision, stream } = await appointAdministrator({ ...server, clock }, staff, commandId);
  await server.projector.waitFor(stream, revision, READ_YOUR_WRITES_MS);
  return { staffId: staff.staffId, revision };
}
