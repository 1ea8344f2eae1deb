#!/bin/sh
# Install VS Code for the tests: code-server, with its window in the browser.  It is the
# last one for node 20.  Three modules of it are compiled, with node's own headers if they
# are there.
set -eu
cd "$(dirname "$0")"
headers=$(node -p 'path.resolve(process.execPath, "../..")')
if [ -f "$headers/include/node/node.h" ]; then
  export npm_config_nodedir="$headers"
fi
quietly="--ignore-scripts --no-audit --no-fund --no-package-lock --silent"
npm install $quietly
npm rebuild --silent --foreground-scripts argon2
cd node_modules/code-server/lib/vscode
npm install --omit=dev $quietly
npm rebuild --silent --foreground-scripts @vscode/spdlog node-pty
ln -sfn node_modules node_modules.asar
