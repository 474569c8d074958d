import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/usage/stores/sqlite.ts',
  out: './drizzle/sqlite',
})
