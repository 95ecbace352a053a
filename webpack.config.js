const CopyWebpackPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const path = require('path');
const { sources, Compilation, WebpackError } = require('webpack');
const { ThirdPartyLicenses } = require('./tools/third-party/licenses-plugin.cjs');

const devBase = 'https://localhost:3000/';
const placeholderBase = 'https://claimsheet.example/';
/** One file a custom function; the metadata plugin reads their JSDoc and adds the `associate` calls. */
const functionFiles = ['billable-units', 'check-codes', 'code-for', 'runs-out', 'visits-left'].map(
  (name) => `./src/functions/${name}.ts`,
);

/**
 * Bytes, a tenth more than was needed when last measured (`npm run bench -- first-paint`): the entries, which custom
 * functions wait for, and these with the pane. What a single job loads, such as printing, is not held to this.
 */
const AT_START = 108_000;
const FIRST_LOOK = 395_000;

/** Where the files will be served from, with a slash at the end. Excel takes nothing but https. */
function baseUrl(production) {
  if (!production) return devBase;
  const base = process.env.CLAIMSHEET_BASE_URL || placeholderBase;
  if (!/^https:\/\/[^\s?#]+$/.test(base)) {
    throw new Error(`CLAIMSHEET_BASE_URL must be an https address without ? or #, not "${base}".`);
  }
  return base.endsWith('/') ? base : `${base}/`;
}

/** Adds to functions.json what JSDoc cannot say: errors are taken as input, so that they get a sentence. */
class FinishFunctionsJson {
  constructor(base) {
    this.base = base;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FinishFunctionsJson', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_DERIVED;
      compilation.hooks.processAssets.tap({ name: 'FinishFunctionsJson', stage }, (assets) => {
        const text = assets['functions.json']?.source().toString();
        if (text === undefined) return;
        const { functions, enums } = JSON.parse(text.replaceAll(devBase, this.base));
        const finished = { allowErrorForDataTypeAny: true, functions, ...(enums && { enums }) };
        compilation.updateAsset('functions.json', new sources.RawSource(JSON.stringify(finished, null, 2)));
      });
    });
  }
}

/** Holds what a first look at the pane loads, the entries and all that comes with the pane, to a number of bytes. */
class LimitFirstLook {
  constructor(limit) {
    this.limit = limit;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('LimitFirstLook', (compilation) => {
      const groups = [...compilation.entrypoints.values(), compilation.namedChunkGroups.get('pane')];
      const files = [...new Set(groups.flatMap((group) => group.getFiles()))];
      const sizes = files.map((file) => [file, compilation.getAsset(file).info.size]);
      const sum = sizes.reduce((total, [, size]) => total + size, 0);
      if (sum <= this.limit) return;
      const listed = sizes.map(([file, size]) => `${file} ${size}`).join(', ');
      const words = `The first look at the pane loads ${sum} bytes, more than ${this.limit}: ${listed}`;
      compilation.errors.push(new WebpackError(words));
    });
  }
}

async function httpsOptions() {
  const { ca, key, cert } = await require('office-addin-dev-certs').getHttpsServerOptions();
  return { ca, key, cert };
}

/** @returns {Promise<import('webpack').Configuration>} */
module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode !== 'development';
  const base = baseUrl(production);
  const rebase = (content) => content.toString().replaceAll(devBase, base);

  return {
    mode: production ? 'production' : 'development',
    context: __dirname,
    devtool: production ? false : 'source-map',
    // Another build of the same sources, such as one for another address, need not begin anew.
    cache: {
      type: 'filesystem',
      cacheDirectory: path.join(__dirname, 'out/webpack-cache'),
      buildDependencies: { config: [__filename] },
    },
    target: ['web', 'es2020'],
    // One page runs all three; `dependOn` makes them share one copy of what they have in common.
    entry: {
      functions: './src/functions/functions.ts',
      commands: { import: './src/ribbon/commands.ts', dependOn: 'functions' },
      taskpane: { import: './src/taskpane/taskpane.ts', dependOn: 'functions' },
    },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'ts-loader',
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: functionFiles }),
      new FinishFunctionsJson(base),
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        chunks: ['functions', 'commands', 'taskpane'],
        chunksSortMode: 'manual',
        hash: true,
      }),
      // The shapes of the icons and the colours of the theme are made from the last two.
      ...(production
        ? [
            new LimitFirstLook(FIRST_LOOK),
            new ThirdPartyLicenses(['@fluentui/svg-icons', '@fluentui/tokens']),
          ]
        : []),
      new CopyWebpackPlugin({
        patterns: [
          { from: 'manifest.xml', transform: rebase },
          { from: 'LICENSE', to: 'LICENSE.txt', toType: 'file' },
          { from: 'src/taskpane/styles/*.css', to: 'styles/[name][ext]' },
          { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
          { from: 'assets/help', to: 'help' },
          { from: 'assets/start' },
        ],
      }),
    ],
    performance: {
      hints: production && 'error',
      maxEntrypointSize: AT_START,
      maxAssetSize: AT_START,
      assetFilter: (name) => /^(functions|commands|taskpane)\.js$/.test(name),
    },
    stats: {
      all: false,
      errors: true,
      warnings: true,
      outputPath: true,
      timings: true,
      assets: true,
      assetsSort: '!size',
      groupAssetsByPath: true,
      excludeAssets: [/^assets\/icons\//, /^help\//],
    },
    ...(env.WEBPACK_SERVE && {
      devServer: {
        headers: { 'Access-Control-Allow-Origin': '*' },
        server: { type: 'https', options: await httpsOptions() },
        port: Number(process.env.npm_package_config_dev_server_port ?? 3000),
        static: false,
      },
    }),
  };
};
