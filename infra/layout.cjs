/**
 * The layout table of CONTRIBUTING.md: who may import whom, and which outside packages. ESLint enforces it
 * while one writes, a test enforces it on every file.
 */
module.exports = [
  { place: 'libs/workflow', tag: 'lib:workflow', libs: [], packages: ['xstate'] },
  {
    place: 'libs/domain',
    tag: 'lib:domain',
    libs: ['workflow'],
    packages: ['xstate', 'canonicalize', '@noble/hashes'],
  },
  {
    place: 'libs/engine',
    tag: 'lib:engine',
    libs: ['workflow', 'event-store'],
    packages: ['canonicalize', 'uuid'],
  },
  { place: 'libs/sql', tag: 'lib:sql', libs: [], packages: ['kysely', 'libsql'] },
  {
    place: 'libs/event-store',
    tag: 'lib:event-store',
    libs: ['sql'],
    packages: ['@eventstore/db-client', '@grpc/grpc-js', 'google-protobuf'],
  },
  {
    place: 'libs/read-models',
    tag: 'lib:read-models',
    libs: ['workflow', 'domain', 'event-store', 'sql'],
    packages: ['kysely'],
  },
  { place: 'libs/vault', tag: 'lib:vault', libs: ['sql'], packages: ['canonicalize'] },
  {
    place: 'libs/documents',
    tag: 'lib:documents',
    libs: ['domain'],
    packages: ['hucre', 'yauzl', 'csv-parse', 'exceljs'],
  },
  {
    place: 'libs/api-contract',
    tag: 'lib:api-contract',
    libs: ['domain'],
    packages: [
      'class-validator',
      'class-transformer',
      '@nestjs/common',
      '@nestjs/swagger',
      'reflect-metadata',
    ],
  },
  { place: 'apps/api', tag: 'app:api', libs: ['*'], packages: ['*'] },
  {
    place: 'apps/web',
    tag: 'app:web',
    libs: ['api-contract', 'domain', 'workflow'],
    packages: [
      'react',
      'react-dom',
      'antd',
      '@ant-design/icons',
      'antd-mobile',
      '@tanstack/react-query',
      '@tanstack/react-router',
      'i18next',
      'react-i18next',
      'dayjs',
      'uuid',
      '@noble/hashes',
      'vite',
      '@vitejs/plugin-react',
    ],
  },
  { place: 'tests', tag: 'tests', libs: ['*'], packages: ['*'] },
];
