/** How the reporter of the suites (test/vscode/reporter.ts) marks its lines among the chatter of VS Code. */
const mark = '[suite] ';
const resultMark = '[suite-result] ';
const askMark = '[suite-ask] ';

/** Takes the lines of an extension host, prints those of the suite, keeps its result, and passes on what it asks for. */
export function createSuiteLog(print, onAsk = () => {}) {
  const lines = [];
  let counts;
  return {
    add(line) {
      lines.push(line);
      if (line.startsWith(resultMark)) counts = JSON.parse(line.slice(resultMark.length));
      else if (line.startsWith(askMark)) onAsk(line.slice(askMark.length));
      else if (line.startsWith(mark)) print(line.slice(mark.length));
    },
    /** The counts of the suite that ended with this exit code; `undefined` when it did not get to its end. */
    result: (code) => counts && { ...counts, failed: Math.max(counts.failed, code === 0 ? 0 : 1) },
    /** For the message when it did not. */
    tail: () => `Its last lines:\n${lines.slice(-40).join('\n')}`,
  };
}
