module.exports = globalThis.packageOfProcess('custom-functions-metadata');
