const common = {
  testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
  moduleNameMapper: {
    '^(jsdom|custom-functions-metadata)$': '<rootDir>/test/support/jest/of-process/$1.cjs',
  },
  transform: { '^.+\\.tsx?$': '<rootDir>/test/support/jest/transform.cjs' },
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: '100%',
  // A process that has run many files looks for what it can forget for longer than another takes to start.
  workerIdleMemoryLimit: '600MB',
  testTimeout: 180_000,
  testSequencer: '<rootDir>/test/support/jest/longest-first.cjs',
  projects: [
    {
      ...common,
      displayName: 'node',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
    },
    {
      ...common,
      displayName: 'browser',
      roots: ['<rootDir>/test/browser'],
      testMatch: ['**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/browser/support/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/test/browser/support/after-env.ts'],
    },
  ],
};
