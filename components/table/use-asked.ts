import { useState } from "react";

/**
 * What a field shows: what the address asks for, and at once what its reader just chose. The same field stays from view to
 * view, so that the focus of a keyboard stays where it is.
 */
export function useAsked<T>(asked: T): readonly [T, (chosen: T) => void] {
  const [state, setState] = useState({ asked, shown: asked });
  if (state.asked !== asked) setState({ asked, shown: asked });
  return [state.asked === asked ? state.shown : asked, (shown) => setState({ asked, shown })];
}
