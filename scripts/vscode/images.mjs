/* global ClipboardEvent, DataTransfer, document, DragEvent, File */

/** An image comes to the page as from outside of it: no extension can do that. */
export const imageDeeds = {
  'paste an image': (page) => insert(page, pasteImage, 'image.png'),
  'drop an image': (page) => insert(page, dropImage, 'Screen Shot.PNG'),
};

const patience = 8000;
const mostAttempts = 3;

/** Again where nothing comes of it. */
async function insert(page, deed, name) {
  const editor = await focusEditor(page);
  const before = await editor.innerText();
  for (let attempts = 1; ; attempts++) {
    await page.evaluate(deed, { name, bytes });
    try {
      await page.waitForFunction(isChanged, before, { timeout: patience });
      return;
    } catch (error) {
      if (attempts === mostAttempts) throw error;
    }
  }
}

/** Runs in the page. */
function isChanged(before) {
  return document.querySelector('.editor-group-container.active .editor-instance .view-lines').innerText !== before;
}

/** Whoever asks knows that the article is open, not that it is drawn by now and has the keys. */
async function focusEditor(page) {
  const editor = page.locator('.editor-group-container.active .editor-instance');
  await editor.locator('.view-line', { hasText: 'first-step.png' }).first().waitFor();
  await editor.locator('.inputarea, .native-edit-context').first().focus();
  return editor.locator('.view-lines');
}

/** Nobody looks at it. */
const bytes = [0x89, 0x50, 0x4e, 0x47, 1, 2, 3];

/** Runs in the page, where the editor has the focus. */
function pasteImage({ name, bytes }) {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
}

/** Runs in the page. Lets go of it over the last line of the active editor, with the key that has VS Code drop into the text. */
function dropImage({ name, bytes }) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
  const lines = [...document.querySelectorAll('.editor-group-container.active .editor-instance .view-line')];
  const tops = lines.map((line) => line.getBoundingClientRect().top);
  const line = lines[tops.indexOf(Math.max(...tops))];
  const { left, top, height } = line.getBoundingClientRect();
  const place = { clientX: left + 2, clientY: top + height / 2 };
  for (const type of ['dragenter', 'dragover', 'drop'])
    line.dispatchEvent(
      new DragEvent(type, { dataTransfer, ...place, shiftKey: true, bubbles: true, cancelable: true, composed: true }),
    );
}
