import { format } from 'node:util';
import { createSuiteLog } from './suiteLog.mjs';

/**
 * Opens an address whose page runs a suite, shows the suite's own lines, and resolves with its counts. Rejects when the
 * suite ends without a result or says nothing for `mostSilence` milliseconds: how long all of it takes is the machine's affair.
 * The suite may ask for one of `deeds`, functions of Playwright's page (test/vscode/driver.ts).
 */
export async function runSuiteInPage(
  browser,
  url,
  { mostSilence = 240_000, print = console.log, deeds = {}, language } = {},
) {
  const page = await browser.newPage();
  // Else the scripts of VS Code that are translated say it, which none are here.
  if (language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  let timer;
  try {
    const ended = new Promise((resolve, reject) => {
      const show = (line) => {
        timer?.refresh();
        print(line);
      };
      const log = createSuiteLog(show, (deed) => {
        deeds[deed](page).catch(reject);
      });
      const fail = (reason) => reject(new Error(`${reason} ${log.tail()}`));
      timer = setTimeout(() => fail(`The suite said nothing for ${mostSilence / 1000} s.`), mostSilence);
      browser.once('disconnected', () => fail('The browser went away.'));
      page.once('crash', () => fail('The page crashed.'));
      exposeDriver(page, log.add, (code) => {
        const result = log.result(code);
        if (result === undefined) fail('The suite ended without a result.');
        else resolve(result);
      })
        .then(() => page.goto(url))
        .catch(reject);
    });
    return await ended;
  } finally {
    clearTimeout(timer);
    await page.close().catch(() => {}); // Gone already when the browser is.
  }
}

/** The two functions that a workbench under test calls on its page. */
async function exposeDriver(page, onLine, onExit) {
  await page.exposeFunction('codeAutomationLog', (type, values) => {
    for (const line of format(...values).split('\n')) onLine(line);
  });
  await page.exposeFunction('codeAutomationExit', onExit);
}
