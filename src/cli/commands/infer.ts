import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { articlesBelow, gatherMetadata } from '../../features/schema/gather';
import { inferSchema } from '../../features/schema/infer';
import { UsageError, type ExitCode, type Io } from '../io';
import { openRepository } from '../target';
import { plural } from '../words';

export interface InferOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** `infer [path]`: a draft of a metadata schema, from what the articles below a folder contain. */
export async function infer(path: string, options: InferOptions, io: Io): Promise<ExitCode> {
  if (options.force === true && options.output === undefined) throw new UsageError('--force goes with --output.');
  const { repository, targets } = await openRepository(io.cwd, [path], { mustExist: true });
  const [target] = targets;
  if (target?.isFolder !== true) throw new UsageError(`'${path}' is a file. Name the folder of a docset.`);
  const { articles, unread } = await gatherMetadata(repository, articlesBelow(repository, target.path));
  if (articles.length === 0)
    throw new UsageError(`There is no article under '${path}' whose front matter the build reads.`);
  const draft = inferSchema(articles, { name: target.path === '' ? 'this repository' : target.path, unread });
  if (options.output === undefined) io.stdout(draft);
  else {
    await save(resolve(io.cwd, options.output), options.output, draft, options.force === true);
    io.stderr(`'${options.output}' is a draft from ${plural(articles.length, 'article')}.\n`);
  }
  return 0;
}

async function save(absolute: string, shown: string, draft: string, force: boolean): Promise<void> {
  try {
    await writeFile(absolute, draft, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST') throw new UsageError(`There is a file '${shown}' already. --force replaces it.`);
    throw new UsageError(`'${shown}' cannot be written (${String(error.code)}).`);
  }
}
