#!/usr/bin/env node
// Committed rather than built, so that `npx desk` works from a checkout; it loads what `npm ci` built.
const { main } = await import('../../dist/src/desk/main.js').catch((cause) => {
  if (cause?.code !== 'ERR_MODULE_NOT_FOUND') throw cause;
  console.error('Run npm ci first: it builds the desk.');
  process.exit(2);
});
process.exitCode = await main(process.argv.slice(2));
