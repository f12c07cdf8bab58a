import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toolDescriptions } from '../../../src/cli/mcp/descriptions';
import { diagnosticCollection, problemMatcher, taskType, toolNames } from '../../../src/extension/names';
import { contributes, translated } from './manifest';

describe('manifest: problem matcher', () => {
  const matcher = contributes.problemMatchers[0]!;
  const groups = (line: string): string[] | undefined => new RegExp(matcher.pattern.regexp).exec(line)?.slice(1);

  it('reads a line of the text format', () => {
    assert.deepEqual(groups("articles/a b.md:2:7: warning ms-topic-invalid 'x' is not allowed: use concept."), [
      'articles/a b.md',
      '2',
      '7',
      'warning',
      'ms-topic-invalid',
      "'x' is not allowed: use concept.",
    ]);
    assert.equal(groups('C:\\docs\\a.md:1:1: error front-matter-missing Message')?.[0], 'C:\\docs\\a.md');
  });

  it('leaves other lines alone', () => {
    assert.equal(groups('931 files, 0 errors'), undefined);
    assert.equal(groups('a.md:1:1: note some-code Message'), undefined);
  });

  it('shows suggestions, a severity that VS Code does not know, as information', () => {
    assert.equal(matcher.severity, 'info');
  });

  it('is the one that tasks name', () => {
    assert.deepEqual(
      contributes.problemMatchers.map(({ name }) => name),
      [problemMatcher],
    );
  });

  it('keeps its findings apart from those of the language server', () => {
    assert.notEqual(matcher.owner, diagnosticCollection);
  });
});

describe('manifest: tasks', () => {
  const [definition, ...others] = contributes.taskDefinitions;

  it('are those that are provided, where programs can be run', () => {
    assert.deepEqual(
      [definition?.type, definition?.required, definition?.when, others],
      [taskType, ['task'], 'shellExecutionSupported', []],
    );
  });

  it('explain what can be set', () => {
    for (const { description } of Object.values(definition?.properties ?? {})) translated(description);
  });
});

describe('manifest: tools of agents', () => {
  const { languageModelTools: tools } = contributes;

  it('are those that have an answer, with the words of the server for other agents', () => {
    assert.deepEqual(
      tools.map(({ name, modelDescription }) => [name, modelDescription]),
      toolNames.map((name) => [name, toolDescriptions[name].description]),
    );
  });

  for (const tool of tools) {
    it(`${tool.name} keeps to the rules of VS Code`, () => {
      // Its own pattern for both names; the prefixes are reserved.
      assert.match(tool.name, /^(?!copilot_|vscode_)[\w-]+$/);
      assert.match(tool.toolReferenceName, /^[\w-]+$/);
      translated(tool.displayName);
      translated(tool.userDescription);
      assert.match(tool.icon, /^\$\([a-z-]+\)$/);
      const { canBeReferencedInPrompt, when, inputSchema } = tool;
      assert.deepEqual(
        [canBeReferencedInPrompt, when, inputSchema.required, Object.keys(inputSchema.properties)],
        [true, 'workspaceFolderCount != 0', ['path'], ['path']],
      );
    });
  }
});
