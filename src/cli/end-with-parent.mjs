// Loaded with --import into the processes that a command starts. They end when that command does, even
// where it was killed and could tell them nothing: the system then closes its end of a pipe.
//
// A thread of its own watches that pipe, as a bundler keeps the main one busy for seconds.
import { isMainThread, Worker } from 'node:worker_threads';

const watch = `
  const { Socket } = require('node:net');
  const end = () => process.kill(process.pid, 'SIGKILL');
  new Socket({ fd: 3, readable: true, writable: false }).on('end', end).on('error', end).resume();
`;

if (isMainThread) new Worker(watch, { eval: true, execArgv: [] }).unref();
