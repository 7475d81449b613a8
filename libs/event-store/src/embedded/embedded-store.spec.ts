import { describeEventStore } from '../contract';
import { createEmbeddedPlace, killWriter, tamper, type EmbeddedPlace } from './testing/embedded-place';

describeEventStore('The embedded store', {
  atomic: true,
  refusesKnownIds: true,
  createPlace: createEmbeddedPlace,
  faults: {
    killWriter,
    loseEventsAfter: (place, position) =>
      tamper(place, (database) =>
        database.prepare('DELETE FROM events WHERE position > ?').run(Number(position)),
      ),
    damages: [0, 1].map((revision) => ({
      name: `revision ${revision} deleted`,
      damage: (place: EmbeddedPlace, stream: string) =>
        tamper(place, (database) =>
          database.prepare('DELETE FROM events WHERE stream = ? AND revision = ?').run(stream, revision),
        ),
    })),
  },
});
