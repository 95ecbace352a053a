const { existsSync, readdirSync, readFileSync } = require('fs');
const path = require('path');
const { sources, Compilation, WebpackError } = require('webpack');

const FILE = 'third-party-licenses.txt';
/** Licences that let a program be passed on with their text beside it. Another one stops the build. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '(MIT AND Zlib)',
]);
/** For a package that brings no text, `texts/NAME.txt` has it. */
const LICENSE_FILE = /^(licen[cs]e|copying|notice)([._-].*)?$/i;

/**
 * Writes the licences of all packages whose code webpack has put into the bundles, from the packages themselves, into
 * one file. `also` names packages that generated files of the sources are made from.
 */
class ThirdPartyLicenses {
  constructor(also) {
    this.also = also;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('ThirdPartyLicenses', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'ThirdPartyLicenses', stage }, () => {
        // Webpack's own code loads the pieces.
        const also = ['webpack', ...this.also].map((name) =>
          path.dirname(require.resolve(`${name}/package.json`)),
        );
        const folders = new Set([...also, ...packageFolders(compilation)]);
        const packages = [...folders].map(readPackage).sort((a, b) => (a.title < b.title ? -1 : 1));
        for (const { title, license, texts } of packages) {
          const fault = !ALLOWED.has(license)
            ? `has the licence ${license}`
            : texts.length === 0 && 'has no licence text';
          if (fault) compilation.errors.push(new WebpackError(`${title} is bundled and ${fault}.`));
        }
        compilation.emitAsset(FILE, new sources.RawSource(packages.map(section).join('\n')));
      });
    });
  }
}

function* packageFolders(compilation) {
  for (const module of compilation.modules)
    for (const { resource } of [module, ...(module.modules ?? [])]) {
      const [, folder] =
        /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(resource ?? '') ?? [];
      if (folder) yield folder;
    }
}

function readPackage(folder) {
  const { name, version, license, homepage } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const brought = readdirSync(folder).filter((file) => LICENSE_FILE.test(file));
  const own = path.join(__dirname, 'texts', `${name}.txt`);
  const files =
    brought.length === 0 && existsSync(own) ? [own] : brought.map((file) => path.join(folder, file));
  const texts = files.map((file) => readFileSync(file, 'utf8').replace(/\r\n/g, '\n').trim());
  return { title: `${name} ${version}`, license: String(license), homepage, texts };
}

function section({ title, license, homepage, texts }) {
  const head = `${title} (${license})${homepage ? `\n${homepage}` : ''}`;
  return `${'='.repeat(80)}\n${head}\n${'='.repeat(80)}\n\n${texts.join('\n\n')}\n`;
}

module.exports = { ThirdPartyLicenses };
