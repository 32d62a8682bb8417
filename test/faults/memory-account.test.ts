import { logStore } from '../../src/storage/log-store.ts';
import { logStoreSuite } from '../contract/storage-log-suite.ts';
import { memoryAccount } from './memory-account.ts';

const store = logStore(memoryAccount().table('concerns'));
logStoreSuite('our own store on the account in memory', () => store);
