import tseslint from 'typescript-eslint';
import officeAddins from 'eslint-plugin-office-addins';
import { contentKeys } from './tools/lint/content-keys.mjs';
import { spreadData } from './tools/lint/spread-data.mjs';

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', process: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-office-initialize': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    // Here every word that is looked up was matched by a pattern of known words, and lists are as long as a row.
    ignores: ['src/workbook/sessions/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { hostile: { rules: { 'content-keys': contentKeys, 'spread-data': spreadData } } },
    rules: { 'hostile/content-keys': 'error', 'hostile/spread-data': 'error' },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
    },
  },
  {
    files: ['desk/cli/**', 'bench/**', 'desk/sideload/**', 'test/fuzz/run.ts'],
    rules: { 'no-console': 'off' },
  },
);
