# The command line in an image: Node, one package, no network needed to build it or to run it.
#
#   npm ci && npm run package
#   docker build --tag crmmap .
#   docker run --rm --network none --volume "$PWD:/work" --user "$(id -u):$(id -g)" crmmap export --out docs/maps
ARG NODE=24
FROM node:${NODE}-slim

COPY out/crmmap-*.tgz /tmp/crmmap.tgz
RUN npm install --global --offline --ignore-scripts --no-audit --no-fund /tmp/crmmap.tgz && rm -rf /tmp/crmmap.tgz /root/.npm

ENV NODE_ENV=production
# What a run has compiled would go with its container.
ENV NODE_DISABLE_COMPILE_CACHE=1
USER node
WORKDIR /work
ENTRYPOINT ["crmmap"]
CMD ["check"]
