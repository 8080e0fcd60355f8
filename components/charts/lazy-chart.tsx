"use client";

import { Component, lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import type { ChartProps } from "./types";

// The drawing library weighs more than the rest of the page: it comes when a chart comes into view.
const TremorChart = lazy(() => import("./tremor"));

/** A chart that can't be drawn leaves its table; the page goes on. */
class Boundary extends Component<{ children: ReactNode; fallback: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

/** The place of a chart, with its final height from the start. @param still what the server draws there, until the chart is and on paper */
export function LazyChart({ still = null, ...chart }: ChartProps & { still?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    // A third of it: an edge that shows at the bottom of a first screen is not being read.
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          setSeen(true);
          observer.disconnect();
        }
      },
      { threshold: 0.33 },
    );
    observer.observe(element);
    // The library makes parts of its drawings focusable; the drawing is hidden from assistive tools, so nothing may be.
    const unfocus = () =>
      element.querySelectorAll("[tabindex]").forEach((part) => part.removeAttribute("tabindex"));
    const mutations = new MutationObserver(unfocus);
    mutations.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["tabindex"],
    });
    return () => {
      observer.disconnect();
      mutations.disconnect();
    };
  }, []);

  return (
    <div ref={place} className="chart-area" data-kind={chart.kind} aria-hidden="true">
      {still}
      {seen && (
        <Boundary fallback={null}>
          <Suspense>
            <TremorChart {...chart} />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}
