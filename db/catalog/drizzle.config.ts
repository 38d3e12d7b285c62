import { defineConfig } from 'drizzle-kit';

/** `npm run migration -- --name what-changed` writes the next migration from schema.ts. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/catalog/schema.ts',
  out: './db/catalog/migrations',
});
