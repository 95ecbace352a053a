const { TestEnvironment } = require('jest-environment-node');

/**
 * Node, and large packages that are loaded once for all test files of a process: to load them costs more than most test
 * files. `of-process/` is what a test file gets for them.
 */
module.exports = class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global.packageOfProcess = (name) => require(name);
  }
};
