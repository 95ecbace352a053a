/** What test files get for `jsdom`. */
module.exports = globalThis.jsdomOfProcess;
