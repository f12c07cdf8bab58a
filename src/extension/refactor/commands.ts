import type { CommandHandlers } from '../commands/register';
import type { Asking } from '../commands/requests';
import { extractInclude } from './extract';
import { inlineInclude } from './inline';
import { insertInclude } from './insert';

/** The commands that rewrite articles with includes. */
export function refactorCommands(
  asking: Asking,
): Pick<CommandHandlers, 'insertInclude' | 'extractInclude' | 'inlineInclude'> {
  return {
    insertInclude: (argument) => insertInclude(asking, argument),
    extractInclude: (argument) => extractInclude(asking, argument),
    inlineInclude: (argument) => inlineInclude(asking, argument),
  };
}
