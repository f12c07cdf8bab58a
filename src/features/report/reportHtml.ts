import { languageInUse } from '../../core/text/localize';
import { script, scriptHash, style, styleHash } from './generated/page';
import { element, textElement } from './html';
import type { HealthReport } from './model';
import { reportBody, reportTitle } from './reportBody';
import type { PlaceLinks } from './table';

// A bundle of its own, with its own language: that of the program that loads it is handed over.
export { useTranslations } from '../../core/text/localize';

/** Nothing is loaded, and only what we wrote runs. */
const policy = [
  "default-src 'none'",
  `script-src '${scriptHash}'`,
  `style-src '${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The report as one page that needs nothing else. The same report gives the same page. */
export function reportHtml(report: HealthReport, links: PlaceLinks = {}): string {
  const head = [
    '<meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }).replace('</meta>', ''),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    textElement('title', {}, reportTitle(report)),
    `<style>${style}</style>`,
  ];
  const body = element('body', {}, reportBody(report, links), `<script>${script}</script>`);
  return ['<!DOCTYPE html>', element('html', { lang: languageInUse() }, element('head', {}, ...head), body), ''].join(
    '\n',
  );
}
