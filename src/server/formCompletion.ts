import { isMarkdown } from '../core/text/path';
import type { Position } from '../core/text/position';
import { completeAlert } from '../features/completion/alerts';
import { completeBlockAttribute } from '../features/completion/blockAttributes';
import { completeBlock } from '../features/completion/blocks';
import { completeCodeLanguage } from '../features/completion/codeLanguages';
import type { Completions } from '../features/completion/completion';
import { completeReference } from '../features/completion/references';
import type { CompletionProvider } from './completion';

/** Completes what depends on the text alone: what DocFX adds to Markdown, and references. */
export const formCompletions: readonly CompletionProvider[] = [
  provider(['!', '['], completeAlert),
  provider([':'], completeBlock),
  provider([' ', '"'], completeBlockAttribute),
  provider(['`', '~'], completeCodeLanguage),
  provider(['['], completeReference),
];

function provider(
  triggers: readonly string[],
  complete: (text: string, position: Position) => Completions | undefined,
): CompletionProvider {
  return {
    triggers,
    complete: ({ path }, text, position) => (isMarkdown(path) ? complete(text, position) : undefined),
  };
}
