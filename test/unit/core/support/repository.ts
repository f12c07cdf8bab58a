import { Repository } from '../../../../src/core/docset/repository';
import { MemoryHost, type Files } from './memoryHost';
import { show, showAll } from './show';

/** A schema of a test with nothing in it but what the test is about. */
export const plainSchema = JSON.stringify({ docsetUnique: ['title'], properties: { topic: { enum: ['a', 'b'] } } });

/** A configuration that names `schema.json` beside it. */
export const plainConfiguration = '{ "metadataSchema": "schema.json" }';

export function docfx(build: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ build: { content: [{ files: '**/*.md' }], ...build } });
}

export function article(header: string): string {
  return `---\n${header}\n---\n# H\n`;
}

/** A repository in memory, loaded and validated. */
export async function open(
  files: Files,
  overrides?: ConstructorParameters<typeof Repository>[1],
  options?: ConstructorParameters<typeof Repository>[2],
): Promise<{ host: MemoryHost; repository: Repository; findings: (path?: string) => string[] }> {
  const host = new MemoryHost(files);
  const repository = new Repository(host, overrides, options);
  await repository.load();
  await repository.validateAll();
  const findings = (path?: string): string[] =>
    path === undefined ? showAll(repository.diagnostics()) : repository.diagnosticsOf(path).map(show);
  return { host, repository, findings };
}
