import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import layout from './infra/layout.cjs';
import webWords from './infra/web-words.cjs';

/** What a test may use on top of its lib's own row. */
const TEST_PACKAGES = [
  'fast-check',
  '@jest/globals',
  'esbuild',
  'libsql',
  'canonicalize',
  'uuid',
  'xstate',
  'typescript',
  'eslint',
];

const boundaries = (extraPackages, allow) => [
  'error',
  {
    allow,
    enforceBuildableLibDependency: false,
    depConstraints: layout.map(({ tag, libs, packages }) => ({
      sourceTag: tag,
      onlyDependOnLibsWithTags: libs.map((lib) => (lib === '*' ? '*' : `lib:${lib}`)),
      ...(!packages.includes('*') && {
        allowedExternalImports: [...packages, ...extraPackages].flatMap((name) => [name, `${name}/*`]),
      }),
    })),
  },
];

const NODE_FREE = ['libs/workflow/src/**', 'libs/domain/src/**', 'libs/api-contract/src/**'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/data/**', '**/.nx/**', '**/fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    plugins: { '@nx': nx },
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    // Nest finds what to hand over by the types of parameters, so those imports are values.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([], []),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
      ],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts', '**/contract/**/*.ts', 'tests/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(TEST_PACKAGES, [
        '^(\\.\\./)+infra/(layout|web-words)',
        '^(\\.\\./)+apps/api/src/',
      ]),
      'max-lines-per-function': 'off',
    },
  },
  {
    files: NODE_FREE,
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'This lib runs in the browser as well.' }] },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in from outside.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes in from outside.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Pure code draws no lots.',
        },
      ],
    },
  },
  {
    files: ['apps/api/src/cli/recount/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@yihu/*', '../../*', '!../*', '!./*'],
              message: 'The recount knows nothing but the events.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.ts', 'apps/web/src/**/*.tsx'],
    ignores: ['**/*.spec.ts'],
    plugins: { yihu: { rules: { 'web-words': webWords } } },
    rules: {
      'yihu/web-words': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@yihu/api-contract',
              allowTypeImports: true,
              message:
                'The request classes stay on the server; what runs here is in @yihu/api-contract/browser.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**'],
    ignores: ['**/phone/**', 'apps/web/src/phone.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['antd-mobile', 'antd-mobile/*', '**/phone/**'],
              message: 'The desk loads nothing of the phone.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'apps/web/src/**/phone/**',
      'apps/web/src/phone.tsx',
      'apps/web/src/shared/**',
      'apps/web/src/components/**',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['antd', 'antd/*', '@ant-design/*'],
              message: 'The phone loads nothing of the desk; what both share has no kit.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
