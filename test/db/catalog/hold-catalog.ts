import { openCatalog } from '../../../db/catalog/open.ts';

/** Holds the catalog of the folder it is given until it is killed. */
openCatalog(process.argv[2]!, 'npm start');
console.log('held');
setInterval(() => {}, 1_000);
