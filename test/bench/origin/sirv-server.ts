import { createServer } from 'node:http';
import sirv from 'sirv';

const serve = sirv(process.argv[2], { brotli: true, gzip: true, etag: true, maxAge: 0 });
createServer((request, response) => serve(request, response)).listen(Number(process.env['PORT']), '127.0.0.1');
