import { isMarkdown } from '../core/text/path';
import type { Position } from '../core/text/position';
import { completeAlert } from '../features/completion/alerts';
import { completeBlockAttribute } from '../features/completion/blockAttributes';
import { completeBlock } from '../features/completion/blocks';
import { completeCodeLanguage } from '../features/completion/codeLanguages';
import type { Completions } from '../features/completion/completion';
import type { CompletionProvider } from './completion';

/** Completes what DocFX adds to Markdown, which depends on the text alone. */
export const formCompletions: readonly CompletionProvider[] = [
  provider(['!', '['], completeAlert),
  provider([':'], completeBlock),
  provider([' ', '"'], completeBlockAttribute),
  provider(['`', '~'], completeCodeLanguage),
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
