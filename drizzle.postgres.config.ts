import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/usage/stores/postgres.ts',
  out: './drizzle/postgres',
})
