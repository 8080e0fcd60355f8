import { expect, test, VIEWPORTS } from "./fixtures";

for (const size of ["phone", "desktop"] as const)
  test(`the letters of a page are asked for with it, and nothing moves when they come: ${size}`, async ({
    page,
  }) => {
    await page.setViewportSize(VIEWPORTS[size]);
    const fonts: string[] = [];
    page.on("response", (answer) => {
      if (answer.url().endsWith(".woff2")) fonts.push(`${answer.status()} ${answer.url()}`);
    });
    await page.addInitScript(() => {
      Object.assign(window, { moved: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { moved: number }).moved += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    const answer = await page.goto("/", { waitUntil: "networkidle" });
    const asked = /<([^>]+\.woff2)>; rel=preload; as="font"/.exec(answer?.headers().link ?? "")?.[1];
    expect(fonts).toEqual([`200 ${new URL(asked ?? "", page.url())}`]);
    // What Web Vitals call good; without that it was 0.5 on a desk.
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.1);
  });
