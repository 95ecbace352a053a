const path = require('path');
const { DefinePlugin } = require('webpack');

const root = path.join(__dirname, '../../..');

/** The Desk's own page. Univer comes as script elements (index.html); only React has no such form any more. */
module.exports = {
  mode: 'none',
  context: __dirname,
  devtool: false,
  target: ['web', 'es2022'],
  entry: { react: './react-globals.ts', page: './page.ts', frame: '../frame/frame.ts' },
  output: { path: path.join(root, 'out/desk-page'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  // The script form of a preset leaves out what its module form passes on from the packages below it.
  externals: {
    '@univerjs/presets': 'Object.assign({}, UniverCore, UniverPresets)',
    '@univerjs/preset-sheets-core':
      'Object.assign({}, UniverEngineRender, UniverSheets, UniverEngineFormula, UniverSheetsFormula, UniverPresetSheetsCore)',
    '@univerjs/preset-sheets-core/locales/en-US': 'UniverPresetSheetsCoreEnUS',
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
  plugins: [new DefinePlugin({ 'process.env.NODE_ENV': '"production"' })],
  stats: 'errors-warnings',
};
