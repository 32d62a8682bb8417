// `npm run bench -- NAME [--json]`: figures, never a test. Each bench starts what it needs and takes it away.
const benches: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  card: async () => (await import('./card.ts')).benchCard(),
  big: async () => (await import('./big.ts')).benchBig(),
  reading: async () => (await import('./reading.ts')).benchReading(),
  related: async () => (await import('./related.ts')).benchRelated(),
};

const [name = '', ...rest] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  console.error(`Say which: ${Object.keys(benches).join(', ')}. For example: npm run bench -- card`);
  process.exit(2);
}
const figures = await bench();
console.log(rest.includes('--json') ? JSON.stringify(figures) : Object.entries(figures).map(([key, value]) => `${key}: ${String(value)}`).join('\n'));
process.exit(0);
