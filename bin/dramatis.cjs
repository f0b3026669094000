#!/usr/bin/env node
// In words that every Node understands, so that one which is too old says so instead of breaking.
'use strict';

var LEAST = [22, 13];
var running = process.versions.node;
var parts = running.split('.').map(Number);

if (parts[0] < LEAST[0] || (parts[0] === LEAST[0] && parts[1] < LEAST[1])) {
  // biome-ignore lint/style/useTemplate: a template is newer than some Nodes that come here.
  console.error('Dramatis needs Node ' + LEAST.join('.') + ' or newer; this is ' + running + '.');
  process.exitCode = 1;
} else {
  import('../dist/bots/main.js');
}
