import type * as program from '../program';
import { requireCompiled } from '../start/compiled';

const { runThread } = requireCompiled('program.js', false) as typeof program;
void runThread();
