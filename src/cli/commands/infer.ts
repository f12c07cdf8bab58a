import { resolve } from 'node:path';
import { articlesBelow, gatherMetadata } from '../../features/schema/gather';
import { inferSchema } from '../../features/schema/infer';
import { UsageError, type ExitCode, type Io } from '../io';
import { unlessDash } from '../paths';
import { openRepository } from '../openRepository';
import { plural } from '../words';
import { writeFileNamed } from '../writeFile';

export interface InferOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** `infer [path]`: a draft of a metadata schema, from what the articles below a folder contain. */
export async function infer(path: string, options: InferOptions, io: Io): Promise<ExitCode> {
  const output = unlessDash(options.output);
  if (options.force === true && output === undefined) throw new UsageError('--force goes with --output.');
  const { repository, targets } = await openRepository(io.cwd, [path], { mustExist: true });
  const [target] = targets;
  if (target?.isFolder !== true) throw new UsageError(`'${path}' is a file. Name the folder of a docset.`);
  const { articles, unread } = await gatherMetadata(repository, articlesBelow(repository, target.path));
  if (articles.length === 0)
    throw new UsageError(`There is no article under '${path}' whose front matter the build reads.`);
  const draft = inferSchema(articles, { name: target.path === '' ? 'this repository' : target.path, unread });
  if (output === undefined) io.stdout(draft);
  else {
    await writeFileNamed(resolve(io.cwd, output), output, draft, {
      hint: '--force replaces it.',
      replaces: options.force === true,
    });
    io.stderr(`'${output}' is a draft from ${plural(articles.length, 'article')}.\n`);
  }
  return 0;
}
