// How a person runs a program on the page.

/** What the program has printed. */
export const output = (page) => page.locator('[data-panel="console"] pre');

/** The events that the page lists. */
export const events = (page) => page.locator('[data-panel="log"] li');

/** The button that runs the program. */
export const runButton = (page) => page.getByRole("button", { name: "Run" });

/** Writes a program into the page and runs it. */
export async function run(page, source) {
  await page.getByRole("textbox", { name: "Program" }).fill(source);
  await runButton(page).click();
}

/** Waits until the program has printed a text. */
export async function waitForOutput(page, text) {
  await output(page).filter({ hasText: text }).waitFor();
}
