import type { FileFacts } from '../../core/docset/facts';
import type { Walk } from '../../core/docset/walk';
import type { Translations } from '../../core/text/localize';
import type { Opening } from '../target';

/** What a thread starts with. */
export interface ThreadData {
  readonly opening: Opening;
  readonly walk: Walk;
  /** From 1; the main thread is 1. */
  readonly owner: number;
  /** What the main thread says its texts in. */
  readonly translations: Translations;
  readonly language: string;
}

/** What a thread is told once: the files, and the memory of their `Batches`. */
export interface Share {
  readonly paths: readonly string[];
  readonly memory: SharedArrayBuffer;
}

/** What a thread answers: what is in a batch, without the files that cannot be read as they are. */
export interface BatchFacts {
  readonly batch: number;
  readonly facts: readonly FileFacts[];
}
