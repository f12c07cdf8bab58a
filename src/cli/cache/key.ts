import { statSync } from 'node:fs';
import { version } from '../../../package.json';
import type { Repository } from '../../core/docset/repository';
import { languageInUse } from '../../core/text/localize';
import type { OverrideOptions } from '../createRepository';

const dayMs = 86_400_000;

/**
 * Tells apart what decides about the findings of a file besides its own text: this program, what governs the repository,
 * the options, the language of the messages, and the day, which dates are compared with.
 *
 * @param now milliseconds since 1970
 */
export async function cacheKey(repository: Repository, options: OverrideOptions, now: number): Promise<string> {
  const { size, mtimeMs } = statSync(__filename);
  const program = [version, size, mtimeMs, process.version];
  return JSON.stringify([program, languageInUse(), Math.floor(now / dayMs), options, await repository.governingTexts()]);
}
