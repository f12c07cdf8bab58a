import { requireCompiled } from '../start/compiled';

const { readForMainThread } = requireCompiled<typeof import('../program')>('program.js', false);
void readForMainThread();
