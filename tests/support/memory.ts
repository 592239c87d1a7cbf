import v8 from 'node:v8';
import vm from 'node:vm';

/** The memory that is in use, in bytes, without what can be collected. */
export function usedMemory(): number {
  v8.setFlagsFromString('--expose-gc');
  vm.runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
