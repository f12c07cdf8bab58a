import { Argument, Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { CheckOptions } from './check/options';
import { check } from './commands/check';
import type { IncludesOptions } from './commands/includes';
import type { InferOptions } from './commands/infer';
import type { InitOptions } from './commands/init';
import type { McpOptions } from './commands/mcp';
import type { NewOptions } from './commands/new';
import type { MetadataCommandOptions } from './commands/metadataCommand';
import type { RedirectionOptions } from './commands/redirections';
import type { RenderOptions } from './commands/render';
import type { ReportOptions } from './commands/report';
import { UsageError, type ExitCode, type Io } from './io';

/**
 * The command line: a function of its arguments and of what it may touch.
 *
 * @param args without the program's own name
 */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(io, (code) => (exitCode = code));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr(`${explain(error, args.includes('--debug'))}\n`);
    return 2;
  }
}

/** What a command needs is loaded for it alone: most runs are checks. */
function createProgram(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('dynamics-docs')
    .description('Checks Microsoft Dynamics documentation as the Learn build would.')
    .version(version)
    .option('--debug', 'show stack traces of internal failures')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        io.stdout(text);
      },
      writeErr: (text) => {
        io.stderr(text);
      },
      outputError: (text, write) => {
        write(asSentences(text));
      },
    });
  program
    .command('check')
    .description('validate articles, include files and docfx.json')
    .addArgument(new Argument('[path...]', "files or folders; '-' for standard input").default(['.'], '.'))
    .option(
      '--format <name>',
      'text (default), json, sarif, github or junit; NAME=FILE writes to a file; repeat for several',
      collect,
    )
    .option('--output <file>', 'write the results to a file instead of standard output')
    .option('--config <file>', 'configuration to use instead of the .dynamics-docs.json of the repository')
    .option('--schema <file>', 'metadata schema to use instead of the configured ones; repeat for several', collect)
    .option('--fail-on <severity>', 'exit with 1 from this severity on: error, warning, suggestion or info', 'error')
    .option('--stdin-filename <file>', "the file that standard input stands for, with '-'")
    .option('--fix', 'put right what is certain, and report what is left')
    .option('--dry-run', 'with --fix: write nothing, and show the changes as a diff')
    .option('--baseline <file>', 'findings that are known and not reported again, instead of the configured file')
    .option('--update-baseline', 'record the findings that there are now, so that only new ones count')
    .option('--prune-baseline', 'forget recorded findings that are gone, and add none')
    .option('--changed-since <commit>', 'report only what changed since, and what depends on it; needs git')
    .option('--quiet', 'report errors only')
    .option('--no-cache', 'read every file, whatever is known of earlier checks')
    .option('--cache-location <folder>', 'keep what is read of files in this folder instead of your own one for caches')
    .option('--concurrency <threads>', 'how many threads check: auto, off or a number', 'auto')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (paths: string[], options: CheckOptions) => {
      finish(await check(paths, options, io));
    });
  program
    .command('metadata')
    .description('show the effective metadata of a file, each key with its source; with --all, of all articles')
    .argument('[path...]', 'the file; with --all files or folders, by default all')
    .option('--format <name>', 'text (default) or json; with --all csv (default) or json')
    .option('--all', 'the metadata of every article below the paths, as a table')
    .option('--keys <names>', 'with --all: these keys alone, separated by commas')
    .option('--with-source', 'with --all: a column behind each key that says where its value comes from')
    .option('--output <file>', 'with --all: write to a new file instead of standard output')
    .option('--force', 'with --output: replace a file that is there')
    .option('--apply <file>', 'give the articles the values of a CSV that --all wrote and you edited')
    .option('--dry-run', 'with --apply: write nothing, and show the changes as a diff')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (paths: string[], options: MetadataCommandOptions) => {
      const { metadataCommand } = await import('./commands/metadataCommand');
      finish(await metadataCommand(paths, options, io));
    });
  program
    .command('render')
    .description('show an article with its includes in place')
    .argument('<file>', 'the article or include file')
    .option('--format <name>', 'html or markdown', 'html')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (file: string, options: RenderOptions) => {
      const { render } = await import('./commands/render');
      finish(await render(file, options, io));
    });
  program
    .command('includes')
    .description('show what a file includes, or with --dependents who includes it')
    .argument('<file>', 'the article or include file')
    .option('--format <name>', 'text or json', 'text')
    .option('--dependents', 'list the files that include it, directly or through others')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (file: string, options: IncludesOptions) => {
      const { includes } = await import('./commands/includes');
      finish(await includes(file, options, io));
    });
  program
    .command('infer')
    .description('draft a metadata schema from what the articles of a folder contain')
    .argument('[path]', 'the folder of a docset', '.')
    .option('--output <file>', 'write the draft to a new file instead of standard output')
    .option('--force', 'with --output: replace a file that is there')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (path: string, options: InferOptions) => {
      const { infer } = await import('./commands/infer');
      finish(await infer(path, options, io));
    });
  program
    .command('new')
    .description('begin an article from a template')
    .argument('<file>', 'the new file, or a folder: then the title names it')
    .option('--template <name>', 'the kind of article, by default that of a profile that names the file, else support')
    .option('--title <text>', "title and heading; by default from the file's name")
    .option('--product <name>', "name of the product, or its ms.service, where docfx.json doesn't supply it")
    .option('--author <id>', 'GitHub ID of the author, by default from git')
    .option('--ms-author <alias>', 'Microsoft alias of the author, by default from git')
    .option('--dry-run', 'write nothing, and show the article')
    .option('--list', 'list the templates that there are for the file')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (file: string, options: NewOptions) => {
      const { newArticle } = await import('./commands/new');
      finish(await newArticle(file, options, io));
    });
  program
    .command('init')
    .description('write what a team needs to begin: configuration, workflow, recommendation of the extension')
    .argument('[folder]', 'a folder of the repository', '.')
    .option('--yes', 'write without asking')
    .option('--dry-run', 'write nothing, and show what would be written')
    .option('--no-workflow', 'without the workflow for GitHub')
    .option('--no-vscode', "without VS Code's recommendation")
    .option('--debug', 'show stack traces of internal failures')
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import('./commands/init');
      finish(await init(folder, options, io));
    });
  program
    .command('report')
    .description('write the health of the documentation as one HTML file')
    .argument('[path]', 'a folder or file', '.')
    .option('--output <file>', "the file to write; '-' for standard output", 'dynamics-docs-report.html')
    .option('--history <commits>', 'show findings and metadata over so many commits of the branch; needs git')
    .option('--link-base <url>', 'address of the files on the web; by default that of the commit on GitHub')
    .option('--no-cache', 'read every file, whatever is known of earlier checks')
    .option('--cache-location <folder>', 'keep what is read of files in this folder instead of your own one for caches')
    .option('--locale <language>', 'the language of the report, such as de; by default English')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (path: string, options: ReportOptions) => {
      const { report } = await import('./commands/report');
      finish(await report(path, options, io));
    });
  addRedirectionCommands(program, io, finish);
  program
    .command('mcp')
    .description('run a server of the Model Context Protocol, over standard input and output, for agents')
    .option('--root <folder>', 'the folder whose files agents may ask about; by default the one where it is started')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (options: McpOptions) => {
      const { mcp } = await import('./commands/mcp');
      finish(await mcp(options, io));
    });
  program
    .command('lsp')
    .description('run the language server for any editor')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(async () => {
      // Loaded for this command alone. It reads --stdio itself and ends the process when the client is gone.
      await import('../server/node/main');
    });
  pointToHelp(program, program.name());
  return program;
}

