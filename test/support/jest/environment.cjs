const jsdom = require('jsdom');
const { TestEnvironment } = require('jest-environment-node');

/** Node with one jsdom for all test files of a process: to load it costs more than most of them. See `jsdom.cjs`. */
module.exports = class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global.jsdomOfProcess = jsdom;
  }
};
