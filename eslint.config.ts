// Only what needs types, or knows this project: Biome does the rest.
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const clock = {
  selector:
    "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Ask the injected clock (lib/clock.ts), so that a test can move the time.',
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read in config.ts alone.',
};

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/*.gen.ts', '**/*.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin, regexp },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      'no-restricted-syntax': ['error', clock, environment],
      // What a pattern may read comes from outside: none may take more than linear time.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  { files: ['packages/server/src/config.ts'], rules: { 'no-restricted-syntax': ['error', clock] } },
  {
    files: ['packages/server/src/lib/clock.ts', 'packages/console/src/lib/now.ts'],
    rules: { 'no-restricted-syntax': ['error', environment] },
  },
  {
    files: [
      'packages/*/test/**',
      'packages/*/bench/**',
      'packages/*/tools/**',
      'examples/**',
      '**/*.test.ts',
      '*.config.ts',
    ],
    rules: {
      'no-restricted-syntax': 'off',
      'regexp/no-super-linear-backtracking': 'off',
      'regexp/no-super-linear-move': 'off',
    },
  },
);
