import { requireCompiled } from '../start/compiled';

const { runThread } = requireCompiled<typeof import('../program')>('program.js', false);
void runThread();
