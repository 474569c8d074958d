# docker build --tag plainline .
# docker run --read-only --tmpfs /tmp --volume plainline:/data --publish 3000:3000 --env-file .env plainline
# docs/operations.md says what .env holds, and how to pin the base image. Without TWILIO_AUTH_TOKEN it is a demo, which answers inside the container only.

ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY build.mjs tsconfig.json ./
COPY src src
COPY tools tools
COPY flows flows
COPY locales locales
RUN npm run build

FROM ${NODE}
ENV NODE_ENV=production DATABASE_URL=file:/data/plainline.db
COPY --from=build /app/package.json /app/package.json
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/dist /app/dist
COPY drizzle /app/drizzle
# What an own folder (LINE_DIR) is laid over.
COPY flows /app/flows
COPY locales /app/locales
# The only folder that is written to, but for LINE_DIR: the database, and counts that wait for it.
RUN mkdir /data && chown node:node /data
VOLUME /data
WORKDIR /data
USER node
EXPOSE 3000
HEALTHCHECK --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`: less memory for what is soon thrown away (docs/performance.md), and no core dump, which would hold marks and
# words. `exec` lets the server get the signals.
CMD ["sh", "-c", "ulimit -c 0; [ -z \"$LINE_DIR\" ] || node /app/dist/cli/compile.js --quiet --or-earlier || exit; exec node --max-semi-space-size=4 /app/dist/node.js"]
