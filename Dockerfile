# The image takes the steps of `npm start`: the same install, the same generated client, the same build.
FROM node:24-bookworm-slim

RUN mkdir /app /data && chown node:node /app /data
WORKDIR /app
USER node
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NPM_CONFIG_OMIT=dev

# A layer of its own: packages change less often than sources.
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci

COPY --chown=node:node . .
RUN node server/start.mjs --prepare

ENV PORT=3000 HOST=0.0.0.0 KNOOPPUNT_DATA=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/start.mjs"]
