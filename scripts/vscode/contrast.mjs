/* global document, getComputedStyle */
import assert from 'node:assert/strict';

/** As WCAG asks of text. */
const leastContrast = 4.5;

/** Fails where the text of an element that a frame shows cannot be read well. */
export async function assertReadable(frame, selectors) {
  const colours = await frame.evaluate(coloursOfText, selectors);
  for (const { selector, color, background } of colours)
    assert.ok(contrast(color, background) >= leastContrast, `${selector}: ${color} on ${background}`);
}

/** In the webview: colours of the texts of elements, as [red, green, blue], transparency worked out. */
function coloursOfText(selectors) {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const over = (color, alpha, below) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, own] = context.getImageData(0, 0, 1, 1).data;
    const share = (own / 255) * alpha;
    return [red, green, blue].map((value, index) => Math.round(value * share + below[index] * (1 - share)));
  };
  // The page itself is transparent: the workbench shows through.
  const editor = getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background');
  const backgroundOf = (element) =>
    element === null
      ? over(editor, 1, [255, 255, 255])
      : over(getComputedStyle(element).backgroundColor, 1, backgroundOf(element.parentElement));
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    const background = backgroundOf(element);
    const { color, opacity } = getComputedStyle(element);
    return { selector, color: over(color, Number(opacity), background), background };
  });
}

/** Of two colours, as WCAG defines it. */
function contrast(a, b) {
  const [bright, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(color) {
  const [red, green, blue] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
