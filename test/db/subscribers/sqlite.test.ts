import { subscribersContract } from './contract.ts';
import { freshStore } from './fresh-store.ts';

subscribersContract(async () => freshStore().store);
