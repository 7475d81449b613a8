import { openOffice, type Desk } from '@yihu/domain/testing';
import type { Followed, TestFolder } from './open-folder';
import { newEvent } from './record';

/** An office that works on a desk by the domain's own commands, its facts copied into a store that is followed. */
export interface PlayedOffice {
  readonly desk: Desk;
  readonly followed: Followed;
  /** Plays on, and waits until the read models know what was done. */
  play(act: (desk: Desk) => void): Promise<void>;
}

export async function playOffice(
  folder: TestFolder,
  options: Parameters<typeof openOffice>[0] = {},
): Promise<PlayedOffice> {
  const desk = openOffice(options);
  const followed = await folder.follow();
  const copied = new Map<string, number>();

  const play: PlayedOffice['play'] = async (act) => {
    act(desk);
    for (const [stream, history] of desk.histories) {
      const from = copied.get(stream) ?? 0;
      if (from === history.length) continue;
      const events = history.slice(from).map((recorded) => ({
        ...newEvent(recorded),
        metadata: recorded.metadata as never,
      }));
      const subject = { stream, expectedRevision: from - 1, events };
      await folder.store.append({ takes: [], subject, gives: [], unchanged: [] });
      copied.set(stream, history.length);
      await followed.projector.waitFor(stream, history.length - 1, 5000);
    }
  };
  await play(() => undefined);
  return { desk, followed, play };
}
