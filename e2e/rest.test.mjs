// The page's wasm comes in two parts: the first is enough for most programs, the rest comes when there is time or need.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, output, playButton, run, waitForOutput } from "./browser.mjs";
import { sampleOfGoldens } from "./goldens.mjs";

const REST = "**/*_rest.wasm";

/** A program that calls what most programs do without. */
const UNUSUAL = `
import statistics
print(b"%d of %s" % (3, b"five"), complex(1, 2) * 2j, statistics.median([3, 1, 2]))
print((2**200).bit_length(), "straße".casefold(), float("1e-310"), 7**-3)
`;
const UNUSUAL_OUTPUT = ["b'3 of five' (-4+2j) 2", "201 strasse 1e-310 0.0029154518950437317"];

/**
 * Opens the page with an answer to each request for the rest; `requests` collects how they were made: "fetch" when
 * there is time, "xhr" when it is needed at once.
 */
async function openPageWith(answer) {
  const requests = [];
  const prepare = async (page) => {
    await page.route(REST, (route) => {
      const kind = route.request().resourceType();
      requests.push(kind);
      return answer(route, kind);
    });
    await page.addInitScript(() => {
      addEventListener("TrunkApplicationStarted", (started) => {
        window.restIsThere = () => started.detail.wasm["rest is there"].value === 1;
      });
    });
  };
  return { requests, ...(await openPage({ prepare })) };
}

const nothing = () => {};
const everything = (route) => route.continue();
const onlyOnDemand = (route, kind) => (kind === "xhr" ? route.continue() : nothing());
const notFound = (route) => route.fulfill({ status: 404 });

const OUTDATED = "the first program called what comes later: record anew what it calls with `cargo xtask profile`";

/** How the rest was asked for while the first program ran on a visit. */
async function requestsOfFirstProgram() {
  const { page, problems, requests, close } = await openPageWith(onlyOnDemand);
  try {
    await playButton(page).click();
    await waitForOutput(page, "47826");
    assert.deepEqual(problems, []);
    return requests;
  } finally {
    await close();
  }
}

test("the first program runs to its end without the rest", async () => {
  // What happens between two frames differs from visit to visit, so a visit may meet something rare; not every visit.
  let requests = await requestsOfFirstProgram();
  for (let visit = 1; visit < 3 && requests.length > 1; visit += 1) requests = await requestsOfFirstProgram();
  assert.deepEqual(requests, ["fetch"], OUTDATED);
});

test("what was kept back is there as soon as it is called", async () => {
  const { page, problems, requests, close } = await openPageWith(onlyOnDemand);
  try {
    await run(page, UNUSUAL);
    await waitForOutput(page, "strasse");
    assert.deepEqual(await output(page), UNUSUAL_OUTPUT);
    assert.deepEqual(requests, ["fetch", "xhr"]);
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});

test("nothing has to wait for the rest once it is fetched", async () => {
  const { page, problems, requests, close } = await openPageWith(everything);
  try {
    await page.waitForFunction(() => window.restIsThere());
    await run(page, UNUSUAL);
    await waitForOutput(page, "strasse");
    assert.deepEqual(await output(page), UNUSUAL_OUTPUT);
    assert.deepEqual(requests, ["fetch"]);
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});

test("a rest that can't be had is told in plain words", async () => {
  const { page, close } = await openPageWith(notFound);
  try {
    // The error comes back to whoever called, and the person is told.
    await run(page, UNUSUAL).catch(() => {});
    await page.getByRole("alertdialog").getByText("A part of Switchboard could not be loaded.").waitFor();
  } finally {
    await close();
  }
});

test("programs print what CPython prints when the rest arrives as they are read", async () => {
  for (const { name, source, text } of await sampleOfGoldens(30)) {
    const { page, problems, close } = await openPageWith(onlyOnDemand);
    try {
      await run(page, source);
      await page.waitForFunction(() => window.switchboard.board()?.end);
      assert.equal((await output(page)).join("\n").trimEnd(), text, name);
      assert.deepEqual(problems, [], name);
    } finally {
      await close();
    }
  }
});