/** Wrong usage of a command leads to the help of that command. */
function pointToHelp(command: Command, called: string): void {
  command.showHelpAfterError(`Run '${called} --help' for what it can do.`);
  for (const sub of command.commands) pointToHelp(sub, `${called} ${sub.name()}`);
}

/** What commander says of wrong usage, `error: …` with a guess in parentheses on the next line, as all else is said. */
function asSentences(text: string): string {
  const [, first = '', rest = '', guess = ''] = /^error: (.)(.*?)\.?\n(?:\((.*)\)\n)?$/.exec(text) ?? [];
  return first === '' ? text : `${first.toUpperCase()}${rest}.${guess === '' ? '' : ` ${guess}`}\n`;
}

function addRedirectionCommands(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const redirections = program
    .command('redirections')
    .description('add, sort and check the redirections of pages that are gone');
  redirections
    .command('add')
    .description('lead the readers of a page that is gone to another one')
    .argument('<from>', 'the page that is gone, or will be')
    .argument('<to>', 'a page of the repository, a path from the root of the site (/contoso/page), or an address')
    .option('--dry-run', 'write nothing, and show the changes as a diff')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (from: string, to: string, options: RedirectionOptions) => {
      const { addRedirection } = await import('./commands/redirections');
      finish(await addRedirection(from, to, options, io));
    });
  redirections
    .command('sort')
    .description('sort entries by their source paths')
    .argument('[file...]', 'files of redirections, by default all of the repository')
    .option('--dry-run', 'write nothing, and show the changes as a diff')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (files: string[], options: RedirectionOptions) => {
      const { sortRedirectionFiles } = await import('./commands/redirections');
      finish(await sortRedirectionFiles(files, options, io));
    });
  redirections
    .command('check')
    .description('look for loops, chains, dead ends and second entries')
    .argument('[file...]', 'files of redirections, by default all of the repository')
    .option('--format <name>', 'text (default), json, sarif, github or junit; as that of check', collect)
    .option('--output <file>', 'write the results to a file instead of standard output')
    .option('--fail-on <severity>', 'exit with 1 from this severity on: error, warning, suggestion or info', 'error')
    .option('--quiet', 'report errors only')
    .option('--debug', 'show stack traces of internal failures')
    .action(async (files: string[], options: Omit<CheckOptions, 'concurrency' | 'cache'>) => {
      const { checkRedirections } = await import('./commands/redirections');
      finish(await checkRedirections(files, options, io));
    });
}

function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

function explain(error: unknown, debug: boolean): string {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error)) return `Internal failure: ${String(error)}`;
  return debug
    ? (error.stack ?? error.message)
    : `Internal failure: ${error.message}. Run again with --debug and report it.`;
}
