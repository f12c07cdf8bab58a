import { setFlagsFromString } from 'node:v8';
import type * as program from './program';
import { requireCompiled } from './start/compiled';

const [, , command] = process.argv;

// A check is over before most of what V8 optimizes pays off: a third of its time went there. What is really hot, in a repository
// of many thousand articles, is optimized all the same. A server lives long. Node 20 alone: the V8 of newer ones has other flags
// and complains about this one.
if (command !== 'lsp' && process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=2000000');

const { runProgram } = requireCompiled('program.js', command === 'check') as typeof program;
void runProgram();
