import { raceAll } from '../../contract/racing';
import { openEmbeddedStore } from '../open-embedded-store';

const [folder = '', connections, attempts] = process.argv.slice(2);
const stores = Array.from({ length: Number(connections) }, () => openEmbeddedStore({ folder, lock: false }));
void raceAll(stores, Number(attempts)).then((result) => process.send?.(result));
