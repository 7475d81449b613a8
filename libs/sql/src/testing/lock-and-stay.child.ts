import { FolderLocked, lockFolder } from '../lock-folder';

/** Takes the folder named on the command line, says how that went, and lives until its parent ends it or dies. */
function lockAndStay(folder: string): void {
  // A listener on the channel is what keeps a child alive that has nothing else to do.
  process.once('disconnect', () => process.exit());
  try {
    lockFolder(folder);
    process.send?.('locked');
  } catch (error) {
    process.send?.(error instanceof FolderLocked ? `refused ${error.folder}` : String(error));
  }
}

lockAndStay(process.argv[2] ?? '');
