"use client";

import { useRef, useState, type ReactNode, type SubmitEvent } from "react";

type Words = { sending: string; checking: string; lost: string; tooLarge: string };
type Answer = { location?: string; refusal?: string };

/** SHA-256 of a file as the browser reads it, where it can (a page in the clear can't). */
async function digest(file: File): Promise<string | undefined> {
  // Absent outside secure contexts, whatever its type says.
  if (!(globalThis.crypto as Partial<Crypto>).subtle) return undefined;
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const filesOf = (form: FormData) =>
  [...form].filter((entry): entry is [string, File] => entry[1] instanceof File && entry[1].size > 0);

/** Sends a form and tells how far it is. */
function send(action: string, form: FormData, progress: (share: number) => void): Promise<Answer> {
  return new Promise((settle, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onerror = request.onabort = () => fail(new Error("connection lost"));
    request.onload = () => {
      // Signed out, or a fault of the server: nothing was kept.
      if (request.status !== 200) fail(new Error(String(request.status)));
      else settle(JSON.parse(request.responseText) as Answer);
    };
    request.send(form);
  });
}

/** A form with files: sent as it is without script; with it, told how far it is, and kept as it is when refused. */
export function UploadForm(props: { action: string; maxBytes: number; words: Words; children: ReactNode }) {
  const { action, maxBytes, words, children } = props;
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const alert = useRef<HTMLDivElement>(null);

  const refuse = (text: string) => {
    setShare(null);
    setError(text);
    alert.current?.scrollIntoView({ block: "center" });
  };

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const files = filesOf(form);
    if (files.some(([, file]) => file.size > maxBytes)) return refuse(words.tooLarge);
    setError(undefined);
    setShare(0);
    try {
      // What the form says comes before its files: the server writes them as they come.
      for (const [name, file] of files) {
        const hash = await digest(file);
        if (hash) form.append(`sha256-${name}`, hash);
      }
      const { location, refusal } = await send(action, form, setShare);
      if (refusal !== undefined) refuse(refusal);
      else if (location) window.location.assign(location);
    } catch {
      refuse(words.lost);
    }
  }

  const waiting = share !== null;
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      className="form upload-form"
      onSubmit={(event) => void submit(event)}
      aria-busy={waiting}
    >
      <div role="alert" ref={alert}>
        {error && <p className="form-error">{error}</p>}
      </div>
      <fieldset disabled={waiting} className="upload-fields">
        {children}
      </fieldset>
      <div role="status">
        {waiting && (
          <p className="upload-progress">
            <label>
              {share < 1 ? words.sending : words.checking}
              <progress max={1} value={share < 1 ? share : undefined} />
            </label>
          </p>
        )}
      </div>
    </form>
  );
}
