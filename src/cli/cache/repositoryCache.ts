import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { version } from '../../../package.json';
import type { Repository } from '../../core/docset/repository';
import type { Walk } from '../../core/docset/walk';
import { isMarkdown } from '../../core/text/path';
import { languageInUse } from '../../core/text/localize';
import type { Opening } from '../target';
import { CacheFile } from './cacheFile';
import { FactsCache } from './factsCache';
import { cacheFile } from './files';
import { LastCheck } from './lastCheck';
import type { CachePlace } from './place';
import { Stamps } from './stamps';

const dayMs = 86_400_000;

/** What is kept of one repository from one check to the next. */
export class RepositoryCache {
  private readonly stamps: Stamps;

  private constructor(
    private readonly opening: Opening,
    private readonly walk: Walk,
    private readonly folder: string,
    private readonly now: number,
  ) {
    this.stamps = new Stamps(opening.root, now);
  }

  /** `undefined` for a repository that is too small. Make it before files are read. */
  static of(opening: Opening, walk: Walk, { folder, leastFiles }: CachePlace): RepositoryCache | undefined {
    const files = walk.files.filter(isMarkdown).length;
    return files < leastFiles ? undefined : new RepositoryCache(opening, walk, folder, Date.now());
  }

  /** Whether there may be something that is known of files. */
  get hasFacts(): boolean {
    return existsSync(this.pathOf('facts'));
  }

  /** What files told, as long as what governs the repository says the same. */
  async facts(repository: Repository): Promise<FactsCache> {
    const key = JSON.stringify([...this.circumstances(), await repository.governingTexts()]);
    return new FactsCache(new CacheFile(this.pathOf('facts'), key), this.stamps);
  }

  /** What the last check found. */
  lastCheck(): LastCheck {
    const key = JSON.stringify(this.circumstances());
    return new LastCheck(new CacheFile(this.pathOf('check'), key), this.walk, this.stamps);
  }

  /** The API is a program of its own beside the command line. */
  private pathOf(kind: string): string {
    const { root } = this.opening;
    return cacheFile(this.folder, `${basename(root)}-${kind}`, `${root}\n${__filename}`);
  }

  /**
   * What decides about findings besides files: this program, its options, the language of messages, and the day, which dates
   * are compared with.
   */
  private circumstances(): readonly unknown[] {
    const { size, mtimeMs } = statSync(__filename);
    const day = Math.floor(this.now / dayMs);
    const { options, cwd } = this.opening;
    // Paths in the options start from there.
    const from = Object.values(options).some((value) => value !== undefined) ? cwd : undefined;
    return [version, size, mtimeMs, process.version, languageInUse(), day, options, from];
  }
}
