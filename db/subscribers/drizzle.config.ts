import { defineConfig } from 'drizzle-kit';

/** `drizzle-kit generate --config db/subscribers/drizzle.config.ts --name what-changed` writes the next migration from schema.ts. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/subscribers/schema.ts',
  out: './db/subscribers/migrations',
});
