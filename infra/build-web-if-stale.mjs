import { join } from 'node:path';
import { buildWeb, webFolder, webSources } from './build-web.mjs';
import { isStale } from './newest.mjs';

if (isStale(join(webFolder, 'index.html'), webSources)) await buildWeb();
