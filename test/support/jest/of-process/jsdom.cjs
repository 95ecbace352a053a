module.exports = globalThis.packageOfProcess('jsdom');
