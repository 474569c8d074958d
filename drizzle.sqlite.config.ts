import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/usage/schema-sqlite.ts',
  out: './drizzle/sqlite',
})
