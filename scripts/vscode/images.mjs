/* global ClipboardEvent, DataTransfer, document, DragEvent, File */

/** An image comes to the page as from outside of it: no extension can do that. */
export const imageDeeds = {
  'paste an image': (page) => page.evaluate(pasteImage, { name: 'image.png', bytes }),
  'drop an image': (page) => page.evaluate(dropImage, { name: 'Screen Shot.PNG', bytes }),
};

/** Nobody looks at it. */
const bytes = [0x89, 0x50, 0x4e, 0x47, 1, 2, 3];

/** Runs in the page, where the editor has the focus. */
function pasteImage({ name, bytes }) {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
}

/** Runs in the page. Lets go of it over the last line of the editor, with the key that has VS Code drop into the text. */
function dropImage({ name, bytes }) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
  const lines = [...document.querySelectorAll('.editor-instance .view-line')];
  const tops = lines.map((line) => line.getBoundingClientRect().top);
  const line = lines[tops.indexOf(Math.max(...tops))];
  const { left, top, height } = line.getBoundingClientRect();
  const place = { clientX: left + 2, clientY: top + height / 2 };
  for (const type of ['dragenter', 'dragover', 'drop'])
    line.dispatchEvent(
      new DragEvent(type, { dataTransfer, ...place, shiftKey: true, bubbles: true, cancelable: true, composed: true }),
    );
}
