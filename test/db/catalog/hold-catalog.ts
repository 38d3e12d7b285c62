import { openCatalog } from '../../../db/catalog/open.ts';

/** Holds the catalog of the folder it is given until it is killed. */
const catalog = openCatalog(process.argv[2]!, 'npm start');
console.log('held');
// A catalog that nobody refers to is collected, and its lock goes with it.
setInterval(() => void catalog.db, 1_000);
