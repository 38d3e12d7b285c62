import { createOrigin } from '../../../site/origin/origin.ts';

const port = Number(process.env['PORT']);
await createOrigin({ releases: process.argv[2]!, port, host: '127.0.0.1', log: () => {} });
