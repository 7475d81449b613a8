const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'json'],
  moduleNameMapper: {
    '^@yihu/event-store/contract$': '<rootDir>/libs/event-store/src/contract/index.ts',
    '^@yihu/event-store/testing$': '<rootDir>/libs/event-store/src/testing/index.ts',
    '^@yihu/sql/testing$': '<rootDir>/libs/sql/src/testing/index.ts',
    '^@yihu/api-contract/browser$': '<rootDir>/libs/api-contract/src/browser.ts',
    '^@yihu/domain/attestation$': '<rootDir>/libs/domain/src/attestation.ts',
    '^@yihu/domain/testing$': '<rootDir>/libs/domain/src/testing/index.ts',
    '^@yihu/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
};

const project = (name, folder) => ({
  ...shared,
  displayName: name,
  rootDir: __dirname,
  roots: [`<rootDir>/${folder}`],
  testMatch: [`<rootDir>/${folder}/**/*.spec.ts`],
});

const libs = [
  'workflow',
  'domain',
  'engine',
  'sql',
  'event-store',
  'read-models',
  'vault',
  'documents',
  'api-contract',
];

/** One Jest run drives every test; a project is a place in the layout. */
module.exports = {
  projects: [
    ...libs.map((lib) => project(lib, `libs/${lib}`)),
    project('api', 'apps/api'),
    project('web', 'apps/web'),
    { ...project('tests', 'tests'), globalSetup: '<rootDir>/infra/before-tests.cjs' },
  ],
  testTimeout: 60_000,
  // The long suites wait for servers and browsers of their own, so one worker leaves a core idle.
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/infra/plain-line-reporter.cjs'],
};
