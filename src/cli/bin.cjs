#!/usr/bin/env node
// The way into every command. Plain JavaScript that any version of Node.js reads, and nothing is loaded
// before the version is known to be new enough: an older one would fail somewhere inside of a package.
'use strict';

// In a clone, our modules are TypeScript.
var isBuilt = /[\\/]dist[\\/]cli$/.test(__dirname);
var current = process.versions.node + ' (' + process.execPath + ')';
var needed = require('../../package.json').engines.node.replace(/^\D*/, '');
// These mean something else to the bundler, wherever they are in a path.
var unusable = /[#?!]/.exec(process.cwd());

/** Whether a version, "20.19.0", is at least another one. */
function isAtLeast(version, least) {
  var parts = version.split('.').map(Number);
  var limits = least.split('.').map(Number);
  var different = limits.findIndex((limit, at) => parts[at] !== limit);
  return different === -1 || parts[different] > limits[different];
}

function end(message) {
  console.error(message);
  process.exitCode = 2;
}

if (!isAtLeast(process.versions.node, needed)) {
  end('This needs Node.js ' + needed + ' or newer; this is ' + current + '.');
  end(
    'Install a newer version from https://nodejs.org or with your version manager, and try again.',
  );
} else if (unusable) {
  end("The project's folder is " + process.cwd() + '.');
  end(
    'Its tools cannot work in a path with "' +
      unusable[0] +
      '". Rename the folder, or move the project.',
  );
} else {
  // tsx lets Node.js read TypeScript.
  (isBuilt ? import('./main.js') : import('tsx').then(() => import('./main.ts'))).catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    if (!isBuilt) return end('The packages of this project are not installed. Run "npm ci" first.');
    end(error.message);
    end(
      'A package is missing. Install docusaurus-openapi-reference again, with all that it depends on.',
    );
  });
}
