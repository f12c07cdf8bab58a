/* Times the preview of the article with the most includes, warm: node preview.cjs FOLDER → JSON. */
import MarkdownIt from 'markdown-it';
import { openRepository } from '../../src/cli/openRepository';
import { bodyStart } from '../../src/core/includes/body';
import { learnMarkdown } from '../../src/markdown/learnMarkdown';

const warmUps = 30;
const runs = 200;

async function measure(folder: string): Promise<object> {
  const { repository } = await openRepository(folder, ['.'], { mustExist: true });
  await repository.validateAll();
  const { graph } = repository.includes;
  const [path = ''] = [...repository.files.articlesAndIncludes()].sort(
    (a, b) => graph.includesOf(b).length - graph.includesOf(a).length,
  );
  const text = (await repository.sources.textOf(path)) ?? '';
  const closure = await repository.includes.closureOf(path);
  // As VS Code's preview has it: HTML, links found, markers at the edges.
  const md = new MarkdownIt({ html: true, linkify: true });
  learnMarkdown(md, { pathOf: () => path, sourceOf: () => closure, markers: true });
  const body = text.slice(bodyStart(text));
  const times: number[] = [];
  for (let i = 0; i < warmUps + runs; i++) {
    const start = performance.now();
    md.render(body, {});
    if (i >= warmUps) times.push(performance.now() - start);
  }
  return { includes: graph.includesOf(path).length, times };
}

void measure(process.argv[2] ?? '.').then((result) => {
  process.stdout.write(JSON.stringify(result));
});
