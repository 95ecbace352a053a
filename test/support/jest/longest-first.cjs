const { relative } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest, in that order. Begun last, one of them would keep one process busy while the others wait. */
const LONGEST = [
  /^test\/schedules\//,
  /^test\/faults\/whole/,
  /^test\/browser\/pane\//,
  /^test\/desk\/cli\//,
];

const rank = ({ path, context }) => {
  const name = relative(context.config.rootDir, path).replaceAll('\\', '/');
  const at = LONGEST.findIndex((pattern) => pattern.test(name));
  return at < 0 ? LONGEST.length : at;
};

/** Without the times of an earlier run, as in a new checkout, jest goes by the size of the files. */
module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
