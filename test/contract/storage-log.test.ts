import { logStoreSuite } from './storage-log-suite.ts';
import { memoryLog } from '../fakes/memory-log.ts';
import { azurite } from './storage-azurite.ts';
import { storesOf } from '../../src/storage/stores-of.ts';

const real = storesOf(azurite(), 'logs').log;
const fake = memoryLog();
logStoreSuite('Azure Storage', () => real);
logStoreSuite('the in-memory fake', () => fake);
