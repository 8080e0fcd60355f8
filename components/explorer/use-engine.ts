"use client";

import { useEffect, useRef, useState } from "react";
import type { Step, TabEngine } from "@/lib/explorer/engine";
import { failureOf, type QueryFailure } from "@/lib/explorer/failure";
import type { Result, TabPlan } from "@/lib/explorer/types";
import { KEPT_ROWS } from "./limits";

export type EngineState =
  | { phase: "asleep" | "ready" | "running" | "stopping" | "stopped" | "ended" }
  | { phase: "starting"; step: Step }
  | { phase: "answered"; result: Result; sql: string }
  | { phase: "failed"; failure: QueryFailure };

/** The engine of this tab: asleep until it is first asked, then answering one query at a time. */
export function useEngine(plan: TabPlan) {
  const [state, setState] = useState<EngineState>({ phase: "asleep" });
  const [awake, setAwake] = useState(false);
  const engine = useRef<TabEngine | null>(null);
  const running = useRef<Promise<unknown> | null>(null);
  const told = useRef(false);

  useEffect(() => () => void engine.current?.stop(), []);

  async function wake(): Promise<TabEngine> {
    if (engine.current) return engine.current;
    setState({ phase: "starting", step: { part: "engine", done: 0 } });
    const { TabEngine: Engine } = await import("@/lib/explorer/engine");
    engine.current = await Engine.start(plan, (step) => setState({ phase: "starting", step }));
    setAwake(true);
    return engine.current;
  }

  async function answer(sql: string): Promise<EngineState> {
    let started: TabEngine;
    try {
      started = await wake();
    } catch (cause) {
      return { phase: "failed", failure: { ...failureOf(sql, cause), kind: "engine" } };
    }
    setState({ phase: "running" });
    try {
      return { phase: "answered", result: await started.run(sql, KEPT_ROWS), sql };
    } catch (cause) {
      return told.current ? { phase: "stopped" } : { phase: "failed", failure: failureOf(sql, cause) };
    }
  }

  async function run(sql: string) {
    if (running.current) return;
    told.current = false;
    const work = answer(sql);
    running.current = work;
    const next = await work;
    // An engine that was ended leaves its query without an answer: somebody else may run by now.
    if (running.current !== work) return;
    running.current = null;
    setState(next);
  }

  async function cancel() {
    const [current, work] = [engine.current, running.current];
    if (!current || !work) return;
    told.current = true;
    setState({ phase: "stopping" });
    if (await current.cancel(work)) return;
    engine.current = null;
    running.current = null;
    setAwake(false);
    setState({ phase: "ended" });
  }

  return { state, awake, run, cancel };
}
