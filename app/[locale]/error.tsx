"use client";

import { Failure } from "./_page/failure";

/** A failure that reached the browser; pages that fail on the server say so themselves. */
export default function ErrorPage({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Failure
      retry={
        <button type="button" className="button" onClick={reset}>
          Réessayer · <span lang="en">Try again</span>
        </button>
      }
    />
  );
}
