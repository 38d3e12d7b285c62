import { senderContract } from '../contract.ts';
import { pushStage } from './stage.ts';

senderContract('web push in its own thread', (door) => pushStage({ door, threads: 0 }));
senderContract('web push in two threads', (door) => pushStage({ door, threads: 2 }));
