import { BadConfiguration, readConfiguration } from './configuration';

it('has a default for everything', () => {
  const { dataDir, ...configuration } = readConfiguration({});
  expect(dataDir).toBe(`${process.cwd()}/data`);
  expect(configuration).toEqual({
    port: 3000,
    host: '127.0.0.1',
    eventStore: { kind: 'folder', folder: dataDir },
    readModelFile: `${dataDir}/read-models.db`,
    vaultFile: `${dataDir}/vault.db`,
    masterKeyFile: `${dataDir}/master.key`,
  });
});

it('puts everything under the data folder, unless told otherwise', () => {
  const configuration = readConfiguration({
    DATA_DIR: '/data',
    PORT: '0',
    HOST: '0.0.0.0',
    EVENT_STORE_URL: 'file:/events',
    READ_MODEL_URL: 'file:///models/m.db',
    MASTER_KEY_FILE: '/keys/master.key',
  });
  expect(configuration).toEqual({
    port: 0,
    host: '0.0.0.0',
    dataDir: '/data',
    eventStore: { kind: 'folder', folder: '/events' },
    readModelFile: '/models/m.db',
    vaultFile: '/data/vault.db',
    masterKeyFile: '/keys/master.key',
  });
});

it.each([
  'esdb://user:secret@host:2113?tls=false',
  'esdb+discover://a,b',
  'esdb://u:p@a:2113,b:2113?tls=false',
])('takes the server %s for the events', (url) => {
  expect(readConfiguration({ EVENT_STORE_URL: url }).eventStore).toEqual({ kind: 'server', url });
});

it.each([
  ['PORT', 'abc'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', ''],
  ['HOST', ''],
  ['HOST', 'a b'],
  ['EVENT_STORE_URL', 'http://user:secret@host:2113'],
  ['EVENT_STORE_URL', 'esdb://user:secret@[host'],
  ['READ_MODEL_URL', 'postgres://user:secret@host/db'],
  ['VAULT_URL', 'file:'],
  ['VAULT_URL', 'file://otherhost/vault.db'],
  ['EVENT_STORE_URL', ''],
])('%s cannot be %s, and the message names it in one line', (variable, value) => {
  const read = () => readConfiguration({ [variable]: value });
  expect(read).toThrow(BadConfiguration);
  expect(read).toThrow(new RegExp(`^${variable} [^\n]+$`));
  expect(read).not.toThrow(/secret/);
});
