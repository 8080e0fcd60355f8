import { useRouter } from "next/navigation";
import { useActionState, useState, useTransition, type FormEvent } from "react";
import type { NoteAction, NoteFormState } from "./types";
import type { useKeptDraft } from "./use-kept-draft";

/** What is kept of a form as it is typed. */
type Draft = Pick<ReturnType<typeof useKeptDraft>, "hold" | "saved" | "flush">;

/**
 * A form of a note: sent as it is without script; with it, without leaving the page until all is done, so that what was
 * typed is still there when the server, or the network, is not.
 */
export function useNoteAction(action: NoteAction, initial: NoteFormState, inPanel: boolean) {
  const [plain, send] = useActionState(action, initial);
  const [own, setOwn] = useState<NoteFormState>();
  const [waiting, start] = useTransition();
  const router = useRouter();
  const state = own ?? plain;

  const submit = (event: FormEvent<HTMLFormElement>, draft?: Draft) => {
    event.preventDefault();
    if (waiting) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    form.set("stay", "1");
    draft?.hold();
    start(async () => {
      const answer = await action(state, form).catch((): NoteFormState => ({ ...state, error: "offline" }));
      if (!answer.saved) {
        setOwn(answer);
        return void draft?.flush();
      }
      draft?.saved();
      if (!inPanel) return location.assign(answer.saved.href);
      router.replace(answer.saved.href, { scroll: false });
      router.refresh();
    });
  };
  return { state, send, submit, waiting };
}
