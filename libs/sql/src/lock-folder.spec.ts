import { join } from 'node:path';
import { FolderLocked, lockFolder } from './lock-folder';
import { killChild, nextMessage, startChild } from './testing/start-child';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder';

const lockAndStay = join(__dirname, 'testing/lock-and-stay.child.ts');

describe('lockFolder', () => {
  afterAll(removeTemporaryFolders);

  it('creates the folder and keeps a second holder in the same process out until it is released', () => {
    const folder = join(temporaryFolder(), 'data');
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(new FolderLocked(folder));
    expect(() => lockFolder(folder)).toThrow(FolderLocked);
    lock.release();
    lock.release();
    lockFolder(folder).release();
  });

  it('F27 refuses another process by the name of the folder, also after a failed try of our own', async () => {
    const folder = temporaryFolder();
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderLocked);

    const second = startChild(lockAndStay, [folder]);
    expect(await nextMessage(second)).toBe(`refused ${folder}`);
    await killChild(second);
    lock.release();
  });

  it('F27 lets the next process in after kill -9 of the holder, and not before', async () => {
    const folder = temporaryFolder();
    const holder = startChild(lockAndStay, [folder]);
    expect(await nextMessage(holder)).toBe('locked');
    expect(() => lockFolder(folder)).toThrow(FolderLocked);

    await killChild(holder);
    lockFolder(folder).release();
  });
});
