const { createHash } = require('node:crypto');
const esbuild = require('esbuild');

/** As `tsconfig.json` has it; types are checked by `npm run types`. */
const OPTIONS = {
  format: 'cjs',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'external',
  // Jest has its own `require`, but no `import()`.
  supported: { 'dynamic-import': false },
};

module.exports = {
  process(source, path) {
    const loader = path.endsWith('x') ? 'tsx' : 'ts';
    return esbuild.transformSync(source, { ...OPTIONS, loader, sourcefile: path });
  },
  getCacheKey(source, path) {
    const made = JSON.stringify([esbuild.version, OPTIONS, path, source]);
    return createHash('sha256').update(made).digest('hex');
  },
};
