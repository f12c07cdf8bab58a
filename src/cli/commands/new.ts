import { dirname, join, resolve } from 'node:path';
import type { Repository } from '../../core/docset/repository';
import { basename } from '../../core/text/path';
import { markdownFileName, slugOf } from '../../features/fileNames';
import { examine } from '../../features/fixes/examine';
import { composeArticle } from '../../features/templates/newArticle';
import type { Template } from '../../features/templates/template';
import { templatesFor, usualTemplate } from '../../features/templates/templates';
import { authorFrom } from '../../server/author';
import { gitIdentityIn } from '../../server/node/gitIdentity';
import { UsageError, type ExitCode, type Io } from '../io';
import { shownPath } from '../paths';
import { openRepository, type OpenedRepository } from '../openRepository';
import { locateTargets } from '../target';
import { writeFileNamed } from '../writeFile';

export interface NewOptions {
  readonly template?: string;
  readonly title?: string;
  readonly product?: string;
  readonly author?: string;
  readonly msAuthor?: string;
  readonly dryRun?: boolean;
  readonly list?: boolean;
}

/** `new <file>`: an article from a template. A file that is there is never replaced. */
export async function newArticle(path: string, options: NewOptions, io: Io): Promise<ExitCode> {
  const file = await fileFor(path, options, io);
  const opened = await openRepository(io.cwd, [file], { mustExist: false });
  const { root, repository, targets } = opened;
  const [target] = targets;
  if (target === undefined || target.path.startsWith('../'))
    throw new UsageError(`'${path}' lies outside of the repository.`);
  const { templates, problem } = await templatesFor(repository, target.path, true);
  if (problem !== undefined) io.stderr(`${problem}\n`);
  if (options.list === true) {
    for (const { name, label, detail } of templates) io.stdout(`${name}  ${label}: ${detail}\n`);
    return 0;
  }
  const template = templateNamed(templates, options.template ?? usualTemplate(repository, target.path));
  const title = options.title?.trim() ?? titleFrom(target.path);
  if (title === '') throw new UsageError('The title is empty.');
  const author = authorFrom({ author: options.author, alias: options.msAuthor }, await gitIdentityIn(root));
  const { text } = await composeArticle(repository, {
    path: target.path,
    template,
    title,
    product: options.product ?? '',
    author,
  });
  if (options.dryRun === true) io.stdout(text);
  else await write(opened, target.path, text, io);
  sayWhatIsLeft(repository, target.path, text, io);
  return 0;
}

/** The file to write: for a folder, one of it that is named by the title. */
async function fileFor(path: string, { title, list = false }: NewOptions, io: Io): Promise<string> {
  const { targets } = await locateTargets(io.cwd, [path], false);
  if (targets[0]?.isFolder !== true && !/[\\/]$/.test(path)) {
    const named = markdownFileName(basename(path.replaceAll('\\', '/')));
    if ('refused' in named) throw new UsageError(named.refused);
    return join(dirname(path), named.fileName);
  }
  // What templates there are for a folder, its title does not decide.
  if (title === undefined && !list)
    throw new UsageError(`'${path}' is a folder. Name a file, or its title with --title.`);
  return join(path, `${slugOf(title ?? '', 'new-article')}.md`);
}

function templateNamed(templates: readonly Template[], name: string): Template {
  const template = templates.find((candidate) => candidate.name === name);
  if (template !== undefined) return template;
  const names = templates.map((candidate) => candidate.name).join(', ');
  throw new UsageError(`There is no template '${name}'. Choose one of: ${names}.`);
}

/** "database-backups.md" is about "Database backups". */
function titleFrom(path: string): string {
  const words = basename(path).replace(/\.md$/i, '').replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function write({ root }: OpenedRepository, path: string, text: string, io: Io): Promise<void> {
  const absolute = resolve(root, path);
  const shown = shownPath(io.cwd, root, path);
  await writeFileNamed(absolute, shown, text, { replaces: false, hint: 'It is left as it is.' });
  io.stdout(`${shown}\n`);
}

/** What a check would find in the article as it is. */
function sayWhatIsLeft(repository: Repository, path: string, text: string, io: Io): void {
  for (const { message, range } of examine(repository, path, text).diagnostics)
    io.stderr(`Line ${range.start.line + 1}: ${message}\n`);
}
