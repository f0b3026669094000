# syntax=docker/dockerfile:1

# Builds the package, and puts the dependencies of the lock file beside it.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm pack --pack-destination /tmp
RUN mkdir /app && tar -xzf /tmp/dramatis-*.tgz -C /app --strip-components=1
WORKDIR /app
RUN cp /src/package-lock.json /src/.npmrc . && npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production DRAMATIS_HOME=/data
COPY --from=build /app /app
RUN ln -s /app/bin/dramatis.cjs /usr/local/bin/dramatis && mkdir /data && chown node:node /data
USER node
WORKDIR /data
VOLUME /data
# Slack over HTTP; Socket Mode and Discord need no port.
EXPOSE 3000
# The local channel is asked, which answers on the container's own address alone.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.DRAMATIS_PORT || 4747}/`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["dramatis"]
