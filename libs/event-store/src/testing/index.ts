export { createServerPlace } from '../eventstoredb/testing/server-place';
export type { ServerPlace } from '../eventstoredb/testing/server-place';
export type { Fault, ScriptLine } from '../eventstoredb/testing/faults';
export { startTestServer } from '../eventstoredb/testing/test-server';
export type { TestServer } from '../eventstoredb/testing/test-server';
