import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/usage/stores/schema-sqlite.ts',
  out: './drizzle/sqlite',
})
